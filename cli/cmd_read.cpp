// onrecord read: the article an input becomes, with no database.
#include "commands.h"
#include "export/article_rows.h"
#include "ingest/html/page_state.h"
#include "output.h"
#include "pipeline/pipeline.h"

namespace onrecord::cli {

Status cmd_read(Console& console, const Options& options) {
  const Format format = format_for(options, Format::Table);
  const bool candidates = options.read.candidates;
  const bool text = !candidates && (options.read.text || (!options.format && format == Format::Table));
  auto output = Output::open(console, options.output, text ? Output::Page::Yes : Output::Page::No);
  if (!output) return output.error();
  Buffer& out = (*output)->buffer();
  auto how = reading_for(console, options);
  if (!how) return how.error();
  how->extract = false;
  Pipeline pipeline(Inputs(options.args), *std::move(how));
  RowPrinter rows(format, candidates ? candidate_columns() : article_columns(), {console.table}, out);
  ArticleCells cells;
  Skips skips;
  std::int64_t articles = 0;
  pipeline.run([](Item&) {},
               [&](Item& item) {
                 if (item.error) {
                   skips.add(console, *item.error);
                   return !interrupted();
                 }
                 if (item.article->beginning_only) {
                   Error error = error_of(PageState::Beginning);
                   error.where = item.name;
                   skips.add(console, error);
                 }
                 if (candidates) {
                   put_candidates(*item.article, format == Format::Table, rows);
                 } else if (text) {
                   if (articles > 0) out.append("\n");
                   put_article_text(*item.article, console.table, out);
                 } else {
                   rows.row(cells.of(*item.article));
                 }
                 ++articles;
                 return (*output)->ok() && !interrupted();
               });
  if (!text) rows.finish();
  if (auto done = (*output)->finish(); !done && !(*output)->reader_left()) return done.error();
  if (skips.count() > 0) return Exit::Skipped;
  return Exit::Done;
}

}  // namespace onrecord::cli
