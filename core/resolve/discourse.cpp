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
constexpr std::array<float, 6> kSubjectWeight = {2.6F, 2.5F, 2.0F, 1.6F, 1.4F, 1.2F};
constexpr std::array<float, 6> kOtherWeight = {1.2F, 1.0F, 0.7F, 0.5F, 0.4F, 0.3F};

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
void Discourse::mark_speakers(const Document& doc, const std::vector<Statement>& statements, Names& names, const Entities& entities) const {
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
    if (i == all.size()) i = names.first_from(range.first);
    else range.first = all[i].first;
    if (i == all.size() || all[i].before >= range.first + 3 || all[i].first >= range.last || all[i].has(hint::kPossessive)) continue;
    all[i].hints |= answers ? static_cast<std::uint32_t>(hint::kSubject) : hint::kSpeaks | hint::kSubject;
  }
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
    (pronoun.female ? entity.female : entity.male) += 3;
  }
}

void Discourse::read(const Document& doc, const Cascade& cascade, const std::vector<Statement>& statements, Names& names,
                     Entities& entities) {
  entities_ = &entities;
  doc_ = &doc;
  mark_subjects(doc, cascade, names, entities);
  mark_speakers(doc, statements, names, entities);
  vote_gender(names, entities);
  refs_.clear();
  tokens_.clear();
  antecedents_.clear();
  refs_before_.clear();
  pronouns_.assign(names.pronouns().begin(), names.pronouns().end());
  std::size_t n = 0, d = 0;
  const std::vector<Name>& all = names.all();
  const auto add_refs = [&](std::uint32_t before) {
    for (;;) {
      const bool name = n < all.size() && all[n].first < before;
      const bool described = d < described_.size() && described_[d].token < before;
      if (described && (!name || described_[d].token < all[n].first)) {
        refs_.push_back(described_[d++]);
      } else if (name) {
        if (entities.at(all[n].entity).is_person() && !all[n].has(hint::kByline))
          refs_.push_back({all[n].entity, all[n].first, all[n].sentence, all[n].hints, {}, entities.at(all[n].entity).gender()});
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
    if (!pronoun.quoted) {
      if (pronoun.reflexive && !refs_.empty() && refs_.back().token + 1 == pronoun.token) {
        found = {refs_.back().entity, 1.0F, refs_.back().description};  // "Reyes herself said"
        refs_.back().hints |= hint::kSubject;
      } else {
        found = choose(refs_.size(), pronoun.token, pronoun.sentence, pronoun.female ? Gender::Female : Gender::Male, INT32_MIN);
      }
      if (found.known()) {
        const std::uint32_t hints = pronoun.possessive ? 0U : static_cast<std::uint32_t>(hint::kSubject);
        refs_.push_back(
            {found.entity, pronoun.token, pronoun.sentence, hints, found.description, pronoun.female ? Gender::Female : Gender::Male});
      }
    }
    if (found.entity < 0) found.entity = -1;
    antecedents_.push_back(found);
  }
  add_refs(UINT32_MAX);
}

Discourse::Antecedent Discourse::choose(std::size_t refs, std::uint32_t token, std::uint32_t sentence, Gender wanted,
                                        std::int32_t not_this) const {
  struct Scored {
    std::size_t ref = SIZE_MAX;
    std::int32_t entity = INT32_MIN;
    float score = -1;
  };
  Scored best, second;
  const std::size_t stop = refs > kLookBack ? refs - kLookBack : 0;
  for (std::size_t i = refs; i-- > stop;) {
    const Ref& ref = refs_[i];
    if (ref.token >= token || ref.entity == not_this) continue;
    const std::uint32_t distance = sentence - std::min(sentence, ref.sentence);
    if (distance > kSentencesBack && best.ref != SIZE_MAX) break;
    const Gender gender = ref.gender;
    if (gender != Gender::Unknown && wanted != Gender::Unknown && gender != wanted) continue;
    const std::size_t step = std::min<std::size_t>(distance, kSubjectWeight.size() - 1);
    float score = (ref.hints & hint::kSubject) != 0 ? kSubjectWeight[step]
                  : (ref.hints & hint::kTopic) != 0 ? (kSubjectWeight[step] + kOtherWeight[step]) / 2
                                                    : kOtherWeight[step];
    if (distance >= kSubjectWeight.size()) score -= 0.08F * static_cast<float>(distance - kSubjectWeight.size());
    if ((ref.hints & hint::kSpeaks) != 0) score += 0.5F;
    if ((ref.hints & hint::kHeadline) != 0) score -= 0.8F;
    if ((ref.hints & hint::kQuoted) != 0) score -= 0.8F;
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

Discourse::Antecedent Discourse::in_mind(std::uint32_t token, Gender gender) const {
  const auto ref = std::partition_point(refs_.begin(), refs_.end(), [token](const Ref& r) { return r.token < token; });
  const auto& sentences = doc_->sentences;
  const auto it = std::partition_point(sentences.begin(), sentences.end(), [token](const Sentence& s) { return s.last <= token; });
  const auto sentence = static_cast<std::uint32_t>(it - sentences.begin());
  Antecedent out = choose(static_cast<std::size_t>(ref - refs_.begin()), token, sentence, gender, INT32_MIN);
  if (out.entity < 0) out.entity = -1;
  return out;
}

Discourse::Antecedent Discourse::inside_quotation(std::uint32_t token, std::int32_t speaker) const {
  const auto it = std::lower_bound(tokens_.begin(), tokens_.end(), token);
  if (it == tokens_.end() || *it != token) return {};
  const std::size_t i = static_cast<std::size_t>(it - tokens_.begin());
  const Gender gender = pronouns_[i].female ? Gender::Female : Gender::Male;
  Antecedent out = choose(refs_before_[i], token, pronouns_[i].sentence, gender, speaker < 0 ? INT32_MIN : speaker);
  if (out.entity < 0) out.entity = -1;
  return out;
}

}  // namespace onrecord
