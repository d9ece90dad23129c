// onrecord show: anything by its id.
#include <algorithm>

#include "commands.h"
#include "export/pages.h"
#include "export/shown.h"
#include "onrecord/extract.h"
#include "output.h"

namespace onrecord::cli {
namespace {

constexpr Column kSightings[] = {
    {"statement_id"}, {"published_on"}, {"source"}, {"speaker"}, {"relation"}, {"words"}, {"difference"}, {"other_speaker"}, {"wire_group"},
};
// On a terminal how the words differ stands in one column, which gives way.
constexpr Column kSightingsTable[] = {
    {"statement_id", "ID"}, {"published_on", "PUBLISHED"}, {"source", "SOURCE", false, true}, {"speaker", "SPEAKER", false, true},
    {"words", "WORDS", false, true}, {"wire_group", "STORY"},
};
constexpr Column kDifferences[] = {
    {"what", "WHAT"}, {"quote"}, {"statement_id", "ID"}, {"before", "BEFORE", false, true}, {"after", "AFTER", false, true},
    {"before_speaker", "BY", false, true}, {"after_speaker", "NOW BY", false, true},
};

std::string difference_of(const Sighting& s) {
  std::string out;
  for (const auto& [sign, words] : s.difference) {
    if (!out.empty()) out += ' ';
    if (sign == '=') out += words.size() > 40 ? std::string("…") : words;
    else out += (sign == '-' ? "[-" : "[+") + words + "]";
  }
  return out;
}

Status show_sightings(Console& console, const Options& options, Record& record) {
  auto found = record.sightings(options.args[0]);
  if (!found) return found.error();
  auto output = Output::open(console, "", Output::Page::Yes);
  if (!output) return output.error();
  const Format format = format_for(options, Format::Table);
  const bool table = format == Format::Table;
  RowPrinter printer(format, table ? std::span<const Column>(kSightingsTable) : kSightings, {console.table}, (*output)->buffer());
  for (const Sighting& s : found->rows) {
    const std::string relation = s.relation.empty() ? "earliest" : s.relation;
    const std::string story = s.wire_group > 0 ? std::to_string(s.wire_group) : "";
    if (table) {
      const std::string words = s.relation.empty() ? s.row.words : difference_of(s);
      printer.row({s.row.statement.text(), s.row.published_on, s.row.source, s.row.speaker,
                   relation + (s.other_speaker ? ", other speaker" : "") + (words.empty() ? "" : ": " + words), story});
      continue;
    }
    printer.row({s.row.statement.text(), s.row.published_on, s.row.source, s.row.speaker, relation,
                 s.row.words, difference_of(s), flag(s.other_speaker), bare(story)});
  }
  printer.finish();
  if (table)
    (*output)->buffer().append(counted(found->independent, "independent report") +
                               "; articles of one STORY share most of their text and count once\n");
  if (auto done = (*output)->finish(); !done && !(*output)->reader_left()) return done.error();
  return Exit::Done;
}

// How the rules of this build read the sentence a statement stands in.
Status show_why(Console& console, const Options& options, Record& record) {
  if (options.format) return Error{ErrorCode::Usage, "--why is text only", "--format", "leave --format out"};
  auto place = record.place_of(options.args[0]);
  if (!place) return place.error();
  auto how = extracting_for(options);
  if (!how) return how.error();
  Extractor extractor(*how);
  const std::vector<Statement> found = extractor.extract(place->article);
  auto output = Output::open(console, "", Output::Page::Yes);
  if (!output) return output.error();
  const Words words{place->content.front(), place->in_title ? Place::Title : Place::Body};
  const auto shares_words = [&](const Statement& s) { return s.place == words.place && s.content.front().overlaps(words.span); };
  if (std::none_of(found.begin(), found.end(), shares_words))
    (*output)->buffer().append("The rules of this build find no statement in these words: a person added it, or other rules did.\n\n");
  (*output)->buffer().append(extractor.explain(place->article, found, words));
  if (auto done = (*output)->finish(); !done && !(*output)->reader_left()) return done.error();
  return Exit::Done;
}

Status show_difference(Console& console, const Options& options, Record& record) {
  auto between = record.diff(options.args[0], options.show.from, options.show.to);
  if (!between) return between.error();
  auto output = Output::open(console, "", Output::Page::Yes);
  if (!output) return output.error();
  const Format format = format_for(options, Format::Table);
  if (format == Format::Table && !between->changes.empty()) {
    const auto version = [](int number, const std::string& captured) { return std::to_string(number) + ", captured " + captured; };
    (*output)->buffer().append("From version " + version(between->older, between->older_captured_at) + "\nto version   " +
                               version(between->newer, between->newer_captured_at) + "\n");
  }
  RowPrinter printer(format, kDifferences, {console.table}, (*output)->buffer());
  for (const VersionChange& c : between->changes)
    printer.row(
        {c.what, flag(c.quote), c.statement ? c.statement.text() : std::string(), c.before, c.after, c.before_speaker, c.after_speaker});
  printer.finish();
  if (auto done = (*output)->finish(); !done && !(*output)->reader_left()) return done.error();
  if (between->changes.empty()) console.tell("nothing changed");
  return Exit::Done;
}

}  // namespace

Status cmd_show(Console& console, const Options& options) {
  auto record = open_record(console, options, Needs::Reading);
  if (!record) return record.error();
  if (!options.show.diff && (options.show.from != 0 || options.show.to != 0))
    return Error{ErrorCode::Usage, "--from and --to go with --diff", "", "as in show a12 --diff --from 1 --to 3"};
  if (options.explain) return show_why(console, options, *record);
  if (options.show.all) return show_sightings(console, options, *record);
  if (options.show.diff) return show_difference(console, options, *record);
  auto shown = record->show(options.args[0]);
  if (!shown) return shown.error();
  if (options.show.cite) {
    if (!shown->statement) return Error{ErrorCode::Usage, "only a statement can be cited", options.args[0], ""};
    auto output = Output::open(console, "", Output::Page::No);
    if (!output) return output.error();
    (*output)->buffer().append(cite(shown->statement->row) + "\n");
    if (auto done = (*output)->finish(); !done) return done.error();
    return Exit::Done;
  }
  const Format format = format_for(options, Format::Table);
  auto output = Output::open(console, "", format == Format::Table ? Output::Page::Yes : Output::Page::No);
  if (!output) return output.error();
  if (format == Format::Table) put_page(*shown, {console.table, options.show.text}, (*output)->buffer());
  else put_shown(*shown, format, (*output)->buffer());
  if (auto done = (*output)->finish(); !done && !(*output)->reader_left()) return done.error();
  return Exit::Done;
}

}  // namespace onrecord::cli
