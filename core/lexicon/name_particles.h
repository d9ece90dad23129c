// Small words inside names: "Maria de Souza", "Osama al-Rashid".
#pragma once

#include <string_view>

namespace onrecord {

// "van", "de la": small words inside a surname.
[[nodiscard]] bool is_name_particle(std::string_view word);

// "al-Kaabi": a surname with its article before a hyphen. Near miss: "ad-hoc".
[[nodiscard]] bool has_article(std::string_view word);

}  // namespace onrecord
