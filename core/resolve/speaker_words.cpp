#include "resolve/speaker_words.h"

#include <algorithm>

#include "base/word_list.h"

namespace onrecord {

const Spellings& spellings() {
  static const Spellings words;
  return words;
}

bool any_organization(std::string_view w) {
  static constexpr WordList kWords{
      "bank", "company", "firm", "group", "organization", "organisation", "agency", "network", "newspaper",
      "paper", "magazine", "outlet", "union", "alliance", "chain", "manufacturer", "nonprofit", "charity",
      "bloc", "carrier", "retailer", "maker", "startup", "giant"};
  return kWords.has(w);
}

bool paper(std::string_view w) { return w == "newspaper" || w == "agency" || w == "magazine" || w == "broadcaster" || w == "website"; }

bool unites(std::string_view w) {
  return w.ends_with("ers") || w == "Union" || w == "Guild" || w == "Federation" || w == "Association" || w == "Congress";
}

bool house_of_place(std::string_view w) {
  static constexpr WordList kWords{
      "police", "council", "constabulary", "airport", "hospital", "college", "service", "university",
      "brigade", "coastguard"};
  return kWords.has(w);
}

bool epithet(std::string_view w) {
  static constexpr WordList kWords{
      "actor", "actress", "singer", "star", "mogul", "businessman", "businesswoman", "billionaire", "nominee",
      "candidate", "politician", "lawmaker", "senator", "lawyer", "congressman", "congresswoman", "native",
      "veteran", "champion", "quarterback", "author", "artist", "rapper", "democrat", "republican",
      "frontrunner", "front-runner", "hopeful", "contender", "tycoon", "comedian", "musician", "writer",
      "novelist", "filmmaker", "entrepreneur", "striker", "midfielder", "defender", "goalkeeper", "player",
      "athlete", "socialist", "conservative", "incumbent", "physicist", "winger", "batsman", "batter",
      "bowler", "pacer", "skipper", "golfer", "boxer", "sprinter", "presenter", "mp"};
  return kWords.has(w);
}

bool epithet_of_house(std::string_view w) {
  static constexpr WordList kWords{"driver", "rider", "boss", "founder", "anchor", "captain", "gaffer"};
  return kWords.has(w);
}

bool plays(std::string_view w) {
  return w == "winger" || w == "striker" || w == "midfielder" || w == "defender" || w == "goalkeeper" || w == "quarterback" || w == "player";
}

bool runs_for_office(std::string_view w) {
  return w == "candidate" || w == "nominee" || w == "hopeful" || w == "contender" || w == "frontrunner" || w == "front-runner";
}

bool pair_of_people(std::string_view w) { return w == "pair" || w == "duo" || w == "couple"; }

bool spokesperson(std::string_view w) {
  static constexpr WordList kWords{
      "spokesman", "spokeswoman", "spokesperson", "spokespeople", "representative", "spokesmen"};
  return kWords.has(w);
}

int first_chunk(const Chunks& chunks, std::uint32_t token) {
  constexpr int kChunksBack = 80;
  const auto it = std::partition_point(chunks.chunks.begin(), chunks.chunks.end(), [token](const Chunk& c) { return c.last <= token; });
  const int here = static_cast<int>(it - chunks.chunks.begin());
  return here == chunks.size() ? 0 : std::max(0, here - kChunksBack);  // past its end: a sentence before, whose first subject counts
}

}  // namespace onrecord
