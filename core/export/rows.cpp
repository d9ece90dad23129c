#include "export/rows.h"

#include <algorithm>

#include "export/columns.h"
#include "export/csv.h"
#include "export/json.h"

namespace onrecord {

RowPrinter::RowPrinter(Format format, std::span<const Column> columns, RowStyle style, Buffer& out)
    : format_(format), columns_(columns), style_(style), out_(out) {}

void RowPrinter::begin() {
  if (format_ != Format::Csv) return;
  if (style_.excel) out_.append(kCsvMark);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (i > 0) out_.append(',');
    out_.append(columns_[i].name);
  }
  out_.append(csv_line_end(style_.excel));
}

void RowPrinter::row(std::span<const Cell> cells) {
  if (rows_++ == 0) begin();
  switch (format_) {
    case Format::Csv: return csv_row(cells);
    case Format::Json:
      out_.append(rows_ == 1 ? "[\n" : ",\n");
      return json_row(cells);
    case Format::Jsonl:
      json_row(cells);
      return out_.append('\n');
    case Format::Table: break;
  }
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (!columns_[i].heading.empty()) texts.push_back(clean(cells[i].text));
  if (!widths_.empty()) return table_row(texts);
  waiting_.push_back(std::move(texts));
  if (waiting_.size() == kMeasured) table_begin();
}

void RowPrinter::finish() {
  if (rows_ == 0) begin();
  if (format_ == Format::Json) out_.append(rows_ == 0 ? "[]\n" : "\n]\n");
  if (format_ == Format::Table && widths_.empty() && rows_ > 0) table_begin();
}

void RowPrinter::csv_row(std::span<const Cell> cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out_.append(',');
    put_csv_field(out_, cells[i].text, style_.excel);
  }
  out_.append(csv_line_end(style_.excel));
}

void RowPrinter::json_row(std::span<const Cell> cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string_view text = cells[i].text;
    char* to = out_.room(json_room(text.size()) + columns_[i].name.size() + 8);
    *to++ = i == 0 ? '{' : ',';
    to = put_string(to, columns_[i].name);
    *to++ = ':';
    to = cells[i].kind == Cell::Kind::Bare ? put_raw(to, text.empty() ? "null" : text) : put_string_or_null(to, text);
    out_.took(to);
  }
  out_.append('}');
}

void RowPrinter::table_begin() {
  std::vector<const Column*> shown;
  for (const Column& column : columns_)
    if (!column.heading.empty()) shown.push_back(&column);
  widths_.assign(shown.size(), 0);
  std::vector<std::string> headings;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    headings.emplace_back(shown[i]->heading);
    widths_[i] = display_width(shown[i]->heading);
    for (const auto& cells : waiting_) widths_[i] = std::max(widths_[i], display_width(cells[i]));
  }
  // Too wide: the columns that wrap give way, widest first, none below a dozen columns.
  std::size_t total = 2 * (widths_.size() - 1);
  for (const std::size_t width : widths_) total += width;
  while (total > style_.table.columns) {
    std::size_t* widest = nullptr;
    for (std::size_t i = 0; i < shown.size(); ++i)
      if (shown[i]->wraps && widths_[i] > 12 && (widest == nullptr || widths_[i] > *widest)) widest = &widths_[i];
    if (widest == nullptr) break;
    --*widest;
    --total;
  }
  for (std::string& heading : headings) heading = mark(Ink::Dim, heading);
  table_row(headings);
  for (const auto& cells : waiting_) table_row(cells);
  waiting_.clear();
}

void RowPrinter::table_row(const std::vector<std::string>& cells) {
  std::vector<std::vector<std::string>> lines;
  std::size_t height = 1;
  std::size_t at = 0;
  for (const Column& column : columns_) {
    if (column.heading.empty()) continue;
    lines.push_back(column.wraps ? wrap(cells[at], widths_[at]) : std::vector<std::string>{cells[at]});
    height = std::max(height, lines.back().size());
    ++at;
  }
  for (std::size_t line = 0; line < height; ++line) {
    std::string text;
    at = 0;
    for (const Column& column : columns_) {
      if (column.heading.empty()) continue;
      const std::string_view piece = line < lines[at].size() ? std::string_view(lines[at][line]) : std::string_view();
      if (at > 0) text += "  ";
      text += pad(piece, widths_[at], column.right);
      ++at;
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out_.append(paint(text, style_.table.colour));
    out_.append('\n');
  }
}

}  // namespace onrecord
