// One printer for every command that prints rows.
//
//   static constexpr Column kColumns[] = {{"source_id", "ID"}, {"name", "SOURCE"}, {"statements", "STATEMENTS", true}};
//   RowPrinter printer(Format::Csv, kColumns, {}, out);
//   printer.row({{"o3"}, {"Harbour Post"}, number("41")});
//   printer.finish();
//
// Rows stream: csv, json and jsonl hold nothing back, a table only its first rows, to measure the columns by. An empty
// text cell is "nothing known": null in JSON, nothing in CSV.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/buffer.h"

namespace onrecord {

enum class Format { Table, Csv, Json, Jsonl };

struct Column {
  std::string_view name;          // key and CSV column, snake_case
  std::string_view heading = {};  // over the table's column; empty: not in the table
  bool right = false;             // numbers stand to the right
  bool wraps = false;             // the table's column that gives way when the terminal is narrow, in several lines
};

struct Cell {
  enum class Kind : std::uint8_t { Text, Bare };  // Bare: a number, true, false: no quotation marks in JSON
  std::string_view text;
  Kind kind = Kind::Text;

  Cell(std::string_view value) : text(value) {}
  Cell(const std::string& value) : text(value) {}
  Cell(const char* value) : text(value) {}
  Cell(std::string_view value, Kind cell_kind) : text(value), kind(cell_kind) {}
};

// A cell whose text stands bare in JSON. Empty: null.
[[nodiscard]] inline Cell bare(std::string_view text) { return {text, Cell::Kind::Bare}; }
[[nodiscard]] inline Cell flag(bool value) { return {value ? "true" : "false", Cell::Kind::Bare}; }

// What a table may count on. `columns` wide; colour only where a person looks.
struct TableStyle {
  std::size_t columns = 80;
  bool colour = false;
};

// What a format asks of CSV beside the format itself.
struct RowStyle {
  TableStyle table;
  bool excel = false;
};

class RowPrinter {
 public:
  // `columns` must outlive the printer; `out` too.
  RowPrinter(Format format, std::span<const Column> columns, RowStyle style, Buffer& out);

  // One row, a cell for each column.
  void row(std::span<const Cell> cells);
  void row(std::initializer_list<Cell> cells) { row(std::span<const Cell>(cells.begin(), cells.size())); }

  // Closes what is open; to be called once, after the last row. Without rows a table prints nothing, CSV its header and
  // JSON an empty list.
  void finish();

  [[nodiscard]] std::size_t rows() const { return rows_; }

 private:
  static constexpr std::size_t kMeasured = 500;

  void begin();
  void csv_row(std::span<const Cell> cells);
  void json_row(std::span<const Cell> cells);
  void table_begin();
  void table_row(const std::vector<std::string>& cells);

  Format format_;
  std::span<const Column> columns_;
  RowStyle style_;
  Buffer& out_;
  std::size_t rows_ = 0;
  std::vector<std::vector<std::string>> waiting_;  // a table's first rows
  std::vector<std::size_t> widths_;                // of its columns, once measured
};

}  // namespace onrecord
