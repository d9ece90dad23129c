// onrecord timeline: when it was said, drawn to the terminal's width.
#include <algorithm>

#include "commands.h"
#include "export/columns.h"
#include "output.h"

namespace onrecord::cli {
namespace {

constexpr Column kColumns[] = {{"period"}, {"statements"}, {"said"}, {"published"}, {"first_id"}, {"last_id"}, {"gap"}};

std::string unit_name(char unit) { return unit == 'd' ? "day" : unit == 'y' ? "year" : "month"; }

// Said in full blocks, dated by publication only in light ones; where nothing was said for a while, for how long.
void draw(const Console& console, const std::vector<TimelineRow>& rows, char unit, Buffer& out) {
  std::int64_t most = 1;
  std::size_t digits = 1;
  for (const TimelineRow& row : rows) {
    most = std::max(most, row.statements);
    digits = std::max(digits, grouped(row.statements).size());
  }
  const auto room = static_cast<std::int64_t>(std::clamp<std::size_t>(console.table.columns, 40, 120) - 10 - 4 - digits);
  for (const TimelineRow& row : rows) {
    if (row.gap > 0)
      out.append(paint(mark(Ink::Dim, pad("", 10) + "  " + counted(row.gap, unit_name(unit)) + " without") + "\n", console.table.colour));
    const std::int64_t all = row.statements == 0 ? 0 : std::max<std::int64_t>(1, row.statements * room / most);
    const std::int64_t said = row.statements == 0 ? 0 : all * row.said / row.statements;
    std::string bar;
    for (std::int64_t i = 0; i < all; ++i) bar += i < said ? "█" : "░";
    out.append(paint(pad(row.period.empty() ? "no date" : row.period, 10) + "  " + pad(grouped(row.statements), digits, true) + "  " +
                         mark(Ink::Id, bar),
                     console.table.colour));
    out.append('\n');
  }
}

}  // namespace

Status cmd_timeline(Console& console, const Options& options) {
  auto record = open_record(console, options, Needs::Reading);
  if (!record) return record.error();
  const Format format = format_for(options, Format::Table);
  TimelineRequest ask;
  ask.find = request_for(options, Format::Csv);
  ask.unit = options.find.unit.empty() ? 'm' : options.find.unit[0];
  ask.by_publication = options.find.by_publication;
  auto rows = record->timeline(ask);
  if (!rows) return rows.error();
  auto output = Output::open(console, options.output, format == Format::Table ? Output::Page::Yes : Output::Page::No);
  if (!output) return output.error();
  if (format == Format::Table) {
    draw(console, *rows, ask.unit, (*output)->buffer());
    std::int64_t said = 0;
    std::int64_t published = 0;
    for (const TimelineRow& row : *rows) {
      said += row.said;
      published += row.published;
    }
    // The first and the last that have a date: those without stand last.
    const auto dated = std::find_if(rows->rbegin(), rows->rend(), [](const TimelineRow& row) { return !row.period.empty(); });
    if (dated != rows->rend())
      (*output)->buffer().append("first " + rows->front().period + " " + rows->front().first.text() + ", last " + dated->period + " " +
                                 dated->last.text() + "\n");
    if (!rows->empty() && published > 0 && !ask.by_publication)
      (*output)->buffer().append("█ day said known: " + grouped(said) + "  ░ by publication: " + grouped(published) + "\n");
  } else {
    RowPrinter printer(format, kColumns, {console.table}, (*output)->buffer());
    for (const TimelineRow& row : *rows)
      printer.row({row.period, bare(std::to_string(row.statements)), bare(std::to_string(row.said)), bare(std::to_string(row.published)),
                   row.first ? row.first.text() : std::string(), row.last ? row.last.text() : std::string(),
                   bare(std::to_string(row.gap))});
    printer.finish();
  }
  if (auto done = (*output)->finish(); !done && !(*output)->reader_left()) return done.error();
  if (rows->empty()) console.tell("nothing found");
  return rows->empty() && options.quiet ? Exit::NothingFound : Exit::Done;
}

}  // namespace onrecord::cli
