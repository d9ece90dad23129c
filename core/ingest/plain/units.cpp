#include "ingest/plain/units.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "text/chars.h"

namespace onrecord {
namespace {

// A line longer than this was not cut at a column.
constexpr std::uint32_t kWidestWrap = 110;

struct Line {
  Span span;                // trimmed
  std::uint32_t indent = 0;
  bool after_blank = false;
};

std::uint32_t count_characters(std::string_view text) {
  std::uint32_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
  return count;
}

// Characters of a line, its indent included; only counted up to about kWidestWrap. Asked where no blank line follows, which few texts have.
std::uint32_t width_of(std::string_view text, const Line& line) {
  return line.span.size() > 4 * kWidestWrap ? kWidestWrap + 1 : line.indent + count_characters(slice(text, line.span));
}

void add_line(std::string_view text, std::size_t begin, std::size_t end, bool& blank, std::vector<Line>& lines) {
  const std::string_view raw = text.substr(begin, end - begin);
  const std::string_view words = trim(raw);
  if (words.empty()) {
    blank = true;
    return;
  }
  Line line;
  const auto first = static_cast<std::size_t>(words.data() - text.data());
  line.span = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(first + words.size())};
  for (std::size_t at = begin; at < first; ++at) line.indent += text[at] == '\t' ? 4U : 1U;
  // A form feed begins a page, which ends a paragraph no more than a line end does.
  line.after_blank = blank;
  blank = false;
  lines.push_back(line);
}

std::vector<Line> find_lines(std::string_view text) {
  std::vector<Line> lines;
  // Old Macintosh files have carriage returns alone.
  const char end_of_line = std::memchr(text.data(), '\n', text.size()) == nullptr ? '\r' : '\n';
  bool blank = true;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const void* found = std::memchr(text.data() + begin, end_of_line, text.size() - begin);
    const std::size_t end =
        found == nullptr ? text.size() : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
    add_line(text, begin, end, blank, lines);
    begin = end + 1;
  }
  return lines;
}

std::uint32_t first_word_width(std::string_view line) {
  line = line.substr(0, 60);
  return count_characters(line.substr(0, line.find(' ')));
}

// The column at which lines were cut; 0 where they were not. Cut lines could not have taken the first word of the line
// that follows them.
std::uint32_t wrap_column(std::string_view text, const std::vector<Line>& lines) {
  constexpr std::size_t kFew = 3;  // lines that others follow at once
  std::size_t followed = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) followed += lines[i].after_blank ? 0U : 1U;
  if (followed < kFew) return 0;
  std::array<std::uint32_t, kWidestWrap + 1> widths{};
  std::size_t pairs = 0;
  std::size_t too_wide = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::uint32_t width = width_of(text, lines[i]);
    if (width > kWidestWrap) ++too_wide;
    if (i + 1 == lines.size() || lines[i + 1].after_blank || width > kWidestWrap) continue;
    ++widths[width];
    ++pairs;
  }
  if (pairs < kFew || too_wide * 50 > lines.size()) return 0;
  // The widest but for one in twenty: a title, an address may stick out.
  std::size_t beyond = 0;
  std::uint32_t column = kWidestWrap;
  while (column > 0 && (beyond + widths[column]) * 20 <= pairs) beyond += widths[column--];
  if (column < 40) return 0;
  std::size_t full = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::uint32_t width = lines[i + 1].after_blank ? kWidestWrap + 1 : width_of(text, lines[i]);
    if (width > kWidestWrap) continue;
    full += width + 1 + first_word_width(slice(text, lines[i + 1].span)) > column ? 1U : 0U;
  }
  return full * 10 >= pairs * 6 ? column : 0;
}

bool begins_list_item(std::string_view line) {
  const Char c = char_at(line, 0);
  const Char next = char_at(line, c.size);
  return (c.code == 0x2022 || c.code == U'*' || c.code == U'-' || c.code == 0x2013 || c.code == U'>') &&
         next.code == U' ';
}

bool ends_sentence(std::string_view line) {
  std::size_t end = line.size();
  for (Char c = char_before(line, end); c.size != 0; c = char_before(line, end)) {
    if (c.code == U'.' || c.code == U'!' || c.code == U'?' || c.code == 0x2026 || c.code == U':') return true;
    if (!is_double_quote(c.code) && c.code != U'\'' && c.code != 0x2019 && c.code != U')') return false;
    end -= c.size;
  }
  return false;
}

}  // namespace

Layout find_units(std::string_view text) {
  Layout layout;
  const std::vector<Line> lines = find_lines(text);
  if (lines.empty()) return layout;
  const std::uint32_t column = wrap_column(text, lines);
  layout.wrapped = column != 0;
  layout.units.reserve(lines.size());

  const auto goes_on = [&](const Line& line, const Line& next) {
    if (next.after_blank) return false;
    const std::string_view words = slice(text, line.span);
    const std::string_view next_words = slice(text, next.span);
    if (begins_list_item(next_words)) return false;
    const bool small = is_lower(char_at(next_words, 0).code);
    const std::uint32_t width = width_of(text, line);
    if (layout.wrapped && width <= column + 8) {
      if (next.indent >= line.indent + 2) return false;
      if (width + 1 + first_word_width(next_words) > column) return true;
      // Ragged lines: a short one ends its paragraph if it ends a sentence or the next begins like one.
      const bool nearly = (width + 1 + first_word_width(next_words)) * 10 > column * 8;
      return small || (nearly && !ends_sentence(words));
    }
    // One paragraph a line: only a line that visibly goes on in the next was cut.
    return small && width >= 45 && !ends_sentence(words);
  };

  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && goes_on(lines[i - 1], lines[i])) {
      layout.units.back().source_span.end = lines[i].span.end;
      ++layout.units.back().lines;
      continue;
    }
    if (!layout.units.empty()) layout.units.back().before_blank = lines[i].after_blank;
    layout.units.push_back({lines[i].span, lines[i].indent, 1, lines[i].after_blank, true});
  }
  return layout;
}

}  // namespace onrecord
