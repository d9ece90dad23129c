// The commands: each a function of what the command line asked for, in a file of its own.
#pragma once

#include "console.h"
#include "exit_status.h"
#include "options.h"
#include "pipeline/pipeline.h"

namespace onrecord::cli {

using Status = Result<Exit>;

Status cmd_add(Console& console, const Options& options);
Status cmd_articles(Console& console, const Options& options);
Status cmd_backup(Console& console, const Options& options);
Status cmd_claim(Console& console, const Options& options);
Status cmd_dump(Console& console, const Options& options);
Status cmd_export(Console& console, const Options& options);
Status cmd_extract(Console& console, const Options& options);
Status cmd_find(Console& console, const Options& options);
Status cmd_fix(Console& console, const Options& options);
Status cmd_log(Console& console, const Options& options);
Status cmd_merge(Console& console, const Options& options);
Status cmd_note(Console& console, const Options& options);
Status cmd_read(Console& console, const Options& options);
Status cmd_rebuild(Console& console, const Options& options);
Status cmd_remove(Console& console, const Options& options);
Status cmd_restore(Console& console, const Options& options);
Status cmd_review(Console& console, const Options& options);
Status cmd_score(Console& console, const Options& options);
Status cmd_show(Console& console, const Options& options);
Status cmd_sources(Console& console, const Options& options);
Status cmd_speakers(Console& console, const Options& options);
Status cmd_timeline(Console& console, const Options& options);
Status cmd_undo(Console& console, const Options& options);
Status cmd_verify(Console& console, const Options& options);

// What several of them need.

// The record for reading or for writing; with `make` it is made when it is not there.
[[nodiscard]] Result<Record> open_record(const Console& console, const Options& options, Needs needs, bool make = false);

// What a change did, in sentences or rows; `done` is what was done, "corrected".
Status print_effects(Console& console, const Options& options, const std::vector<Effect>& effects, std::string_view done);

// Parts of commands that stand in another file: fix --pending, speakers --candidates.
Status list_pending(Console& console, const Options& options, Record& record);
Status list_candidates(Console& console, const Options& options, Record& record);

// The question that the query and the flags of find ask.
[[nodiscard]] FindRequest request_for(const Options& options, Format format);

// The words of the command line as one question.
[[nodiscard]] std::string joined(const std::vector<std::string>& words);

// What is said where nothing was found: "nothing found", and whose name `typed` was perhaps meant to be.
[[nodiscard]] std::string nothing_found(Record& record, std::string_view typed);

// The format asked for, else what the output's name says, else `otherwise`.
[[nodiscard]] Format format_for(const Options& options, Format otherwise);

// How the inputs of the command line are read. Usage: a mapping that is none.
[[nodiscard]] Result<PipelineOptions> reading_for(const Console& console, const Options& options);

// How the extractor is to work. Usage: a confidence that is none.
[[nodiscard]] Result<ExtractorOptions> extracting_for(const Options& options);

// Workers for the inputs of the command line.
[[nodiscard]] unsigned workers_for(const Options& options);

// Articles that could not be read, by reason.
class Skips {
 public:
  void add(Console& console, const Error& error);
  [[nodiscard]] std::int64_t count() const { return count_; }
  // "3 skipped: 2 empty, 1 no such file or folder"
  [[nodiscard]] std::string summary() const;

 private:
  std::int64_t count_ = 0;
  std::vector<std::pair<std::string, std::int64_t>> reasons_;
};

}  // namespace onrecord::cli
