// Who answers in an interview: behind the label "A:", or in the paragraphs between questions.
#include <algorithm>
#include <string_view>

#include "lexicon/tags.h"
#include "lexicon/word_ids.h"
#include "resolve/speakers/speaker_finding.h"
#include "resolve/speakers/speakers.h"

namespace onrecord {
namespace {

constexpr std::uint32_t kLongestQuestion = 60;  // tokens

// A paragraph that is one question, in nobody's quotation marks.
bool is_question(const Document& doc, const TokenBlock& block) {
  if (block.role != Role::Paragraph && block.role != Role::Heading) return false;
  if (block.last <= block.first + 1 || block.last - block.first > kLongestQuestion) return false;
  return doc.words(block.last - 1) == "?" && doc.tokens.tag[block.first] != tag::kOpenQuote;
}

bool tells_of_interview(std::string_view word) {
  return word == "interview" || word == "Interview" || word == "Q&A" || word == "conversation" || word == "talked" || word == "spoke" ||
         word == "met" || word == "talks" || word == "talk" || word == "speaks" || word == "questions" || word == "interviewed";
}

}  // namespace

// Whoever the article speaks of most before `token`, where one stands out.
Speakers::Who Speakers::of_interviewed(std::uint32_t token) const {
  if (interviewed_ == kNotLookedFor) {
    std::vector<std::uint32_t> mentions(entities_.size(), 0);
    std::uint32_t most = 0, second = 0;
    std::int32_t best = -1;
    for (const Name& name : names_.all()) {
      if (name.first >= token) break;
      const auto e = static_cast<std::size_t>(name.entity);
      if (!entities_.at(name.entity).is_person() || name.has(name_hint::kByline)) continue;
      mentions[e] += name.has(name_hint::kHeadline) ? 2U : 1U;
    }
    for (std::size_t e = 0; e < mentions.size(); ++e) {
      if (mentions[e] > most) second = most, most = mentions[e], best = static_cast<std::int32_t>(e);
      else second = std::max(second, mentions[e]);
    }
    interviewed_ = most > second ? best : -1;
  }
  return interviewed_ < 0 ? Who{} : of_entity(interviewed_, Confidence::role);
}

// "Q:", "A.", "A —" in front of a turn.
bool Speakers::is_interview_label(std::uint32_t token) const {
  const std::string_view w = doc_.words(token);
  if (w.empty() || w.size() > 2 || (w.front() != 'A' && w.front() != 'Q') || (w.size() == 2 && w.back() != '.')) return false;
  if (w.size() == 1 && token + 1 < doc_.tokens.size() && doc_.tokens.tag[token + 1] == tag::kColon) return true;
  const auto block = block_over(token);
  return block != doc_.blocks.end() && block->label.first == token && block->label.last == token + 1;
}

// The last paragraph before the first label, which tells who spoke with whom; `token` is any label.
TokenRange Speakers::last_before_questions(std::uint32_t token) const {
  TokenRange before;
  for (const TokenBlock& block : doc_.blocks) {
    const std::uint32_t label = block.label.empty() ? block.first : block.label.first;
    if (label >= token || is_interview_label(label)) break;
    before = {block.first, block.last};
  }
  return before;
}

// "Ana Reyes spoke to Tom Kern.", "Tom Kern spoke to Ana Reyes.": before `token`, who spoke with whoever is interviewed.
Speakers::Who Speakers::of_interviewer(std::uint32_t token) const {
  static const auto kSpeaks = ids_of("speak", "talk", "sit");  // sat down with
  constexpr std::uint32_t kFar = 3;  // tokens from the verb to its preposition
  const Who answers = of_interviewed(token);
  if (answers.entity < 0) return {};
  const TokenRange opening = last_before_questions(token);
  for (const Name& name : names_.all()) {
    if (name.first >= opening.last) break;
    if (name.before < std::max(2U, opening.first) || !entities_.at(name.entity).is_person()) continue;
    const std::string_view to = doc_.words(name.before - 1);
    if (to != "to" && to != "with") continue;
    std::uint32_t verb = name.before - 1;
    while (verb > 0 && name.before - verb <= kFar && !kSpeaks.has(doc_.tokens.word[verb]->lemma)) --verb;
    if (!kSpeaks.has(doc_.tokens.word[verb]->lemma)) continue;
    if (name.entity != answers.entity) return of_entity(name.entity, Confidence::role);
    const std::int32_t asks = verb > 0 ? name_over(verb - 1) : -1;
    if (asks < 0) continue;
    const std::int32_t entity = names_.all()[static_cast<std::size_t>(asks)].entity;
    if (entity != answers.entity && entities_.at(entity).is_person()) return of_entity(entity, Confidence::role);
  }
  return {};
}

// "A:" is who is interviewed, "Q:" who is told to have spoken with that one.
Speakers::Who Speakers::of_interview(std::uint32_t label) const {
  return doc_.words(label).front() == 'A' ? of_interviewed(label) : of_interviewer(label);
}

// "AR:" of an interview with Ana Reyes: whose initials the label of a turn is, of those named before it; -1 for nobody.
std::int32_t Speakers::by_initials(std::uint32_t label) const {
  constexpr std::size_t kNames = 200;
  const std::string_view letters = doc_.words(label);
  if ((doc_.tokens.shape[label] & kAllCapitals) == 0 || letters.size() < 2 || letters.size() > 3) return -1;
  const auto block = block_over(label);
  if (block == doc_.blocks.end() || block->label.first != label) return -1;
  for (std::size_t n = 0; n < std::min(kNames, names_.all().size()) && names_.all()[n].first < label; ++n) {
    const Name& name = names_.all()[n];
    if (name.size() != letters.size() || !entities_.at(name.entity).is_person()) continue;
    bool same = true;
    for (std::size_t i = 0; i < letters.size() && same; ++i)
      same = doc_.text[doc_.tokens.begin[name.first + static_cast<std::uint32_t>(i)]] == letters[i];
    if (same) return name.entity;
  }
  return -1;
}

// Where the questions of an interview without labels begin: two paragraphs and more that only ask, behind words that tell of one. An essay
// that asks itself questions has no such words.
std::uint32_t Speakers::first_question() const {
  if (first_question_looked_for_) return first_question_;
  first_question_looked_for_ = true;
  int questions = 0;
  std::uint32_t first = UINT32_MAX;
  for (const TokenBlock& block : doc_.blocks) {
    if (!is_question(doc_, block)) continue;
    if (questions++ == 0) first = block.first;
  }
  if (questions < 2) return first_question_;
  for (std::uint32_t t = 0; t < first; ++t)
    if (tells_of_interview(doc_.words(t))) {
      first_question_ = first;
      break;
    }
  return first_question_;
}

// Whether the "I" at `token` is that of somebody who answers.
bool Speakers::in_answer(std::uint32_t token) const {
  if (token < first_question()) return false;
  const auto block = block_over(token);
  return block != doc_.blocks.end() && !is_question(doc_, *block);
}

// Whether `token` is in an answer that says "I": not in a report that asks two questions.
bool Speakers::in_own_words(std::uint32_t token) const {
  if (!in_answer(token)) return false;
  const auto block = block_over(token);
  return says(*block, {"I", "me", "my", "My"});
}

// Whether one of `words` stands in the block, outside of quotation marks.
bool Speakers::says(const TokenBlock& block, std::initializer_list<std::string_view> words) const {
  int inside = 0;
  for (std::uint32_t t = block.first; t < block.last; ++t) {
    const char g = doc_.tokens.tag[t];
    inside += g == tag::kOpenQuote ? 1 : g == tag::kCloseQuote ? -1 : 0;
    if (inside <= 0 && std::find(words.begin(), words.end(), doc_.words(t)) != words.end()) return true;
  }
  return false;
}

// Whether the paragraph that begins at `token` stands behind a question of an interview.
bool Speakers::answers_question(std::uint32_t token) const {
  if (token <= first_question()) return false;
  const auto block = block_over(token);
  return block != doc_.blocks.end() && block != doc_.blocks.begin() && block->first == token && is_question(doc_, *(block - 1));
}

bool Speakers::may_have_answers(const Document& doc) {
  return std::count_if(doc.blocks.begin(), doc.blocks.end(), [&](const TokenBlock& block) { return is_question(doc, block); }) >= 2;
}

std::vector<Statement> Speakers::answers() const {
  constexpr std::size_t kLongestAnswer = 12;  // paragraphs
  constexpr float kSure = 0.9F;
  std::vector<Statement> out;
  if (first_question() == UINT32_MAX) return out;
  const Who who = of_interviewed(first_question());
  if (!who.speaker) return out;
  const auto& blocks = doc_.blocks;
  int addressed = 0, first_person = 0;
  for (std::size_t q = 0; q < blocks.size(); ++q) {
    if (!blocks[q].label.empty()) return {};
    if (!is_question(doc_, blocks[q]) || blocks[q].first < first_question()) continue;
    addressed += says(blocks[q], {"you", "your", "You", "Your", "yourself"}) ? 1 : 0;
    std::size_t end = q + 1;
    const auto answers = [&](const TokenBlock& block) { return block.role == Role::Paragraph && !is_question(doc_, block); };
    while (end < blocks.size() && end <= q + kLongestAnswer && answers(blocks[end])) ++end;
    // Behind the last question nothing tells where its answer ends, but the first paragraph is one.
    if (end == blocks.size() || !is_question(doc_, blocks[end])) end = std::min(end, q + 2);
    if (end == q + 1 || doc_.tokens.tag[blocks[q + 1].first] == tag::kOpenQuote) continue;
    Statement answer;
    answer.kind = StatementKind::Direct;
    answer.rule = "answer";
    answer.confidence = kSure;
    answer.speaker = who.speaker;
    bool self = false;
    for (std::size_t b = q + 1; b < end; ++b) {
      answer.content.push_back({doc_.tokens.begin[blocks[b].first], doc_.tokens.end[blocks[b].last - 1]});
      self |= says(blocks[b], {"I", "we", "We", "my", "My", "our", "Our", "me", "us"});
    }
    first_person += self ? 1 : 0;
    out.push_back(std::move(answer));
    q = end - 1;
  }
  return addressed >= 2 && first_person >= 2 ? out : std::vector<Statement>{};
}

}  // namespace onrecord
