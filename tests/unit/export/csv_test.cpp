#include "export/csv.h"

#include <string>
#include <vector>

#include "catch.h"

using namespace onrecord;

namespace {

std::string field(std::string_view text, bool excel = false) {
  Buffer out;
  put_csv_field(out, text, excel);
  return std::string(out.view());
}

// A reader of RFC 4180, to see our own rows come back.
std::vector<std::vector<std::string>> read_csv(std::string_view text) {
  std::vector<std::vector<std::string>> rows(1);
  rows.back().emplace_back();
  bool inside = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (inside) {
      if (c != '"') rows.back().back() += c;
      else if (at + 1 < text.size() && text[at + 1] == '"') rows.back().back() += text[at++];
      else inside = false;
    } else if (c == '"') {
      inside = true;
    } else if (c == ',') {
      rows.back().emplace_back();
    } else if (c == '\n') {
      rows.emplace_back();
      rows.back().emplace_back();
    } else {
      rows.back().back() += c;
    }
  }
  rows.pop_back();
  return rows;
}

}  // namespace

TEST_CASE("a CSV field", "[export]") {
  struct Row { const char* name; const char* text; const char* want; };
  static constexpr Row kRows[] = {
      {"plain", "The bridge will open", "The bridge will open"},
      {"nothing known", "", ""},
      {"comma", "shut, he said", "\"shut, he said\""},
      {"quotation marks", "\"No,\" she said", "\"\"\"No,\"\" she said\""},
      {"line break", "one\ntwo", "\"one\ntwo\""},
      {"outer blank", " one", "\" one\""},
      {"formula as it is", "=1+2", "=1+2"},
      {"semicolon needs nothing", "Ann Roe; John Doe", "Ann Roe; John Doe"},
  };
  for (const Row& row : kRows)
    DYNAMIC_SECTION(row.name) { CHECK(field(row.text) == row.want); }
}

TEST_CASE("for a spreadsheet no text is a formula", "[export]") {
  struct Row { const char* text; const char* want; };
  static constexpr Row kRows[] = {
      {"=1+2", "\"'=1+2\""},  {"@SUM(A1)", "\"'@SUM(A1)\""}, {"-1 and counting", "\"'-1 and counting\""}, {"+49 30", "\"'+49 30\""},
      {"-12.5", "-12.5"},     {"+3", "+3"},                  {"a=b", "a=b"},                              {"", ""},
  };
  for (const Row& row : kRows)
    DYNAMIC_SECTION(row.text) { CHECK(field(row.text, true) == row.want); }
}

TEST_CASE("what is written is read again", "[export]") {
  const std::vector<std::vector<std::string>> rows = {
      {"“Not yet,” she said, \"not\nyet\"", "", ",", "\"\""}, {"=1", " a ", "b", "ends with \""}};
  Buffer out;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out.append(',');
      put_csv_field(out, row[i], false);
    }
    out.append(csv_line_end(false));
  }
  CHECK(read_csv(out.view()) == rows);
}
