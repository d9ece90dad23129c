// The commands and their options as tables: command_table.cpp and command_options.cpp write them, options.cpp reads command lines by them.
// Inner to the folder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "options.h"

namespace onrecord::cli {

// Where the value of an option goes.
using Into = std::variant<bool*, int*, std::int64_t*, double*, std::optional<std::int64_t>*, std::optional<double>*,
                          std::function<void(const std::string&)>>;

struct OptionRow {
  OptionHelp help;
  Into into;
};

// Collects the options of one command, in the order help lists them. Their values go into `o`, which has to outlive the rows.
class Setup {
 public:
  explicit Setup(Options& options) : o(options) {}

  void flag(const std::string& names, bool& into, const std::string& text) { rows.push_back({{names, "", text, {}}, &into}); }
  template <typename Text>
  void text(const std::string& names, const std::string& value, Text& into, const std::string& text) {
    rows.push_back({{names, value, text, {}}, [&into](const std::string& v) { into = v; }});
  }
  template <typename Number>
  void number(const std::string& names, const std::string& value, Number& into, const std::string& text) {
    rows.push_back({{names, value, text, {}}, &into});
  }
  // One of `choices`, kept as text.
  template <typename Text>
  void choice(const std::string& names, const std::string& value, Text& into, std::vector<std::string> choices,
              const std::string& text) {
    rows.push_back({{names, value, text, std::move(choices)}, [&into](const std::string& word) { into = word; }});
  }
  void format(bool with_text = false);

  Options& o;
  std::vector<OptionRow> rows;
};

struct Command {
  CommandId id;
  Needs needs;
  std::string_view name;
  std::string_view arguments;
  std::size_t least, most;        // arguments
  std::string_view what_argument; // as a message names it
  std::string_view summary;
  std::string_view examples;
  std::string_view more;
  void (*setup)(Setup&);          // its own options
};

inline constexpr std::size_t kMany = 1U << 30U;

// In the order of CommandId.
[[nodiscard]] std::span<const Command> commands();

// The options of `command`, then those that every command has. `help` is set where help is asked for.
[[nodiscard]] std::vector<OptionRow> options_of(const Command& command, Options& options, bool& help);

// What help, docs/cli.md, the manual page and the completions tell of `command`.
[[nodiscard]] CommandHelp describe(const Command& command);

}  // namespace onrecord::cli
