// onrecord show: anything by its id.
#include "commands.h"
#include "export/pages.h"
#include "output.h"

namespace onrecord::cli {

Status cmd_show(Console& console, const Options& options) {
  auto record = open_record(console, options, Needs::Reading);
  if (!record) return record.error();
  auto shown = record->show(options.args[0]);
  if (!shown) return shown.error();
  const Format format = format_for(options, Format::Table);
  auto output = Output::open(console, "", format == Format::Table ? Output::Page::Yes : Output::Page::No);
  if (!output) return output.error();
  if (format == Format::Table) put_page(*shown, {console.table, options.show.text}, (*output)->buffer());
  else put_shown_row(*shown, format, (*output)->buffer());
  if (auto done = (*output)->finish(); !done && !(*output)->reader_left()) return done.error();
  return Exit::Done;
}

}  // namespace onrecord::cli
