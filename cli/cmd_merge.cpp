// onrecord merge, and the pairs that may be one speaker.
#include <algorithm>
#include <cstdio>
#include <optional>

#include "commands.h"
#include "export/columns.h"
#include "keys.h"
#include "output.h"

namespace onrecord::cli {
namespace {

constexpr Column kCandidates[] = {
    {"one_id", "ID"}, {"one", "SPEAKER", false, true}, {"other_id", "ID"}, {"other", "PERHAPS", false, true},
    {"because", "BECAUSE", false, true},
    {"key"}, {"score"},
};

std::string because_of(const MergeCandidate& pair) {
  std::string out;
  for (const std::string& one : pair.evidence) out += (out.empty() ? "" : "; ") + one;
  return out;
}

std::string share_of(double score) {
  char text[16];
  std::snprintf(text, sizeof text, "%.2f", score);
  return text;
}

// What brought two names together, in words.
std::string_view likeness_by(std::string_view key) {
  if (key == "fingerprint") return "the same names, but for initials and order";
  if (key == "n-gram") return "spelled alike";
  if (key == "sound") return "sound alike";
  return key;
}

// A speaker in a line, to choose by.
std::string in_a_line(const SpeakerRow& row) {
  std::string out = mark(Ink::Id, row.id.text()) + "  " + mark(Ink::Bold, clean(row.name));
  if (!row.role.empty()) out += ", " + clean(row.role);
  out += " · " + counted(row.statements, "statement") + " in " + counted(row.articles, "article");
  if (!row.first_said.empty()) out += ", " + row.first_said + (row.last_said == row.first_said ? "" : " to " + row.last_said);
  return out;
}

// Asks about each pair, one key an answer. Each answer is an event at once, so leaving early loses nothing.
Status ask_about(Console& console, const Options& options, const std::vector<MergeCandidate>& pairs) {
  auto record = open_record(console, options, Needs::Writing);
  if (!record) return record.error();
  const auto say = [&](const std::string& text) {
    std::fputs(paint(text, console.table.colour).c_str(), stdout);
    std::fflush(stdout);
  };
  // Lines that are longer than the terminal go on further in.
  const auto say_inset = [&](const std::string& text) {
    std::string inset = "  ";
    for (const std::string& line : wrap(text, std::max<std::size_t>(console.table.columns, 24) - 6)) {
      say(inset + line + "\n");
      inset = "      ";
    }
  };
  Keys keys;
  std::vector<std::pair<std::string, std::size_t>> answered;  // events, and the pair that each is about
  std::size_t at = 0;
  bool asked = false;                 // the pair stands there already
  while (at < pairs.size()) {
    const MergeCandidate& pair = pairs[at];
    auto one = record->show(pair.one.text()), other = record->show(pair.other.text());
    if (!one || !other) return one ? other.error() : one.error();
    if (one->speaker->row.id == other->speaker->row.id) {  // an answer before has joined them
      ++at;
      continue;
    }
    if (!asked) {
      say(std::to_string(at + 1) + " of " + std::to_string(pairs.size()) + "\n");
      say_inset(in_a_line(one->speaker->row));
      say_inset(in_a_line(other->speaker->row));
      const std::string because = because_of(pair);
      say_inset(mark(Ink::Dim, std::string(likeness_by(pair.key)) + (because.empty() ? "" : "; " + clean(because))));
    }
    say("same (s), different (d), unsure (u), later (space), take back (z), leave (q)? ");
    asked = true;
    const auto key = keys.next();
    if (!key || *key == 'q' || *key == 4 || *key == 27) {
      say("\n");
      break;
    }
    say(*key > ' ' && *key < 127 ? std::string(1, *key) + "\n" : "\n");
    const Stamp stamp = console.stamp(options.why);
    std::optional<Result<Effect>> done;
    // The one with fewer statements leads to the other.
    const bool one_leads = one->speaker->row.statements < other->speaker->row.statements;
    const std::string from = one_leads ? pair.one.text() : pair.other.text(), into = one_leads ? pair.other.text() : pair.one.text();
    if (*key == 's') done = record->merge(from, into, stamp);
    else if (*key == 'd') done = record->not_same(pair.one.text(), pair.other.text(), stamp);
    else if (*key == 'u') done = record->unsure(pair.one.text(), pair.other.text(), stamp);
    else if (*key == 'z' && !answered.empty()) {
      auto undone = record->undo(answered.back().first, stamp);
      if (!undone) return undone.error();
      say("  " + answered.back().first + " taken back\n");
      at = answered.back().second;
      answered.pop_back();
      asked = false;
      continue;
    } else if (*key != ' ') {
      continue;
    }
    if (done) {
      if (!*done) return done->error();
      answered.emplace_back((**done).event.text(), at);
      say("  " + answered.back().first + (*key == 's' ? "  " + from + " leads to " + into : "  remembered") + "\n");
    }
    ++at;
    asked = false;
  }
  console.tell(counted(static_cast<std::int64_t>(answered.size()), "answer") + " kept" +
               (answered.empty() ? "" : "; onrecord undo " + answered.front().first + " takes the first back"));
  return Exit::Done;
}

}  // namespace

Status list_candidates(Console& console, const Options& options, Record& record) {
  auto pairs = record.candidates(options.list.limit.value_or(0));
  if (!pairs) return pairs.error();
  if (console.out_is_terminal && can_ask() && !options.format && options.output.empty() && !pairs->empty())
    return ask_about(console, options, *pairs);
  const Format format = format_for(options, Format::Table);
  auto output = Output::open(console, options.output, format == Format::Table && !pairs->empty() ? Output::Page::Yes : Output::Page::No);
  if (!output) return output.error();
  RowPrinter printer(format, kCandidates, {console.table}, (*output)->buffer());
  for (const MergeCandidate& pair : *pairs) {
    printer.row(
        {pair.one.text(), pair.one_name, pair.other.text(), pair.other_name, because_of(pair), pair.key, bare(share_of(pair.score))});
  }
  printer.finish();
  if (format == Format::Table && !pairs->empty())
    (*output)->buffer().append("Next: onrecord merge " + pairs->front().other.text() + " " + pairs->front().one.text() +
                               ", or onrecord merge --not-same " + pairs->front().one.text() + " " + pairs->front().other.text() + "\n");
  if (auto done = (*output)->finish(); !done && !(*output)->reader_left()) return done.error();
  if (pairs->empty()) console.tell("nothing found");
  return pairs->empty() && options.quiet ? Exit::NothingFound : Exit::Done;
}

Status cmd_merge(Console& console, const Options& options) {
  const Options::Merge& how = options.merge;
  const auto& ids = options.args;
  if (int{how.not_same} + int{how.split} + int{how.unsure} > 1)
    return Error{ErrorCode::Usage, "--not-same, --unsure and --split exclude each other", "", "see onrecord merge --help"};
  if (ids.size() != (how.split ? 1U : 2U))
    return Error{ErrorCode::Usage, how.split ? "merge --split needs one speaker's id" : "merge needs two speakers' ids, as in merge p7 p9",
                 "", "see onrecord merge --help"};
  auto record = open_record(console, options, Needs::Writing);
  if (!record) return record.error();
  const Stamp stamp = console.stamp(options.why);
  auto effect = how.split      ? record->split(ids[0], stamp, options.dry_run)
                : how.not_same ? record->not_same(ids[0], ids[1], stamp, options.dry_run)
                : how.unsure   ? record->unsure(ids[0], ids[1], stamp, options.dry_run)
                               : record->merge(ids[0], ids[1], stamp, options.dry_run);
  if (!effect) return effect.error();
  return print_effects(console, options, {*effect}, how.split ? "split" : how.not_same || how.unsure ? "remembered" : "merged");
}

}  // namespace onrecord::cli
