// Whom a spokesperson speaks for: "a spokesman for the Trust", "Trust spokesman Tom Roe", "the ministry's spokeswoman, Joan Kern".
#include <algorithm>

#include "lexicon/role_words.h"
#include "lexicon/speaker_words.h"
#include "lexicon/tags.h"
#include "resolve/speakers/speaker_finding.h"
#include "resolve/speakers/speakers.h"
#include "text/ascii.h"

namespace onrecord {

std::string Speakers::campaign_of(std::int32_t entity) const { return entities_.name_of(entity) + " campaign"; }

// "a Calder council spokesman", "the UN refugee agency's spokeswoman": the house that the words from `first` to `head` end in, with the
// name in front of it; empty where they are a name alone, or somebody's campaign.
TokenRange Speakers::house_in_front(std::uint32_t first, std::uint32_t head) const {
  const Tokens& t = doc_.tokens;
  constexpr word_class::Bits kHouse = word_class::kGroup | word_class::kOrganizationName;
  std::uint32_t last = head;
  while (last > first && t.tag[last - 1] == tag::kPossessive) --last;
  if (last < first + 2 || name_over(last - 1) >= 0 || t.word[last - 1]->id == spellings().campaign) return {};
  const std::string_view what = doc_.words(last - 1);
  if (!is(last - 1, kHouse) && !any_organization(what) && !house_of_place(what)) return {};
  bool named = false;
  for (std::uint32_t k = first; k + 1 < last; ++k) {
    if (t.tag[k] == tag::kPossessive || t.tag[k] == tag::kPossessivePronoun) return {};
    const std::int32_t n = name_over(k);
    if (n < 0) continue;
    const Name& name = names_.all()[static_cast<std::size_t>(n)];
    if (entities_.at(name.entity).is_person() && name.has(name_hint::kGiven | name_hint::kTitled)) return {};
    // "Greens treasury spokesman": a party has fields, no houses
    if (!party_name(lower_ascii(doc_.words(name.last - 1))).empty()) return {};
    named = true;
  }
  const bool article_of_head = last == head && t.tag[first] == tag::kDeterminer;  // it is the spokesman's
  return named ? TokenRange{first + (article_of_head ? 1U : 0U), last} : TokenRange{};
}

// What `head`, the word spokesman or one like it, is of; empty when the text does not say. Words of `range` alone are looked at.
std::string Speakers::spoken_for(std::uint32_t head, TokenRange range, const Statement& statement) const {
  const Tokens& t = doc_.tokens;
  const Spellings& s = spellings();
  if (head + 1 < range.last && (t.word[head + 1]->id == s.for_ || t.word[head + 1]->id == s.of || t.word[head + 1]->id == s.with)) {
    const Phrase whom = read_phrase(doc_, names_, head + 2, range.last);
    if (whom.head < range.last && t.word[whom.head]->id == s.campaign)
      if (const std::int32_t whose = possessor(head + 2, whom.head, statement); whose >= 0) return campaign_of(whose);
    if (whom.name >= 0) return entities_.name_of(names_.all()[static_cast<std::size_t>(whom.name)].entity);
    return whom.end > head + 2 ? text_of(doc_, head + 2, std::min(whom.end, range.last)) : std::string();
  }
  std::uint32_t first = head;
  const auto belongs = [&](char g) {
    return g == tag::kNoun || g == tag::kNouns || g == tag::kName || g == tag::kNames || g == tag::kAdjective || g == tag::kPossessive ||
           g == tag::kDeterminer || g == tag::kPossessivePronoun;
  };
  while (first > range.first && belongs(t.tag[first - 1])) --first;
  if (const TokenRange house = house_in_front(first, head); !house.empty()) return text_of(doc_, house.first, house.last);
  if (const std::int32_t whom = possessor(first, head, statement); whom >= 0)
    return t.word[head - 1]->id == s.campaign ? campaign_of(whom) : entities_.name_of(whom);
  // "the ministry's spokeswoman", "a police spokesman"
  std::uint32_t last = head;
  while (last > first && t.tag[last - 1] == tag::kPossessive) --last;
  if (last > first && t.tag[last - 1] != tag::kDeterminer && t.tag[last - 1] != tag::kPossessivePronoun &&
      t.tag[last - 1] != tag::kAdjective) {
    // "Labour's transport spokeswoman": whose the field is
    constexpr word_class::Bits kHouse = word_class::kGroup | word_class::kOrganizationName;
    bool housed = false;  // "the city's water board": it is the board's
    for (std::uint32_t k = last; k-- > first + 1 && !housed;) {
      housed = is(k, kHouse) || name_over(k) >= 0;
      if (t.tag[k] == tag::kPossessive) last = k;
    }
    if (last == head && t.tag[first] == tag::kDeterminer) ++first;  // the article is the spokesman's
    // "Opposition ports spokeswoman": the field is hers
    if (first + 1 < last && (doc_.words(first) == "Opposition" || !party_name(lower_ascii(doc_.words(first))).empty())) last = first + 1;
    // "a company spokeswoman": of which, where the article tells
    if (first + 1 == last && is_firm_word(doc_.words(first)))
      if (const std::int32_t house = topic_house(); house >= 0) return entities_.name_of(house);
    return text_of(doc_, first, last);
  }
  return {};
}

// "“It leaks,” the spokesman added.": for whom he spoke just before.
std::string Speakers::spoken_for_before(const Statement& statement) const {
  constexpr std::ptrdiff_t kStatementsBack = 8;
  const std::ptrdiff_t own = &statement - statements_->data();
  for (std::ptrdiff_t i = own - 1; i >= 0 && i >= own - kStatementsBack; --i) {
    const Statement& before = (*statements_)[static_cast<std::size_t>(i)];
    const TokenRange mention = tokens_under(doc_, before.mention);
    if (before.within >= 0 || before.on_behalf_of.empty()) continue;
    for (std::uint32_t t = mention.first; t < mention.last; ++t)
      if (spokesperson(doc_.words(t))) return before.on_behalf_of;
  }
  return {};
}

// "The Harbour Trust says it leaks. A spokesman said: …": the house that spoke in the sentence before, in the same paragraph; empty for
// none.
std::string Speakers::house_before(TokenRange mention, const Statement& statement) const {
  const Parsed* parsed = parsed_at(mention.first);
  if (parsed == nullptr || parsed == cascade_.sentences().data()) return {};
  const TokenRange before{(parsed - 1)->sentence.first, (parsed - 1)->sentence.last};
  if (before.empty() || !same_paragraph(before.first, mention.first)) return {};
  const Who house = house_that_spoke(&statement - statements_->data(), before);
  return house.speaker && !house.speaker->unnamed ? house.speaker->name : std::string();
}

// "Reyes said on behalf of the family", in nobody's words.
std::string Speakers::named_as_spoken_for(const Statement& statement) const {
  static const std::uint32_t behalf = look_up("behalf").id;
  constexpr std::uint32_t kFar = 10;  // tokens
  if (!tells_of_behalf_) tells_of_behalf_ = doc_.text.find("behalf of ") != std::string_view::npos;
  if (!*tells_of_behalf_) return {};
  const TokenRange cue = tokens_under(doc_, statement.cue);
  const Parsed* parsed = cue.empty() ? nullptr : parsed_at(cue.first);
  if (parsed == nullptr) return {};
  const Tokens& t = doc_.tokens;
  const std::uint32_t from = std::max(parsed->sentence.first + 1, cue.first - std::min(cue.first, kFar));
  const std::uint32_t to = std::min(parsed->sentence.last, cue.last + kFar);
  for (std::uint32_t k = from; k + 2 < to; ++k) {
    if (t.word[k]->id != behalf || behalf == 0 || t.word[k + 1]->id != spellings().of) continue;
    const std::uint32_t at = t.begin[k];
    if (std::any_of(statement.content.begin(), statement.content.end(), [at](Span s) { return s.begin <= at && at < s.end; })) continue;
    const Phrase whom = read_phrase(doc_, names_, k + 2, to);
    if (whom.name >= 0) return entities_.name_of(names_.all()[static_cast<std::size_t>(whom.name)].entity);
    return text_of(doc_, k + 2, whom.end);
  }
  return {};
}

// Of a person who is introduced as one, in this mention or the article's first.
std::string Speakers::spoken_for_by(std::int32_t entity, TokenRange mention, const Statement& statement) const {
  for (std::uint32_t t = mention.first; t < mention.last; ++t) {
    if (!spokesperson(doc_.words(t)) && !doc_.words(t).starts_with("Spokes")) continue;  // no Representative
    std::string whom = spoken_for(t, mention, statement);
    return whom.empty() && t == mention.first ? house_before(mention, statement) : whom;  // Spokesman Ana Reyes
  }
  const Entity& e = entities_.at(entity);
  constexpr std::uint32_t kBeside = 8;  // tokens around the role
  for (std::uint32_t t = e.role_first; t < e.role_last; ++t)
    if (spokesperson(doc_.words(t))) {
      const auto block = block_over(t);
      const TokenRange around{std::max(block->first, t - std::min(t, kBeside)), std::min(block->last, t + kBeside)};
      return spoken_for(t, around, statement);
    }
  return {};
}

}  // namespace onrecord
