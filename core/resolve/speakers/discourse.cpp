#include "resolve/speakers/discourse.h"

#include <algorithm>

#include "base/halving.h"
#include "lexicon/speaker_words.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"
#include "text/ascii.h"

namespace onrecord {
using namespace word_class;
namespace hint = name_hint;

TokenRange tokens_under(const Document& doc, Span span) {
  if (span.empty()) return {};
  return {doc.first_token_from(span.begin), doc.first_token_from(span.end)};
}

std::int32_t Discourse::somebody_else(const PronounAt& pronoun, const Names& names) const {
  const std::int32_t other = spoken_of(pronoun, names);
  return other != INT32_MIN ? other : speaker_of_turn(pronoun.token);
}

// Of "Reyes, he said, was late" Reyes, of whom he says it; of "he told Reyes" Reyes, whom he tells: somebody else. The
// entity, else INT32_MIN.
std::int32_t Discourse::spoken_of(const PronounAt& pronoun, const Names& names) const {
  const Tokens& t = doc_->tokens;
  const std::uint32_t p = pronoun.token;
  if (const std::int32_t quoted = named_in_quotation(pronoun, names); quoted >= 0) return quoted;
  if (const std::int32_t asker = asked_before(pronoun, names); asker >= 0) return asker;
  const bool set_off = pronoun.nominative && p > 1 && p + 2 < t.size() && t.tag[p - 1] == tag::kComma && t.tag[p + 2] == tag::kComma;
  if (!set_off || (t.word[p + 1]->classes & kTakesThat) == 0) return spoken_to(pronoun, names);
  const std::size_t i = names.first_from(p - 2);
  return i < names.all().size() && names.all()[i].last == p - 1 ? names.all()[i].entity : INT32_MIN;
}

// Of "“Reyes was late,” he said" Reyes: nobody is named in what he says himself. The entity, -1 for none.
std::int32_t Discourse::named_in_quotation(const PronounAt& pronoun, const Names& names) const {
  const Tokens& t = doc_->tokens;
  const std::uint32_t p = pronoun.token;
  if (!pronoun.nominative || p < 2 || p + 1 >= t.size() || t.tag[p - 1] != tag::kCloseQuote) return -1;
  if ((t.word[p + 1]->classes & kTakesQuote) == 0) return -1;
  auto quote = first_without(doc_->quotes, [&](const Quote& q) { return q.open + 1 < p; });
  if (quote == doc_->quotes.begin() || (--quote)->close + 1 != p || quote->outer >= 0) return -1;
  for (std::size_t i = names.first_from(quote->open); i < names.all().size() && names.all()[i].first < quote->close; ++i)
    if (entities_->at(names.all()[i].entity).is_person()) return names.all()[i].entity;
  return -1;
}

// Of "“Is it old?” Reyes asked. “It is,” he answered." Reyes; the entity, -1 for none.
std::int32_t Discourse::asked_before(const PronounAt& pronoun, const Names& names) const {
  static const auto kAnswers = ids_of("answer", "reply", "respond", "retort");
  constexpr int kNamesBack = 8;
  const Tokens& t = doc_->tokens;
  const std::uint32_t verb = pronoun.token + 1;
  if (!pronoun.nominative || verb >= t.size() || !kAnswers.has(t.word[verb]->lemma)) return -1;
  std::size_t i = names.first_from(pronoun.token);
  for (int left = kNamesBack; i-- > 0 && left > 0; --left)
    if (const Name& name = names.all()[i]; name.has(hint::kSpeaks)) return name.has(hint::kAsks) ? name.entity : -1;
  return -1;
}

// Of "he told Reyes" Reyes; the entity, else INT32_MIN.
std::int32_t Discourse::spoken_to(const PronounAt& pronoun, const Names& names) const {
  static const std::uint32_t tell = look_up("tell").id, ask = look_up("ask").id;
  const Tokens& t = doc_->tokens;
  const std::uint32_t verb = pronoun.token + 1;
  if (!pronoun.nominative || verb + 1 >= t.size() || (t.word[verb]->lemma != tell && t.word[verb]->lemma != ask)) return INT32_MIN;
  const std::size_t i = names.first_from(verb + 1);
  return i < names.all().size() && names.all()[i].before == verb + 1 ? names.all()[i].entity : INT32_MIN;
}

void Discourse::find_turns(const std::vector<Statement>& statements, const Names& names) {
  turns_.clear();
  for (const Statement& statement : statements) {
    if (statement.within >= 0 || !is_turn(statement) || statement.mention.empty()) continue;
    const TokenRange mention = tokens_under(*doc_, statement.mention);
    const std::size_t n = names.first_from(mention.first);
    if (n < names.all().size() && names.all()[n].first < mention.last)
      turns_.push_back({{statement.content.front().begin, statement.content.back().end}, names.all()[n].entity});
  }
}

// Who speaks of others as he and she at `token`: "STRAND: … She told me"; INT32_MIN for nobody.
std::int32_t Discourse::speaker_of_turn(std::uint32_t token) const {
  const std::uint32_t at = doc_->tokens.begin[token];
  const auto turn = first_without(turns_, [at](const Turn& t) { return t.content.end <= at; });
  return turn != turns_.end() && turn->content.begin <= at ? turn->entity : INT32_MIN;
}

void Discourse::find_reported(const std::vector<Statement>& statements) {
  reported_.clear();
  static const std::uint32_t ask = look_up("ask").lemma;
  const auto asked = [&](const Statement& s) {  // asked whether Reyes knew, Doe left
    const TokenRange cue = tokens_under(*doc_, s.cue);
    return !cue.empty() && doc_->tokens.word[cue.last - 1]->lemma == ask;
  };
  for (const Statement& statement : statements)
    if (statement.within < 0 && statement.kind != StatementKind::Direct && statement.place == Place::Body &&
        (!statement.mention.empty() || asked(statement)))
      for (const Span piece : statement.content) reported_.push_back({piece, statement.mention});
  std::sort(reported_.begin(), reported_.end(), [](const Reported& a, const Reported& b) { return a.content.begin < b.content.begin; });
}

// Index of the reported words that `token` stands in, -1 for none. `cursor` is kept between tokens that go up.
std::int32_t Discourse::reported_at(std::uint32_t token, std::size_t& cursor) const {
  const std::uint32_t at = doc_->tokens.begin[token];
  while (cursor < reported_.size() && reported_[cursor].content.end <= at) ++cursor;
  return cursor < reported_.size() && reported_[cursor].content.begin <= at ? static_cast<std::int32_t>(cursor) : -1;
}

// "Reyes was late, she said", "… her lawyer said": whoever is named in it may be who says it.
bool Discourse::says(std::uint32_t token, std::int32_t reported) const {
  const Span mention = reported_[static_cast<std::size_t>(reported)].mention;
  const Span pronoun = doc_->tokens.span(token);
  return mention.begin <= pronoun.begin && pronoun.end <= mention.end;
}

// "As she closed the debate, Reyes proposed …": the subject of the clause that the pronoun's opens for, behind the
// comma. The entity, -1 for none; "As she spoke, the Trust and Reyes left" has none.
std::int32_t Discourse::named_behind(const PronounAt& pronoun, const Names& names) const {
  constexpr std::uint32_t kFar = 24;  // tokens
  const Tokens& t = doc_->tokens;
  const Sentence& sentence = doc_->sentences[pronoun.sentence];
  if (!pronoun.nominative || pronoun.token != sentence.first + 1 || (t.word[sentence.first]->classes & kSubordinator) == 0) return -1;
  std::uint32_t comma = pronoun.token + 1;
  while (comma + 1 < sentence.last && comma < pronoun.token + kFar && t.tag[comma] != tag::kComma) ++comma;
  if (comma + 1 >= sentence.last || t.tag[comma] != tag::kComma) return -1;
  const std::size_t i = names.first_from(comma + 1);
  if (i >= names.all().size() || names.all()[i].before != comma + 1 || !names.all()[i].has(hint::kSubject)) return -1;
  const Entity& e = entities_->at(names.all()[i].entity);
  const Gender other = pronoun.female ? Gender::Male : Gender::Female;
  return e.is_person() && e.gender() != other ? names.all()[i].entity : -1;
}

// Of "Tawanda Mavhaka … he" the one who was the subject just before, though a list takes the first name for a woman's: where nobody else is
// in mind, nothing but the list speaks against it, and lists do not know the surname either.
Discourse::Antecedent Discourse::lone_subject(const PronounAt& pronoun) const {
  constexpr std::int32_t kByList = 12;
  constexpr std::uint32_t kNear = 2;  // sentences
  std::int32_t only = -1;
  for (std::size_t i = refs_.size(); i-- > 0 && refs_[i].sentence + kNear >= pronoun.sentence;) {
    const Ref& ref = refs_[i];
    if (ref.entity == only || (ref.hints & (hint::kQuoted | hint::kHeadline)) != 0) continue;
    if (only >= 0 || ref.entity < 0 || (ref.hints & hint::kSubject) == 0) return {};
    only = ref.entity;
  }
  if (only < 0 || entities_->at(only).male > kByList || entities_->at(only).female > kByList) return {};
  if ((doc_->tokens.word[entities_->at(only).last - 1]->classes & kSurname) != 0) return {};
  return {only, 0.0F, {}};
}

// "“It leaks,” she said", "… . She said".
bool Discourse::goes_on(const PronounAt& pronoun) const {
  const bool opens = pronoun.token == doc_->sentences[pronoun.sentence].first;
  return pronoun.nominative && pronoun.token > 0 && (opens || doc_->tokens.tag[pronoun.token - 1] == tag::kCloseQuote);
}

// Whether the ref `index` spoke last and nobody who is named does so in its sentence and paragraph: "Reyes, asked by a baker, said" tells
// of Reyes.
bool Discourse::spoke_alone(std::size_t index) const {
  const Ref& own = refs_[index];
  if ((own.hints & hint::kSpeaks) == 0) return false;
  const auto speaks = [&](const Ref& r) { return r.entity >= 0 && r.sentence == own.sentence && (r.hints & hint::kSpeaks) != 0; };
  for (std::size_t i = index; i-- > 0 && refs_[i].sentence == own.sentence;)
    if (speaks(refs_[i])) return false;
  for (std::size_t i = index + 1; i < refs_.size() && refs_[i].sentence == own.sentence; ++i)
    if (speaks(refs_[i])) return false;
  return doc_->sentences[own.sentence].block == doc_->sentences[refs_.back().sentence].block;
}

// "The singer left. She": of whom it is, where somebody is in mind who has been told of more than once.
void Discourse::give_epithet(Ref& ref) const {
  constexpr std::uint32_t kAtLeast = 3;              // mentions
  constexpr float kClearly = 0.1F, kAtEase = 0.25F;  // before the next person; of a player who is mentioned twice
  Wanted wanted{.token = ref.token, .sentence = ref.sentence, .gender = ref.gender, .named = true,
                .plays = plays(lower_ascii(doc_->words(ref.token)))};
  const Antecedent any = choose(refs_.size(), wanted);
  wanted.mentions = kAtLeast;
  const Antecedent known = choose(refs_.size(), wanted);
  const bool at_ease = wanted.plays && any.entity >= 0 &&
                       any.entity != known.entity && any.lead >= kAtEase && entities_->at(any.entity).mentions > 1;
  if (!at_ease && (known.entity < 0 || known.lead < kClearly)) return;
  ref.entity = at_ease ? any.entity : known.entity;
  ref.description = {};
  ref.gender = entities_->at(ref.entity).gender();
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
        Ref ref = described_[d++];
        if (ref.epithet) give_epithet(ref);
        add(ref);
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
                                      .possessive = pronoun.possessive, .goes_on = goes_on(pronoun),
                                      .not_this = somebody_else(pronoun, names), .reported = reported_at(pronoun.token, r)});
      }
      if (const std::int32_t behind = named_behind(pronoun, names); behind >= 0) found = {behind, 0.5F, {}};
      if (!found.known() && pronoun.nominative) found = lone_subject(pronoun);
      if (found.known()) {
        // "Reyes had more patience than he might have hoped for. The Swede": who is in mind is Reyes.
        const bool inner = pronoun.nominative && !refs_.empty() && refs_.back().sentence == pronoun.sentence &&
                           (refs_.back().hints & hint::kSubject) != 0 && refs_.back().entity != found.entity;
        const std::uint32_t hints = pronoun.possessive ? 0U : static_cast<std::uint32_t>(inner ? hint::kTopic : hint::kSubject);
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
  find_turns(statements, names);
  give_pronouns(names);
  if (vote_gender_again(entities)) give_pronouns(names);
}

Discourse::Antecedent Discourse::entity_of_pronoun(std::uint32_t token) const {
  const auto it = first_without(tokens_, [token](std::uint32_t t) { return t < token; });
  if (it == tokens_.end() || *it != token) return {};
  return antecedents_[static_cast<std::size_t>(it - tokens_.begin())];
}

Discourse::Antecedent Discourse::in_mind(std::uint32_t token, Gender gender, std::uint32_t mentions, bool plays,
                                         std::int32_t not_this) const {
  const auto ref = first_without(refs_, [token](const Ref& r) { return r.token < token; });
  const auto& sentences = doc_->sentences;
  const auto it = first_without(sentences, [token](const Sentence& s) { return s.last <= token; });
  const auto sentence = static_cast<std::uint32_t>(it - sentences.begin());
  Antecedent out = choose(static_cast<std::size_t>(ref - refs_.begin()),
                          {.token = token, .sentence = sentence, .gender = gender, .named = true, .mentions = mentions, .plays = plays,
                           .not_this = not_this});
  if (out.entity < 0) out.entity = -1;
  return out;
}

Discourse::Antecedent Discourse::inside_quotation(std::uint32_t token, std::int32_t speaker) const {
  const auto it = first_without(tokens_, [token](std::uint32_t t) { return t < token; });
  if (it == tokens_.end() || *it != token) return {};
  const std::size_t i = static_cast<std::size_t>(it - tokens_.begin());
  const Gender gender = pronouns_[i].female ? Gender::Female : Gender::Male;
  Antecedent out = choose(refs_before_[i], {.token = token, .sentence = pronouns_[i].sentence, .gender = gender,
                                            .possessive = pronouns_[i].possessive, .not_this = speaker == -1 ? INT32_MIN : speaker});
  if (out.entity < 0) out.entity = -1;
  return out;
}

}  // namespace onrecord
