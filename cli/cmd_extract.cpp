// onrecord extract: the statements of articles, without a database.
#include "commands.h"
#include "export/contract.h"
#include "export/report.h"
#include "export/statement_table.h"
#include "match/anchor.h"
#include "output.h"
#include "pipeline/pipeline.h"

namespace onrecord::cli {
namespace {

// A list of JSON objects made of lines of them.
void put_as_list(std::string_view lines, std::int64_t& rows, Buffer& out) {
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    out.append(rows++ == 0 ? "[\n" : ",\n");
    out.append(lines.substr(0, end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
}

// An article with more statements is written statement by statement when its turn comes: its lines take ten times the text's memory, and
// more than all else together.
constexpr std::size_t kMostRendered = 4096;

// The statements of an article as lines of the contract.
void put_lines(const Item& item, Buffer& out) {
  thread_local ContractLines contract;
  contract.reset(*item.article, article_identity(*item.article, item.absolute_path));
  for (const Statement& statement : item.statements) contract.put(statement, out);
}

// The columns of the report for statements that are in no database: their key stands for the id, the input's name
// for the article's.
class KeyedRows {
 public:
  template <typename Put>
  void each(const Item& item, Put put) {
    const Article& article = *item.article;
    Anchors anchors(article_identity(article, item.absolute_path), article);
    const CodePoints text(article.text);
    const CodePoints title(article.title.value);
    keys_.clear();
    for (const Statement& statement : item.statements) keys_.push_back(anchors.next(statement));
    for (std::size_t i = 0; i < item.statements.size(); ++i) {
      const Row row = row_of(article, item.statements, i, text, title);
      const int within = item.statements[i].within;
      put(row, keys_[i], within < 0 ? std::string() : keys_[static_cast<std::size_t>(within)]);
    }
  }

 private:
  std::vector<std::string> keys_;
};

// Sentence by sentence, why the rows are there.
Status explain_all(Console& console, const Options& options) {
  if (options.format || options.find.excel)
    return Error{ErrorCode::Usage, "--why is text only", options.format ? "--format" : "--excel", "leave one of them out"};
  auto how = reading_for(console, options);
  if (!how) return how.error();
  auto output = Output::open(console, options.output, Output::Page::Yes);
  if (!output) return output.error();
  Extractor extractor(how->extractor);
  how->extract = false;  // done here, where it is explained
  Skips skips;
  Pipeline pipeline(Inputs(options.args), *std::move(how));
  bool first = true;
  pipeline.run([](Item&) {}, [&](Item& item) {
    if (item.error) {
      skips.add(console, *item.error);
      return !interrupted();
    }
    const std::vector<Statement> statements = extractor.extract(*item.article);
    const std::string found = counted(static_cast<std::int64_t>(statements.size()), "statement");
    (*output)->buffer().append((first ? "== " : "\n== ") + item.name + ", " + found + "\n\n");
    (*output)->buffer().append(extractor.explain(*item.article, statements));
    first = false;
    return (*output)->ok() && !interrupted();
  });
  if (auto done = (*output)->finish(); !done && !(*output)->reader_left()) return done.error();
  if (skips.count() > 0) {
    console.tell(skips.summary());
    return Exit::Skipped;
  }
  return Exit::Done;
}

}  // namespace

Status cmd_extract(Console& console, const Options& options) {
  if (options.explain) return explain_all(console, options);
  auto output = Output::open(console, options.output, Output::Page::No);
  if (!output) return output.error();
  Buffer& out = (*output)->buffer();
  const Format format = format_for(options, Format::Jsonl);
  const bool lines = format == Format::Jsonl || format == Format::Json;

  auto how = reading_for(console, options);
  if (!how) return how.error();
  Pipeline pipeline(Inputs(options.args), *std::move(how));
  Skips skips;
  KeyedRows keyed;
  ReportCells cells;
  RowPrinter csv(Format::Csv, report_columns(), {console.table, options.find.excel}, out);
  StatementTable table(console.table, out);
  std::int64_t articles = 0;
  std::int64_t statements = 0;
  std::int64_t rows = 0;

  const auto render = [&](Item& item) {
    if (lines && item.statements.size() <= kMostRendered) put_lines(item, item.out);
  };
  const auto write_lines = [&](std::string_view rendered) {
    if (format == Format::Json) put_as_list(rendered, rows, out);
    else out.append(rendered);
    return out.ok();
  };
  const auto deliver = [&](Item& item) {
    if (item.error) {
      skips.add(console, *item.error);
      return !interrupted();
    }
    ++articles;
    statements += static_cast<std::int64_t>(item.statements.size());
    if (lines && item.statements.size() <= kMostRendered) {
      write_lines(item.out.view());
    } else if (lines) {
      Buffer pieces(write_lines);
      put_lines(item, pieces);
      pieces.flush();
    } else keyed.each(item, [&](const Row& row, const std::string& key, const std::string& within) {
      if (format == Format::Csv) csv.row(cells.of(row, key, within, item.name));
      else table.row(row, std::to_string(row.n));
    });
    if (console.shows_progress())
      console.progress(counted(articles, "article") + ", " + counted(statements, "statement") + ", " + item.name);
    return (*output)->ok() && !interrupted();
  };
  pipeline.run(render, deliver);

  if (format == Format::Csv) csv.finish();
  if (format == Format::Json) out.append(rows == 0 ? "[]\n" : "\n]\n");
  if (auto done = (*output)->finish(); !done) return done.error();
  if (!options.output.empty() || skips.count() > 0) {
    std::string text = counted(statements, "statement") + " in " + counted(articles, "article");
    if (skips.count() > 0) text += ", " + skips.summary();
    console.tell(text);
  }
  if (skips.count() > 0) return Exit::Skipped;
  return options.quiet && statements == 0 ? Exit::NothingFound : Exit::Done;
}

}  // namespace onrecord::cli
