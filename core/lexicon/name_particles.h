// Small words inside names: "Maria de Souza", "Osama al-Rashid".
#pragma once

#include <array>
#include <string_view>

namespace onrecord {

// "van", "de la": small words inside a surname.
inline constexpr std::array<std::string_view, 30> kNameParticles{
    "de", "del", "della", "di", "da",  "do",  "dos", "du", "la", "las", "le", "los", "van",  "von", "der",
    "den", "ter", "al",   "el", "bin", "ibn", "ben", "y",  "ul", "af",  "av", "zu",  "bint", "des", "st."};
[[nodiscard]] bool is_name_particle(std::string_view word);

// "al-Kaabi": a surname with its article before a hyphen. Near miss: "ad-hoc".
[[nodiscard]] bool has_article(std::string_view word);

}  // namespace onrecord
