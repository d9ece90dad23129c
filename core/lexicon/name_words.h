// Words that tell where a name begins and ends, and what has it. Letter case counts.
#pragma once

#include <string_view>

#include "lexicon/lexicon.h"

namespace onrecord {

namespace word_class {
inline constexpr Bits kFirstName = kMaleName | kFemaleName;
inline constexpr Bits kAnyTitle = kTitle | kMaleTitle | kFemaleTitle;
}  // namespace word_class

// Titles that go with a first name alone and belong to it: Prince, Pope.
[[nodiscard]] bool is_regnal(std::string_view word);

// "Sir", "Dame", "Aunty": titles with which people go by the first name.
[[nodiscard]] bool goes_with_first_name(std::string_view title);

// "Jr.", "III": tells two of one name apart.
[[nodiscard]] bool is_name_suffix(std::string_view word);

// "Inc.", "Ltd.": what a company is, behind its name and a comma.
[[nodiscard]] bool is_legal_form(std::string_view word);

// "QC", "MP", "Ph.D.": honours behind a name, no part of it.
[[nodiscard]] bool is_post_nominal(std::string_view word);

// "QB", "DL": where somebody plays, as American sports pages print it in front of a name.
[[nodiscard]] bool is_position(std::string_view word);

// "MP", "MSP": of those, who has a seat somewhere, and is called so for short.
[[nodiscard]] bool is_seat(std::string_view word);

// "MLA", "CEO", "DSP": posts and ranks in letters, in front of a name. Near miss: "DJ", which goes with it.
[[nodiscard]] bool is_post_in_letters(std::string_view word);

// "based", "led": what may end an adjective that begins with a name, "London-based". Near miss: "in" of "Jae-in".
[[nodiscard]] bool is_compound_end(std::string_view word);

// "operator", "publisher": what a firm is called as often as a person.
[[nodiscard]] bool is_house(std::string_view word);

// "Will", "May", "Mar": first names that are small words or months besides.
[[nodiscard]] bool is_first_name_too(std::string_view word);

// "Muhammad", "Siti": first names behind which the one stands by which somebody is called.
[[nodiscard]] bool is_given_before_own(std::string_view word);

// "United", "Rovers": what a club's name ends in. "City" may be a town's.
[[nodiscard]] bool is_club_word(std::string_view word);

// "Energy", "Ltd.": what a company's name ends in, so that its first word alone may stand for it.
[[nodiscard]] bool is_company_word(std::string_view word);

// "Mirror", "Times": what papers are called behind the day on which they come out.
[[nodiscard]] bool is_paper_of_day(std::string_view word);

// "glaciologist": a calling that word lists need not know.
[[nodiscard]] bool is_calling(std::string_view word);

}  // namespace onrecord
