// Words that describe a speaker without a name: "the striker", "the agency", "the nominee". In small letters where nothing else is said.
#pragma once

#include <cstdint>
#include <string_view>

namespace onrecord {

// "retailer", "chipmaker": what a firm, a paper or a charity is called by what it does.
[[nodiscard]] bool firm_by_trade(std::string_view word);

// Descriptions that fit any organisation: "the company", "the retailer".
[[nodiscard]] bool any_organization(std::string_view word);

// What is printed or sent: "newspaper", "agency".
[[nodiscard]] bool paper(std::string_view word);

// "Dockers", "Guild": what the name of a union ends in. Near miss: "Veldt".
[[nodiscard]] bool unites(std::string_view word);

// What a place has one of, by whose name it goes: "Calder police", "Maryshire council".
[[nodiscard]] bool house_of_place(std::string_view word);

// What a writer calls the person an article is about, so as not to repeat the name: "the striker". Small letters.
[[nodiscard]] bool epithet(std::string_view word);

// "mother-of-two", "dad-of-three": so too. Small letters.
[[nodiscard]] bool parent_of_some(std::string_view word);

// The same behind the name of what somebody is of: "the Veldt driver"; "the driver" is anybody. Small letters.
[[nodiscard]] bool epithet_of_house(std::string_view word);

// Of these, who plays in a team: "the striker".
[[nodiscard]] bool plays(std::string_view word);

// Of these, who stands for an office: "the nominee".
[[nodiscard]] bool runs_for_office(std::string_view word);

// Two people as one: "the pair".
[[nodiscard]] bool pair_of_people(std::string_view word);

// "spokesman", "representative": who speaks for others.
[[nodiscard]] bool spokesperson(std::string_view word);

// "court", "sidelines": where people speak, besides the occasions proper.
[[nodiscard]] bool spoken_at(std::string_view word);

// "statement", "op-ed": documents that people speak in, besides the media proper.
[[nodiscard]] bool spoken_in(std::string_view word);

// "from", "by", "among": behind a noun of saying they lead to whom it comes from, "fears among sailors". By id (lexicon.h).
[[nodiscard]] bool leads_to_source(std::uint32_t word);

}  // namespace onrecord
