#include "ingest/html/dom/page_words.h"

#include "text/chars.h"

namespace onrecord {

std::string one_line(std::string_view text) {
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const Char c = char_at(text, at);
    if (is_space(c.code)) {
      space = true;
    } else {
      if (space && !out.empty()) out += ' ';
      space = false;
      out.append(text, at, c.size);
    }
    at += c.size;
  }
  return out;
}

std::uint32_t count_words(std::string_view text) {
  std::uint32_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n';
    words += !space && !inside ? 1U : 0U;
    inside = !space;
  }
  return words;
}

}  // namespace onrecord
