// How fast inputs become articles: onrecord_ingest_bench FILE… reads the files into memory, then times read_article over
// them. Prints nanoseconds of this thread's CPU time a byte, and bytes a second.
#include <ctime>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "ingest/read.h"

namespace {

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::pair<std::string, std::string>> inputs;
  double bytes = 0;
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    inputs.emplace_back(argv[i], std::string(std::istreambuf_iterator<char>(file), {}));
    bytes += static_cast<double>(inputs.back().second.size());
  }
  if (bytes == 0) {
    std::fputs("usage: onrecord_ingest_bench FILE...\n", stderr);
    return 2;
  }
  int rounds = 0;
  std::size_t blocks = 0;
  std::size_t refused = 0;
  const double begin = cpu_seconds();
  double spent = 0;
  do {
    for (const auto& [name, content] : inputs) {
      const auto article = onrecord::read_article(name, content, {});
      if (article) blocks += article->blocks.size();
      else ++refused;
    }
    ++rounds;
    spent = cpu_seconds() - begin;
  } while (spent < 2.0);
  std::printf("%zu files, %.1f MB, %d rounds: %.2f ns a byte, %.0f MB/s; %zu blocks, %zu refused a round\n", inputs.size(), bytes / 1e6,
              rounds, spent * 1e9 / (bytes * rounds), bytes * rounds / spent / 1e6, blocks / static_cast<std::size_t>(rounds),
              refused / static_cast<std::size_t>(rounds));
  return 0;
}
