#include "command_table.h"

#include <array>

#include "command_options.h"

namespace onrecord::cli {
namespace {

constexpr std::array<Command, static_cast<std::size_t>(CommandId::Count_)> kCommands = {{
    {CommandId::Add, Needs::Writing, "add", "FILE|DIR|URL|-…", 0, kMany, "a file, a folder, an address or -",
     "read articles and log what they say",
     "onrecord add report.txt --source \"Harbour Post\"\n"
     "onrecord add news/                     every article of a folder and its subfolders\n"
     "onrecord add https://post.example/bridge\n"
     "onrecord add crawl.jsonl --map text=body,published=date",
     "The same text again changes nothing; other text under the same address or file name is a new version. What the "
     "article does not say and no option gives stays unknown; `onrecord fix a1 --published …` fills it in later.",
     setup_add},
    {CommandId::Find, Needs::Reading, "find", "[QUERY]", 0, kMany, "words",
     "statements: who, what, when, where",
     "onrecord find bridge\n"
     "onrecord find --speaker reyes --since 2026-03\n"
     "onrecord find 'safe \"not before\"' -o bridge.csv",
     "QUERY is words, all of which are to be there; \"not before\" in quotation marks stand together, -storm is not to be there, and "
     "other punctuation is words too. In a table statements that were thought rather than "
     "said are left out and counted; --act all shows them, and so does every other format.",
     setup_find},
    {CommandId::Show, Needs::Reading, "show", "ID", 1, 1, "an id, as in show s41",
     "anything by its id, a statement in its paragraph",
     "onrecord show s41                      a statement\n"
     "onrecord show p7                       a speaker\n"
     "onrecord show a12 --text               an article\n"
     "onrecord show s41 --all                everywhere the words were printed\n"
     "onrecord show a12 --diff               what changed in the story",
     "", setup_show},
    {CommandId::Speakers, Needs::Reading, "speakers", "[QUERY]", 0, kMany, "words",
     "who speaks, with counts, first and last said",
     "onrecord speakers\nonrecord speakers reyes --format csv\nonrecord speakers --candidates",
     "On a terminal --candidates asks about each pair, one key an answer; elsewhere, and with --format, it lists them.", setup_speakers},
    {CommandId::Sources, Needs::Reading, "sources", "[QUERY]", 0, kMany, "words",
     "where the articles came from",
     "onrecord sources\nonrecord sources post --format csv", "", setup_list},
    {CommandId::Articles, Needs::Reading, "articles", "[QUERY]", 0, kMany, "words",
     "the articles logged, the newest first",
     "onrecord articles\nonrecord articles bridge --format csv", "", setup_articles},
    {CommandId::Timeline, Needs::Reading, "timeline", "[QUERY]", 0, kMany, "words",
     "when it was said",
     "onrecord timeline bridge\nonrecord timeline --speaker reyes --by year",
     "Said and published apart: a statement whose day the article does not give is counted by its publication.",
     setup_timeline},
    {CommandId::Export, Needs::Reading, "export", "[QUERY]", 0, kMany, "words",
     "all rows of a question as a report: csv, json, jsonl",
     "onrecord export -o report.csv\n"
     "onrecord export bridge --since 2026-03 -o bridge.csv --excel",
     "The rows, order and columns of `find`, never cut off; docs/output.md says what each column is.",
     setup_export},
    {CommandId::Claim, Needs::Writing, "claim", "new|attach|detach|suggest|list …", 0, kMany, "words",
     "follow a claim across articles",
     "onrecord claim new \"Repairs cost less than planned\"\n"
     "onrecord claim attach c1 s57 s63 --as repeats\n"
     "onrecord claim suggest c1              statements that may belong to it\n"
     "onrecord claim list",
     "A claim is one proposition; statements make, repeat, deny, contradict or mention it. `onrecord show c1` tells all.",
     setup_claim},
    {CommandId::Review, Needs::Writing, "review", "add CLAIM", 2, 2, "add and a claim's id, as in review add c1",
     "log a fact-check of a claim",
     "onrecord review add c1 --verdict false --by \"Fact Desk\" --on 2026-03-09 --url https://desk.example/17",
     "Whether it was said so and whether it is true are two questions, kept apart.", setup_review},
    {CommandId::Note, Needs::Writing, "note", "ID TEXT", 2, kMany, "an id and a text",
     "a note on anything",
     "onrecord note s41 \"checked against the recording\"", "", setup_note},
    {CommandId::Fix, Needs::Writing, "fix", "ID", 0, 1, "an id, as in fix s41",
     "correct anything; the correction lasts",
     "onrecord fix s41 --speaker \"Ana Reyes\" --why \"she, not he, in the next paragraph\"\n"
     "onrecord fix a12 --published 2026-03-04\n"
     "onrecord fix s57 --not-a-statement",
     "Every correction is an event in the log: `onrecord log` lists them, `onrecord undo e3` takes one back.",
     setup_fix},
    {CommandId::Merge, Needs::Writing, "merge", "ID [ID]", 1, 2, "two speakers' ids, as in merge p7 p9",
     "two speakers are one, or are not",
     "onrecord merge p9 p7                   p9 is p7, from now on and for ever\n"
     "onrecord merge --not-same p7 p9\n"
     "onrecord merge --split p9",
     "`onrecord speakers --candidates` proposes pairs. Nothing merges by itself but the same full name.", setup_merge},
    {CommandId::Remove, Needs::Writing, "remove", "ID", 1, 1, "an id, as in remove a12",
     "take an article, a statement, a claim or a note off the record",
     "onrecord remove a12 --why \"retracted by the paper\"", "`onrecord undo` brings it back, unless it was purged.", setup_remove},
    {CommandId::Undo, Needs::Writing, "undo", "EVENT", 1, 1, "an event's id, as in undo e3",
     "take back any one past change",
     "onrecord undo e3\nonrecord undo e3 --dry-run           what it would do", "", setup_change},
    {CommandId::Log, Needs::Reading, "log", "[ID]", 0, 1, "an id",
     "who changed what, when, from what to what, and why",
     "onrecord log\nonrecord log s41", "", setup_list},
    {CommandId::Read, Needs::Nothing, "read", "FILE|DIR|URL|-…", 1, kMany, "a file, a folder, an address or -",
     "the article an input becomes: text and metadata, no database",
     "onrecord read report.txt\nonrecord read news/ --format jsonl\nonrecord read page.html --candidates",
     "A page of which a paywall shows only the beginning is printed, and said to be one; `add` and `extract` leave it.", setup_read},
    {CommandId::Extract, Needs::Nothing, "extract", "FILE|DIR|URL|-…", 1, kMany, "a file, a folder, an address or -",
     "the statements of articles, without a database",
     "onrecord extract report.txt\n"
     "onrecord extract news/ -j 4 > statements.jsonl\n"
     "onrecord extract report.txt --format table",
     "One statement on a line of JSON, in the order of the text; docs/output.md says what each key is.",
     setup_extract},
    {CommandId::Score, Needs::Nothing, "score", "GOLD", 1, 1, "a folder of annotated articles",
     "precision and recall of the rules on annotated articles",
     "onrecord score fixtures/gold\n"
     "onrecord score polnear/dev --who who-dev.tsv\n"
     "onrecord extract fixtures/articles > before.jsonl && onrecord score fixtures/gold --against before.jsonl",
     "GOLD holds NAME.jsonl in the form of extract's lines with NAME.txt beside it or in ../articles/, or text/NAME.txt with "
     "attributions/NAME_*.ann as PolNeAR has them. RIGHT of PREDICTED is the precision, FOUND of GOLD the recall. A construct is the "
     "order of the parts and how the content opens; the recall of a rule is the share of all gold that it brings.",
     setup_score},
    {CommandId::Rebuild, Needs::Writing, "rebuild", "[ID…]", 0, kMany, "articles' ids",
     "extract stored articles again with this build's rules",
     "onrecord rebuild --dry-run             what the rules of this build would change\nonrecord rebuild\nonrecord rebuild a12 a13",
     "Corrections stay in force and ids stay with their words; what no longer fits waits in `onrecord fix --pending`.", setup_rebuild},
    {CommandId::Verify, Needs::Reading, "verify", "", 0, 0, "nothing",
     "check that the record is sound",
     "onrecord verify", "Slices every statement out of its stored text, and checks hashes, keys, full text and the log.", setup_keeping},
    {CommandId::Dump, Needs::Reading, "dump", "", 0, 0, "nothing",
     "the log as text, which can live in git",
     "onrecord dump -o corrections.log", "", setup_dump},
    {CommandId::Restore, Needs::Writing, "restore", "FILE|-", 1, 1, "what dump wrote",
     "read what dump wrote",
     "onrecord restore corrections.log", "The record's log must be empty or the beginning of what is read.", setup_restore},
    {CommandId::Backup, Needs::Reading, "backup", "FILE", 1, 1, "a file to write",
     "a copy of the record, also while it is in use",
     "onrecord backup onrecord-copy.db", "", setup_backup},
    {CommandId::Completion, Needs::Nothing, "completion", "bash|zsh|fish|man", 1, 1, "a shell: bash, zsh, fish (or man)",
     "print completions for a shell, or the manual page",
     "onrecord completion bash > ~/.local/share/bash-completion/completions/onrecord\n"
     "onrecord completion man > onrecord.1", "", setup_completion},
}};

constexpr bool is_complete() {
  for (std::size_t i = 0; i < kCommands.size(); ++i) {
    const Command& c = kCommands[i];
    if (static_cast<std::size_t>(c.id) != i || c.name.empty() || c.summary.empty() || c.examples.empty())
      return false;
  }
  return true;
}
static_assert(is_complete(), "every command has its row, in the order of CommandId, with a name, a summary and an example");

}  // namespace

std::span<const Command> commands() { return kCommands; }

std::vector<OptionRow> options_of(const Command& command, Options& options, bool& help) {
  Setup setup(options);
  command.setup(setup);
  setup.flag("-q,--quiet", options.quiet, "print no progress and no summary; exit status 1 when nothing is found");
  setup.flag("-h,--help", help, "this help");
  return std::move(setup.rows);
}

}  // namespace onrecord::cli
