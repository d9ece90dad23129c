// Whom a pronoun stands for: what is said for and against each mention in front of it, in numbers.
#include <algorithm>
#include <array>
#include <string_view>

#include "lexicon/tags.h"
#include "resolve/speakers/discourse.h"

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
constexpr float kHisOwnWeight = 3.8F;          // "Doe waved. Reyes lost his way"
constexpr float kAloneWeight = 2.4F;             // "The dockers fear the cuts of Ana Reyes and what she calls reform"
constexpr float kInClauseInFrontWeight = 3.4F;   // "While the plan did not please Reyes, she said"
constexpr float kOwnerWeight = 2.2F, kOwnerInMindWeight = 3.1F;
constexpr float kAloneInParagraph = 0.6F;
constexpr float kGoesOn = 0.8F;                // "A relative asked why. “It leaks,” she said"
constexpr float kFartherBack = 0.08F;          // less for each sentence beyond those told apart
// The most that a mention in an earlier sentence counts, by distance: it spoke, its gender is known, it is mentioned often; and a margin.
// Besides, it may be alone in its paragraph or, one sentence back, go on.
constexpr auto kMost = [] {
  std::array<float, kSentencesBack + 1> most{};
  for (std::size_t i = 0; i < most.size(); ++i) {
    const std::size_t farther = i - std::min(i, kSubjectWeight.size());
    most[i] = kSubjectWeight[std::min(i, kSubjectWeight.size() - 1)] - kFartherBack * static_cast<float>(farther) + 0.5F + 0.4F +
              6 * 0.06F + 0.01F;
  }
  return most;
}();

}  // namespace

// "While the plan did not please Reyes, she said": behind the clause that opens the sentence. "When asked about Reyes, she said" tells of
// who was asked.
bool Discourse::behind_clause(const Wanted& wanted) const {
  const std::uint32_t first = doc_->sentences[wanted.sentence].first;
  if (wanted.token < first + 3 || doc_->tokens.tag[wanted.token - 1] != tag::kComma) return false;
  const char next = doc_->tokens.tag[first + 1];
  const bool own_subject = next != tag::kParticiple && next != tag::kGerund && next != tag::kPreposition && next != tag::kAdverb;
  return own_subject && (doc_->tokens.word[first]->classes & kSubordinator) != 0;
}

// Whether the ref `index` is the only person named in the sentence of `wanted`, of those of its gender, up to it. "…, he said" behind a
// comma is of who spoke before.
bool Discourse::alone_in_sentence(std::size_t index, std::size_t refs, const Wanted& wanted) const {
  const char before = wanted.token > 0 ? doc_->tokens.tag[wanted.token - 1] : tag::kStop;
  if ((before == tag::kComma && !behind_clause(wanted)) || before == tag::kCloseQuote || before == tag::kDash) return false;
  for (std::size_t i = refs; i-- > 0 && refs_[i].sentence == wanted.sentence;) {
    const bool other = refs_[i].gender != Gender::Unknown && refs_[i].gender != wanted.gender;
    if (i != index && !other && refs_[i].entity != refs_[index].entity) return false;
  }
  return true;
}

// "…, Reyes said. | The town owes it to John Doe, an engineer. He": who is the only one, of those of its gender, named in the paragraph of
// `wanted` up to it; INT32_MIN for none.
std::int32_t Discourse::alone_in_paragraph(std::size_t refs, const Wanted& wanted) const {
  const std::uint32_t block = doc_->sentences[wanted.sentence].block;
  std::int32_t only = INT32_MIN;
  for (std::size_t i = refs; i-- > 0 && doc_->sentences[refs_[i].sentence].block == block;) {
    const Ref& ref = refs_[i];
    if ((ref.gender != Gender::Unknown && ref.gender != wanted.gender) || ref.entity == only || ref.entity == wanted.not_this) continue;
    if (only != INT32_MIN || ref.gender == Gender::Unknown || (ref.hints & hint::kQuoted) != 0)
      return INT32_MIN;
    only = ref.entity;
  }
  return only;
}

Discourse::Antecedent Discourse::choose(std::size_t refs, const Wanted& wanted) const {
  const auto opens_sentence = [this](const Ref& ref) { return ref.description.first == doc_->sentences[ref.sentence].first; };
  const auto owned = [&](const Ref& ref) {  // her agent, of whom she may be the owner
    const std::string_view w = doc_->words(ref.description.first);
    return wanted.gender == Gender::Female ? w == "her" || w == "Her" : w == "his" || w == "His";
  };
  struct Scored {
    std::size_t ref = SIZE_MAX;
    std::int32_t entity = INT32_MIN;
    float score = -1;
  };
  Scored best, second;
  const std::int32_t only = wanted.named ? INT32_MIN : alone_in_paragraph(refs, wanted);
  const bool behind_quote = wanted.token > 0 && doc_->tokens.tag[wanted.token - 1] == tag::kCloseQuote;
  const std::size_t stop = refs > kLookBack ? refs - kLookBack : 0;
  for (std::size_t i = refs; i-- > stop;) {
    const Ref& ref = refs_[i];
    const Gender gender = ref.gender;
    const bool other_gender = (gender != Gender::Unknown) & (wanted.gender != Gender::Unknown) & (gender != wanted.gender);
    if (other_gender | (ref.token >= wanted.token) | (ref.entity == wanted.not_this) | (wanted.named & (ref.entity < 0))) continue;
    if (wanted.plays && ref.entity >= 0 && entities_->leads_team(ref.entity)) continue;
    if (wanted.mentions > 0 && entities_->at(ref.entity).mentions < wanted.mentions) continue;
    const std::uint32_t distance = wanted.sentence - std::min(wanted.sentence, ref.sentence);
    if (distance > kSentencesBack && best.ref != SIZE_MAX) break;
    const std::size_t step = std::min<std::size_t>(distance, kSubjectWeight.size() - 1);
    if (distance > (wanted.goes_on ? 1 : 0)) {
      const float most = kMost[std::min(distance, kSentencesBack)] + (only != INT32_MIN ? kAloneInParagraph : 0.0F);
      // Nothing that stands farther back can still be the first or the second.
      if (second.score >= most) break;
      if (ref.entity == best.entity && best.score >= most) continue;
    }
    float score = (ref.hints & hint::kSubject) != 0 ? kSubjectWeight[step]
                  : (ref.hints & hint::kTopic) != 0 ? (kSubjectWeight[step] + kOtherWeight[step]) / 2
                  : distance == 0 && wanted.possessive       ? kNamedBesideHisWeight
                                                             : kOtherWeight[step];
    if (distance == 0 && !wanted.possessive && !wanted.named && ref.reported < 0 && alone_in_sentence(i, refs, wanted))
      score = std::max(score, behind_clause(wanted) ? kInClauseInFrontWeight : kAloneWeight);
    if (distance == 0 && wanted.possessive && ref.entity >= 0 && (ref.hints & hint::kSubject) != 0) score = std::max(score, kHisOwnWeight);
    if (distance == 0 && ref.his && wanted.possessive) score = std::max(score, kOwnerInMindWeight);
    if (distance == 0 && (ref.hints & hint::kPossessive) != 0)
      score = std::max(score, wanted.possessive || (ref.hints & hint::kTopic) != 0 ? kOwnerInMindWeight : kOwnerWeight);
    if (ref.entity == only && (distance > 0 || wanted.possessive)) score = std::max(score, kSubjectWeight[step] + kAloneInParagraph);
    if (distance >= kSubjectWeight.size()) score -= kFartherBack * static_cast<float>(distance - kSubjectWeight.size());
    const auto if_so = [](bool so, float weight) { return weight * static_cast<float>(so); };  // no branch to guess
    score += if_so((ref.hints & hint::kSpeaks) != 0, 0.5F);
    score -= if_so((ref.hints & hint::kHeadline) != 0, 0.8F);
    score -= if_so((ref.hints & hint::kQuoted) != 0, 0.8F);
    if (ref.reported >= 0 && ref.reported != wanted.reported && !wanted.named && !says(wanted.token, ref.reported)) score -= 0.5F;
    // "A relative left. “It leaks,” she said": whoever the paragraph just told of goes on, named or not. Near miss: "It began when her
    // agent said no. “It leaks,” she said".
    const bool goes_on = wanted.goes_on && distance <= 1 && ref.entity < 0 && spoke_alone(i) &&
                         ((behind_quote && !owned(ref)) || opens_sentence(ref));
    score -= if_so(!ref.description.empty() && !goes_on, 0.5F);
    score += if_so(goes_on, kGoesOn);
    score -= if_so(!ref.description.empty() && owned(ref) && !opens_sentence(ref), 0.3F);
    score += if_so(gender != Gender::Unknown, 0.4F);
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

}  // namespace onrecord
