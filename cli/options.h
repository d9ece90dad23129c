// What the command line asked for, as plain data. options.cpp fills it, by the table of commands in command_table.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "export/rows.h"
#include "ingest/read.h"
#include "onrecord/record.h"

namespace onrecord::cli {

enum class CommandId {
  Add, Find, Show, Speakers, Sources, Articles, Timeline, Export, Claim, Review, Note, Fix, Merge, Remove, Undo, Log, Read, Extract,
  Score, Rebuild, Verify, Dump, Restore, Backup, Completion,
  Count_,
};

// What a command does with the database.
enum class Needs { Nothing, Reading, Writing };

struct Options {
  CommandId command = CommandId::Find;
  std::vector<std::string> args;      // files, query words, ids: what is no option, in order
  std::string db;                     // empty: ONRECORD_DB, else onrecord.db
  std::optional<Format> format;       // empty: the command's own, or what the name of `output` says
  std::string output;                 // empty: standard output
  bool quiet = false;
  bool dry_run = false;
  std::string why;                    // for the log

  struct Inputs {                     // add, extract, read
    GivenMetadata given;
    std::string mapping;              // of records: text=body,published=date
    double delay = 1;                 // seconds between requests to one host
    bool allow_private = false;
    std::int64_t workers = 0;         // 0: as many as the machine has, for several inputs
  } inputs;

  std::optional<double> min_confidence;  // extract, score
  std::string rules;                  // a folder of rules of one's own; "none": the built-in ones, whatever an article was read with
  bool explain = false;               // extract, show: --why

  struct Find {                       // find, export
    std::string speaker, source, since, until, kind, act, sort, columns, page;
    std::optional<std::int64_t> limit;
    bool count = false;
    bool versions = false;
    bool explain = false;
    bool excel = false;
    std::string report;               // export: a ready report instead of statements
    std::string unit;                 // timeline: day, month, year
    bool by_publication = false;
  } find;

  struct Words {                      // add --words: a statement that a person adds
    std::string words, in, speaker, said, kind, act, cue, role;
  } words;

  struct Merge {
    bool not_same = false, split = false, unsure = false;
  } merge;

  struct Claim {
    std::string as;
  } claim;

  NewReview review;

  struct Score {
    std::string who, against;
    bool curve = false;
  } score;

  bool purge = false;                 // remove
  bool portable = false;              // backup

  struct List {                       // speakers, sources, articles, log
    std::optional<std::int64_t> limit;
    bool changed = false;
    bool candidates = false;          // speakers
    std::string since;
  } list;

  struct Show {
    bool all = false;                 // the sightings of a statement
    bool diff = false;                // between two versions of an article
    int from = 0, to = 0;             // which ones; 0 and 0: the last two
    bool cite = false;                // a statement as a sentence to print
    bool text = false;                // the whole article
  } show;

  struct Fix {                        // empty values are values: --speaker "" says that nobody is known
    std::optional<std::string> speaker, words, said, kind, act, negated, role, title, byline, source, published, url, name, alias;
    bool no_statement = false;
    bool pending = false;
  } fix;

  struct Read {
    bool text = false;                // --format text
    bool candidates = false;
  } read;
};

// One option or argument as help, docs/cli.md, the manual page and the completions show it.
struct OptionHelp {
  std::string names;                  // "-o,--output"
  std::string value;                  // "FILE"; empty for a flag
  std::string help;
  std::vector<std::string> choices;   // that the value is one of
};

struct CommandHelp {
  CommandId id = CommandId::Find;
  std::string_view name, arguments, summary, examples, more;
  std::vector<OptionHelp> options;    // its own, then those that every command has
};

struct Parsed {
  Options options;
  std::optional<std::string> print;   // help or version: to be printed instead of running anything
};

// The command line without the program's name. Usage errors say what is wrong and what was perhaps meant.
[[nodiscard]] Result<Parsed> parse_options(const std::vector<std::string>& arguments);

// help.cpp: texts made of the table. First every command, in the order help lists them.
[[nodiscard]] std::vector<CommandHelp> describe_commands();
[[nodiscard]] std::string help_for(const CommandHelp& command);
[[nodiscard]] std::string general_help();
[[nodiscard]] std::string version_line();
[[nodiscard]] std::string manual_page();
// For "bash", "zsh" or "fish".
[[nodiscard]] Result<std::string> completion_for(std::string_view shell);

}  // namespace onrecord::cli
