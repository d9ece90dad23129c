// The words of roles and parties, written short and long.
#pragma once

#include <span>
#include <string_view>

namespace onrecord {

// A role's head word as it is written out: "sen." is "senator"; other words stay. Small letters.
[[nodiscard]] std::string_view role_in_full(std::string_view word);

// What somebody of that calling is called besides, `word` among it: "coach", "manager", "boss". Small letters; empty for most words.
[[nodiscard]] std::span<const std::string_view> callings_like(std::string_view word);

// "leader", "chief", "boss": what whoever leads a house may be called. Small letters.
[[nodiscard]] std::span<const std::string_view> heads_of_house();

// "governor", "mayor": who leads a county or a city, whose boss that is; empty for other words. Small letters.
[[nodiscard]] std::span<const std::string_view> heads_of_territory(std::string_view territory);

// The one word that stands for a party and its people: "gop" is "republican"; empty for others. Small letters; "d" and
// "r-" are parties too, which only brackets tell.
// "company", "firm".
[[nodiscard]] bool is_firm_word(std::string_view word);
[[nodiscard]] std::string_view party_name(std::string_view word);

// "bishop" of "Rt Rev", "archbishop" of "Most Rev": the office that is addressed so; empty for other words.
[[nodiscard]] std::string_view office_of_style(std::string_view first_word);

// "Mr.", "Dame": forms of address, which are no role.
[[nodiscard]] bool is_address(std::string_view word);

// "Gen.", "Prof.", "Cllr": what somebody with a post may be called besides: "the army chief, Gen. Roe".
[[nodiscard]] bool is_rank(std::string_view word);

}  // namespace onrecord
