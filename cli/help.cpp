// Help, the manual page and the completions, all made of the one table of commands.
#include <algorithm>

#include "command_table.h"
#include "query/language/fields.h"

namespace onrecord::cli {
namespace {

constexpr std::size_t kColumns = 80;

// `text` in lines of at most kColumns, those after the first indented.
std::string folded(std::string first, std::string_view text, std::size_t indent) {
  std::string out = std::move(first);
  std::size_t column = out.size();
  if (column > 0 && column + 1 >= indent) {
    out += '\n';
    column = 0;
  }
  out.append(indent - column, ' ');
  column = indent;
  bool fresh = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    if (!fresh && column + 1 + word.size() > kColumns) {
      out += '\n';
      out.append(indent, ' ');
      column = indent;
      fresh = true;
    }
    if (!fresh) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
    fresh = false;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out + '\n';
}

std::string option_text(const OptionHelp& option) {
  std::string text = option.help;
  if (!option.choices.empty()) {
    std::string all;
    for (const std::string& choice : option.choices) all += (all.empty() ? "" : ", ") + choice;
    text += ": " + all;
  }
  return text;
}

std::string option_names(const OptionHelp& option) {
  std::string names = option.names;
  if (const std::size_t comma = names.find(','); comma != std::string::npos) names.insert(comma + 1, " ");
  else if (names.starts_with("--")) names = "    " + names;
  return "  " + names + (option.value.empty() ? "" : " " + option.value);
}

std::string indented(std::string_view text, std::string_view with) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out.append(with).append(text.substr(0, end)).append("\n");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string long_name(const OptionHelp& option) { return option.names.substr(option.names.find("--")); }

std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == '-') out += '\\';
    if (c == '\'' && out.empty()) out += "\\&";
    if (c == '.' && out.empty()) out += "\\&";
    out += c;
  }
  return out;
}

std::string bash_completion() {
  std::string out =
      "# bash completion for onrecord\n_onrecord() {\n  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    COMPREPLY=($(compgen -W \"";
  for (const CommandHelp& command : describe_commands()) out.append(command.name).append(" ");
  out += "help --help --version\" -- \"$cur\"))\n    return\n  fi\n  case \"${COMP_WORDS[1]}:$prev\" in\n";
  for (const CommandHelp& command : describe_commands())
    for (const OptionHelp& option : command.options)
      if (!option.choices.empty()) {
        out += "    " + std::string(command.name) + ":" + long_name(option) + ") COMPREPLY=($(compgen -W \"";
        for (const std::string& choice : option.choices) out += choice + " ";
        out.back() = '"';
        out += " -- \"$cur\")); return;;\n";
      }
  out += "  esac\n  case \"$cur\" in -*) ;; *) COMPREPLY=($(compgen -f -- \"$cur\")); return;; esac\n  case \"${COMP_WORDS[1]}\" in\n";
  for (const CommandHelp& command : describe_commands()) {
    out += "    " + std::string(command.name) + ") COMPREPLY=($(compgen -W \"";
    for (const OptionHelp& option : command.options) out += long_name(option) + " ";
    out.back() = '"';
    out += " -- \"$cur\"));;\n";
  }
  return out + "  esac\n}\ncomplete -o filenames -F _onrecord onrecord\n";
}

std::string shell_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string fish_completion() {
  std::string out = "# fish completion for onrecord\n";
  for (const CommandHelp& command : describe_commands()) {
    out +=
        "complete -c onrecord -n __fish_use_subcommand -f -a " + std::string(command.name) + " -d " + shell_quoted(command.summary) + "\n";
    for (const OptionHelp& option : command.options) {
      out += "complete -c onrecord -n '__fish_seen_subcommand_from " + std::string(command.name) + "' -l " + long_name(option).substr(2);
      if (option.names[1] != '-') out += std::string(" -s ") + option.names[1];
      if (!option.value.empty()) out += " -r";
      if (!option.choices.empty()) {
        std::string all;
        for (const std::string& choice : option.choices) all += (all.empty() ? "" : " ") + choice;
        out += " -f -a " + shell_quoted(all);
      }
      out += " -d " + shell_quoted(option.help) + "\n";
    }
  }
  return out;
}

std::string zsh_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':') out += '\\';
    if (c == '\'') out += "'\\'";
    out += c;
  }
  return out;
}

std::string zsh_completion() {
  std::string out = "#compdef onrecord\n# zsh completion for onrecord\n_onrecord() {\n  local -a commands\n  commands=(\n";
  for (const CommandHelp& command : describe_commands())
    out += "    '" + std::string(command.name) + ":" + zsh_escaped(command.summary) + "'\n";
  out += "  )\n  if (( CURRENT == 2 )); then _describe command commands; return; fi\n  case $words[2] in\n";
  for (const CommandHelp& command : describe_commands()) {
    out += "    " + std::string(command.name) + ") _arguments";
    for (const OptionHelp& option : command.options) {
      out += " \\\n      '" + long_name(option) + (option.value.empty() ? "" : "=") + "[" + zsh_escaped(option.help) + "]";
      if (!option.value.empty()) {
        out += ":" + zsh_escaped(option.value) + ":";
        if (option.choices.empty()) out += "_files";
        else {
          out += "(";
          for (const std::string& choice : option.choices) out += choice + " ";
          out.back() = ')';
        }
      }
      out += "'";
    }
    out += " \\\n      '*:file:_files';;\n";
  }
  return out + "  esac\n}\ncompdef _onrecord onrecord\n";
}

// What a question may ask about beside words.
std::string fields_help() {
  std::string names;
  for (const query::Field& field : query::fields()) names.append(names.empty() ? "" : ", ").append(field.name);
  return "Fields narrow it, as in 'bridge speaker:reyes when:2026-03..'. There are " + names + "; docs/query.md has an example of each.";
}

}  // namespace

CommandHelp describe(const Command& command) {
  Options options;
  bool help = false;
  CommandHelp out{command.id, command.name, command.arguments, command.summary, command.examples, command.more, {}};
  for (OptionRow& row : options_of(command, options, help)) out.options.push_back(std::move(row.help));
  return out;
}

std::vector<CommandHelp> describe_commands() {
  std::vector<CommandHelp> out;
  for (const Command& command : commands()) out.push_back(describe(command));
  return out;
}

std::string help_for(const CommandHelp& command) {
  std::string out = "onrecord " + std::string(command.name) + ": " + std::string(command.summary) + "\n\n";
  out += indented(command.examples, "  ") + "\nUsage: onrecord " + std::string(command.name);
  if (!command.arguments.empty()) out.append(" ").append(command.arguments);
  out += " [OPTION…]\n\n";
  for (const OptionHelp& option : command.options) out += folded(option_names(option), option_text(option), 26);
  if (!command.more.empty()) out += "\n" + folded("", command.more, 0);
  if (command.id == CommandId::Find) out += "\n" + folded("", fields_help(), 0);
  return out;
}

std::string general_help() {
  std::string out =
      "onrecord: who said what, when and where, out of news articles\n\n"
      "  onrecord add report.txt --source \"Harbour Post\"\n  onrecord find bridge\n  onrecord export -o report.csv\n\n"
      "Usage: onrecord COMMAND [ARGUMENT…] [OPTION…]\n\n";
  for (const CommandHelp& command : describe_commands()) {
    std::string left = "  " + std::string(command.name);
    out += folded(std::move(left), command.summary, 16);
  }
  return out + "\n" +
         folded("", "onrecord COMMAND --help tells more. The record is the file onrecord.db here, or what --db or ONRECORD_DB "
                    "names. Rows go to standard output, all else to standard error.", 0) + "\n" +
         folded("", "Exit status: 0 done, 1 nothing found (only with -q), 2 wrong usage, 3 some inputs were skipped, 4 the "
                    "record was written by a newer build, 5 failed.", 0);
}

std::string version_line() { return "onrecord " ONRECORD_VERSION "\n"; }

std::string manual_page() {
  std::string out = ".TH ONRECORD 1 \"\" \"onrecord " ONRECORD_VERSION
                    "\"\n.SH NAME\nonrecord \\- who said what, when and where, out of news articles\n"
                    ".SH SYNOPSIS\n.B onrecord\nCOMMAND [ARGUMENT...] [OPTION...]\n.SH COMMANDS\n";
  for (const CommandHelp& command : describe_commands()) {
    out += ".SS onrecord " + roff(command.name) + " " + roff(command.arguments) + "\n" + roff(command.summary) + "\n.PP\n.nf\n";
    out += indented(command.examples, "    ") + ".fi\n";
    for (const OptionHelp& option : command.options) {
      std::string names = option.names;
      if (const std::size_t comma = names.find(','); comma != std::string::npos) names.insert(comma + 1, " ");
      out += ".TP\n.B " + roff(names) + (option.value.empty() ? "" : " " + roff(option.value)) + "\n" + roff(option_text(option)) + "\n";
    }
    if (!command.more.empty()) out += ".PP\n" + roff(command.more) + "\n";
  }
  return out +
         ".SH EXIT STATUS\n0 done, 1 nothing found (only with \\-q), 2 wrong usage, 3 some inputs were skipped, 4 the record was "
         "written by a newer build, 5 failed.\n"
         ".SH ENVIRONMENT\n.TP\n.B ONRECORD_DB\nThe record, where \\-\\-db does not name one.\n"
         ".TP\n.B ONRECORD_USER\nWho corrects, in the log; else the login name.\n"
         ".TP\n.B NO_COLOR\nNo colour, whatever its value.\n.TP\n.B PAGER\nWhat long tables on a terminal are shown with.\n";
}

Result<std::string> completion_for(std::string_view shell) {
  if (shell == "bash") return bash_completion();
  if (shell == "zsh") return zsh_completion();
  if (shell == "fish") return fish_completion();
  if (shell == "man") return manual_page();
  return Error{ErrorCode::Usage, "no completions for it", std::string(shell), "there are bash, zsh and fish, and the manual page: man"};
}

}  // namespace onrecord::cli
