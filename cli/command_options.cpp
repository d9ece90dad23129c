#include "command_options.h"

namespace onrecord::cli {

void Setup::format(bool with_text) {
  std::vector<std::string> choices = {"table", "csv", "json", "jsonl"};
  if (with_text) choices.insert(choices.begin(), "text");
  rows.push_back({{"--format", "FORMAT", "how rows come out", std::move(choices)}, [into = &o](const std::string& word) {
    into->read.text = word == "text";
    into->format = word == "csv" ? Format::Csv : word == "json" ? Format::Json : word == "jsonl" ? Format::Jsonl : Format::Table;
  }});
}

namespace {

std::vector<std::string> kinds() { return {"direct", "mixed", "indirect"}; }
std::vector<std::string> acts() { return {"statement", "speech_act", "attitude", "no_comment"}; }

void database(Setup& s) { s.text("--db", "FILE", s.o.db, "the record; else what ONRECORD_DB says, else onrecord.db"); }
void output(Setup& s) {
  s.text("-o,--output", "FILE", s.o.output, "write there, whole or not at all; .csv, .json and .jsonl choose the format");
}
void dry_run(Setup& s) { s.flag("-n,--dry-run", s.o.dry_run, "say what would be done and do nothing"); }
void reason(Setup& s) { s.text("--why", "TEXT", s.o.why, "the reason, kept in the log"); }
void change(Setup& s) {
  reason(s);
  s.format();
  database(s);
  dry_run(s);
}
void excel(Setup& s) { s.flag("--excel", s.o.find.excel, "CSV for a spreadsheet: byte-order mark, CR LF, no formulas"); }
void explain(Setup& s, const std::string& text) { s.flag("--why", s.o.explain, text); }
void rules(Setup& s) {
  s.text("--rules", "DIR", s.o.rules, "constructs, words and weights of your own: DIR/constructs.rules, DIR/words.tsv, DIR/weights.tsv");
}
void own_rules_again(Setup& s) {
  s.text("--rules", "DIR", s.o.rules, "your own rules, where articles were read with some; none for the built-in ones alone");
}
void least_confidence(Setup& s) {
  s.number("--min-confidence", "X", s.o.min_confidence,
           "only statements at least so likely right, 0 to 1: a high one for few and sure rows, a low one to miss less");
}
void limit(Setup& s) { s.number("--limit", "N", s.o.list.limit, "at most so many rows; 0 for all"); }

void inputs(Setup& s) {
  GivenMetadata& given = s.o.inputs.given;
  s.text("--source", "NAME", given.source, "the publisher or feed, where the text does not say it or says it wrongly");
  s.text("--published", "DATE", given.published, "2014-10-29, or 2014-10 where the day is not known");
  s.text("--title", "TEXT", given.title, "the title");
  s.text("--byline", "NAMES", given.byline, "who wrote it");
  s.text("--url", "ADDRESS", given.url, "where it stands on the web");
  s.text("--map", "PAIRS", s.o.inputs.mapping, "which key or column of a record holds what: text=body,published=date");
  s.number("--delay", "SECONDS", s.o.inputs.delay, "between requests to one host; 1 unless said");
  s.flag("--allow-private", s.o.inputs.allow_private, "fetch from this machine and private networks too");
  s.number("-j,--jobs", "N", s.o.inputs.workers, "so many at once; changes only the speed");
}

void narrow(Setup& s) {
  Options::Find& find = s.o.find;
  s.text("--speaker", "NAME", find.speaker, "words of a speaker's names, aliases and mentions");
  s.text("--source", "NAME", find.source, "words of a source's name");
  s.text("--since", "DATE", find.since, "said (else published) then or later: 2014, 2014-10, 2014-10-28");
  s.text("--until", "DATE", find.until, "said (else published) then or before");
  s.choice("--kind", "KIND", find.kind, kinds(), "all, partly or not in quotation marks");
  s.choice("--act", "ACT", find.act, {"statement", "speech_act", "attitude", "no_comment", "all"},
           "said; asked for, criticised …; thought or wanted; refused to say");
  s.flag("--versions", find.versions, "also what older versions of an article said");
}
// Which of the rows that are found, in what order, with what columns.
void rows(Setup& s) {
  Options::Find& find = s.o.find;
  s.number("--limit", "N", find.limit, "at most so many rows; 0 for all");
  s.text("--page", "KEY", find.page, "go on where the page before ended, which said the key");
  s.choice("--sort", "ORDER", find.sort, {"newest", "oldest", "speaker", "source", "confidence", "added"}, "newest first, unless said");
  s.text("--columns", "NAMES", find.columns, "only these columns, in this order: speaker,words,url");
}

}  // namespace

void setup_add(Setup& s) {
  inputs(s);
  rules(s);
  s.text("--words", "TEXT", s.o.words.words,
         "instead of reading anything: log this statement, which the extractor missed (with --in) or which stands in no article");
  s.text("--in", "ID", s.o.words.in, "with --words: the article that holds them");
  s.text("--speaker", "NAME", s.o.words.speaker, "with --words: who said it");
  s.text("--role", "TEXT", s.o.words.role, "with --words: the speaker's role");
  s.text("--said", "DATE", s.o.words.said, "with --words: when");
  s.choice("--kind", "KIND", s.o.words.kind, kinds(), "with --words: all, partly or not in quotation marks");
  s.choice("--act", "ACT", s.o.words.act, acts(),
           "with --words: what was done by saying it");
  change(s);
}
void setup_find(Setup& s) {
  narrow(s);
  rows(s);
  s.flag("--count", s.o.find.count, "how many there are, and nothing else");
  s.flag("--explain", s.o.find.explain, "how the question is understood: words, tree, SQL, plan");
  s.format();
  output(s);
  excel(s);
  database(s);
}
void setup_export(Setup& s) {
  narrow(s);
  rows(s);
  s.choice("--report", "NAME", s.o.find.report, {"speakers", "timeline", "sightings", "claims", "changes"},
           "a ready report instead of statements");
  s.format();
  output(s);
  excel(s);
  database(s);
}
void setup_show(Setup& s) {
  s.flag("--text", s.o.show.text, "an article's whole text");
  s.flag("--diff", s.o.show.diff, "what changed between two versions of an article, the last two unless said");
  s.number("--from", "N", s.o.show.from, "with --diff: the older version's number");
  s.number("--to", "N", s.o.show.to, "with --diff: the newer version's number");
  s.flag("--all", s.o.show.all, "everywhere else that a statement's words were printed, the earliest first");
  explain(s, "how the rules of this build read a statement's sentence, and why they find it");
  s.text("--rules", "DIR", s.o.rules, "with --why: constructs, words and weights of your own");
  s.flag("--cite", s.o.show.cite, "a statement as a sentence to print");
  s.format();
  database(s);
}
void setup_list(Setup& s) {
  limit(s);
  s.format();
  output(s);
  database(s);
}
void setup_speakers(Setup& s) {
  s.flag("--candidates", s.o.list.candidates, "pairs that may be one speaker, with what speaks for it");
  setup_list(s);
}
void setup_timeline(Setup& s) {
  narrow(s);
  s.choice("--by", "UNIT", s.o.find.unit, {"day", "month", "year"}, "a line for each");
  s.flag("--publication", s.o.find.by_publication, "by the day of publication, not the day it was said");
  s.format();
  output(s);
  database(s);
}
void setup_claim(Setup& s) {
  s.choice("--as", "HOW", s.o.claim.as, {"makes", "repeats", "denies", "contradicts", "mentions"},
           "with attach: what a statement does with the claim");
  limit(s);
  reason(s);
  s.format();
  output(s);
  database(s);
  dry_run(s);
}
void setup_review(Setup& s) {
  NewReview& r = s.o.review;
  s.choice("--verdict", "VERDICT", r.verdict, {"true", "mostly-true", "mixed", "mostly-false", "false", "unproven"}, "is it true");
  s.choice("--said-so", "HOW", r.said_so, {"verbatim", "paraphrase", "altered", "misattributed", "withdrawn"}, "was it said so");
  s.text("--rating", "TEXT", r.rating, "the reviewer's own words: \"Pants on fire\"");
  s.text("--by", "NAME", r.by, "who reviewed it");
  s.text("--on", "DATE", r.on, "when");
  s.text("--url", "ADDRESS", r.url, "where the review stands");
  s.text("--evidence", "TEXT", r.evidence, "what it rests on");
  change(s);
}
void setup_note(Setup& s) { change(s); }
void setup_merge(Setup& s) {
  s.flag("--not-same", s.o.merge.not_same, "the two are different people; never proposed again");
  s.flag("--unsure", s.o.merge.unsure, "kept as undecided");
  s.flag("--split", s.o.merge.split, "takes one speaker out of what it was merged into");
  change(s);
}
void setup_remove(Setup& s) {
  s.flag("--purge", s.o.purge, "an article's text goes for good; the log keeps that it was done, without the text");
  change(s);
}
void setup_keeping(Setup& s) { database(s); }
void setup_restore(Setup& s) {
  own_rules_again(s);
  database(s);
}
void setup_rebuild(Setup& s) {
  own_rules_again(s);
  database(s);
  dry_run(s);
}
void setup_dump(Setup& s) {
  output(s);
  database(s);
}
void setup_backup(Setup& s) {
  s.flag("--portable", s.o.portable, "one file that opens from a read-only disk");
  database(s);
}
void setup_score(Setup& s) {
  s.text("--who", "FILE", s.o.score.who, "speakers and dates for gold that has none, tab-separated");
  s.text("--against", "FILE", s.o.score.against, "an earlier output of extract: what was found since, what was lost");
  rules(s);
  least_confidence(s);
  s.flag("--curve", s.o.score.curve, "precision and recall at each --min-confidence from .1 to .9");
  s.number("-j,--jobs", "N", s.o.inputs.workers, "so many articles at once; changes only the speed");
  s.format();
  output(s);
}
void setup_articles(Setup& s) {
  s.flag("--changed", s.o.list.changed, "only articles of which there are several versions");
  s.text("--since", "DATE", s.o.list.since, "with --changed: whose newest version was captured then or later");
  setup_list(s);
}
void setup_fix(Setup& s) {
  Options::Fix& fix = s.o.fix;
  s.text("--speaker", "NAME", fix.speaker, "of a statement: who said it; \"\" for nobody known");
  s.text("--role", "TEXT", fix.role, "of a statement: the speaker's role");
  s.text("--words", "TEXT", fix.words, "of a statement: the words, as the article has them");
  s.text("--said", "DATE", fix.said, "of a statement: when it was said, or unknown");
  s.text("--kind", "KIND", fix.kind, "of a statement: direct, mixed, indirect; of a speaker: person, organization, group, document");
  s.text("--act", "ACT", fix.act, "of a statement: statement, speech_act, attitude, no_comment");
  s.choice("--negated", "YES", fix.negated, {"yes", "no"}, "of a statement: whether it was not said");
  s.flag("--not-a-statement", fix.no_statement, "it is none, and goes");
  s.text("--published", "DATE", fix.published, "of an article");
  s.text("--title", "TEXT", fix.title, "of an article");
  s.text("--byline", "NAMES", fix.byline, "of an article");
  s.text("--source", "NAME", fix.source, "of an article");
  s.text("--url", "ADDRESS", fix.url, "of an article");
  s.text("--name", "NAME", fix.name, "of a speaker");
  s.text("--alias", "NAME", fix.alias, "of a speaker: one more name to be found by");
  s.flag("--pending", fix.pending, "list the corrections that fit nothing any more");
  own_rules_again(s);
  change(s);
}
void setup_change(Setup& s) {
  own_rules_again(s);
  change(s);
}
void setup_read(Setup& s) {
  inputs(s);
  s.flag("--candidates", s.o.read.candidates, "all that the input says of title, date and so on, where it says it, and which of it won");
  s.format(true);
  output(s);
}
void setup_extract(Setup& s) {
  inputs(s);
  rules(s);
  explain(s, "instead of rows: sentence by sentence how it was read, what rules proposed, what was dropped, and why");
  least_confidence(s);
  s.format();
  output(s);
  excel(s);
}
void setup_completion(Setup&) {}

}  // namespace onrecord::cli
