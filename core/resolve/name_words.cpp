#include "resolve/name_words.h"

#include <algorithm>
#include <array>

namespace onrecord {

bool is_name_particle(std::string_view w) {
  static constexpr std::array<std::string_view, 28> kParticles = {"de",  "del", "della", "di", "da", "do",  "dos", "du", "la",  "le",
                                                                  "van", "von", "der",   "den", "ter", "al", "el",  "bin", "ibn",
                                                                  "ben", "y",   "ul",    "af", "av", "zu",  "bint", "des", "st."};
  if (w.size() > 5 || w.empty() || std::string_view("abdeiltuvyzs").find(w[0]) == std::string_view::npos) return false;
  return std::find(kParticles.begin(), kParticles.end(), w) != kParticles.end();
}

bool is_regnal(std::string_view w) {
  static constexpr std::array<std::string_view, 10> kTitles = {"Prince",  "Princess", "King",   "Queen", "Pope",
                                                               "Emperor", "Empress",  "Sister", "Saint", "Lady"};
  return std::find(kTitles.begin(), kTitles.end(), w) != kTitles.end();
}

bool is_name_suffix(std::string_view w) {
  return w == "Jr." || w == "Jr" || w == "Sr." || w == "Sr" || w == "II" || w == "III" || w == "IV" || w == "JR." || w == "SR.";
}

bool is_post_nominal(std::string_view w) {
  static constexpr std::array<std::string_view, 16> kHonours = {"QC",   "KC",   "MP",  "MEP", "MSP", "MLA", "TD", "MD",  "M.D.",
                                                                "PhD", "Ph.D.", "OBE", "CBE", "MBE", "KBE", "Esq."};
  return w.size() <= 5 && std::find(kHonours.begin(), kHonours.end(), w) != kHonours.end();
}

bool has_article(std::string_view w) {
  return w.size() > 5 && w[2] == '-' && (w[0] == 'a' || w[0] == 'e') && w[3] >= 'A' && w[3] <= 'Z';
}

bool is_seat(std::string_view w) { return w == "MP" || w == "MSP" || w == "MEP" || w == "MLA" || w == "TD"; }

bool is_compound_end(std::string_view w) {
  static constexpr std::array<std::string_view, 14> kEnds = {"based", "born", "bred", "built", "era",  "free", "held",
                                                             "led",   "like", "made", "owned", "run", "style", "wide"};
  return std::find(kEnds.begin(), kEnds.end(), w) != kEnds.end();
}

bool is_house(std::string_view w) {
  static constexpr std::array<std::string_view, 14> kHouses = {"operator",  "developer", "provider", "supplier",  "producer", "publisher", "giant",
                                                               "builder",   "lender",    "insurer",  "carrier",   "maker",    "retailer",  "manufacturer"};
  return std::find(kHouses.begin(), kHouses.end(), w) != kHouses.end();
}

bool is_first_name_too(std::string_view w) { return w == "Will" || w == "May"; }

bool is_calling(std::string_view w) { return w.size() > 8 && w.ends_with("ologist"); }

}  // namespace onrecord
