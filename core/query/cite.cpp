#include <string>

#include "base/iso_date.h"
#include "onrecord/record.h"

namespace onrecord {
namespace {

std::string spelled(std::string_view iso) {
  static constexpr const char* kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                            "July",    "August",   "September", "October", "November", "December"};
  const auto date = parse_iso_date(iso);
  if (!date) return std::string(iso);
  const std::string year = std::to_string(date->year);
  switch (date->precision) {
    case DatePrecision::Year: return year;
    case DatePrecision::Month: return std::string(kMonths[date->month - 1]) + " " + year;
    case DatePrecision::Week:
    case DatePrecision::Day: break;
  }
  const std::string day = std::to_string(date->day) + " " + kMonths[date->month - 1] + " " + year;
  return date->precision == DatePrecision::Week ? "in the week of " + day : day;
}

// Words without the quotation marks that stand around all of them.
std::string_view bare(std::string_view words) {
  for (const std::string_view mark : {"“", "\"", "‘", "”"})
    if (words.starts_with(mark)) words.remove_prefix(mark.size());
  for (const std::string_view mark : {"”", "\"", "’"})
    if (words.ends_with(mark)) words.remove_suffix(mark.size());
  while (words.ends_with(',') || words.ends_with(' ')) words.remove_suffix(1);
  return words;
}

std::string escaped(std::string_view text) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '~';
    if (plain) {
      out += c;
    } else {
      out += '%';
      out += kDigits[byte >> 4U];
      out += kDigits[byte & 15U];
    }
  }
  return out;
}

// The first (or last) few words.
std::string_view some_words(std::string_view text, bool last) {
  std::size_t at = last ? text.size() : 0;
  for (int words = 0; words < 4; ++words) {
    const std::size_t blank = last ? (at == 0 ? std::string_view::npos : text.rfind(' ', at - 1)) : text.find(' ', at + 1);
    if (blank == std::string_view::npos) return text;
    at = blank;
  }
  return last ? text.substr(at + 1) : text.substr(0, at);
}

}  // namespace

std::string cite(const Row& row) {
  std::string out;
  const std::string_view words = bare(row.words);
  std::string who = row.speaker.empty() ? "An unnamed speaker" : row.speaker;
  if (!row.role.empty() && !row.unnamed) who += ", " + row.role + ",";
  const std::string when = row.said_on.empty() ? std::string() : " on " + spelled(row.said_on);
  if (row.negated) {
    // Reported as not said: no quotation may come of it.
    out = who + " is reported not to have said" + when + ": " + std::string(words);
  } else if (row.kind == StatementKind::Direct) {
    // A full stop gives way to the comma before the attribution; a question or a cry keeps its mark.
    std::string quote(words);
    while (quote.ends_with('.') && !quote.ends_with("..")) quote.pop_back();
    const bool keeps_mark = quote.ends_with('?') || quote.ends_with('!') || quote.ends_with("…") || quote.ends_with("..");
    out = "“" + quote + (keeps_mark ? "” " : ",” ") + who + " said" + when;
  } else {
    out = who + " " + (row.cue.empty() ? "said" : row.cue) + when + ": " + std::string(words);
  }
  while (out.ends_with('.')) out.pop_back();
  std::string where;
  if (!row.source.empty()) where = row.source;
  if (!row.title.empty()) where += (where.empty() ? "" : ", ") + std::string("“") + row.title + "”";
  if (!row.published_on.empty()) where += (where.empty() ? "" : ", ") + spelled(row.published_on);
  if (!where.empty()) out += " (" + where + ")";
  out += ".";
  const std::string link = link_to_words(row);
  if (!link.empty()) out += " " + link;
  return out;
}

std::string link_to_words(const Row& row) {
  if (!row.url.starts_with("http://") && !row.url.starts_with("https://")) return {};
  const std::string_view words = bare(row.words);
  const std::string base = row.url.substr(0, row.url.find('#'));
  if (words.empty()) return base;
  std::string_view first = some_words(words, false), last = some_words(words, true);
  // Words in one piece and short stand whole. Of others the page is searched for their beginning and their end: what lies
  // between may be words of somebody else, or the end of a paragraph.
  std::int64_t characters = 0;
  for (const char c : row.words) characters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  const bool one_piece = row.end - row.start == characters && words.find('\n') == std::string_view::npos;
  if (first.size() == words.size() || last.size() == words.size() || (one_piece && words.size() < 60))
    return base + "#:~:text=" + escaped(words);
  // Neither reaches over the end of a piece.
  for (const std::string_view end : {"” ", "\" ", "\n"}) {
    if (const std::size_t at = first.find(end); at != std::string_view::npos && at > 0) first = first.substr(0, at);
    if (const std::size_t at = last.rfind(end); at != std::string_view::npos && at + end.size() < last.size())
      last.remove_prefix(at + end.size());
  }
  return base + "#:~:text=" + escaped(first) + "," + escaped(last);
}

}  // namespace onrecord
