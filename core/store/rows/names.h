// The enumerations as the words that stand in the database, and back.
#pragma once

#include <optional>
#include <string_view>

#include "extract/statement.h"

namespace onrecord {

[[nodiscard]] std::string_view kind_name(StatementKind kind);
[[nodiscard]] std::string_view act_name(Act act);
[[nodiscard]] std::string_view speaker_kind_name(SpeakerKind kind);
[[nodiscard]] std::optional<StatementKind> find_kind(std::string_view name);
[[nodiscard]] std::optional<Act> find_act(std::string_view name);
[[nodiscard]] std::optional<SpeakerKind> find_speaker_kind(std::string_view name);

}  // namespace onrecord
