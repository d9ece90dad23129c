#include "lexicon/role_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/word_list.h"

namespace onrecord {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// Titles in front of a name that are written short, or otherwise later on.
constexpr std::array<Pair, 25> kShort = {{
    {"sen.", "senator"},     {"rep.", "representative"},  {"gov.", "governor"},      {"gen.", "general"},
    {"prof.", "professor"},  {"dr.", "doctor"},           {"lt.", "lieutenant"},     {"col.", "colonel"},
    {"sgt.", "sergeant"},    {"capt.", "captain"},        {"rev.", "reverend"},      {"pres.", "president"},
    {"sen", "senator"},      {"rep", "representative"},   {"gov", "governor"},       {"gen", "general"},
    {"cllr", "councillor"},  {"councilor", "councillor"}, {"insp.", "inspector"},    {"det.", "detective"},
    {"dr", "doctor"},        {"supt.", "superintendent"},
    {"justice", "judge"},  {"cr", "councillor"},  {"clr", "councillor"},
}};

// Words for a party and its people, and the one that stands for all of them.
constexpr std::array<Pair, 16> kParties = {{
    {"gop", "republican"},      {"g.o.p.", "republican"},    {"republican", "republican"},
    {"republicans", "republican"}, {"democrat", "democratic"}, {"democrats", "democratic"},
    {"democratic", "democratic"},  {"labour", "labour"},       {"conservative", "conservative"},
    {"greens", "green"},           {"tory", "conservative"},   {"libertarian", "libertarian"}, {"r", "republican"},
    {"d", "democratic"},        {"r-", "republican"},        {"d-", "democratic"},
}};

}  // namespace

std::string_view role_in_full(std::string_view w) {
  for (const auto& [from, to] : kShort)
    if (w == from) return to;
  return w;
}

std::span<const std::string_view> callings_like(std::string_view word) {
  using namespace std::string_view_literals;
  static constexpr std::array kCoach = {"coach"sv, "manager"sv, "boss"sv, "gaffer"sv};
  static constexpr std::array kScientist = {"researcher"sv, "scientist"sv, "professor"sv, "academic"sv, "don"sv};
  static constexpr std::array kDoctor = {"doctor"sv, "physician"sv, "surgeon"sv, "medic"sv};
  static constexpr std::array kLawyer = {"lawyer"sv, "attorney"sv, "solicitor"sv, "barrister"sv};
  static constexpr std::array kDefendant = {"defendant"sv, "accused"sv};
  static constexpr std::array kOfficer = {"officer"sv,   "constable"sv,      "sergeant"sv,  "inspector"sv,
                                          "detective"sv, "superintendent"sv, "pc"sv,        "commander"sv};
  static constexpr std::array kPastor = {"pastor"sv, "reverend"sv, "vicar"sv, "priest"sv};
  static constexpr std::array kLawmaker = {"lawmaker"sv,    "legislator"sv,    "senator"sv,
                                           "congressman"sv, "congresswoman"sv, "representative"sv};
  using Set = std::span<const std::string_view>;
  for (const Set set : {Set(kCoach), Set(kScientist), Set(kDoctor), Set(kLawyer), Set(kDefendant), Set(kOfficer), Set(kPastor),
                        Set(kLawmaker)})
    if (std::find(set.begin(), set.end(), word) != set.end()) return set;
  return {};
}

std::span<const std::string_view> heads_of_house() {
  using namespace std::string_view_literals;
  static constexpr std::array kHeads = {"leader"sv, "chief"sv, "boss"sv, "head"sv, "president"sv, "secretary"sv};
  return kHeads;
}

std::span<const std::string_view> heads_of_territory(std::string_view territory) {
  using namespace std::string_view_literals;
  static constexpr std::array kTerritories = {"county"sv, "state"sv, "province"sv, "city"sv, "town"sv, "borough"sv};
  static constexpr std::array kHeads = {"governor"sv, "mayor"sv};
  const bool known = std::find(kTerritories.begin(), kTerritories.end(), territory) != kTerritories.end();
  return known ? std::span<const std::string_view>(kHeads) : std::span<const std::string_view>();
}

std::string_view party_name(std::string_view w) {
  for (const auto& [from, to] : kParties)
    if (w == from) return to;
  return {};
}

bool is_firm_word(std::string_view word) { return word == "company" || word == "firm"; }

std::string_view office_of_style(std::string_view first_word) {
  if (first_word == "Rt" || first_word == "Rt." || first_word == "Right") return "bishop";
  if (first_word == "Most") return "archbishop";
  return first_word == "Very" ? "dean" : "";
}

bool is_address(std::string_view word) {
  static constexpr WordList kAddress{
      "Mr.",    "Mrs.",  "Ms.", "Mr",   "Mrs", "Ms",   "Miss",  "Dr.",  "Dr",     "MR.",    "MRS.",    "MS.",    "DR.",
      "Alhaji", "Hajiya", "Malam", "Mallam", "Shri", "Smt", "Smt.", "Datuk", "Barr.", "Engr.", "Engr", "Sir", "Dame",
      "Barrister", "Comrade", "Comr.", "Alhaja", "Hajia", "Otunba"};
  return kAddress.has(word);
}

bool is_rank(std::string_view word) {
  static constexpr WordList kRanks{
      "Gen.",  "General",  "Lt.",  "Lieutenant", "Col.",  "Colonel",   "Maj.",  "Major",      "Capt.", "Captain",  "Sgt.",
      "Adm.",  "Admiral",  "Brig.", "Brigadier", "Insp.", "Inspector", "Supt.", "Prof.",      "Prof",  "Professor", "Rev.",
      "Rev",   "Fr.",      "Fr",   "Cllr",       "Cllr.", "Cr",        "Clr",   "Councillor", "Councilor", "Sister", "Imam",
      "Rabbi"};
  return kRanks.has(word);
}

}  // namespace onrecord
