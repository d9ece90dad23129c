#include "resolve/discourse.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/halving.h"
#include "lexicon/tags.h"

namespace onrecord {
namespace {

using namespace word_class;
namespace hint = name_hint;

constexpr std::size_t kLookBack = 40;          // mentions
constexpr std::uint32_t kSentencesBack = 14;

// How much a mention is in mind, by its distance in sentences: as a subject, as anything else.
constexpr std::array<float, 6> kSubjectWeight = {3.1F, 2.5F, 2.0F, 1.6F, 1.4F, 1.2F};
constexpr std::array<float, 6> kOtherWeight = {1.2F, 1.0F, 0.7F, 0.5F, 0.4F, 0.3F};
// Whose a thing is, in the sentence of the pronoun: "after Reyes's speech he …"; "Reyes's plan failed because he …", "for Reyes's speech
// and his …".
constexpr float kNamedBesideHisWeight = 2.2F;  // "Doe argued with Reyes about her plan"
constexpr float kOwnerWeight = 2.2F, kOwnerInMindWeight = 3.1F;

}  // namespace

TokenRange tokens_under(const Document& doc, Span span) {
  if (span.empty()) return {};
  const auto& begin = doc.tokens.begin;
  const std::size_t first = count_while(begin.size(), [&](std::size_t t) { return begin[t] < span.begin; });
  // The end is some words on, so it is looked for in steps that grow.
  std::size_t last = first, step = 4;
  while (last + step < begin.size() && begin[last + step] < span.end) last += step, step *= 2;
  last += count_while(std::min(step, begin.size() - last), [&](std::size_t t) { return begin[last + t] < span.end; });
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
}

// Names in the subject of a finite verb; subjects that are a description of one person.
void Discourse::mark_subjects(const Document& doc, const Cascade& cascade, Names& names, const Entities& entities) {
  described_.clear();
  std::size_t at = 0;
  std::vector<Name>& all = names.all();
  std::uint32_t sentence = 0;
  for (const Parsed& parsed : cascade.sentences()) {
    if (parsed.sentence.quote >= 0) break;
    while (sentence + 1 < doc.sentences.size() && doc.sentences[sentence].last <= parsed.sentence.first) ++sentence;
    while (at < all.size() && all[at].last <= parsed.sentence.first) ++at;
    // A name that stands alone opens what is said of it: "3. Ana Reyes."
    if (at < all.size() && all[at].first < parsed.sentence.last && parsed.sentence.last - all[at].last <= 1 &&
        all[at].before - std::min(all[at].before, parsed.sentence.first) <= 2)
      all[at].hints |= hint::kSubject;
    // "Reyes, though she …, said": what opens a sentence and is set off is what it is about.
    if (at < all.size() && all[at].before <= parsed.sentence.first + 1 && all[at].last + 1 < parsed.sentence.last &&
        doc.tokens.tag[all[at].last] == tag::kComma && entities.at(all[at].entity).is_person())
      all[at].hints |= hint::kSubject;
    int done = -1;
    for (const Subject& subject : parsed.subjects) {
      if (!subject.known() || subject.first <= done) continue;
      if (subject.form == SubjectForm::Carried || subject.form == SubjectForm::Participle || subject.form == SubjectForm::Infinitive ||
          subject.form == SubjectForm::NounParticiple || subject.form == SubjectForm::Relative)
        continue;
      done = subject.first;
      const Chunk& chunk = parsed.chunks.chunks[static_cast<std::size_t>(subject.first)];
      if (parsed.chunks.symbols[static_cast<std::size_t>(subject.first)] != 'N') continue;
      // "Ana Reyes, 29, of Calder, Maryshire, says": not the town.
      if (const std::size_t i = name_before_age(doc, names, chunk.first); i < all.size() && entities.at(all[i].entity).is_person()) {
        all[i].hints |= hint::kSubject;
        continue;
      }
      bool named = false;
      // A cursor of its own: a sentence may be endless.
      for (std::size_t i = names.first_from(chunk.first); i < all.size() && all[i].first < chunk.last; ++i) {
        if (all[i].last <= chunk.first) continue;
        const bool head = all[i].last >= chunk.last && !all[i].has(hint::kPossessive);
        all[i].hints |= head ? hint::kSubject : hint::kTopic;
        named |= head;
      }
      if (named) continue;
      const Phrase phrase = read_phrase(doc, names, chunk.first, chunk.last);
      const Word& word = *doc.tokens.word[phrase.head];
      if (phrase.name >= 0 || (word.classes & (kPerson | kTitle | kMalePerson | kFemalePerson)) == 0 ||
          (word.classes & (kPeople | kDocument)) != 0 || doc.tokens.tag[phrase.head] != tag::kNoun)
        continue;
      // "Ana Reyes, executive director of the Trust, said": so is the one before.
      if (chunk.first > parsed.sentence.first + 1 && doc.tokens.tag[chunk.first - 1] == tag::kComma) {
        const std::size_t i = names.first_from(chunk.first - 2);
        if (i < all.size() && all[i].last == chunk.first - 1 && entities.at(all[i].entity).is_person()) {
          all[i].hints |= hint::kSubject;
          continue;
        }
      }
      Ref ref{.entity = -2 - static_cast<std::int32_t>(phrase.head),
              .token = phrase.head,
              .sentence = sentence,
              .hints = hint::kSubject,
              .description = {},
              .gender = Gender::Unknown};
      const Chunk& last = parsed.chunks.chunks[static_cast<std::size_t>(subject.last - 1)];
      // "their spokesman, Ana Reyes, said": the name is the subject.
      if (const std::size_t i = name_in_apposition(doc, names, phrase.end, true);
          i < all.size() && entities.at(all[i].entity).is_person()) {
        all[i].hints |= hint::kSubject;
        continue;
      }
      const bool definite = doc.words(chunk.first).size() == 3;  // the, The, his, her
      const std::int32_t holder = definite ? entities.find_holder(chunk.first, phrase.head) : -1;
      if (holder >= 0) ref.entity = holder;
      else ref.description = {chunk.first, description_end(doc, phrase, std::max(last.last, phrase.end))};
      if ((word.classes & kMalePerson) != 0) ref.gender = Gender::Male;
      if ((word.classes & kFemalePerson) != 0) ref.gender = Gender::Female;
      described_.push_back(ref);
    }
  }
}

// Who speaks is in mind afterwards; of "Reyes asked Doe whether it leaks" the one who was asked, who will answer.
void Discourse::mark_speakers(const Document& doc, const std::vector<Statement>& statements, Names& names, const Entities& entities) {
  static const std::uint32_t ask = look_up("ask").id;
  std::vector<Name>& all = names.all();
  for (const Statement& statement : statements) {
    if (statement.within >= 0) continue;
    TokenRange range = tokens_under(doc, statement.mention);
    if (range.empty()) continue;
    const TokenRange cue = tokens_under(doc, statement.cue);
    const bool asks = !cue.empty() && doc.tokens.tag[cue.last - 1] == tag::kPast && doc.tokens.word[cue.last - 1]->lemma == ask;
    const std::size_t asked = asks ? names.first_from(cue.last) : all.size();
    const bool answers = asked < all.size() && all[asked].before == cue.last && entities.at(all[asked].entity).is_person();
    if (answers) all[asked].hints |= hint::kSpeaks | hint::kSubject;
    std::size_t i = name_before_age(doc, names, range.first);
    if (i == all.size()) i = name_behind_gerund(doc, names, range);
    if (i == all.size()) i = names.first_from(range.first);
    else range.first = all[i].before;
    if (!answers) mark_unnamed_speaker(doc, range, names);
    if (i == all.size() || all[i].before >= range.first + 3 || all[i].first >= range.last || all[i].has(hint::kPossessive)) continue;
    all[i].hints |= answers ? static_cast<std::uint32_t>(hint::kSubject) : hint::kSpeaks | hint::kSubject;
  }
}

// "a spokesman for the Trust (HT) said": somebody unnamed who speaks is in mind as much as somebody named; "the actress" may be somebody
// who was.
void Discourse::mark_unnamed_speaker(const Document& doc, TokenRange mention, const Names& names) {
  const Phrase phrase = read_phrase(doc, names, mention.first, mention.last);
  const Word& word = *doc.tokens.word[phrase.head];
  const bool definite = doc.words(mention.first).size() == 3;  // the, The
  if (phrase.name >= 0 || doc.tokens.tag[phrase.head] != tag::kNoun || doc.tokens.tag[mention.first] != tag::kDeterminer || definite) return;
  if ((word.classes & (kPerson | kTitle)) == 0 || (word.classes & (kPeople | kDocument)) != 0) return;
  const auto at = std::lower_bound(described_.begin(), described_.end(), phrase.head, [](const Ref& r, std::uint32_t t) { return r.token < t; });
  if (at != described_.end() && at->token == phrase.head) {
    at->hints |= hint::kSpeaks;
    return;
  }
  if (name_in_apposition(doc, names, phrase.end, true) < names.all().size()) return;
  const auto sentence = std::partition_point(doc.sentences.begin(), doc.sentences.end(), [&](const Sentence& s) { return s.last <= phrase.head; });
  Ref ref{.entity = -2 - static_cast<std::int32_t>(phrase.head),
          .token = phrase.head,
          .sentence = static_cast<std::uint32_t>(sentence - doc.sentences.begin()),
          .hints = hint::kSubject | hint::kSpeaks,
          .description = {mention.first, description_end(doc, phrase, mention.last)}};
  if ((word.classes & kMalePerson) != 0) ref.gender = Gender::Male;
  if ((word.classes & kFemalePerson) != 0) ref.gender = Gender::Female;
  described_.insert(at, ref);
}

// A pronoun with one person only in its sentence and the one before tells that person's gender.
void Discourse::vote_gender(const Names& names, Entities& entities) const {
  std::size_t from = 0;
  const std::vector<Name>& all = names.all();
  for (const PronounAt& pronoun : names.pronouns()) {
    if (pronoun.quoted || !pronoun.nominative) continue;
    while (from < all.size() && all[from].sentence + 1 < pronoun.sentence) ++from;
    std::int32_t only = -1;
    bool several = false, subject = false;
    for (std::size_t i = from; i < all.size() && i < from + 12 && all[i].first < pronoun.token; ++i) {
      if (!entities.at(all[i].entity).is_person()) continue;
      several |= only >= 0 && only != all[i].entity;
      only = all[i].entity;
      subject |= all[i].has(hint::kSubject);
    }
    if (only < 0 || several || !subject) continue;
    Entity& entity = entities.at(only);
    if (entity.gender() == (pronoun.female ? Gender::Male : Gender::Female)) continue;  // then it is somebody else's
    (pronoun.female ? entity.female : entity.male) += 3;
  }
}

// Of "he told Reyes" Reyes, who is somebody else; the entity, else INT32_MIN.
std::int32_t Discourse::spoken_to(const PronounAt& pronoun, const Names& names) const {
  static const std::uint32_t tell = look_up("tell").id, ask = look_up("ask").id;
  const Tokens& t = doc_->tokens;
  const std::uint32_t verb = pronoun.token + 1;
  if (!pronoun.nominative || verb + 1 >= t.size() || (t.word[verb]->lemma != tell && t.word[verb]->lemma != ask)) return INT32_MIN;
  const std::size_t i = names.first_from(verb + 1);
  return i < names.all().size() && names.all()[i].before == verb + 1 ? names.all()[i].entity : INT32_MIN;
}

void Discourse::find_reported(const std::vector<Statement>& statements) {
  reported_.clear();
  for (const Statement& statement : statements)
    if (statement.within < 0 && statement.kind != StatementKind::Direct && statement.place == Place::Body && !statement.mention.empty())
      for (const Span piece : statement.content) reported_.push_back({piece, statement.mention});
  std::sort(reported_.begin(), reported_.end(), [](const Reported& a, const Reported& b) { return a.content.begin < b.content.begin; });
}

// Index of the reported words that `token` stands in, -1 for none. `cursor` is kept between tokens that go up.
std::int32_t Discourse::reported_at(std::uint32_t token, std::size_t& cursor) const {
  const std::uint32_t at = doc_->tokens.begin[token];
  while (cursor < reported_.size() && reported_[cursor].content.end <= at) ++cursor;
  return cursor < reported_.size() && reported_[cursor].content.begin <= at ? static_cast<std::int32_t>(cursor) : -1;
}

// "Reyes was late, she said": whoever is named in it may be who says it.
bool Discourse::says(std::uint32_t token, std::int32_t reported) const {
  return reported_[static_cast<std::size_t>(reported)].mention == doc_->tokens.span(token);
}

void Discourse::give_pronouns(const Names& names) {
  refs_.clear();
  tokens_.clear();
  antecedents_.clear();
  refs_before_.clear();
  std::size_t n = 0, d = 0, r = 0;
  const std::vector<Name>& all = names.all();
  const auto add = [&](Ref ref) {
    ref.reported = reported_at(ref.token, r);
    refs_.push_back(ref);
  };
  const auto add_refs = [&](std::uint32_t before) {
    for (;;) {
      const bool name = n < all.size() && all[n].first < before;
      const bool described = d < described_.size() && described_[d].token < before;
      if (described && (!name || described_[d].token < all[n].first)) {
        add(described_[d++]);
      } else if (name) {
        const Entity& e = entities_->at(all[n].entity);
        if (e.is_person() && !all[n].has(hint::kByline))
          add({.entity = all[n].entity, .token = all[n].first, .sentence = all[n].sentence, .hints = all[n].hints, .description = {},
               .gender = e.gender()});
        ++n;
      } else {
        return;
      }
    }
  };
  for (const PronounAt& pronoun : pronouns_) {
    add_refs(pronoun.token);
    tokens_.push_back(pronoun.token);
    refs_before_.push_back(refs_.size());
    Antecedent found;
    const Gender gender = pronoun.female ? Gender::Female : Gender::Male;
    if (!pronoun.quoted) {
      if (pronoun.reflexive && !refs_.empty() && refs_.back().token + 1 == pronoun.token) {
        found = {refs_.back().entity, 1.0F, refs_.back().description};  // "Reyes herself said"
        refs_.back().hints |= hint::kSubject;
      } else {
        found = choose(refs_.size(), {.token = pronoun.token, .sentence = pronoun.sentence, .gender = gender,
                                      .possessive = pronoun.possessive, .not_this = spoken_to(pronoun, names),
                                      .reported = reported_at(pronoun.token, r)});
      }
      if (found.known()) {
        const std::uint32_t hints = pronoun.possessive ? 0U : static_cast<std::uint32_t>(hint::kSubject);
        add({.entity = found.entity, .token = pronoun.token, .sentence = pronoun.sentence, .hints = hints,
             .description = found.description, .gender = gender, .his = pronoun.possessive});
      }
    }
    if (found.entity < 0) found.entity = -1;
    antecedents_.push_back(found);
  }
  add_refs(UINT32_MAX);
}

// Of whom no name tells the gender, the pronouns do that go to them clearly. Whether any did.
bool Discourse::vote_gender_again(Entities& entities) const {
  constexpr float kClearly = 0.2F;
  constexpr std::int32_t kSure = 2;  // pronouns more of the one than of the other
  std::vector<std::pair<std::int32_t, std::int32_t>> votes;  // entity, more men's pronouns than women's
  for (std::size_t i = 0; i < antecedents_.size(); ++i) {
    const Antecedent& found = antecedents_[i];
    if (found.entity < 0 || found.lead < kClearly || entities.at(found.entity).gender() != Gender::Unknown) continue;
    auto vote = std::find_if(votes.begin(), votes.end(), [&](const auto& v) { return v.first == found.entity; });
    if (vote == votes.end()) vote = votes.insert(vote, {found.entity, 0});
    vote->second += pronouns_[i].female ? -1 : 1;
  }
  bool any = false;
  for (const auto& [entity, more] : votes) {
    if (more > -kSure && more < kSure) continue;
    (more > 0 ? entities.at(entity).male : entities.at(entity).female) += 1;
    any = true;
  }
  return any;
}

void Discourse::read(const Document& doc, const Cascade& cascade, const std::vector<Statement>& statements, Names& names,
                     Entities& entities) {
  entities_ = &entities;
  doc_ = &doc;
  mark_subjects(doc, cascade, names, entities);
  mark_speakers(doc, statements, names, entities);
  vote_gender(names, entities);
  pronouns_.assign(names.pronouns().begin(), names.pronouns().end());
  find_reported(statements);
  give_pronouns(names);
  if (vote_gender_again(entities)) give_pronouns(names);
}

Discourse::Antecedent Discourse::choose(std::size_t refs, const Wanted& wanted) const {
  struct Scored {
    std::size_t ref = SIZE_MAX;
    std::int32_t entity = INT32_MIN;
    float score = -1;
  };
  Scored best, second;
  const std::size_t stop = refs > kLookBack ? refs - kLookBack : 0;
  for (std::size_t i = refs; i-- > stop;) {
    const Ref& ref = refs_[i];
    if (ref.token >= wanted.token || ref.entity == wanted.not_this || (wanted.named && ref.entity < 0)) continue;
    if (wanted.plays && ref.entity >= 0 && entities_->leads_team(ref.entity)) continue;
    if (wanted.mentions > 0 && entities_->at(ref.entity).mentions < wanted.mentions) continue;
    const std::uint32_t distance = wanted.sentence - std::min(wanted.sentence, ref.sentence);
    if (distance > kSentencesBack && best.ref != SIZE_MAX) break;
    const Gender gender = ref.gender;
    if (gender != Gender::Unknown && wanted.gender != Gender::Unknown && gender != wanted.gender) continue;
    const std::size_t step = std::min<std::size_t>(distance, kSubjectWeight.size() - 1);
    float score = (ref.hints & hint::kSubject) != 0 ? kSubjectWeight[step]
                  : (ref.hints & hint::kTopic) != 0 ? (kSubjectWeight[step] + kOtherWeight[step]) / 2
                  : distance == 0 && wanted.possessive       ? kNamedBesideHisWeight
                                                             : kOtherWeight[step];
    if (distance == 0 && ref.his && wanted.possessive) score = std::max(score, kOwnerInMindWeight);
    if (distance == 0 && (ref.hints & hint::kPossessive) != 0)
      score = std::max(score, wanted.possessive || (ref.hints & hint::kTopic) != 0 ? kOwnerInMindWeight : kOwnerWeight);
    if (distance >= kSubjectWeight.size()) score -= 0.08F * static_cast<float>(distance - kSubjectWeight.size());
    if ((ref.hints & hint::kSpeaks) != 0) score += 0.5F;
    if ((ref.hints & hint::kHeadline) != 0) score -= 0.8F;
    if ((ref.hints & hint::kQuoted) != 0) score -= 0.8F;
    if (ref.reported >= 0 && ref.reported != wanted.reported && !wanted.named && !says(wanted.token, ref.reported)) score -= 0.5F;
    if (!ref.description.empty()) score -= 0.5F;
    if (gender != Gender::Unknown) score += 0.4F;
    if (ref.entity >= 0) score += 0.06F * static_cast<float>(std::min<std::uint32_t>(entities_->at(ref.entity).mentions, 6));
    if (score > best.score) {
      if (best.entity != ref.entity) second = best;
      best = {i, ref.entity, score};
    } else if (ref.entity != best.entity && score > second.score) {
      second = {i, ref.entity, score};
    }
  }
  Antecedent out;
  if (best.ref == SIZE_MAX) return out;
  out.entity = best.entity;
  out.description = refs_[best.ref].description;
  out.lead = second.ref == SIZE_MAX ? 1.0F : std::clamp((best.score - second.score) / 2.0F, 0.0F, 1.0F);
  return out;
}

Discourse::Antecedent Discourse::entity_of_pronoun(std::uint32_t token) const {
  const auto it = std::lower_bound(tokens_.begin(), tokens_.end(), token);
  if (it == tokens_.end() || *it != token) return {};
  return antecedents_[static_cast<std::size_t>(it - tokens_.begin())];
}

Discourse::Antecedent Discourse::in_mind(std::uint32_t token, Gender gender, std::uint32_t mentions, bool plays) const {
  const auto ref = std::partition_point(refs_.begin(), refs_.end(), [token](const Ref& r) { return r.token < token; });
  const auto& sentences = doc_->sentences;
  const auto it = std::partition_point(sentences.begin(), sentences.end(), [token](const Sentence& s) { return s.last <= token; });
  const auto sentence = static_cast<std::uint32_t>(it - sentences.begin());
  Antecedent out = choose(static_cast<std::size_t>(ref - refs_.begin()),
                          {.token = token, .sentence = sentence, .gender = gender, .named = true, .mentions = mentions, .plays = plays});
  if (out.entity < 0) out.entity = -1;
  return out;
}

Discourse::Antecedent Discourse::inside_quotation(std::uint32_t token, std::int32_t speaker) const {
  const auto it = std::lower_bound(tokens_.begin(), tokens_.end(), token);
  if (it == tokens_.end() || *it != token) return {};
  const std::size_t i = static_cast<std::size_t>(it - tokens_.begin());
  const Gender gender = pronouns_[i].female ? Gender::Female : Gender::Male;
  Antecedent out = choose(refs_before_[i], {.token = token, .sentence = pronouns_[i].sentence, .gender = gender,
                                            .possessive = pronouns_[i].possessive, .not_this = speaker < 0 ? INT32_MIN : speaker});
  if (out.entity < 0) out.entity = -1;
  return out;
}

}  // namespace onrecord
