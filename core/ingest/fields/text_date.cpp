#include "ingest/fields/text_date.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"
#include "text/chars.h"

namespace onrecord {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january", "february", "march", "april", "may", "june", "july",
                                                      "august", "september", "october", "november", "december"};

bool equals_folded(std::string_view a, std::string_view lower_b) {
  return a.size() == lower_b.size() &&
         std::equal(a.begin(), a.end(), lower_b.begin(), [](char x, char y) { return lower_ascii(x) == y; });
}

// A cursor over ASCII; every step fails without moving.
class Cursor {
 public:
  Cursor(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool at_digit() const { return at_ < text_.size() && is_ascii_digit(text_[at_]); }

  // One to `most` digits that no further digit follows.
  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t end = at_;
    int value = 0;
    while (end < text_.size() && is_ascii_digit(text_[end]) && end - at_ <= most) {
      value = value * 10 + (text_[end] - '0');
      ++end;
    }
    if (end - at_ < least || end - at_ > most) return {};
    at_ = end;
    return value;
  }

  std::string_view word() {
    std::size_t end = at_;
    while (end < text_.size() && is_ascii_letter(text_[end])) ++end;
    const std::string_view found = text_.substr(at_, end - at_);
    at_ = end;
    return found;
  }

  bool one_of(std::string_view characters) {
    if (at_ >= text_.size() || characters.find(text_[at_]) == std::string_view::npos) return false;
    ++at_;
    return true;
  }

  // Spaces, no-break ones included; whether there was any.
  bool spaces() {
    const std::size_t before = at_;
    while (at_ < text_.size()) {
      const Char c = char_at(text_, at_);
      if (!is_space(c.code)) break;
      at_ += c.size;
    }
    return at_ > before;
  }

  void ordinal() {
    const std::string_view two = text_.substr(at_, 2);
    if ((equals_folded(two, "st") || equals_folded(two, "nd") || equals_folded(two, "rd") ||
         equals_folded(two, "th")) &&
        (at_ + 2 >= text_.size() || !is_ascii_letter(text_[at_ + 2]))) {
      at_ += 2;
    }
  }

  // A word of any letters.
  std::string_view name() {
    std::size_t end = at_;
    while (end < text_.size() && is_letter(char_at(text_, end).code)) end += char_at(text_, end).size;
    const std::string_view found = text_.substr(at_, end - at_);
    at_ = end;
    return found;
  }
  [[nodiscard]] bool ends_name() const { return at_ >= text_.size() || static_cast<unsigned char>(text_[at_]) < 0x80; }

  [[nodiscard]] bool ends_word() const {
    return at_ >= text_.size() || (!is_ascii_digit(text_[at_]) && !is_ascii_letter(text_[at_]));
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

// Months as other languages' papers write them out, after a day: German, French, Spanish, Portuguese, Italian, Dutch. By
// their first letters, which tell them apart.
int foreign_month(std::string_view word) {
  struct Name { std::string_view begins; int month; };
  static constexpr Name kNames[] = {
      {"januar", 1},     {"jänner", 1},     {"janvier", 1},   {"enero", 1},     {"janeiro", 1},    {"gennaio", 1},
      {"februar", 2},    {"février", 2},    {"fevrier", 2},   {"febrero", 2},   {"fevereiro", 2},  {"febbraio", 2},
      {"märz", 3},       {"mars", 3},       {"marzo", 3},     {"março", 3},     {"marco", 3},      {"maart", 3},
      {"avril", 4},      {"abril", 4},      {"aprile", 4},    {"mai", 5},       {"mayo", 5},       {"maggio", 5},
      {"mei", 5},        {"juni", 6},       {"juin", 6},      {"junio", 6},     {"junho", 6},      {"giugno", 6},
      {"juli", 7},       {"juillet", 7},    {"julio", 7},     {"julho", 7},     {"luglio", 7},     {"août", 8},
      {"aout", 8},       {"agosto", 8},     {"augustus", 8},  {"septembre", 9}, {"septiembre", 9}, {"setembro", 9},
      {"settembre", 9},  {"oktober", 10},   {"octobre", 10},  {"octubre", 10},  {"outubro", 10},   {"ottobre", 10},
      {"novembre", 11},  {"noviembre", 11}, {"novembro", 11}, {"dezember", 12}, {"décembre", 12},  {"decembre", 12},
      {"diciembre", 12}, {"dezembro", 12},  {"dicembre", 12}};
  for (const Name& name : kNames) {
    if (word.size() < name.begins.size()) continue;
    if (equals_folded(word.substr(0, name.begins.size()), name.begins)) return name.month;
  }
  return 0;
}

// The month that a cursor stands at, in English or another language; moves past it.
int month_at(Cursor& cursor) {
  const Cursor before = cursor;
  if (const int month = month_named(cursor.word()); month != 0 && cursor.ends_name()) return month;
  cursor = before;
  return foreign_month(cursor.name());
}

std::optional<int> year(Cursor& cursor) {
  Cursor trial = cursor;
  const auto value = trial.number(4, 4);
  if (!value || *value < 1500 || *value > 2199) return {};
  cursor = trial;
  return value;
}

// "2014-10-29", "2014/10/29", "29.10.2014", "29/10/2014", "29 October 2014", "29th of October, 2014"
std::optional<FoundDate> date_at_digit(std::string_view text, std::size_t begin) {
  const auto found = [&](int y, int m, int d, std::size_t end) -> std::optional<FoundDate> {
    const auto date = make_day(y, m, d);
    if (!date) return {};
    return FoundDate{*date, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
  };
  Cursor cursor(text, begin);
  if (const auto y = year(cursor)) {
    for (const char* separator : {"-", "/", "."}) {
      Cursor trial = cursor;
      if (!trial.one_of(separator)) continue;
      const auto m = trial.number(1, 2);
      if (!m || !trial.one_of(separator)) return {};
      const auto d = trial.number(1, 2);
      const bool time_follows = d && trial.at() < text.size() && text[trial.at()] == 'T';
      if (!d || (!trial.ends_word() && !time_follows)) return {};
      return found(*y, *m, *d, trial.at());
    }
    return {};
  }
  const auto d = cursor.number(1, 2);
  if (!d) return {};
  for (const char* separator : {"/", ".", "-"}) {
    Cursor trial = cursor;
    if (!trial.one_of(separator) || !trial.at_digit()) continue;
    const auto second = trial.number(1, 2);
    if (!second || !trial.one_of(separator)) break;
    const auto y = year(trial);
    if (!y || !trial.ends_word()) break;
    // Dots are only ever day first; of the others one number must be beyond 12 to tell, or both the same.
    if (separator[0] == '.' || *d > 12 || *d == *second) return found(*y, *second, *d, trial.at());
    if (*second > 12) return found(*y, *d, *second, trial.at());
    return {};
  }
  cursor.ordinal();
  cursor.one_of(".");  // 29. Oktober 2014
  if (!cursor.spaces() && !cursor.one_of("-")) return {};
  const auto skip_of = [](Cursor& c) {
    const Cursor before = c;
    const std::string_view word = c.word();
    if (!((equals_folded(word, "of") || equals_folded(word, "de")) && c.spaces())) c = before;
  };
  skip_of(cursor);
  const int m = month_at(cursor);
  if (m == 0) return {};
  cursor.one_of(".");
  cursor.one_of(",");
  if (!cursor.spaces() && !cursor.one_of("-")) return {};
  skip_of(cursor);
  const auto y = year(cursor);
  if (!y || !cursor.ends_word()) return {};
  return found(*y, m, *d, cursor.at());
}

// "October 29, 2014", "Oct. 29th 2014"
std::optional<FoundDate> date_at_month(std::string_view text, std::size_t begin) {
  Cursor cursor(text, begin);
  const int m = month_named(cursor.word());
  if (m == 0) return {};
  cursor.one_of(".");
  if (!cursor.spaces()) return {};
  const auto d = cursor.number(1, 2);
  if (!d) return {};
  cursor.ordinal();
  const bool comma = cursor.one_of(",");
  if (!cursor.spaces() && !comma) return {};
  const auto y = year(cursor);
  if (!y || !cursor.ends_word()) return {};
  const auto date = make_day(*y, m, *d);
  if (!date) return {};
  return FoundDate{*date, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(cursor.at())}};
}

// Words that a date line may hold beside the date.
bool is_date_word(std::string_view word) {
  static constexpr std::string_view kWords[] = {
      "monday",  "tuesday", "wednesday", "thursday",   "friday",   "saturday",  "sunday", "mon",         "tue",
      "tues",    "wed",     "thu",       "thur",       "thurs",    "fri",       "sat",    "sun",         "am",
      "pm",      "a",       "p",         "m",          "at",       "on",        "noon",   "midnight",    "gmt",
      "utc",     "bst",     "est",       "edt",        "et",       "cst",       "cdt",    "ct",          "mst",
      "mdt",     "mt",      "pst",       "pdt",        "pt",       "ist",       "cet",    "cest",        "aest",
      "aedt",    "sgt",     "hkt",       "pht",        "jst",      "published", "posted", "publication", "date",
      "updated", "update",  "first",     "last",       "modified", "created",   "added",  "issued",      "released",
      "release", "filed",   "revised",   "of",         "h",        "hrs",       "hours",  "time",        "local",
      "eastern", "pacific", "t",         "z",          "and",      "min",       "mins",   "read",        "minutes",
      "minute",  "ago",     "original",  "originally", "online",   "was",       "this",   "article",     "story",
      "report"};
  return std::any_of(std::begin(kWords), std::end(kWords), [&](std::string_view w) { return equals_folded(word, w); });
}

}  // namespace

int month_named(std::string_view word) {
  if (!word.empty() && word.back() == '.') word.remove_suffix(1);
  if (word.size() < 3 || word.size() > 9) return 0;
  for (std::size_t m = 0; m < kMonths.size(); ++m) {
    const std::string_view name = kMonths[m];
    const bool short_form = word.size() == 3 || (m == 8 && word.size() == 4);
    if (equals_folded(word, short_form ? name.substr(0, word.size()) : name)) return static_cast<int>(m) + 1;
  }
  return 0;
}

std::optional<FoundDate> find_date(std::string_view text, std::size_t from) {
  bool in_word = from > 0 && from <= text.size() && (is_ascii_letter(text[from - 1]) || is_ascii_digit(text[from - 1]));
  for (std::size_t at = from; at < text.size(); ++at) {
    const char c = text[at];
    const bool digit = is_ascii_digit(c);
    const bool letter = is_ascii_letter(c);
    // A date begins where a word does; "1.10.2014" inside "v1.10.2014" or "-1/2/2014" would not.
    if ((digit || letter) && !in_word) {
      if (auto found = digit ? date_at_digit(text, at) : date_at_month(text, at)) return found;
    }
    in_word = digit || letter ||
              (in_word && (c == '.' || c == '/' || c == '-') && at + 1 < text.size() && is_ascii_digit(text[at + 1]) &&
               is_ascii_digit(text[at - 1]));
  }
  return {};
}

bool is_date_line(std::string_view line) {
  line = trim(line);
  if (line.size() > 160 || line.size() < 8 || std::none_of(line.begin(), line.end(), is_ascii_digit)) return false;
  // The first word settles most: "The council …" is none.
  const std::string_view first_word = Cursor(line, 0).word();
  if (!first_word.empty() && !is_date_word(first_word) && month_named(first_word) == 0) return false;
  const auto first = find_date(line);
  if (!first) return false;
  for (std::size_t at = 0; at < line.size();) {
    if (const auto date = find_date(line.substr(0, line.size()), at); date && date->span.begin == at) {
      at = date->span.end;
      continue;
    }
    const char c = line[at];
    if (is_ascii_letter(c)) {
      Cursor cursor(line, at);
      const std::string_view word = cursor.word();
      if (!is_date_word(word) && month_named(word) == 0) return false;
      at = cursor.at();
    } else {
      const Char wide = char_at(line, at);
      if (wide.code >= 0x80 && !is_space(wide.code) && !is_dash(wide.code) && wide.code != 0xB7 && wide.code != 0x2022)
        return false;
      at += wide.size;
    }
  }
  return true;
}

DateLabel date_label(std::string_view words_before) {
  // The last label before the date is the one that names it: "Published 4 May, updated 6 May 2016".
  DateLabel label = DateLabel::None;
  for (std::size_t at = 0; at < words_before.size();) {
    if (!is_ascii_letter(words_before[at])) {
      ++at;
      continue;
    }
    Cursor cursor(words_before, at);
    const std::string_view word = cursor.word();
    for (const char* name :
         {"published", "posted", "publication", "issued", "released", "release", "filed", "date", "created"}) {
      if (equals_folded(word, name) && !(label == DateLabel::Updated && equals_folded(word, "date")))
        label = DateLabel::Published;
    }
    for (const char* name : {"updated", "update", "modified", "revised", "edited", "corrected"}) {
      if (equals_folded(word, name)) label = DateLabel::Updated;
    }
    at = cursor.at();
  }
  return label;
}

std::optional<IsoDate> date_in_file_name(std::string_view path) {
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  if (const auto slash = path.rfind('/'); slash != std::string_view::npos) path.remove_prefix(slash + 1);
  for (std::size_t at = 0; at < path.size(); ++at) {
    if (!is_ascii_digit(path[at]) || (at > 0 && is_ascii_digit(path[at - 1]))) continue;
    std::size_t end = at;
    while (end < path.size() && is_ascii_digit(path[end])) ++end;
    const auto number = [&](std::size_t from, std::size_t digits) {
      int value = 0;
      for (std::size_t i = from; i < from + digits; ++i) value = value * 10 + (path[i] - '0');
      return value;
    };
    std::optional<IsoDate> date;
    if (end - at == 8 || end - at == 12 || end - at == 14) {
      date = make_day(number(at, 4), number(at + 4, 2), number(at + 6, 2));
    } else if (end - at == 4 && at + 10 <= path.size() && path[at + 4] == path[at + 7] &&
               std::string_view("-_.").find(path[at + 4]) != std::string_view::npos && is_ascii_digit(path[at + 5]) &&
               is_ascii_digit(path[at + 6]) && is_ascii_digit(path[at + 8]) && is_ascii_digit(path[at + 9]) &&
               (at + 10 == path.size() || !is_ascii_digit(path[at + 10]))) {
      date = make_day(number(at, 4), number(at + 5, 2), number(at + 8, 2));
    }
    if (date && date->year >= 1500 && date->year <= 2199) return date;
    at = end - 1;
  }
  return {};
}

}  // namespace onrecord
