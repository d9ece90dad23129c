// The report: one statement on a row, in the columns that `find`, `export` and `extract` share (docs/output.md).
//
//   ReportCells cells;
//   RowPrinter printer(Format::Csv, report_columns(), {}, out);
//   record.find(ask, [&](const Row& row) { printer.row(cells.of(row)); return true; });
//
// Columns are added at the end and never renamed.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "export/rows.h"
#include "extract/statement.h"
#include "ingest/article.h"
#include "onrecord/asking.h"
#include "text/code_points.h"

namespace onrecord {

inline constexpr std::size_t kReportColumns = 39;

[[nodiscard]] std::span<const Column, kReportColumns> report_columns();

// The cells of a row, which live until the next call and no longer than the row.
class ReportCells {
 public:
  [[nodiscard]] std::span<const Cell> of(const Row& row);

  // The same for a statement that is in no database: the ids are the words given here.
  [[nodiscard]] std::span<const Cell> of(const Row& row, std::string_view statement_id, std::string_view within_id,
                                         std::string_view article_id);

 private:
  std::vector<Cell> cells_;
  std::array<std::string, 11> made_;
};

// Which columns `names` ("speaker,words,url") asks for, as indices into report_columns(). Usage: no such column; the hint
// lists them.
[[nodiscard]] Result<std::vector<std::size_t>> parse_columns(std::string_view names);

// A statement as a row without ids, dates of capture or context; `points` counts over the text its spans point into.
[[nodiscard]] Row row_of(const Article& article, const std::vector<Statement>& statements, std::size_t index,
                         const CodePoints& text_points, const CodePoints& title_points);

}  // namespace onrecord
