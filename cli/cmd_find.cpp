// onrecord find and onrecord export: statements that answer a question, as a table or as a report.
#include <algorithm>
#include <array>

#include "commands.h"
#include "export/report.h"
#include "export/statement_table.h"
#include "output.h"

namespace onrecord::cli {
namespace {

constexpr std::int64_t kTableRows = 50;  // of a table, unless --limit says otherwise
// How many there are is counted so far below a table; of a common word in a large record the whole count would take longer than the
// rows. `--count` counts to the end.
constexpr std::int64_t kCountedRows = 1000;

std::string order_words(const std::string& sort) {
  if (sort == "oldest") return "oldest first";
  if (sort == "speaker") return "by speaker";
  if (sort == "source") return "by source";
  if (sort == "confidence") return "surest first";
  if (sort == "added") return "last added first";
  return "newest first";
}

// Below the table: how many, what the marks mean, what is hidden, what to do next.
void put_notes(const StatementTable& table, const FindSummary& found, const Row& first, const Options& options, Buffer& out) {
  std::string line = grouped(found.rows);
  line += found.total ? (found.total_more ? " of more than " : " of ") + grouped(*found.total) : found.more ? " and more" : "";
  line += ", " + order_words(options.find.sort) + ".";
  if (const std::string legend = table.legend(); !legend.empty()) line += ' ' + legend;
  out.append(line + "\n");
  line.clear();
  if (found.hidden_attitudes > 0)
    line = counted(found.hidden_attitudes, "attitude") + " hidden (--act all). ";
  if (found.more)
    line += "More: " + (found.next_page.empty() ? std::string() : "--page " + found.next_page + ", ") + "--limit 0, or -o FILE. ";
  out.append(line + "Next: onrecord show " + first.statement.text() + "\n");
}

// Words that nobody said may be what articles are called: where to look then.
std::string called_so(Record& record, const Options& options) {
  const Options::Find& find = options.find;
  if (options.quiet || options.args.empty()) return {};
  for (const std::string* narrowed : {&find.speaker, &find.source, &find.since, &find.until, &find.kind, &find.act})
    if (!narrowed->empty()) return {};
  const std::string query = joined(options.args);
  const auto articles = record.articles({query, 0, false, ""});
  if (!articles || articles->empty()) return {};
  const auto number = static_cast<std::int64_t>(articles->size());
  return "; " + counted(number, "article is", "articles are") + " called so: onrecord articles " + query;
}

Status print_table(Console& console, const Options& options, Record& record, const FindRequest& ask, Output& output) {
  StatementTable table(console.table, output.buffer());
  Row first;
  auto found = record.find(ask, [&](const Row& row) {
    if (table.rows() == 0) first.statement = row.statement;
    table.row(row);
    return output.ok() && !interrupted();
  });
  if (!found) return found.error();
  if (found->rows > 0) {
    put_notes(table, *found, first, options, output.buffer());
  } else {
    std::string line = nothing_found(record, options.find.speaker) + called_so(record, options);
    if (found->hidden_attitudes > 0) line += "; " + counted(found->hidden_attitudes, "attitude") + " hidden (--act all)";
    console.tell(line);
  }
  return found->rows == 0 && options.quiet ? Exit::NothingFound : Exit::Done;
}

Status print_report(Console& console, const Options& options, Record& record, const FindRequest& ask, Format format, Output& output,
                    std::int64_t& written) {
  std::vector<Column> columns(report_columns().begin(), report_columns().end());
  std::vector<std::size_t> chosen;
  if (!options.find.columns.empty()) {
    auto parsed = parse_columns(options.find.columns);
    if (!parsed) return parsed.error();
    chosen = *std::move(parsed);
    columns.clear();
    for (const std::size_t index : chosen) columns.push_back(report_columns()[index]);
    if (format == Format::Table)
      for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i].heading = columns[i].name;
        columns[i].wraps = true;
      }
  }
  RowPrinter printer(format, columns, {console.table, options.find.excel}, output.buffer());
  ReportCells cells;
  std::vector<Cell> some;
  auto found = record.find(ask, [&](const Row& row) {
    const std::span<const Cell> all = cells.of(row);
    if (chosen.empty()) {
      printer.row(all);
    } else {
      some.clear();
      for (const std::size_t index : chosen) some.push_back(all[index]);
      printer.row(some);
    }
    if (!options.output.empty()) console.progress(counted(static_cast<std::int64_t>(printer.rows()), "row"));
    return output.ok() && !interrupted();
  });
  if (!found) return found.error();
  if (interrupted()) return Exit::Failed;  // the file stays as it was
  printer.finish();
  written = found->rows;
  if (found->more)
    console.tell("cut off by --limit" + (found->next_page.empty() ? std::string() : "; the next page: --page " + found->next_page));
  return found->rows == 0 && options.quiet ? Exit::NothingFound : Exit::Done;
}

Status explain(Console& console, Record& record, const FindRequest& ask, Output& output) {
  auto explanation = record.explain(ask);
  if (!explanation) return explanation.error();
  (void)console;
  for (const auto& [name, text] : {std::pair<std::string_view, const std::string&>{"words", explanation->tokens},
                                   {"tree", explanation->tree}, {"SQL", explanation->sql}, {"plan", explanation->plan}}) {
    output.buffer().append(name);
    output.buffer().append(":\n");
    output.buffer().append(text);
    output.buffer().append(text.ends_with('\n') ? "\n" : "\n\n");
  }
  return Exit::Done;
}

// A ready report: speakers, timeline, sightings, claims, changes.
Status print_ready_report(Console& console, const Options& options, Record& record, const FindRequest& ask, Format format, Output& output,
                          std::int64_t& written) {
  std::vector<std::string> names;
  std::vector<Column> columns;
  std::optional<RowPrinter> printer;
  // Numbers and truths among the report's columns stand bare in JSON, as in the lists.
  constexpr std::array<std::string_view, 11> kBare = {"statements", "articles", "sources", "said", "published", "gap",
                                                      "independent", "older_version", "newer_version", "other_speaker", "is_statement"};
  std::vector<Cell::Kind> kinds;
  const auto begin = [&] {
    for (const std::string& name : names)
      kinds.push_back(std::find(kBare.begin(), kBare.end(), name) != kBare.end() ? Cell::Kind::Bare : Cell::Kind::Text);
    for (const std::string& name : names) columns.push_back({name, name, false, true});
    printer.emplace(format, columns, RowStyle{console.table, options.find.excel}, output.buffer());
  };
  auto rows = record.report(options.find.report, ask, names, [&](const std::vector<std::string>& texts) {
    if (!printer) begin();
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < texts.size(); ++i) cells.emplace_back(std::string_view(texts[i]), kinds[i]);
    printer->row(cells);
    return output.ok() && !interrupted();
  });
  if (!rows) return rows.error();
  if (interrupted()) return Exit::Failed;
  if (!printer) begin();
  printer->finish();
  written = *rows;
  return *rows == 0 && options.quiet ? Exit::NothingFound : Exit::Done;
}

Status find_into(Console& console, const Options& options, Format format) {
  auto record = open_record(console, options, Needs::Reading);
  if (!record) return record.error();
  auto output = Output::open(console, options.output, format == Format::Table ? Output::Page::Yes : Output::Page::No);
  if (!output) return output.error();
  const FindRequest ask = request_for(options, format);
  Status status = Exit::Done;
  std::int64_t written = -1;  // rows of a report
  if (options.find.explain) {
    status = explain(console, *record, ask, **output);
  } else if (options.find.count) {
    auto count = record->count(ask);
    if (!count) return count.error();
    (*output)->buffer().append(std::to_string(*count) + "\n");
    if (options.quiet && *count == 0) status = Exit::NothingFound;
  } else if (!options.find.report.empty()) {
    status = print_ready_report(console, options, *record, ask, format, **output, written);
  } else if (format == Format::Table && options.find.columns.empty()) {
    status = print_table(console, options, *record, ask, **output);
  } else {
    status = print_report(console, options, *record, ask, format, **output, written);
  }
  if (!status || *status == Exit::Failed) return status;
  if (auto done = (*output)->finish(); !done && !(*output)->reader_left()) return done.error();
  const bool said = options.command == CommandId::Export || !options.output.empty();
  if (said && written >= 0 && !(*output)->reader_left())
    console.tell(counted(written, "row") + (options.output.empty() ? "" : " in " + options.output));
  return status;
}

}  // namespace

FindRequest request_for(const Options& options, Format format) {
  const Options::Find& find = options.find;
  FindRequest ask;
  ask.query = joined(options.args);
  ask.speaker = find.speaker;
  ask.source = find.source;
  ask.since = find.since;
  ask.until = find.until;
  ask.kind = find.kind;
  ask.act = find.act == "all" ? std::string() : find.act;
  if (!find.sort.empty()) ask.sort = find_sort(find.sort).value_or(Sort::Newest);
  ask.versions = find.versions;
  ask.page_key = find.page;
  const bool table = format == Format::Table;
  ask.limit = find.limit.value_or(table ? kTableRows : 0);
  ask.hide_attitudes = table && find.act.empty();
  ask.with_context = table;
  ask.with_sightings = table;
  ask.with_marks = table;
  ask.with_total = table;
  ask.total_most = kCountedRows;
  return ask;
}

Status cmd_find(Console& console, const Options& options) { return find_into(console, options, format_for(options, Format::Table)); }

Status cmd_export(Console& console, const Options& options) { return find_into(console, options, format_for(options, Format::Csv)); }

}  // namespace onrecord::cli
