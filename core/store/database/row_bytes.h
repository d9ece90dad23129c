// Values of a row as bytes that no two different rows share: each with its type and, for text, its length before it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace onrecord {

template <typename Number>
void append_number(std::string& out, char type, Number value) {
  out += type;
  out.append(reinterpret_cast<const char*>(&value), sizeof(value));
}

// The types as SQLite counts them.
inline void append_value(std::string& out, std::int64_t value) { append_number(out, '1', value); }
inline void append_value(std::string& out, double value) { append_number(out, '2', value); }
inline void append_text(std::string& out, char type, std::string_view text) {
  append_number(out, type, static_cast<std::uint64_t>(text.size()));
  out += text;
}
inline void append_value(std::string& out, std::string_view text) { append_text(out, '3', text); }
inline void append_blob(std::string& out, std::string_view bytes) { append_text(out, '4', bytes); }
inline void append_null(std::string& out) { out += '5'; }

}  // namespace onrecord
