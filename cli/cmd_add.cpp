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

// One run of add over its inputs.
class Adding {
 public:
  Adding(Console& console, const Options& options, Record& record, RowPrinter& rows)
      : console_(console), options_(options), record_(record), rows_(rows), print_rows_(options.dry_run || options.format) {}

  // Reads the inputs and logs them, or asks what logging them would do. An error is one that kept it from beginning.
  Status run();
  // How it ended, told on the terminal; `written` says whether the rows could be.
  Status end(const Result<void>& written);
  [[nodiscard]] bool prints_rows() const { return print_rows_; }

 private:
  Result<Batch> begin();
  void print(const AddOutcome& outcome, const Article* article);
  bool take(Item& item);
  bool log(NewArticle& in);
  void commit();
  [[nodiscard]] std::string summary() const;

  Console& console_;
  const Options& options_;
  Record& record_;
  RowPrinter& rows_;
  const bool print_rows_;
  Tally tally_;
  Skips skips_;
  std::int64_t passed_by_ = 0;  // files of no name that articles have
  std::optional<Batch> batch_;  // none when it is only asked
  std::optional<Error> failed_;
  // An outcome is reported once it is committed; its article's title, source and date wait for that.
  std::vector<Article> waiting_;
  std::size_t reported_ = 0;
};

Result<Batch> Adding::begin() {
  BatchOptions how;
  how.seconds = seconds;
  how.committed = [this](const AddOutcome& outcome) {
    print(outcome, reported_ < waiting_.size() ? &waiting_[reported_] : nullptr);
    if (++reported_ == waiting_.size()) {
      waiting_.clear();
      reported_ = 0;
    }
  };
  return record_.batch(std::move(how));
}

void Adding::print(const AddOutcome& outcome, const Article* article) {
  tally_.count(outcome);
  if (!print_rows_) return;
  const auto of_article = [&](const auto& field) { return article != nullptr ? field(*article) : std::string(); };
  rows_.row({word_for(outcome.result), outcome.article ? outcome.article.text() : std::string(), bare(std::to_string(outcome.version)),
             outcome.name, of_article([](const Article& a) { return a.title.value; }),
             of_article([](const Article& a) { return a.source.value; }), of_article([](const Article& a) { return a.published.value; }),
             bare(std::to_string(outcome.statements))});
}

void Adding::commit() {
  if (!batch_) return;
  if (auto committed = batch_->commit(); !committed && !failed_) failed_ = committed.error();
}

// Whether the next input is wanted.
bool Adding::take(Item& item) {
  if (interrupted() || failed_) return false;
  if (item.error) {
    skips_.add(console_, *item.error);
    return true;
  }
  NewArticle in{*item.article, item.statements};
  in.captured_at = item.captured_at.empty() ? console_.now() : item.captured_at;
  in.absolute_path = item.absolute_path;
  in.record_id = item.record_id;
  if (!item.bytes.empty() && item.bytes != item.article->text) in.capture = Capture{std::move(item.bytes), item.headers};
  if (batch_) {
    if (!log(in)) return false;
    console_.progress(counted(tally_.all(), "article") + " logged, " + counted(tally_.statements, "statement") +
                      (skips_.count() > 0 ? ", " + grouped(skips_.count()) + " skipped" : "") + ", " + item.name);
    return true;
  }
  if (auto outcome = record_.would_add(in); outcome) print(*outcome, &in.article);
  else skips_.add(console_, outcome.error());
  return true;
}

bool Adding::log(NewArticle& in) {
  if (print_rows_) {
    Article kept;
    kept.title.value = in.article.title.value;
    kept.source.value = in.article.source.value;
    kept.published.value = in.article.published.value;
    waiting_.push_back(std::move(kept));
  }
  auto added = batch_->add(in);
  if (added) return true;
  if (print_rows_ && !waiting_.empty()) waiting_.pop_back();
  if (added.error().code == ErrorCode::BadInput) skips_.add(console_, added.error());
  else failed_ = added.error();
  return !failed_;
}

Status Adding::run() {
  if (!options_.dry_run) {
    auto begun = begin();
    if (!begun) return begun.error();
    batch_.emplace(*std::move(begun));
  }
  auto reading = reading_for(console_, options_);
  if (!reading) return reading.error();
  reading->idle = [this] {  // another program must not wait for our reader
    if (!failed_) commit();
  };
  Pipeline pipeline(Inputs(options_.args), *std::move(reading));
  pipeline.run([](Item&) {}, [this](Item& item) { return take(item); });
  commit();
  passed_by_ = pipeline.inputs().passed_by();
  return Exit::Done;
}

std::string Adding::summary() const {
  std::string out = options_.dry_run ? "would be: " + tally_.text() : tally_.text();
  if (skips_.count() > 0) out += "; " + skips_.summary();
  if (passed_by_ > 0) out += "; passed by " + counted(passed_by_, "file that is", "files that are") + " not named like an article";
  if (interrupted()) out += "; stopped, the same command again does the rest";
  return out;
}

Status Adding::end(const Result<void>& written) {
  if (!failed_ || tally_.all() + skips_.count() > 0) console_.tell(summary());
  if (failed_) {
    if (tally_.all() > 0 && failed_->hint.empty()) failed_->hint = "what is counted above is safe; the same command again does the rest";
    return *failed_;
  }
  if (!written) return written.error();
  if (!options_.quiet && !options_.dry_run && tally_.added + tally_.versions > 0 && console_.err_is_terminal)
    console_.tell("Next: onrecord find" + (options_.db.empty() ? "" : " --db " + options_.db));
  if (skips_.count() > 0) return Exit::Skipped;
  return options_.quiet && tally_.all() == 0 ? Exit::NothingFound : Exit::Done;
}

}  // namespace

Status cmd_add(Console& console, const Options& options) {
  if (!options.words.words.empty()) return add_words(console, options);
  if (options.args.empty()) return Error{ErrorCode::Usage, "add needs a file, a folder, an address or -", "", "see onrecord add --help"};
  auto output = Output::open(console, "", Output::Page::No);
  if (!output) return output.error();
  RowPrinter rows(format_for(options, Format::Table), kColumns, {console.table}, (*output)->buffer());
  auto record = options.dry_run ? record_to_ask(console, options) : open_record(console, options, Needs::Writing, true);
  if (!record) return record.error();

  Adding adding(console, options, *record, rows);
  if (auto done = adding.run(); !done) return done;
  if (adding.prints_rows()) rows.finish();
  return adding.end((*output)->finish());
}

}  // namespace onrecord::cli
