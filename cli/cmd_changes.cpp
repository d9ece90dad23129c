// onrecord fix, remove, undo: corrections, each an event in the log.
#include "commands.h"
#include "export/columns.h"
#include "output.h"

namespace onrecord::cli {
namespace {

constexpr Column kEffects[] = {{"event_id"}, {"target"}, {"field"}, {"before"}, {"after"}, {"note"}, {"done"}};

std::string quoted_or_none(const std::string& text) { return text.empty() ? "(none)" : shorten(clean(text), 60); }

// "e3  s41  speaker: (none) → Ana Reyes"
std::string sentence(const Effect& e, bool done) {
  std::string out = e.event && done ? e.event.text() + "  " : std::string();
  out += clean(e.target);
  if (!e.field.empty()) out += "  " + e.field + ": " + quoted_or_none(e.before) + " → " + quoted_or_none(e.after);
  else if (!e.after.empty() || !e.before.empty()) out += "  " + quoted_or_none(e.after.empty() ? e.before : e.after);
  if (!e.note.empty()) out += "  (" + clean(e.note) + ")";
  return out;
}

std::vector<Change> changes_of(const Options::Fix& fix) {
  std::vector<Change> out;
  const auto add = [&](std::string_view field, const std::optional<std::string>& value) {
    if (value) out.push_back({std::string(field), *value});
  };
  add("speaker", fix.speaker);
  add("role", fix.role);
  add("words", fix.words);
  add("said", fix.said);
  add("kind", fix.kind);
  add("act", fix.act);
  add("negated", fix.negated);
  if (fix.no_statement) out.push_back({"statement", "no"});
  add("published", fix.published);
  add("title", fix.title);
  add("byline", fix.byline);
  add("source", fix.source);
  add("url", fix.url);
  add("name", fix.name);
  add("alias", fix.alias);
  return out;
}

}  // namespace

// ------------------------------------------------------------------------------- shared with the other changes

Status print_effects(Console& console, const Options& options, const std::vector<Effect>& effects, std::string_view done_word) {
  const Format format = format_for(options, Format::Table);
  auto output = Output::open(console, "", Output::Page::No);
  if (!output) return output.error();
  Buffer& out = (*output)->buffer();
  if (format == Format::Table) {
    const std::string before = options.dry_run ? "would be " + std::string(done_word) + ": " : std::string();
    for (const Effect& e : effects) out.append(before + sentence(e, !options.dry_run) + "\n");
  } else {
    RowPrinter rows(format, kEffects, {console.table}, out);
    for (const Effect& e : effects)
      rows.row({e.event && !options.dry_run ? e.event.text() : std::string(), e.target, e.field, e.before, e.after, e.note,
                flag(!options.dry_run)});
    rows.finish();
  }
  if (auto done = (*output)->finish(); !done && !(*output)->reader_left()) return done.error();
  if (effects.empty()) console.tell("nothing to change: it says so already");
  if (!options.dry_run && !effects.empty() && effects.front().event)
    console.tell(std::string(done_word) + (options.purge ? "; this cannot be undone"
                                           : effects.size() > 1
                                               ? "; onrecord undo " + effects.front().event.text() + " takes the first back, and so each"
                                               : "; onrecord undo " + effects.front().event.text() + " takes it back"));
  return Exit::Done;
}

Status cmd_fix(Console& console, const Options& options) {
  if (options.fix.pending) {
    auto record = open_record(console, options, Needs::Reading);
    if (!record) return record.error();
    return list_pending(console, options, *record);
  }
  if (options.args.empty()) return Error{ErrorCode::Usage, "fix needs an id, as in fix s41", "", "see onrecord fix --help"};
  const std::vector<Change> changes = changes_of(options.fix);
  if (changes.empty())
    return Error{ErrorCode::Usage, "fix needs to know what", options.args[0],
                 "for example --speaker \"Ana Reyes\"; see onrecord fix --help"};
  auto record = open_record(console, options, Needs::Writing);
  if (!record) return record.error();
  auto effects = record->fix(options.args[0], changes, console.stamp(options.why), options.dry_run);
  if (!effects) return effects.error();
  return print_effects(console, options, *effects, "corrected");
}

Status cmd_remove(Console& console, const Options& options) {
  auto record = open_record(console, options, Needs::Writing);
  if (!record) return record.error();
  const Stamp stamp = console.stamp(options.why);
  auto effect =
      options.purge ? record->purge(options.args[0], stamp, options.dry_run) : record->remove(options.args[0], stamp, options.dry_run);
  if (!effect) return effect.error();
  return print_effects(console, options, {*effect}, options.purge ? "removed for good" : "removed");
}

Status cmd_undo(Console& console, const Options& options) {
  auto record = open_record(console, options, Needs::Writing);
  if (!record) return record.error();
  auto effects = record->undo(options.args[0], console.stamp(options.why), options.dry_run);
  if (!effects) return effects.error();
  return print_effects(console, options, *effects, "taken back");
}

}  // namespace onrecord::cli
