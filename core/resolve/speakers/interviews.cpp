// Who answers in an interview: behind the label "A:", or in the paragraphs between questions.
#include <algorithm>
#include <string_view>

#include "lexicon/tags.h"
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

// "A:" is who is interviewed; who asks ("Q:") nobody says.
Speakers::Who Speakers::of_interview(std::uint32_t label) const {
  return doc_.words(label) == "A" ? of_interviewed(label) : Who{};
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
  const auto block = std::partition_point(doc_.blocks.begin(), doc_.blocks.end(), [token](const TokenBlock& b) { return b.last <= token; });
  return block != doc_.blocks.end() && !is_question(doc_, *block);
}

}  // namespace onrecord
