// Whom a spokesperson speaks for: "a spokesman for the Trust", "Trust spokesman Tom Roe", "the ministry's spokeswoman, Joan Kern".
#include <algorithm>

#include "lexicon/speaker_words.h"
#include "lexicon/tags.h"
#include "resolve/speaker_finding.h"
#include "resolve/speakers.h"

namespace onrecord {

std::string Speakers::campaign_of(std::int32_t entity) const { return entities_.name_of(entity) + " campaign"; }

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
  if (const std::int32_t whom = possessor(first, head, statement); whom >= 0)
    return t.word[head - 1]->id == s.campaign ? campaign_of(whom) : entities_.name_of(whom);
  // "the ministry's spokeswoman", "a police spokesman"
  std::uint32_t last = head;
  while (last > first && t.tag[last - 1] == tag::kPossessive) --last;
  if (last > first && t.tag[last - 1] != tag::kDeterminer && t.tag[last - 1] != tag::kPossessivePronoun &&
      t.tag[last - 1] != tag::kAdjective) {
    if (last == head && t.tag[first] == tag::kDeterminer) ++first;  // the article is the spokesman's
    return text_of(doc_, first, last);
  }
  return {};
}

// Of a person who is introduced as one, in this mention or the article's first.
std::string Speakers::spoken_for_by(std::int32_t entity, TokenRange mention, const Statement& statement) const {
  for (std::uint32_t t = mention.first; t < mention.last; ++t)
    if (spokesperson(doc_.words(t))) return spoken_for(t, mention, statement);
  const Entity& e = entities_.at(entity);
  constexpr std::uint32_t kBeside = 8;  // tokens around the role
  for (std::uint32_t t = e.role_first; t < e.role_last; ++t)
    if (spokesperson(doc_.words(t))) {
      const auto block = std::partition_point(doc_.blocks.begin(), doc_.blocks.end(), [t](const TokenBlock& b) { return b.last <= t; });
      const TokenRange around{std::max(block->first, t - std::min(t, kBeside)), std::min(block->last, t + kBeside)};
      return spoken_for(t, around, statement);
    }
  return {};
}

}  // namespace onrecord
