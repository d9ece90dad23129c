// What people name things in a record by: s41, p7, a12.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace onrecord {

enum class IdKind : std::uint8_t { Statement, Speaker, Article, Event, Claim, Review, Source, Note };

// A short typed id: s41 statement, p7 speaker, a12 article, e90 event, c3 claim, r2 review, src5 source, n4 note. Never used
// twice in one file; an id that was merged into another leads there for ever.
struct Id {
  IdKind kind = IdKind::Statement;
  std::int64_t number = 0;  // 1 and up; 0 stands for none

  [[nodiscard]] explicit operator bool() const { return number > 0; }
  [[nodiscard]] std::string text() const;  // "s41"
  friend bool operator==(Id, Id) = default;
  friend auto operator<=>(Id, Id) = default;
};

// "s41" as an id; also "S41". Nothing when it is none.
[[nodiscard]] std::optional<Id> find_id(std::string_view text);

}  // namespace onrecord
