#include "export/statement_table.h"

#include <algorithm>
#include <array>

#include "base/iso_date.h"
#include "export/columns.h"

namespace onrecord {
namespace {

constexpr double kUnsure = 0.6;
constexpr std::size_t kGap = 48;  // bytes between content, cue and speaker that are shown whole

constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string short_date(const std::string& iso, const std::string& beside) {
  const auto date = parse_iso_date(iso);
  if (!date) return iso;
  std::string out;
  if (date->precision == DatePrecision::Day) out = std::to_string(date->day) + ' ';
  if (date->precision == DatePrecision::Week) return iso;
  if (date->precision != DatePrecision::Year) out += kMonths[static_cast<std::size_t>(date->month - 1)];
  if (date->precision == DatePrecision::Year) return iso;
  if (beside.substr(0, 4) != iso.substr(0, 4)) out += ' ' + iso.substr(0, 4);
  return out;
}

struct Piece {
  Span span;
  bool content = false;
};

bool quotes(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kMarks = {"“", "\"", "‘", "'", "«", "„", "``"};
  return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) { return text.starts_with(mark); });
}

// `text` with the stretches `matches` (bytes) inked.
std::string with_matches(std::string_view text, const std::vector<Span>& matches) {
  std::string out;
  std::size_t at = 0;
  for (const Span match : matches) {
    if (match.begin < at || match.end > text.size() || match.empty()) continue;
    out += clean(text.substr(at, match.begin - at));
    if (at < match.begin && text[match.begin - 1] == ' ') out += ' ';
    if (match.begin > 0 && at == match.begin && text[match.begin - 1] == ' ') out += ' ';
    out += mark(Ink::Match, clean(text.substr(match.begin, match.size())));
    at = match.end;
  }
  const std::string rest = clean(text.substr(at));
  if (at > 0 && at < text.size() && text[at] == ' ' && !rest.empty()) out += ' ';
  return out + rest;
}

// Where the query's words stand in the content's part that begins at `offset` of the joined words.
std::vector<Span> matches_in(const std::vector<Span>& marks, std::size_t offset, std::size_t size) {
  std::vector<Span> out;
  for (const Span m : marks)
    if (m.begin >= offset && m.end <= offset + size)
      out.push_back({static_cast<std::uint32_t>(m.begin - offset), static_cast<std::uint32_t>(m.end - offset)});
  return out;
}

}  // namespace

std::string words_in_context(const Row& row) {
  if (row.context.empty() || row.context_content.empty() || row.act == Act::SpeechAct) {
    const std::string words = with_matches(row.words, row.marks);
    if (row.cue.empty() || row.context.empty()) return words;
    return clean(row.cue) + (quotes(row.words) ? " " : " › ") + words;
  }
  std::vector<Piece> pieces;
  for (const Span part : row.context_content) pieces.push_back({part, true});
  if (!row.context_cue.empty()) pieces.push_back({row.context_cue, false});
  if (!row.context_mention.empty()) pieces.push_back({row.context_mention, false});
  std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.span.begin < b.span.begin; });
  const std::string_view all = row.context;
  // The speaker's name in front says only what the SPEAKER column says.
  std::size_t first = 0;
  while (first + 1 < pieces.size() && pieces[first].span == row.context_mention && !pieces[first].content) ++first;
  std::string out;
  std::size_t at = pieces[first].span.begin;
  std::size_t words_at = 0;  // in row.words
  for (std::size_t i = first; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    if (piece.span.begin > at) {
      const std::string_view gap = all.substr(at, piece.span.begin - at);
      const std::string text = gap.size() <= kGap ? clean(gap) : std::string("…");
      const bool blank_before = gap.front() == ' ' || gap.front() == '\n' || text == "…";
      const bool blank_after = gap.back() == ' ' || gap.back() == '\n' || text == "…";
      if (blank_before && !out.empty()) out += ' ';
      out += text;
      if (blank_after && !text.empty()) out += ' ';
    }
    if (piece.span.end <= at && i > first) continue;  // inside what is out already
    const std::uint32_t begin = std::max(piece.span.begin, static_cast<std::uint32_t>(at));
    const std::string_view text = all.substr(begin, piece.span.end - begin);
    if (piece.content) {
      out += with_matches(text, matches_in(row.marks, words_at + (begin - piece.span.begin), text.size()));
      words_at += piece.span.size() + 1;
    } else if (i > first && piece.span == row.context_mention && text.size() > row.speaker.size() + 16 && !row.unnamed &&
               text.starts_with(row.speaker) && !row.speaker.empty()) {
      out += clean(row.speaker) + " …";  // the SPEAKER column has the rest
    } else {
      out += clean(text);
    }
    at = std::max<std::size_t>(at, piece.span.end);
  }
  const bool ends_in_cue = !row.context_cue.empty() && row.context_cue.end == all.size();
  if (ends_in_cue && !row.addressee.empty()) out += ' ' + clean(row.addressee);
  return out;
}

std::string source_line(const Row& row) {
  std::string out = clean(row.source.empty() ? row.title : row.source);
  if (!row.published_on.empty()) {
    if (!out.empty()) out += ", ";
    out += short_date(row.published_on, row.said_on.empty() ? row.published_on : row.said_on);
  }
  if (row.also_in > 0) out += " · also in " + std::to_string(row.also_in) + (row.also_in == 1 ? " paper" : " papers");
  if (!row.via_speaker.empty()) out += " · via " + clean(row.via_speaker);
  return out;
}

StatementTable::StatementTable(TableStyle style, Buffer& out) : style_(style), out_(out) {
  const std::size_t columns = std::max<std::size_t>(style.columns, 40);
  id_ = 4;
  said_ = 11;
  speaker_ = std::clamp<std::size_t>(columns / 5, 12, 32);
  where_ = columns >= 120 ? std::clamp<std::size_t>(columns / 6, 24, 36) : 0;
  const std::size_t taken = id_ + 2 + said_ + 2 + speaker_ + 2 + 1 + (where_ > 0 ? where_ + 2 : 0);
  words_ = std::min<std::size_t>(columns > taken + 16 ? columns - taken : 16, 100);
  most_lines_ = words_ > 60 ? 5 : 8;
}

void StatementTable::header() {
  std::string text = pad("ID", id_) + "  " + pad("SAID", said_) + "  " + pad("SPEAKER", speaker_) + "  ";
  text += where_ > 0 ? pad("WORDS", words_ + 1) + "  WHERE" : "WORDS";
  out_.append(paint(mark(Ink::Dim, text), style_.colour));
  out_.append('\n');
}

void StatementTable::row(const Row& row, std::string_view id) {
  const std::string shown_id(id.empty() ? row.statement.text() : std::string(id));
  if (rows_++ == 0) {
    // The first id tells how long they are: of a record with thousands of statements most have as many digits. Keys of extract are
    // longer than any column.
    const std::size_t wider = shown_id.size() > id_ && shown_id.size() <= id_ + 4 ? shown_id.size() - id_ : 0;
    id_ += wider;
    words_ -= std::min(wider, words_ - 16);
    header();
  }
  const bool unsure = row.confidence < kUnsure;
  saw_unsure_ |= unsure;
  saw_published_ |= row.dated_by_publication;
  saw_negated_ |= row.negated;

  const std::string said = row.dated_by_publication ? "~" + row.published_on : row.said_on;
  std::vector<std::string> who;
  if (row.speaker.empty()) {
    if (!row.mention.empty()) who = wrap("“" + clean(row.mention) + "”", speaker_);
    who.push_back(mark(Ink::Dim, "(nobody known)"));
  } else {
    for (const std::string& line : wrap(mark(row.unnamed ? Ink::Plain : Ink::Bold, clean(row.speaker)), speaker_)) who.push_back(line);
    const std::string role = row.unnamed ? std::string("(unnamed)") : clean(row.role);
    if (!role.empty())
      for (const std::string& line : wrap(mark(Ink::Dim, role), speaker_)) who.push_back(line);
    if (who.size() > 4) {
      who.resize(4);
      who.back() = shorten(who.back() + " …", speaker_);
    }
  }
  std::string text = words_in_context(row);
  if (row.negated) text = mark(Ink::Warning, "not said:") + ' ' + text;
  if (row.act == Act::Attitude || row.act == Act::NoComment)
    text = mark(Ink::Dim, row.act == Act::Attitude ? "(attitude)" : "(no comment)") + ' ' + text;
  std::vector<std::string> words = wrap(text, words_ - (unsure ? 1 : 0));  // a blank before the question mark
  if (words.size() > most_lines_) {
    words.resize(most_lines_);
    std::string& last = words.back();
    const bool inked = last.find(static_cast<char>(Ink::Match)) != std::string::npos;
    if (display_width(last) + 2 > words_) last = shorten(last, words_ - 2);
    last += inked ? std::string(1, static_cast<char>(Ink::Plain)) + " …" : " …";
  }
  std::vector<std::string> where;
  if (const std::string source = source_line(row); !source.empty())
    for (const std::string& line : wrap(mark(Ink::Dim, source), where_ > 0 ? where_ : words_)) where.push_back(line);
  if (where_ == 0) {
    words.insert(words.end(), where.begin(), where.end());
    where.clear();
  }
  const std::size_t height = std::max({words.size(), who.size(), where.size()});
  for (std::size_t i = 0; i < height; ++i) {
    const auto line = [i](const std::vector<std::string>& lines) { return i < lines.size() ? lines[i] : std::string(); };
    std::string out = i == 0 ? pad(mark(Ink::Id, shown_id), id_) + "  " + pad(said, said_) : std::string(id_ + 2 + said_, ' ');
    out += "  " + pad(line(who), speaker_) + "  " + pad(line(words), words_);
    out += i == 0 && unsure ? mark(Ink::Warning, "?") : std::string(" ");
    if (where_ > 0) out += "  " + line(where);
    out.erase(out.find_last_not_of(' ') + 1);
    out_.append(paint(out, style_.colour));
    out_.append('\n');
  }
}

std::string StatementTable::legend() const {
  std::string out;
  if (saw_published_) out += "~ published, day said unknown. ";
  if (saw_unsure_) out += "? confidence < .6 ";
  if (!out.empty()) out.pop_back();
  return out;
}

}  // namespace onrecord
