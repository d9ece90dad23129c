// onrecord merge, and the pairs that may be one speaker.
#include "commands.h"
#include "output.h"

namespace onrecord::cli {
namespace {

constexpr Column kCandidates[] = {
    {"one_id", "ID"}, {"one", "SPEAKER", false, true}, {"other_id", "ID"}, {"other", "PERHAPS", false, true}, {"because", "BECAUSE", false, true},
    {"key"}, {"score"}, {"decision", "DECIDED"},
};

}  // namespace

Status list_candidates(Console& console, const Options& options, Record& record) {
  auto pairs = record.candidates(options.list.limit.value_or(0));
  if (!pairs) return pairs.error();
  const Format format = format_for(options, Format::Table);
  auto output = Output::open(console, options.output, format == Format::Table ? Output::Page::Yes : Output::Page::No);
  if (!output) return output.error();
  RowPrinter printer(format, kCandidates, {console.table}, (*output)->buffer());
  for (const MergeCandidate& pair : *pairs) {
    std::string because;
    for (const std::string& one : pair.evidence) because += (because.empty() ? "" : "; ") + one;
    printer.row({pair.one.text(), pair.one_name, pair.other.text(), pair.other_name, because, pair.key, bare(std::to_string(pair.score)),
                 pair.decision});
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
    return Error{ErrorCode::Usage, how.split ? "merge --split needs one speaker's id" : "merge needs two speakers' ids, as in merge p7 p9", "", "see onrecord merge --help"};
  auto record = open_record(console, options, Needs::Writing);
  if (!record) return record.error();
  const Stamp stamp = console.stamp(options.why);
  auto effect = how.split      ? record->split(ids[0], stamp, options.dry_run)
                : how.not_same ? record->not_same(ids[0], ids[1], stamp)
                : how.unsure   ? record->unsure(ids[0], ids[1], stamp)
                               : record->merge(ids[0], ids[1], stamp, options.dry_run);
  if (!effect) return effect.error();
  return print_effects(console, options, {*effect}, how.split ? "split" : how.not_same || how.unsure ? "remembered" : "merged");
}

}  // namespace onrecord::cli
