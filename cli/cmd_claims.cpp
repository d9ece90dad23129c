// onrecord claim, review, note: what people assert about what was said.
#include <algorithm>

#include "base/did_you_mean.h"
#include "commands.h"
#include "export/statement_table.h"
#include "onrecord/id.h"
#include "output.h"

namespace onrecord::cli {
namespace {

constexpr Column kClaims[] = {
    {"claim_id", "ID"}, {"claim", "CLAIM", false, true}, {"statements", "STATEMENTS", true}, {"first_said", "FIRST"},
    {"first_speaker", "BY", false, true}, {"reviews", "REVIEWS", true}, {"verdict", "VERDICT"},
};
constexpr Column kSuggestions[] = {{"statement_id"}, {"speaker"}, {"said_on"}, {"words"}, {"source"}, {"because"}, {"score"}};

std::string rest_of(const std::vector<std::string>& args, std::size_t from) {
  return joined({args.begin() + static_cast<std::ptrdiff_t>(std::min(from, args.size())), args.end()});
}

Status list_claims(Console& console, const Options& options) {
  auto record = open_record(console, options, Needs::Reading);
  if (!record) return record.error();
  ListRequest ask;
  ask.query = rest_of(options.args, 1);
  ask.limit = options.list.limit.value_or(0);
  auto rows = record->claims(ask);
  if (!rows) return rows.error();
  auto output = Output::open(console, options.output, Output::Page::Yes);
  if (!output) return output.error();
  RowPrinter printer(format_for(options, Format::Table), kClaims, {console.table}, (*output)->buffer());
  for (const ClaimRow& row : *rows)
    printer.row({row.id.text(), row.claim, bare(std::to_string(row.statements)), row.first_said, row.first_speaker,
                 bare(std::to_string(row.reviews)), row.verdict});
  printer.finish();
  if (auto done = (*output)->finish(); !done && !(*output)->reader_left()) return done.error();
  if (rows->empty()) console.tell("nothing found");
  return rows->empty() && options.quiet ? Exit::NothingFound : Exit::Done;
}

Status suggest(Console& console, const Options& options) {
  auto record = open_record(console, options, Needs::Reading);
  if (!record) return record.error();
  auto found = record->suggest(options.args[1], options.list.limit.value_or(20));
  if (!found) return found.error();
  const Format format = format_for(options, Format::Table);
  auto output = Output::open(console, options.output, format == Format::Table ? Output::Page::Yes : Output::Page::No);
  if (!output) return output.error();
  Buffer& out = (*output)->buffer();
  if (format == Format::Table) {
    StatementTable table(console.table, out);
    for (const ClaimSuggestion& one : *found) {
      table.row(one.row);
      out.append("      because: " + one.because + "\n");
    }
    if (!found->empty())
      out.append("Next: onrecord claim attach " + options.args[1] + " " + found->front().row.statement.text() + " --as repeats\n");
  } else {
    RowPrinter printer(format, kSuggestions, {console.table}, out);
    for (const ClaimSuggestion& one : *found)
      printer.row({one.row.statement.text(), one.row.speaker, one.row.said_on, one.row.words, one.row.source, one.because,
                   bare(std::to_string(one.score))});
    printer.finish();
  }
  if (auto done = (*output)->finish(); !done && !(*output)->reader_left()) return done.error();
  if (found->empty()) console.tell("nothing found");
  return found->empty() && options.quiet ? Exit::NothingFound : Exit::Done;
}

Error needs(const std::string& what) { return {ErrorCode::Usage, what, "", "see onrecord claim --help"}; }

}  // namespace

Status cmd_claim(Console& console, const Options& options) {
  const std::vector<std::string>& args = options.args;
  const std::string verb = args.empty() ? "list" : args[0];
  if (verb == "list") return list_claims(console, options);
  if (verb == "suggest") return args.size() == 2 ? suggest(console, options) : needs("claim suggest needs a claim's id");
  if (verb != "new" && verb != "attach" && verb != "detach") {
    const std::string near = did_you_mean(verb, {"new", "attach", "detach", "suggest", "list"});
    return Error{ErrorCode::Usage, "claim cannot do that", verb,
                 near.empty() ? "it can: new, attach, detach, suggest, list" : "did you mean claim " + near + "?"};
  }
  if (verb == "new" && args.size() < 2) return needs("claim new needs the claim, as a sentence");
  if (const auto id = std::find_if(args.begin() + 1, args.end(), [](const std::string& word) { return find_id(word).has_value(); });
      verb == "new" && args.size() > 2 && id != args.end())
    return Error{ErrorCode::Usage, "claim new takes the words of a claim alone", *id,
                 "onrecord claim attach c1 " + *id + " --as makes adds a statement to the claim c1"};
  if (verb == "attach" && (args.size() < 3 || options.claim.as.empty()))
    return Error{ErrorCode::Usage, "claim attach needs a claim's id, statements' ids and --as, what they do with it", "",
                 "as in claim attach c1 s57 s63 --as repeats"};
  if (verb == "detach" && args.size() != 3) return needs("claim detach needs a claim's id and a statement's id");
  auto record = open_record(console, options, Needs::Writing);
  if (!record) return record.error();
  const Stamp stamp = console.stamp(options.why);
  if (verb == "new") {
    auto effect = record->new_claim(rest_of(args, 1), stamp, options.dry_run);
    if (!effect) return effect.error();
    return print_effects(console, options, {*effect}, "logged");
  }
  if (verb == "attach") {
    auto effects = record->attach(args[1], {args.begin() + 2, args.end()}, options.claim.as, stamp, options.dry_run);
    if (!effects) return effects.error();
    return print_effects(console, options, *effects, "attached");
  }
  auto effect = record->detach(args[1], args[2], stamp, options.dry_run);
  if (!effect) return effect.error();
  return print_effects(console, options, {*effect}, "detached");
}

Status cmd_review(Console& console, const Options& options) {
  if (options.args[0] != "add")
    return Error{ErrorCode::Usage, "review cannot do that", options.args[0],
                 "it can: review add CLAIM; onrecord show c1 lists a claim's reviews"};
  auto record = open_record(console, options, Needs::Writing);
  if (!record) return record.error();
  auto effect = record->add_review(options.args[1], options.review, console.stamp(options.why), options.dry_run);
  if (!effect) return effect.error();
  return print_effects(console, options, {*effect}, "logged");
}

Status cmd_note(Console& console, const Options& options) {
  auto record = open_record(console, options, Needs::Writing);
  if (!record) return record.error();
  auto effect = record->note(options.args[0], rest_of(options.args, 1), console.stamp(options.why), options.dry_run);
  if (!effect) return effect.error();
  return print_effects(console, options, {*effect}, "noted");
}

}  // namespace onrecord::cli
