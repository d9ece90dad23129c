// How a command line is read, and the one place that knows CLI11.
//
// A command's options are set up only when that command is run or described. Arguments that are no options are taken
// from CLI11's remainder, since it would split the word "[a,b]" in two and take the word "show" after `find` for a
// command.
#include "options.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <type_traits>

#include "base/did_you_mean.h"
#include "command_table.h"
#include "text/ascii.h"

namespace onrecord::cli {
namespace {

// Hands the word on where it is one of the option's choices, or where the option has none.
void take(const OptionHelp& option, const std::function<void(const std::string&)>& into, const std::string& word) {
  const std::vector<std::string>& choices = option.choices;
  if (choices.empty() || std::find(choices.begin(), choices.end(), word) != choices.end()) return into(word);
  std::string all;
  for (const std::string& c : choices) all += (all.empty() ? "" : ", ") + c;
  const std::string near = did_you_mean(word, choices);
  throw CLI::ValidationError(option.names, "\"" + word + "\" is none of " + all + (near.empty() ? "" : "; did you mean " + near + "?"));
}

// Tells CLI11 of an option. `row` has to outlive the parse; of an option given twice the last counts.
void add(CLI::App& app, const OptionRow& row) {
  const auto last = [](CLI::Option* option) { option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast); };
  std::visit([&](const auto& into) {
    using Kind = std::decay_t<decltype(into)>;
    if constexpr (std::is_same_v<Kind, bool*>) {
      app.add_flag(row.help.names, *into);
    } else if constexpr (std::is_pointer_v<Kind>) {
      const auto no_count = [](const std::string& word) -> std::string {
        if (word.empty()) return "\"\" is not a number";  // CLI11 takes it for 0
        return word.starts_with('-') ? "\"" + word + "\" is below 0" : "";
      };
      CLI::Option* const option = app.add_option(row.help.names, *into);
      if constexpr (!std::is_same_v<Kind, std::string*>) option->check(no_count);
      last(option);
    } else {
      const std::function<void(const std::string&)> checked = [&row, &into](const std::string& word) { take(row.help, into, word); };
      last(app.add_option_function(row.help.names, checked));
    }
  }, row.into);
}

Error usage(std::string message, std::string where, std::string hint) {
  return Error{ErrorCode::Usage, std::move(message), std::move(where), std::move(hint)};
}

std::vector<std::string> long_names(const std::vector<OptionRow>& rows) {
  std::vector<std::string> out;
  for (const OptionRow& row : rows) {
    const std::size_t at = row.help.names.find("--");
    if (at != std::string::npos) out.push_back(row.help.names.substr(at));
  }
  return out;
}

// "-storm" among the words of a question leaves a word out; it is no -s, and "-old" writes no file called ld.
bool leaves_out(const std::string& argument) {
  if (argument.size() < 2 || argument[0] != '-' || argument[1] == '-') return false;
  return argument.size() > 2 || std::isalpha(static_cast<unsigned char>(argument[1])) == 0;
}

// The option's own name where one of its marks was forgotten: "-limit".
std::string with_both_marks(const std::string& argument, const std::vector<std::string>& long_options) {
  const std::string name = "-" + argument.substr(0, argument.find('='));
  const bool known = argument.size() > 2 && std::find(long_options.begin(), long_options.end(), name) != long_options.end();
  return known ? name : std::string();
}

// Whether the argument is an option whose value comes next.
bool takes_value(const std::vector<OptionRow>& rows, const std::string& argument) {
  return std::any_of(rows.begin(), rows.end(), [&](const OptionRow& row) {
    const std::string names = "," + row.help.names + ",";
    return argument.starts_with('-') && !std::holds_alternative<bool*>(row.into) && names.find("," + argument + ",") != std::string::npos;
  });
}

// Whether a file's name promises something that nothing is written as; rows would stand in it as CSV.
bool promises_another_format(const std::string& file) {
  static constexpr std::string_view kOthers[] = {".tsv",  ".xls", ".xlsx", ".ods",  ".htm",     ".html", ".xml",
                                                 ".yaml", ".pdf", ".docx", ".odt",  ".parquet", ".db",   ".sqlite"};
  const std::string low = lower_ascii(file);
  return std::any_of(std::begin(kOthers), std::end(kOthers), [&](std::string_view ending) { return low.ends_with(ending); });
}

// Stands before such a word while CLI11 sorts the arguments.
constexpr char kWord = '\x01';

Result<Parsed> parse_command(const Command& command, const std::vector<std::string>& arguments) {
  CLI::App app;
  app.set_help_flag("");
  app.allow_extras();
  Parsed parsed;
  Options& o = parsed.options;
  o.command = command.id;
  bool help = false;
  const std::vector<OptionRow> rows = options_of(command, o, help);
  for (const OptionRow& row : rows) add(app, row);

  const std::string see = "see onrecord " + std::string(command.name) + " --help";
  std::vector<std::string> for_cli11;
  std::vector<std::string> after_marks;
  bool marks = false;
  bool value = false;  // of the option before it
  for (const std::string& argument : arguments) {
    const bool word = command.what_argument == "words" && !value && leaves_out(argument);
    if (const std::string meant = with_both_marks(argument, long_names(rows)); !marks && !value && !meant.empty())
      return usage("no such option", argument, "did you mean " + meant + "?");
    if (marks) after_marks.push_back(argument);
    else if (argument == "--") marks = true;
    else for_cli11.push_back(word ? kWord + argument : argument);
    value = !word && takes_value(rows, argument);
  }
  std::reverse(for_cli11.begin(), for_cli11.end());  // as CLI11 takes them
  try {
    app.parse(std::move(for_cli11));
  } catch (const CLI::ValidationError& error) {
    return usage(error.what(), "", see);
  } catch (const CLI::ParseError& error) {
    std::string what = error.what();
    const std::size_t missing = what.find(": 1 required");
    if (missing != std::string::npos) what = what.substr(0, missing) + " needs a value";
    if (const std::size_t at = what.find("Could not convert: "); at != std::string::npos) {
      what = what.substr(at + 19);  // "--limit = x"
      const std::size_t equals = what.find(" = ");
      if (equals != std::string::npos) what = what.substr(0, equals) + ": \"" + what.substr(equals + 3) + "\" is not a number";
    }
    return usage(what, "", see);
  }
  if (help) {
    parsed.print = help_for(describe(command));
    return parsed;
  }
  for (const std::string& rest : app.remaining()) {
    if (rest.starts_with(kWord)) {
      o.args.push_back(rest.substr(1));
      continue;
    }
    const bool words = rest.find(' ') != std::string::npos;  // '-flood bridge' is a question
    if (rest.size() < 2 || rest[0] != '-' || (words && command.most == kMany)) {
      o.args.push_back(rest);
      continue;
    }
    const std::string name = rest.substr(0, rest.find('='));
    const std::string near = did_you_mean(name, long_names(rows));
    if (!near.empty()) return usage("no such option", name, "did you mean " + near + "?");
    const bool words_follow = command.what_argument == "words", files = command.what_argument.starts_with("a file");
    const std::string or_else = words_follow ? "; after -- everything is words" : files ? "; a file of that name is ./" + rest : "";
    return usage("no such option", name, see + or_else);
  }
  o.args.insert(o.args.end(), after_marks.begin(), after_marks.end());
  if (o.args.size() < command.least) return usage(std::string(command.name) + " needs " + std::string(command.what_argument), "", see);
  if (o.args.size() > command.most)
    return usage("one argument too many for " + std::string(command.name), o.args[command.most], see);
  if (!o.format && promises_another_format(o.output))
    return usage("nothing is written in the format that this name promises", o.output, "name it .csv, .json or .jsonl, or say --format");
  return parsed;
}

}  // namespace

Result<Parsed> parse_options(const std::vector<std::string>& arguments) {
  const auto print = [](std::string text) {
    Parsed parsed;
    parsed.print = std::move(text);
    return parsed;
  };
  if (arguments.empty())
    return usage("no command", "", "onrecord --help lists them; onrecord add FILE is the first one to try");
  const std::string& first = arguments[0];
  if (first == "--version" || first == "-V") return print(version_line());
  const bool help = first == "help" || first == "--help" || first == "-h";
  if (help && arguments.size() == 1) return print(general_help());
  const std::string& name = help ? arguments[1] : first;
  for (const Command& command : commands())
    if (command.name == name) return help ? Result<Parsed>(print(help_for(describe(command))))
                                          : parse_command(command, {arguments.begin() + 1, arguments.end()});
  if (name.starts_with("-"))
    return usage("no such option in front of a command", name, "options follow the command, as in onrecord find --db FILE");
  std::vector<std::string> names = {"help"};
  for (const Command& command : commands()) names.emplace_back(command.name);
  const std::string near = did_you_mean(name, names);
  return usage("no such command", name, near.empty() ? "onrecord --help lists them" : "did you mean onrecord " + near + "?");
}

}  // namespace onrecord::cli
