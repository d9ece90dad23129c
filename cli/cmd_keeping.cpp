// onrecord rebuild, verify, dump, restore, backup: the record kept safe.
#include <fstream>
#include <iostream>

#include "commands.h"
#include "output.h"

namespace onrecord::cli {

Status cmd_rebuild(Console& console, const Options& options) {
  auto record = open_record(console, options, Needs::Writing);
  if (!record) return record.error();
  auto done = record->rebuild(options.args, [&](std::int64_t at, std::int64_t of) {
    console.progress(grouped(at) + " of " + counted(of, "article") + " extracted again");
  }, options.dry_run);
  if (!done) return done.error();
  std::string summary = (options.dry_run ? "would be: " : "") + counted(done->articles, "article") +
                        " extracted again: " + grouped(done->kept) + " statements as they were, " + grouped(done->changed) + " changed, " +
                        grouped(done->added) + " new, " + grouped(done->gone) + " gone";
  constexpr std::size_t kNamed = 12;
  for (std::size_t i = 0; i < done->changed_articles.size() && i < kNamed; ++i)
    summary += (i == 0 ? "; other in " : ", ") + done->changed_articles[i].text();
  if (done->changed_articles.size() > kNamed)
    summary += " and " + grouped(static_cast<std::int64_t>(done->changed_articles.size() - kNamed)) + " more";
  console.tell(summary);
  for (const auto& [id, reason] : done->pending) console.tell(id.text() + " waits: " + reason);
  if (!done->pending.empty()) console.tell("Next: onrecord fix --pending");
  return Exit::Done;
}

Status cmd_verify(Console& console, const Options& options) {
  auto record = open_record(console, options, Needs::Reading);
  if (!record) return record.error();
  auto report = record->verify();
  if (!report) return report.error();
  for (const Error& problem : report->problems) console.complain(problem);
  console.tell(counted(report->articles, "article") + ", " + counted(report->statements, "statement") + ", " +
               counted(report->events, "event") + ": " +
               (report->problems.empty() ? "sound" : counted(static_cast<std::int64_t>(report->problems.size()), "problem")));
  return report->problems.empty() ? Exit::Done : Exit::Failed;
}

Status cmd_dump(Console& console, const Options& options) {
  auto record = open_record(console, options, Needs::Reading);
  if (!record) return record.error();
  auto output = Output::open(console, options.output, Output::Page::No);
  if (!output) return output.error();
  Buffer& out = (*output)->buffer();
  std::int64_t lines = 0;
  auto dumped = record->dump([&](std::string_view line) {
    out.append(line);
    out.append('\n');
    ++lines;
  });
  if (!dumped) return dumped.error();
  if (auto done = (*output)->finish(); !done) return done.error();
  if (!options.output.empty()) console.tell(counted(lines, "line") + " written");
  return Exit::Done;
}

Status cmd_restore(Console& console, const Options& options) {
  std::ifstream file;
  const bool standard = options.args[0] == "-";
  if (!standard) {
    file.open(options.args[0], std::ios::binary);
    if (!file) return Error{ErrorCode::Failed, "cannot be opened", options.args[0], "name a file that onrecord dump wrote, or -"};
  }
  std::istream& in = standard ? std::cin : file;
  auto record = open_record(console, options, Needs::Writing, true);
  if (!record) return record.error();
  auto events = record->restore([&](std::string& line) { return static_cast<bool>(std::getline(in, line)); });
  if (!events) {
    Error error = events.error();
    if (error.where.starts_with("line ")) error.where = (standard ? "standard input" : options.args[0]) + ", " + error.where;
    if (error.code == ErrorCode::BadInput) error.code = ErrorCode::Failed;  // one input, and it is refused
    return error;
  }
  console.tell(counted(*events, "event") + " restored");
  return Exit::Done;
}

Status cmd_backup(Console& console, const Options& options) {
  auto record = open_record(console, options, Needs::Reading);
  if (!record) return record.error();
  if (auto done = record->backup(options.args[0], options.portable); !done) return done.error();
  console.tell("copied to " + options.args[0]);
  return Exit::Done;
}

}  // namespace onrecord::cli
