// Whether two names, two dates or two mentions mean the same, as scoring takes it.
#pragma once

#include <string_view>

namespace onrecord {

// "; "-joined names are the same when each has its match on the other side. Case, accents, a possessive, articles and common
// titles are passed over. Strict: first and last word agree (a name of one word: that word); else the last word is enough.
//   same_name("Sen. Ana Reyes", "Ana M. Reyes", true) == true
[[nodiscard]] bool same_name(std::string_view a, std::string_view b, bool strict);

// Whether `predicted` is the date `gold` at gold's precision: a day answers to its year, month or week. False when empty.
[[nodiscard]] bool same_date(std::string_view gold, std::string_view predicted);

// What the words that name a speaker are made of: none, pronoun, relative, one name, several names, name and apposition,
// role and name, noun. By shape alone (capitals, commas, a few words), so one name may be a person's or a company's.
//   source_form("Tom Adeyemi, who led the survey") == "name and apposition"
[[nodiscard]] std::string_view source_form(std::string_view mention);

}  // namespace onrecord
