#include "store/rows/names.h"

#include <array>
#include <cstddef>

namespace onrecord {
namespace {

constexpr std::array<std::string_view, 3> kKinds = {"direct", "mixed", "indirect"};
constexpr std::array<std::string_view, 4> kActs = {"statement", "speech_act", "attitude", "no_comment"};
constexpr std::array<std::string_view, 5> kSpeakers = {"unknown", "person", "organization", "group", "document"};

template <typename T, std::size_t N>
std::optional<T> find_in(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i)
    if (names[i] == name) return static_cast<T>(i);
  return std::nullopt;
}

}  // namespace

std::string_view kind_name(StatementKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }
std::string_view act_name(Act act) { return kActs[static_cast<std::size_t>(act)]; }
std::string_view speaker_kind_name(SpeakerKind kind) { return kSpeakers[static_cast<std::size_t>(kind)]; }
std::optional<StatementKind> find_kind(std::string_view name) { return find_in<StatementKind>(kKinds, name); }
std::optional<Act> find_act(std::string_view name) { return find_in<Act>(kActs, name); }
std::optional<SpeakerKind> find_speaker_kind(std::string_view name) { return find_in<SpeakerKind>(kSpeakers, name); }

}  // namespace onrecord
