#include "lexicon/speaker_words.h"

#include "base/word_list.h"
#include "lexicon/word_ids.h"

namespace onrecord {

bool firm_by_trade(std::string_view w) {
  static constexpr WordList kWords{"giant",     "lender",    "insurer",   "carrier",    "maker",      "retailer",    "manufacturer",
                                   "charity",   "nonprofit", "startup",   "newspaper",  "magazine",   "broadcaster", "brewer",
                                   "automaker", "carmaker",  "chipmaker", "drugmaker",  "planemaker", "housebuilder"};
  return kWords.has(w);
}

bool any_organization(std::string_view w) {
  static constexpr WordList kWords{"bank",    "company", "firm",   "group", "organization", "organisation", "agency", "network",
                                   "paper",   "outlet",  "union",  "chain", "alliance",     "bloc",         "club",   "federation"};
  return firm_by_trade(w) || kWords.has(w);
}

bool paper(std::string_view w) {
  return w == "newspaper" || w == "agency" || w == "magazine" || w == "broadcaster" || w == "website";
}

bool unites(std::string_view w) {
  return w.ends_with("ers") || w == "Union" || w == "Guild" || w == "Federation" || w == "Association" || w == "Congress";
}

bool house_of_place(std::string_view w) {
  static constexpr WordList kWords{
      "police", "council", "constabulary", "airport", "hospital", "college", "service", "university",
      "brigade", "coastguard"};
  return kWords.has(w);
}

bool plays(std::string_view w) {
  static constexpr WordList kWords{"winger", "striker", "midfielder", "defender", "goalkeeper", "quarterback", "player",
                                   "forward", "full-back", "centre-back", "keeper", "playmaker", "opener", "seamer", "spinner",
                                   "all-rounder", "fly-half", "flanker", "goalscorer"};
  return kWords.has(w);
}

bool epithet(std::string_view w) {
  static constexpr WordList kWords{
      "actor", "actress", "singer", "star", "mogul", "businessman", "businesswoman", "billionaire", "nominee",
      "candidate", "politician", "lawmaker", "senator", "lawyer", "congressman", "congresswoman", "native", "veteran",
      "champion", "author", "artist", "rapper", "democrat", "republican", "frontrunner", "front-runner", "hopeful",
      "contender", "tycoon", "comedian", "musician", "writer", "novelist", "filmmaker", "entrepreneur", "athlete",
      "socialist", "conservative", "incumbent", "physicist", "batsman", "batter", "bowler", "pacer", "rookie",
      "skipper", "golfer", "boxer", "sprinter", "presenter", "mp", "composer", "conductor", "sculptor", "painter",
      "photographer", "poet", "playwright", "footballer", "dancer", "influencer", "teenager", "youngster", "pensioner",
      "medallist", "amateur", "founder", "witness", "royal", "hunk", "stunner", "beauty", "blonde", "brunette", "heart-throb",
      "heartthrob", "backbencher", "frontbencher"};
  return plays(w) || kWords.has(w);
}

bool parent_of_some(std::string_view w) {
  static constexpr WordList kParents{"mother", "mum", "mom", "father", "dad", "grandmother", "grandfather"};
  const std::size_t dash = w.find("-of-");
  return dash != std::string_view::npos && kParents.has(w.substr(0, dash));
}

bool epithet_of_house(std::string_view w) {
  static constexpr WordList kWords{"driver", "rider", "boss", "founder", "anchor", "captain", "gaffer"};
  return kWords.has(w);
}

bool runs_for_office(std::string_view w) {
  static constexpr WordList kWords{"candidate", "nominee", "hopeful", "contender", "frontrunner", "front-runner"};
  return kWords.has(w);
}

bool pair_of_people(std::string_view w) { return w == "pair" || w == "duo" || w == "couple"; }

bool spokesperson(std::string_view w) {
  static constexpr WordList kWords{
      "spokesman", "spokeswoman", "spokesperson", "spokespeople", "representative", "spokesmen"};
  return kWords.has(w);
}

bool spoken_at(std::string_view w) {
  static constexpr WordList kWords{"court",    "parliament", "Parliament", "opening",  "launch",      "premiere", "sidelines",
                                   "evidence", "unveiling",  "wedding",    "festival", "celebration", "anniversary"};
  return kWords.has(w);
}

bool spoken_in(std::string_view w) {
  static constexpr WordList kWords{
      "statement", "statements", "letter", "note", "memo", "report", "essay", "article", "release", "message",
      "interview", "filing", "affidavit", "book", "memoir", "video", "op-ed", "editorial", "tweets", "emails",
      "posts", "tweet", "post", "email", "e-mail"};
  return kWords.has(w);
}

bool leads_to_source(std::uint32_t word) {
  static const auto kWords = ids_of("from", "by", "among");
  return kWords.has(word);
}

}  // namespace onrecord
