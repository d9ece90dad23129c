// onrecord add: reads articles and logs what they say.
#include <sys/stat.h>

#include "commands.h"
#include "onrecord/extract.h"
#include "output.h"
#include "pipeline/pipeline.h"

namespace onrecord::cli {
namespace {

constexpr Column kColumns[] = {
    {"result", "RESULT"}, {"article_id", "ID"}, {"version"}, {"article", "ARTICLE", false, true}, {"title", "TITLE", false, true},
    {"source", "SOURCE", false, true}, {"published_on", "PUBLISHED"}, {"statements", "STATEMENTS", true},
};

std::string_view word_for(AddResult result) {
  switch (result) {
    case AddResult::Added: return "added";
    case AddResult::Unchanged: return "unchanged";
    case AddResult::NewVersion: return "new version";
    case AddResult::MetadataUpdated: return "metadata updated";
  }
  return "added";
}

// What came of the inputs so far.
struct Tally {
  std::int64_t added = 0, unchanged = 0, versions = 0, updated = 0, statements = 0;

  void count(const AddOutcome& outcome) {
    switch (outcome.result) {
      case AddResult::Added: ++added; break;
      case AddResult::Unchanged: ++unchanged; return;
      case AddResult::NewVersion: ++versions; break;
      case AddResult::MetadataUpdated: ++updated; return;
    }
    statements += outcome.statements;
  }
  [[nodiscard]] std::int64_t all() const { return added + unchanged + versions + updated; }
  [[nodiscard]] std::string text() const {
    std::string out = counted(added, "article") + " added";
    if (versions > 0) out += ", " + counted(versions, "new version");
    if (updated > 0) out += ", " + grouped(updated) + " with new metadata";
    if (unchanged > 0) out += ", " + grouped(unchanged) + " unchanged";
    if (added + versions > 0) out += ", " + counted(statements, "statement");
    return out;
  }
};

// A record to ask what adding would do, when there is none yet: empty and in memory.
Result<Record> record_to_ask(const Console& console, const Options& options) {
  struct stat about{};
  if (::stat(console.database(options.db).c_str(), &about) == 0) return open_record(console, options, Needs::Writing);
  return Record::open(":memory:", OpenMode::Create, {});
}

// A statement that a person adds, in an article's words or from nowhere in print.
Status add_words(Console& console, const Options& options) {
  const Options::Words& w = options.words;
  if (!options.args.empty()) return Error{ErrorCode::Usage, "--words takes no files beside it", options.args[0], "see onrecord add --help"};
  NewStatement in;
  in.words = w.words;
  in.speaker = w.speaker;
  in.role = w.role;
  in.said = w.said;
  in.kind = w.kind;
  in.act = w.act;
  in.cue = w.cue;
  in.source = options.inputs.given.source;
  in.url = options.inputs.given.url;
  if (!w.in.empty()) {
    const auto id = find_id(w.in);
    if (!id || id->kind != IdKind::Article) return Error{ErrorCode::Usage, "no article's id", w.in, "as in --in a12"};
    in.in_article = *id;
  }
  auto record = options.dry_run ? record_to_ask(console, options) : open_record(console, options, Needs::Writing, true);
  if (!record) return record.error();
  auto effect = record->add_statement(in, console.stamp(options.why), options.dry_run);
  if (!effect) return effect.error();
  return print_effects(console, options, {*effect}, "logged");
}

}  // namespace

Status cmd_add(Console& console, const Options& options) {
  if (!options.words.words.empty()) return add_words(console, options);
  if (options.args.empty()) return Error{ErrorCode::Usage, "add needs a file, a folder, an address or -", "", "see onrecord add --help"};
  const Format format = format_for(options, Format::Table);
  auto output = Output::open(console, "", Output::Page::No);
  if (!output) return output.error();
  RowPrinter rows(format, kColumns, {console.table}, (*output)->buffer());
  const bool print_rows = options.dry_run || options.format;

  auto record = options.dry_run ? record_to_ask(console, options) : open_record(console, options, Needs::Writing, true);
  if (!record) return record.error();

  Tally tally;
  const auto print = [&](const AddOutcome& outcome, const Article* article) {
    tally.count(outcome);
    if (!print_rows) return;
    rows.row({word_for(outcome.result), outcome.article ? outcome.article.text() : std::string(), bare(std::to_string(outcome.version)),
              outcome.name, article != nullptr ? article->title.value : std::string(),
              article != nullptr ? article->source.value : std::string(),
              article != nullptr ? article->published.value : std::string(), bare(std::to_string(outcome.statements))});
  };

  // An outcome is reported once it is committed; its article's title, source and date wait for that.
  std::vector<Article> waiting;
  std::size_t reported = 0;
  BatchOptions how;
  how.seconds = seconds;
  how.committed = [&](const AddOutcome& outcome) {
    print(outcome, reported < waiting.size() ? &waiting[reported] : nullptr);
    if (++reported == waiting.size()) {
      waiting.clear();
      reported = 0;
    }
  };
  std::optional<Batch> batch;
  if (!options.dry_run) {
    auto begun = record->batch(std::move(how));
    if (!begun) return begun.error();
    batch.emplace(*std::move(begun));
  }

  Skips skips;
  std::optional<Error> failed;
  auto reading = reading_for(console, options);
  if (!reading) return reading.error();
  reading->idle = [&] {  // another program must not wait for our reader
    if (!batch || failed) return;
    if (auto committed = batch->commit(); !committed) failed = committed.error();
  };
  Pipeline pipeline(Inputs(options.args), *std::move(reading));
  pipeline.run([](Item&) {},
               [&](Item& item) {
                 if (interrupted() || failed) return false;
                 if (item.error) {
                   skips.add(console, *item.error);
                   return true;
                 }
                 NewArticle in{*item.article, item.statements};
                 in.captured_at = item.captured_at.empty() ? console.now() : item.captured_at;
                 in.absolute_path = item.absolute_path;
                 in.record_id = item.record_id;
                 if (!item.bytes.empty() && item.bytes != item.article->text) in.capture = Capture{std::move(item.bytes), item.headers};
                 if (options.dry_run) {
                   auto outcome = record->would_add(in);
                   if (!outcome) skips.add(console, outcome.error());
                   else print(*outcome, &*item.article);
                   return true;
                 }
                 Article kept;
                 if (print_rows) {
                   kept.title.value = item.article->title.value;
                   kept.source.value = item.article->source.value;
                   kept.published.value = item.article->published.value;
                   waiting.push_back(std::move(kept));
                 }
                 if (auto added = batch->add(in); !added) {
                   if (print_rows && !waiting.empty()) waiting.pop_back();
                   if (added.error().code != ErrorCode::BadInput) {
                     failed = added.error();
                     return false;
                   }
                   skips.add(console, added.error());
                 }
                 console.progress(counted(tally.all(), "article") + " logged, " + counted(tally.statements, "statement") +
                                  (skips.count() > 0 ? ", " + grouped(skips.count()) + " skipped" : "") + ", " + item.name);
                 return true;
               });
  if (batch)
    if (auto committed = batch->commit(); !committed && !failed) failed = committed.error();

  if (print_rows) rows.finish();
  auto done = (*output)->finish();
  std::string summary = options.dry_run ? "would be: " + tally.text() : tally.text();
  if (skips.count() > 0) summary += "; " + skips.summary();
  if (pipeline.inputs().passed_by() > 0)
    summary += "; passed by " + counted(pipeline.inputs().passed_by(), "file that is", "files that are") + " not named like an article";
  if (interrupted()) summary += "; stopped, the same command again does the rest";
  if (!failed || tally.all() + skips.count() > 0) console.tell(summary);
  if (failed) {
    if (tally.all() > 0 && failed->hint.empty()) failed->hint = "what is counted above is safe; the same command again does the rest";
    return *failed;
  }
  if (!done) return done.error();
  if (!options.quiet && !options.dry_run && tally.added + tally.versions > 0 && console.err_is_terminal)
    console.tell("Next: onrecord find" + (options.db.empty() ? "" : " --db " + options.db));
  if (skips.count() > 0) return Exit::Skipped;
  return options.quiet && tally.all() == 0 ? Exit::NothingFound : Exit::Done;
}

}  // namespace onrecord::cli
