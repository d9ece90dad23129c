#include "export/rows.h"

#include <string>

#include "catch.h"

using namespace onrecord;

namespace {

constexpr Column kColumns[] = {{"source_id", "ID"}, {"name", "SOURCE", false, true}, {"host"}, {"statements", "SAID", true}};

std::string printed(Format format, int rows, RowStyle style = {}) {
  Buffer out;
  RowPrinter printer(format, kColumns, style, out);
  if (rows > 0) printer.row({"src1", "Harbour Post", "", bare("41")});
  if (rows > 1) printer.row({"src2", "The \"Wire\",\nof the coast", "wire.example", bare("7")});
  printer.finish();
  return std::string(out.view());
}

}  // namespace

TEST_CASE("rows in every format", "[export]") {
  CHECK(printed(Format::Csv, 2) ==
        "source_id,name,host,statements\n"
        "src1,Harbour Post,,41\n"
        "src2,\"The \"\"Wire\"\",\nof the coast\",wire.example,7\n");
  CHECK(printed(Format::Jsonl, 2) ==
        R"({"source_id":"src1","name":"Harbour Post","host":null,"statements":41})" "\n"
        R"({"source_id":"src2","name":"The \"Wire\",\nof the coast","host":"wire.example","statements":7})" "\n");
  CHECK(printed(Format::Json, 2) ==
        "[\n"
        R"({"source_id":"src1","name":"Harbour Post","host":null,"statements":41},)" "\n"
        R"({"source_id":"src2","name":"The \"Wire\",\nof the coast","host":"wire.example","statements":7})" "\n"
        "]\n");
  CHECK(printed(Format::Table, 2) ==
        "ID    SOURCE                    SAID\n"
        "src1  Harbour Post                41\n"
        "src2  The \"Wire\", of the coast     7\n");
}

TEST_CASE("no rows are no rows, not broken ones", "[export]") {
  CHECK(printed(Format::Csv, 0) == "source_id,name,host,statements\n");
  CHECK(printed(Format::Json, 0) == "[]\n");
  CHECK(printed(Format::Jsonl, 0).empty());
  CHECK(printed(Format::Table, 0).empty());
}

TEST_CASE("a table gives way on a narrow terminal", "[export]") {
  CHECK(printed(Format::Table, 2, {{26, false}, false}) ==
        "ID    SOURCE          SAID\n"
        "src1  Harbour Post      41\n"
        "src2  The \"Wire\", of     7\n"
        "      the coast\n");
}

TEST_CASE("CSV for a spreadsheet", "[export]") {
  CHECK(printed(Format::Csv, 1, {{}, true}) == "\xEF\xBB\xBFsource_id,name,host,statements\r\nsrc1,Harbour Post,,41\r\n");
}

TEST_CASE("a table longer than what is measured goes on in the same columns", "[export]") {
  Buffer out;
  RowPrinter printer(Format::Table, kColumns, {}, out);
  for (int i = 0; i < 1200; ++i) printer.row({"src" + std::to_string(i), "Post", "", bare("1")});
  printer.finish();
  std::size_t lines = 0;
  for (const char c : out.view()) lines += c == '\n' ? 1 : 0;
  CHECK(lines == 1201);
  CHECK(printer.rows() == 1200);
}

TEST_CASE("a buffer whose drain fails says so and goes on no further", "[export]") {
  int calls = 0;
  Buffer out([&](std::string_view) { return ++calls < 2; });
  const std::string text(100000, 'x');
  out.append(text);
  CHECK(out.ok());
  out.append(text);
  out.append(text);
  CHECK_FALSE(out.ok());
  CHECK_FALSE(out.flush());
  CHECK(calls == 2);
}
