// What the program costs beside counting the words:
//
//   extract_beside_wc PROGRAM FOLDER [MB] [LARGE_MB]        defaults: 50 MB, no large run
//
// The articles (.txt) of FOLDER are copied, again and again under other names, until MB megabytes lie in a temporary folder; then
// `PROGRAM extract -j 1` and `LC_ALL=C.UTF-8 wc -w` run over them in turn, five times, standard output thrown away. Prints the
// medians of user plus system CPU time and their ratio (articles as files, and as one file of JSON lines against the same words), the
// peak of memory above the largest article at MB and at LARGE_MB, and how much faster two workers are, by the clock on the wall:
// that last figure means something on a machine that does nothing else.
#include <string_view>

#include "measure.h"

namespace fs = std::filesystem;
using bench::median;
using bench::run;

namespace {

struct Corpus {
  fs::path folder, names, lines;
  double bytes = 0;
  std::size_t articles = 0;
};

void put_json(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') out += "\\n";
    else if (c == '\t') out += "\\t";
    else if (static_cast<unsigned char>(c) >= 0x20) out += c;
  }
}

// `mb` megabytes of articles. Copies beyond the first are links, so that 500 MB cost no disk.
Corpus corpus(const fs::path& root, const std::string& from, double mb, bool with_lines) {
  Corpus out;
  const std::string name = std::to_string(static_cast<int>(mb));
  out.folder = root / name;
  out.names = root / (name + ".names");
  out.lines = root / (name + ".jsonl");
  fs::create_directories(out.folder);
  std::ofstream names(out.names), lines;
  if (with_lines) lines.open(out.lines);
  const auto texts = bench::texts_of(from);
  std::vector<fs::path> first;
  for (int copy = 0; out.bytes < mb * 1e6; ++copy)
    for (std::size_t i = 0; i < texts.size() && out.bytes < mb * 1e6; ++i) {
      const fs::path to = out.folder / (std::to_string(copy) + "_" + texts[i].filename().string());
      if (copy == 0) fs::copy_file(texts[i], to, fs::copy_options::overwrite_existing), first.push_back(to);
      else fs::create_hard_link(first[i], to);
      names << to.string() << '\0';
      out.bytes += static_cast<double>(fs::file_size(to));
      ++out.articles;
      if (!with_lines) continue;
      std::string line = "{\"id\":\"" + to.filename().string() + "\",\"text\":\"";
      put_json(line, bench::bytes_of(to));
      lines << line << "\"}\n";
    }
  return out;
}

double largest_mb(const std::string& folder) {
  std::uintmax_t most = 0;
  for (const auto& path : bench::texts_of(folder)) most = std::max(most, fs::file_size(path));
  return static_cast<double>(most) / (1 << 20);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: extract_beside_wc PROGRAM FOLDER [MB] [LARGE_MB]\n", stderr);
    return 2;
  }
  const std::string program = argv[1], from = argv[2];
  const double mb = argc > 3 ? std::strtod(argv[3], nullptr) : 50, large = argc > 4 ? std::strtod(argv[4], nullptr) : 0;
  const fs::path root = fs::temp_directory_path() / ("extract-bench-" + std::to_string(getpid()));
  const Corpus c = corpus(root, from, mb, true);
  std::printf("%zu articles, %.1f MB\n", c.articles, c.bytes / 1e6);

  const std::vector<std::string> wc = {"wc", "-w", "--files0-from=" + c.names.string()};
  const auto extract = [&](const fs::path& what, const char* workers) {
    return run({program, "extract", what.string(), "-j", workers, "-q"});
  };
  std::vector<double> words, files, lines;
  double peak = 0;
  for (int round = 0; round < 5; ++round) {
    words.push_back(run(wc).cpu);
    const bench::Run one = extract(c.folder, "1");
    files.push_back(one.cpu);
    peak = std::max(peak, one.peak_mb);
    lines.push_back(extract(c.lines, "1").cpu);
  }
  const auto line = [&](const char* name, const std::vector<double>& times) {
    std::printf("%-28s %7.3f s CPU %7.2f ns/byte %7.2f times wc -w\n", name, median(times), median(times) / c.bytes * 1e9,
                median(times) / median(words));
  };
  line("wc -w", words);
  line("extract, files", files);
  line("extract, JSON lines", lines);
  std::printf("peak memory %.1f MiB, %.1f above the largest article\n", peak, peak - largest_mb(from));
  std::fflush(stdout);

  std::vector<double> one, two;
  for (int round = 0; round < 5; ++round) {
    one.push_back(extract(c.folder, "1").wall);
    two.push_back(extract(c.folder, "2").wall);
  }
  std::printf("-j 2: %.2f times as fast as -j 1 (%.2f s, %.2f s on the wall)\n", median(one) / median(two), median(one), median(two));
  if (large > 0) {
    const Corpus l = corpus(root, from, large, false);
    const bench::Run r = extract(l.folder, "1");
    std::printf("%.0f MB: %.3f s CPU, %.2f ns/byte, peak memory %.1f MiB, %.1f above the largest article\n", l.bytes / 1e6, r.cpu,
                r.cpu / l.bytes * 1e9, r.peak_mb, r.peak_mb - largest_mb(from));
  }
  fs::remove_all(root);
  return 0;
}
