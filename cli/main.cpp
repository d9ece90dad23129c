// onrecord, the program: parses the command line, runs the command, and makes its outcome an exit status.
#include <cstdio>
#include <exception>

#include "commands.h"
#include "output.h"

namespace onrecord::cli {
namespace {

Status print(const Console& console, std::string_view text) {
  auto output = Output::open(console, "", Output::Page::No);
  if (!output) return output.error();
  (*output)->buffer().append(text);
  if (auto done = (*output)->finish(); !done && !(*output)->reader_left()) return done.error();
  return Exit::Done;
}

Status run(Console& console, const Options& options) {
  switch (options.command) {
    case CommandId::Add: return cmd_add(console, options);
    case CommandId::Find: return cmd_find(console, options);
    case CommandId::Show: return cmd_show(console, options);
    case CommandId::Speakers: return cmd_speakers(console, options);
    case CommandId::Sources: return cmd_sources(console, options);
    case CommandId::Articles: return cmd_articles(console, options);
    case CommandId::Timeline: return cmd_timeline(console, options);
    case CommandId::Export: return cmd_export(console, options);
    case CommandId::Claim: return cmd_claim(console, options);
    case CommandId::Review: return cmd_review(console, options);
    case CommandId::Note: return cmd_note(console, options);
    case CommandId::Fix: return cmd_fix(console, options);
    case CommandId::Merge: return cmd_merge(console, options);
    case CommandId::Remove: return cmd_remove(console, options);
    case CommandId::Undo: return cmd_undo(console, options);
    case CommandId::Log: return cmd_log(console, options);
    case CommandId::Read: return cmd_read(console, options);
    case CommandId::Extract: return cmd_extract(console, options);
    case CommandId::Score: return cmd_score(console, options);
    case CommandId::Rebuild: return cmd_rebuild(console, options);
    case CommandId::Verify: return cmd_verify(console, options);
    case CommandId::Dump: return cmd_dump(console, options);
    case CommandId::Restore: return cmd_restore(console, options);
    case CommandId::Backup: return cmd_backup(console, options);
    case CommandId::Completion: {
      auto text = completion_for(options.args[0]);
      if (!text) return text.error();
      return print(console, *text);
    }
    case CommandId::Count_: break;
  }
  return Exit::Usage;
}

Exit main_of(const std::vector<std::string>& arguments) {
  Console console;
  watch_interrupts();
  auto parsed = parse_options(arguments);
  if (!parsed) {
    console.complain(parsed.error());
    return exit_for(parsed.error().code);
  }
  console.quiet = parsed->options.quiet;
  const Status status = parsed->print ? print(console, *parsed->print) : run(console, parsed->options);
  console.end_progress();
  if (status) return *status;
  console.complain(status.error());
  return exit_for(status.error().code);
}

}  // namespace
}  // namespace onrecord::cli

int main(int argc, char** argv) {
  using namespace onrecord;
  int status = static_cast<int>(cli::Exit::Failed);
  try {
    status = static_cast<int>(cli::main_of({argv + 1, argv + argc}));
    if (std::fflush(stdout) != 0 && status == 0) status = static_cast<int>(cli::Exit::Failed);
  } catch (const std::exception& stray) {  // the only catch-all: what nobody expected still ends in a message
    std::fprintf(stderr, "onrecord: unexpected trouble: %s; nothing reported as done is lost\n", stray.what());
  } catch (...) {
    std::fputs("onrecord: unexpected trouble; nothing reported as done is lost\n", stderr);
  }
  cli::pass_on_interrupt();
  return status;
}
