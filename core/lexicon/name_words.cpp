#include "lexicon/name_words.h"

#include "base/word_list.h"
#include "lexicon/speaker_words.h"

namespace onrecord {

bool is_regnal(std::string_view w) {
  static constexpr WordList kTitles{
      "Prince", "Princess", "King", "Queen", "Pope", "Emperor", "Empress", "Sister", "Saint", "Lady"};
  return kTitles.has(w);
}

bool goes_with_first_name(std::string_view w) {
  return w == "Sir" || w == "Dame" || w == "Aunty" || w == "Auntie" || w == "Aunt" || w == "Uncle";
}

bool is_name_suffix(std::string_view w) {
  static constexpr WordList kSuffixes{"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", "JR.", "SR."};
  return kSuffixes.has(w);
}

bool is_legal_form(std::string_view w) {
  static constexpr WordList kForms{"Inc.", "Inc", "Ltd.", "Ltd", "LLC", "LLP", "Corp.", "PLC", "GmbH"};
  return kForms.has(w);
}

bool is_post_nominal(std::string_view w) {
  static constexpr WordList kHonours{
      "QC", "KC", "SC", "MP", "MEP", "MSP", "MLA", "TD", "MD", "M.D.", "PhD", "Ph.D.", "OBE", "CBE", "MBE", "KBE",
      "Esq."};
  return kHonours.has(w);
}

bool is_seat(std::string_view w) {
  if (w.size() > 2 && w.back() == 's') w.remove_suffix(1);  // Labour MPs
  return w == "MP" || w == "MSP" || w == "MEP" || w == "MLA" || w == "TD" || w == "MNA" || w == "MPA";
}

bool is_post_in_letters(std::string_view w) {
  static constexpr WordList kPosts{"MP",  "MLA", "MLC", "MNA", "MPA", "MEP", "MSP", "TD",  "MPP", "PM",  "CM",   "MEC", "CEO", "CFO",
                                   "COO", "CTO", "CIO", "CMO", "VP",  "SVP", "EVP", "SP",  "DSP", "ASP",  "SSP", "DIG",
                                   "IGP", "ACP", "DCP", "PPRO", "DCI"};
  return kPosts.has(w);
}

bool is_position(std::string_view w) {
  static constexpr WordList kPositions{"QB", "RB", "WR", "TE", "OL", "DL", "DE", "DT", "LB", "CB"};
  return kPositions.has(w);
}

bool is_compound_end(std::string_view w) {
  static constexpr WordList kEnds{
      "based", "born", "bred", "built", "era", "free", "held", "led", "like", "made", "owned", "run", "style",
      "wide"};
  return kEnds.has(w);
}

bool is_house(std::string_view w) {
  static constexpr WordList kHouses{"operator",  "developer", "provider", "supplier",   "producer",
                                    "publisher", "builder",   "tank",     "subsidiary", "airline"};
  return firm_by_trade(w) || kHouses.has(w);
}

bool is_first_name_too(std::string_view w) { return w == "Will" || w == "May" || w == "Mar"; }

bool is_club_word(std::string_view w) {
  static constexpr WordList kClubs{"County", "United", "Rovers", "Wanderers", "Athletic", "Albion", "Hotspur", "Wednesday", "FC"};
  return kClubs.has(w);
}

bool is_given_before_own(std::string_view w) {
  static constexpr WordList kGiven{"Muhammad", "Mohammad", "Mohammed", "Mohamed", "Muhamad", "Mohamad", "Mohd", "Mohd.", "Muhd",
                                   "Muhd.",    "Md",       "Md.",      "Abdul",   "Nur",     "Nor",     "Siti"};
  return kGiven.has(w);
}

bool is_company_word(std::string_view w) {
  static constexpr WordList kWords{
      "Energy", "Inc.", "Inc", "Corp.", "Corp", "Co.", "Company", "Group", "Foods", "Motors", "Airlines",
      "Bank", "Mining", "Industries", "Holdings", "Partners", "Systems", "Technologies", "Ltd.", "Ltd",
      "Limited", "Steel", "Oil", "Gas", "Media", "Entertainment", "Financial", "Capital", "Brands", "Stores",
      "Corporation", "Pharmaceuticals", "LLC", "Airways", "Marine", "Shipping", "Logistics", "Aviation",
      "Coal", "International", "Dairy", "Cement", "Breweries", "Brewery", "Insurance", "Telecom", "Chemicals", "Properties",
      "Ventures", "Studios", "Pharma", "Software", "Electronics", "Railways", "Petroleum", "Textiles", "Hotels", "Construction",
      "Engineering", "Solutions", "Associates", "Labs", "Laboratories", "Robotics", "Biosciences", "Therapeutics", "Semiconductor",
      "Semiconductors", "Networks", "Games", "Pictures", "Productions", "Securities", "Investments", "Advisors", "Healthcare",
      "Water", "Rail", "Travel", "Trading",
      "Health", "Utilities",
      "Minerals", "Resources", "Automotive", "Aerospace", "Beverages", "AB", "ASA", "Oyj", "GmbH",
      "plc", "PLC", "SpA", "S.p.A.", "S.A.", "N.V.", "Bhd", "Berhad"};
  return kWords.has(w);
}

bool is_paper_of_day(std::string_view w) {
  static constexpr WordList kPapers{"Times",   "Telegraph", "Mirror",  "Express", "Mail",   "Post",    "Herald", "Independent", "Star",
                                    "Sun",     "World",     "People",  "Mercury", "Tribune", "Business", "Age",   "Review",      "Standard",
                                    "Monitor", "Vision",    "Guardian", "Punch",  "Nation", "Observer"};
  return kPapers.has(w);
}

bool is_calling(std::string_view w) { return w.size() > 8 && w.ends_with("ologist"); }

}  // namespace onrecord
