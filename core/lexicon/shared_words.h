// Handfuls of words that looks of several folders ask about.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace onrecord {

// Whether the word with this id is "a" or "an".
[[nodiscard]] bool is_indefinite_article(std::uint32_t word);

// "of", "from": behind a name and a comma, where somebody belongs: "Reyes, of the Trust".
[[nodiscard]] bool tells_where_one_belongs(std::uint32_t word);

// "named", "called": before a name: "a nurse named Ana Reyes".
[[nodiscard]] bool leads_to_name(std::uint32_t word);

// The base form of "declined", "refused": before an infinitive, what was not done or said.
[[nodiscard]] bool declines(std::uint32_t lemma);

// The base form of "called", "dubbed": before somebody or something, and what it is called.
[[nodiscard]] bool calls_so(std::uint32_t lemma);

// The base form of "titled", "captioned": before what stands over a text or a picture.
[[nodiscard]] bool heads_something(std::uint32_t lemma);

// Words with which the names of holidays begin, all but "Boxing Day": "Christmas", "New". Letter case counts.
[[nodiscard]] std::span<const std::string_view> holiday_openers();

}  // namespace onrecord
