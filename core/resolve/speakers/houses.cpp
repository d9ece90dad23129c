// Which organisation "the company", "the news agency" and "Calder police" are.
#include "resolve/speakers/speakers.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "lexicon/name_words.h"
#include "lexicon/role_words.h"
#include "lexicon/speaker_words.h"
#include "lexicon/tags.h"
#include "resolve/speakers/description.h"
#include "resolve/speakers/speaker_finding.h"
#include "text/ascii.h"

namespace onrecord {

using namespace word_class;
namespace hint = name_hint;

// A house that goes by the name, which no entity has.
Speakers::Who Speakers::house_called(std::string name, float confidence) {
  Who who;
  who.speaker.emplace();
  who.speaker->name = std::move(name);
  who.speaker->kind = SpeakerKind::Organization;
  who.speaker->confidence = confidence;
  return who;
}

// "Calder police", "the Fire and Rescue service", "the Dockers union": what `head` calls a house of stands in front of it as a name does.
// Nobody for "Reyes's council" and "the city council".
Speakers::Who Speakers::of_house_of_place(std::uint32_t first, std::uint32_t head) const {
  if (head == first || !(house_of_place(doc_.words(head)) || doc_.words(head) == "union")) return {};
  const std::int32_t index = name_over(head - 1);
  if (index < 0) return {};
  const Name& name = names_.all()[static_cast<std::size_t>(index)];
  const Entity& e = entities_.at(name.entity);
  if (doc_.words(head) == "union" && !unites(doc_.words(head - 1))) return {};  // "the Veldt union" is of whom its firm employs
  if (name.last != head || (e.is_person() && name.has(hint::kGiven | hint::kTitled))) return {};
  if (doc_.tokens.tag[first] == tag::kDeterminer) ++first;
  return house_called(text_of(doc_, first, head + 1), Confidence::organization);
}

// "The Independent newspaper", "Gull news agency": the capitals in front of what it is are its name. A town's do not
// ("the Calder newspaper"), nor a day's.
Speakers::Who Speakers::of_paper(std::uint32_t first, std::uint32_t head) const {
  const Tokens& t = doc_.tokens;
  if (!paper(doc_.words(head))) return {};
  if (t.tag[first] == tag::kDeterminer) ++first;
  std::uint32_t end = head;
  if (end > first && (doc_.words(end - 1) == "news" || doc_.words(end - 1) == "daily")) --end;
  if (first >= end) return {};
  for (std::uint32_t k = first; k < end; ++k)
    if ((t.shape[k] & (kCapital | kMark)) != kCapital || is(k, kWeekday | kMonth)) return {};
  if (const std::int32_t name = name_over(end - 1); name >= 0 && names_.all()[static_cast<std::size_t>(name)].first <= first) {
    const std::int32_t entity = names_.all()[static_cast<std::size_t>(name)].entity;
    const Entity& e = entities_.at(entity);
    return e.is_place || e.is_person() ? Who{} : of_entity(entity, Confidence::organization);
  }
  if (is(end - 1, kPlace | kDemonym)) return {};
  return house_called(text_of(doc_, first, end), Confidence::organization);
}

// "the group" goes on being the one that it was just before, unless another organisation was the subject since.
std::int32_t Speakers::called_before(std::uint32_t first, std::uint32_t head, const Statement& statement) const {
  constexpr std::ptrdiff_t kStatementsBack = 4;
  if (head != first + 1) return -1;
  const std::ptrdiff_t own = &statement - statements_->data();
  for (std::ptrdiff_t i = own - 1; i >= 0 && i >= own - kStatementsBack; --i) {
    const Statement& before = (*statements_)[static_cast<std::size_t>(i)];
    const std::int32_t entity = entity_of_[static_cast<std::size_t>(i)];
    if (before.within >= 0 || entity < 0) continue;
    const TokenRange mention = tokens_under(doc_, before.mention);
    if (mention.first + 2 != mention.last || doc_.tokens.word[mention.first + 1]->id != doc_.tokens.word[head]->id) return -1;
    for (std::size_t n = names_.first_from(mention.last); n < names_.all().size() && names_.all()[n].first < first; ++n) {
      const Name& name = names_.all()[n];
      const bool house = entities_.at(name.entity).kind == SpeakerKind::Organization;
      const std::uint32_t at = doc_.tokens.begin[name.first];
      const bool reported = std::any_of(before.content.begin(), before.content.end(), [at](Span s) { return s.begin <= at && at < s.end; });
      if (house && !reported && name.entity != entity && name.has(hint::kSubject | hint::kSpeaks)) return -1;
    }
    return entity;
  }
  return -1;
}

// "the Dunmore newspaper chain", "the Veldt group": whose name stands in front of what it is. A place's does not ("the Calder newspaper"),
// and those of the firm may have a union ("the Veldt union").
std::int32_t Speakers::called_by(std::uint32_t first, std::uint32_t head) const {
  const std::string_view what = doc_.words(head);
  if (!any_organization(what) || what == "union" || what == "alliance") return -1;
  const std::size_t n = names_.first_from(first);
  if (n == names_.all().size() || names_.all()[n].first > head || names_.all()[n].before != first + 1) return -1;
  const Name& name = names_.all()[n];
  const Entity& e = entities_.at(name.entity);
  return e.kind == SpeakerKind::Organization && !e.is_place && !is_part_of_house(doc_, name.last, head) ? name.entity : -1;
}

// "the Dockers Guild of Calder": a union by a word of its name.
bool Speakers::of_members(const Entity& house) const {
  for (std::uint32_t k = house.first; k < house.last; ++k)
    if (unites(doc_.words(k)) && (doc_.tokens.shape[k] & kCapital) != 0) return true;
  return false;
}

// "Labour's Ana Reyes left. The party said": the party by the word that stands for it, a little before.
Speakers::Who Speakers::party_before(std::uint32_t token) const {
  constexpr std::uint32_t kFar = 80;  // tokens
  const Tokens& t = doc_.tokens;
  for (std::uint32_t k = token; k > 0 && token - k < kFar; --k) {
    const std::string_view w = doc_.words(k - 1);
    if ((t.shape[k - 1] & (kCapital | kMark)) != kCapital || w.size() < 3 || party_name(lower_ascii(w)).empty()) continue;
    // "Labour" and "the Liberal Party" are called so, not "the Democratic nominee"
    const bool in_full = k < token && doc_.words(k) == "Party";
    if (!in_full && w != "Labour" && w != "GOP") return {};
    if (k > 1 && t.tag[k - 2] == tag::kPreposition && doc_.words(k - 2) == "of") continue;  // the Department of Labour
    Who who;
    who.speaker.emplace();
    who.speaker->name = text_of(doc_, k - 1, in_full ? k + 1 : k);
    who.speaker->kind = SpeakerKind::Organization;
    who.speaker->confidence = Confidence::called;
    return who;
  }
  return {};
}

// The firm that the report is about: the first subject of its first sentences, where that is one; -1 for none.
std::int32_t Speakers::topic_house() const {
  constexpr std::uint32_t kSentences = 3;  // of the report itself, below its titles
  std::uint32_t first = 0;
  for (const TokenBlock& block : doc_.blocks)
    if (block.role == Role::Paragraph) {
      first = block.first_sentence;
      break;
    }
  for (const Name& name : names_.all()) {
    if (name.sentence < first) continue;
    if (name.sentence >= first + kSentences) break;
    if (!name.has(hint::kSubject | hint::kSpeaks) || name.has(hint::kHeadline)) continue;
    const Entity& e = entities_.at(name.entity);
    const bool firm = !name.has(hint::kOrgWord) || is_company_word(doc_.words(name.last - 1));  // no ministry
    return e.kind == SpeakerKind::Organization && !e.is_place && firm ? name.entity : -1;
  }
  return -1;
}

// The organisation that is most in mind at "the news agency", tokens `first` to `head`: by how near it was named, whether as a subject, and
// how often in all; with `by_words` one that has all the description's words in its name ("the appeals court" is no Supreme Court).
std::int32_t Speakers::organization_before(std::uint32_t first, std::uint32_t head, bool by_words) const {
  const auto has_words = [&](const Entity& e) {
    for (std::uint32_t w = first; w <= head; ++w) {
      const char g = doc_.tokens.tag[w];
      if (g != tag::kNoun && g != tag::kNouns && g != tag::kName && g != tag::kNames && g != tag::kAdjective) continue;
      const std::uint64_t wanted = folded_hash(doc_.words(w));
      bool found = false;
      for (std::uint32_t k = e.first; k < e.last && !found; ++k) found = folded_hash(doc_.words(k)) == wanted;
      if (!found) return false;
    }
    return true;
  };
  const auto it = std::partition_point(doc_.sentences.begin(), doc_.sentences.end(), [head](const Sentence& s) { return s.last <= head; });
  const auto sentence = static_cast<std::uint32_t>(it - doc_.sentences.begin());
  std::size_t n = names_.first_from(head);
  int left = 40;
  // "the company", "the London-listed company", "the consumer goods group"
  const bool firm = is_firm_word(doc_.words(head)) || (doc_.words(head) == "group" && head > first + 1);
  const std::int32_t topic = firm ? topic_house() : -1;
  const bool unions = doc_.words(head) == "union";
  const bool telling = doc_.words(head) == "club";  // no name that might be anybody's
  constexpr float kTopic = 1.1F;
  std::int32_t best = -1;
  float best_score = -100;
  float distance = 0;
  while (n-- > 0 && left-- > 0) {
    const Name& name = names_.all()[n];
    if (name.last > head) continue;
    const Entity& e = entities_.at(name.entity);
    distance += 0.1F;
    if (e.kind != SpeakerKind::Organization || (e.is_place && !by_words)) continue;
    if (by_words) {
      if (has_words(e)) return name.entity;
      continue;
    }
    const bool members = of_members(e) || name.has(hint::kAcronym);
    if (name.has(hint::kHeadline) || (unions && !members) || (telling && e.organization <= 0)) continue;
    // "told the Post": who was told is not who it is about.
    std::uint32_t before = name.before;
    if (before > 0 && doc_.tokens.tag[before - 1] == tag::kDeterminer) --before;
    if (before > 0 && (doc_.words(before - 1) == "told" || doc_.words(before - 1) == "tells")) continue;
    float score = 0.15F * static_cast<float>(std::min<std::uint32_t>(e.mentions, 8)) - distance;
    if (name.has(hint::kSubject | hint::kSpeaks)) score += 0.8F;
    if (name.has(hint::kSpeaks) && name.sentence + 1 == sentence) score += 0.5F;  // it goes on
    if (name.has(hint::kPossessive)) score += 0.3F;
    if (name.entity == topic) score += kTopic;
    if (name.has(hint::kIn)) score -= 0.3F;
    if (name.has(hint::kPlaceWord)) score -= 0.5F;
    if (score > best_score) best_score = score, best = name.entity;
  }
  return best;
}

// "“It leaks,” the firm said. “Badly,” it added.": the house whose own words a statement before `own`, of the sentence
// `tokens`, has; nobody where a person or several speak in it.
Speakers::Who Speakers::house_that_spoke(std::ptrdiff_t own, TokenRange tokens) const {
  constexpr std::ptrdiff_t kStatementsBack = 6;
  for (std::ptrdiff_t i = own - 1; i >= 0 && i >= own - kStatementsBack; --i) {
    const Statement& before = (*statements_)[static_cast<std::size_t>(i)];
    const TokenRange mention = tokens_under(doc_, before.mention);
    if (before.within >= 0 || mention.empty() || mention.first < tokens.first || mention.first >= tokens.last || !before.speaker) continue;
    const bool several = mention.last - mention.first > 0 && doc_.tokens.tag[mention.last - 1] == tag::kNouns;
    if (before.speaker->kind != SpeakerKind::Organization || several) return {};
    Who who;
    who.speaker = before.speaker;
    who.speaker->confidence = std::min(before.speaker->confidence, Confidence::called);
    who.on_behalf_of = before.on_behalf_of;
    who.entity = entity_of_[static_cast<std::size_t>(i)];
    return who;
  }
  return {};
}

// "The White House said no. The president left": whether it is that house's, not that of a union of whom the article tells as well.
bool Speakers::of_white_house(const Description& d) const {
  constexpr std::uint32_t kNear = 30;  // tokens
  if (d.noun != "president") return false;
  for (std::uint32_t k = d.first; k > 1 && d.first - k < kNear; --k)
    if (doc_.words(k - 1) == "House" && doc_.words(k - 2) == "White") return same_paragraph(k - 1, d.first);
  return false;
}

}  // namespace onrecord
