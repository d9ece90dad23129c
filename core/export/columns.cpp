#include "export/columns.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace onrecord {
namespace {

struct Character {
  std::size_t bytes = 1;
  int width = 1;
  UChar32 code = 0;
};

int width_of(UChar32 code) {
  if (code < 0x20 || code == 0x7F) return 0;
  if (code < 0x300) return code == 0xAD ? 0 : 1;
  const int category = u_charType(code);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
  const int wide = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

Character character_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {1, first < 0x20 || first == 0x7F ? 0 : 1, first};
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t next = at;
  UChar32 code = 0;
  U8_NEXT(bytes, next, text.size(), code);
  return {next - at, code < 0 ? 1 : width_of(code), code};
}

bool is_ink(char c) { return c >= '\x01' && c <= '\x06'; }

bool overrides_direction(UChar32 code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F;
}

bool is_blank(UChar32 code) { return code <= 0x20 || code == 0x7F || (code >= 0x80 && u_isUWhiteSpace(code) != 0); }

// Puts together lines of text whose inks stay whole.
class Lines {
 public:
  void put(std::string_view piece) {
    for (const char c : piece)
      if (is_ink(c)) ink_ = c;
    line_ += piece;
  }
  void end_line() {
    while (line_.ends_with(' ')) line_.pop_back();  // of several blanks the line's end takes the place of all
    const char open = ink_;
    if (open != plain()) line_ += plain();
    lines_.push_back(std::move(line_));
    line_.clear();
    if (open != plain()) line_ += open;
  }
  std::vector<std::string> take() {
    if (!line_.empty() || lines_.empty()) lines_.push_back(std::move(line_));
    return std::move(lines_);
  }

 private:
  static constexpr char plain() { return static_cast<char>(Ink::Plain); }
  std::vector<std::string> lines_;
  std::string line_;
  char ink_ = plain();
};

}  // namespace

std::string mark(Ink ink, std::string_view text) {
  std::string out;
  if (text.empty()) return out;
  out += static_cast<char>(ink);
  out += text;
  out += static_cast<char>(Ink::Plain);
  return out;
}

std::string paint(std::string_view text, bool colour) {
  std::string out;
  out.reserve(text.size() + 16);
  for (const char c : text) {
    if (!is_ink(c)) {
      out += c;
      continue;
    }
    if (!colour) continue;
    switch (static_cast<Ink>(c)) {
      case Ink::Plain: out += "\x1b[0m"; break;
      case Ink::Bold: out += "\x1b[1m"; break;
      case Ink::Dim: out += "\x1b[2m"; break;
      case Ink::Match: out += "\x1b[1;33m"; break;
      case Ink::Id: out += "\x1b[36m"; break;
      case Ink::Warning: out += "\x1b[33m"; break;
    }
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    width += static_cast<std::size_t>(c.width);
    at += c.bytes;
  }
  return width;
}

std::string clean(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    const bool white = c.code == ' ' || (c.code >= '\t' && c.code <= '\r') || (c.code >= 0x80 && is_blank(c.code));
    if (white) {
      blank = true;
    } else if (c.code >= 0x20 && c.code != 0x7F && !(c.code >= 0x80 && c.code < 0xA0) && !overrides_direction(c.code)) {
      if (blank && !out.empty()) out += ' ';
      blank = false;
      out += text.substr(at, c.bytes);
    }
    at += c.bytes;
  }
  return out;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  Lines lines;
  if (width == 0) width = 1;
  std::size_t used = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t wide = display_width(word);
    if (used > 0) {
      if (used + 1 + wide <= width) {
        lines.put(" ");
        ++used;
      } else {
        lines.end_line();
        used = 0;
      }
    }
    // A word wider than the line breaks where a path or an address would, and anywhere else only when it must.
    while (used + display_width(word) > width) {
      std::size_t fits = 0;   // bytes that fit on this line
      std::size_t breaks = 0; // of those, up to the last place to break
      std::size_t columns = used;
      while (fits < word.size()) {
        const Character c = character_at(word, fits);
        if (columns + static_cast<std::size_t>(c.width) > width) break;
        columns += static_cast<std::size_t>(c.width);
        fits += c.bytes;
        if (c.code == '/' || c.code == '-' || c.code == '_' || c.code == '.' || c.code == '?' || c.code == '&') breaks = fits;
      }
      std::size_t cut = breaks > 0 ? breaks : fits;
      if (cut == 0 && used == 0) cut = character_at(word, 0).bytes;  // wider than the line by itself
      lines.put(word.substr(0, cut));
      word.remove_prefix(cut);
      if (word.empty()) break;
      lines.end_line();
      used = 0;
    }
    lines.put(word);
    used += display_width(word);
  }
  return lines.take();
}

std::string shorten(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  std::string out;
  std::size_t used = 0;
  bool inked = false;
  for (std::size_t at = 0; at < text.size() && width > 0;) {
    const Character c = character_at(text, at);
    const auto columns = static_cast<std::size_t>(c.width);
    if (used + columns > width - 1) break;
    if (is_ink(text[at])) inked = text[at] != static_cast<char>(Ink::Plain);
    out += text.substr(at, c.bytes);
    used += columns;
    at += c.bytes;
  }
  if (width > 0) out += "…";
  if (inked) out += static_cast<char>(Ink::Plain);
  return out;
}

std::string pad(std::string_view text, std::size_t width, bool left_blanks) {
  const std::size_t used = display_width(text);
  const std::string blanks(used < width ? width - used : 0, ' ');
  return left_blanks ? blanks + std::string(text) : std::string(text) + blanks;
}

}  // namespace onrecord
