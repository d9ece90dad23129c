#include "console.h"

#include <pwd.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "export/columns.h"

namespace onrecord::cli {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::size_t terminal_columns(int file) {
  const std::string columns = environment("COLUMNS");
  if (const long wanted = std::strtol(columns.c_str(), nullptr, 10); wanted >= 20 && wanted <= 1000)
    return static_cast<std::size_t>(wanted);
  winsize size{};
  if (::ioctl(file, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20) return size.ws_col;
  return 80;
}

volatile std::sig_atomic_t interrupt = 0;

}  // namespace

Console::Console() {
  out_is_terminal = ::isatty(1) == 1;
  err_is_terminal = ::isatty(2) == 1;
  const std::string term = environment("TERM");
  table.columns = terminal_columns(1);
  table.colour = out_is_terminal && std::getenv("NO_COLOR") == nullptr && term != "dumb" && !term.empty();
  err_columns_ = terminal_columns(2);
}

std::string Console::database(const std::string& option) const {
  if (!option.empty()) return option;
  const std::string named = environment("ONRECORD_DB");
  return named.empty() ? "onrecord.db" : named;
}

std::string Console::now() const {
  if (const std::string fixed = environment("ONRECORD_NOW"); !fixed.empty()) return fixed;
  const std::time_t time = std::time(nullptr);
  std::tm utc{};
  ::gmtime_r(&time, &utc);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text;
}

Stamp Console::stamp(const std::string& why) const {
  std::string who = environment("ONRECORD_USER");
  if (who.empty())
    if (const passwd* user = ::getpwuid(::getuid())) who = user->pw_name;
  if (who.empty()) who = environment("USER");
  if (who.empty()) who = "unknown";
  return Stamp{now(), who, why};
}

void Console::complain(const Error& error) {
  end_progress();
  std::fprintf(stderr, "onrecord: %s\n", clean(error.text()).c_str());
}

void Console::tell(std::string_view text) {
  if (quiet) return;
  end_progress();
  std::fprintf(stderr, "%.*s\n", static_cast<int>(text.size()), text.data());
}

void Console::progress(std::string_view text) {
  if (!shows_progress()) return;
  const double now_seconds = seconds();
  if (now_seconds - shown_at_ < 0.1) return;
  shown_at_ = now_seconds;
  line_ = shorten(clean(text), err_columns_ - 1);
  std::fprintf(stderr, "\r%s\x1b[K", line_.c_str());
  std::fflush(stderr);
}

void Console::end_progress() {
  if (line_.empty()) return;
  std::fputs("\r\x1b[K", stderr);
  line_.clear();
}

bool interrupted() { return interrupt != 0; }

void watch_interrupts() {
  std::signal(SIGPIPE, SIG_IGN);  // a write then fails, and says so
  struct sigaction action{};
  action.sa_handler = [](int signal) {
    interrupt = signal;
    // A second one ends the program at once: nothing reported is lost by that either.
    std::signal(signal, SIG_DFL);
  };
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

void pass_on_interrupt() {
  if (interrupt == 0) return;
  std::signal(interrupt, SIG_DFL);
  std::raise(interrupt);
}

double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::string grouped(std::int64_t number) {
  std::string out = std::to_string(number);
  for (std::size_t at = out.size(); at > 3 && out[at - 4] != '-';) {
    at -= 3;
    out.insert(at, ",");
  }
  return out;
}

std::string counted(std::int64_t number, std::string_view one, std::string_view many) {
  std::string out = grouped(number) + ' ';
  if (number == 1) return out + std::string(one);
  return out + (many.empty() ? std::string(one) + 's' : std::string(many));
}

}  // namespace onrecord::cli
