// Bylines: the line that says who wrote an article, and the names in it.
//
//   byline_names("By Ana Reyes and JOHN DOE, Staff Writers") == "Ana Reyes; John Doe"
//   byline_names("By The Associated Press") == "The Associated Press"
//
// Only names come out: roles, places, dates, addresses and "By" stay behind.
#pragma once

#include <string>
#include <string_view>

namespace onrecord {

// Whether the line is a byline by its own words: "By Ana Reyes", "Ana Reyes, Staff Writer", "Ana Reyes | Reuters".
// "By Tuesday, the bridge was open" is none.
[[nodiscard]] bool is_byline(std::string_view line);

// Whether the words are nothing but a person's name: two to four words with a capital each, particles and initials among
// them. Never looks anything up, so a title of two words in capitals passes: ask only where a name is to be expected.
[[nodiscard]] bool is_person_name(std::string_view words);

// The names in a byline, joined by "; ", names in capitals written small; where nobody is named the agency or desk
// that signs. Empty where there is neither.
[[nodiscard]] std::string byline_names(std::string_view line);

// The publisher that a byline names beside the writer: "By Ana Reyes | Harbour Post", "By Ana Reyes, for the Harbour Post".
// A view into `line`; empty where none is named, or only an agency.
[[nodiscard]] std::string_view find_byline_house(std::string_view line);

// Whether the words look like the name of a newspaper or the like: a few words in capitals, one of them "Post", "Times",
// "Herald" and so on ("Harbour Post", "The Coast Wire").
[[nodiscard]] bool is_house_name(std::string_view words);

// Whether the words could be any proper name: one to five words with a capital each, "of", "the", "and" among them.
[[nodiscard]] bool is_proper_name(std::string_view words);

}  // namespace onrecord
