// How fast the record takes statements in and answers, beside sqlite3's own .import of the same rows:
//
//   record_bench [FOLDER] [STATEMENTS]...        default: a temporary folder, 10000 100000
//
// Prints one table: CPU microseconds a statement for logging (without and with sightings) and for the import, bytes a statement
// beyond the articles' text, and the CPU time of each kind of question (50 rows), median and 95th percentile. The articles are made
// up of a Zipf-like vocabulary, the same in each run. Needs sqlite3 (the shell) for the import column.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/iso_date.h"
#include "onrecord/record.h"

using namespace onrecord;
namespace fs = std::filesystem;

namespace {

double cpu_seconds(int who) {
  rusage use{};
  getrusage(who, &use);
  const auto seconds = [](const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6; };
  return seconds(use.ru_utime) + seconds(use.ru_stime);
}

double thread_cpu() {
  timespec t{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 7U;
    state_ ^= state_ << 17U;
    return state_;
  }
  double unit() { return static_cast<double>(next() >> 11U) * 0x1p-53; }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
  // Few often, many rarely.
  std::size_t zipf(std::size_t n) {
    return std::min(n - 1, static_cast<std::size_t>(std::pow(static_cast<double>(n), unit()) - 1));
  }

 private:
  std::uint64_t state_;
};

std::string word(std::size_t rank) {
  static constexpr const char* kSyllables[] = {"ka", "re", "to", "mi", "lu", "san", "der", "po", "vi", "ne", "gra", "sol", "ben", "tri", "fa", "ou"};
  std::string out;
  std::size_t n = rank + 3;
  do {
    out += kSyllables[n % 16];
    n /= 16;
  } while (n > 0);
  return out;
}

struct Made {
  Article article;
  std::vector<Statement> statements;
};

// One article of five statements; every twelfth is a copy of an earlier one under another source.
class Maker {
 public:
  explicit Maker(std::size_t articles) : speakers_(std::max<std::size_t>(50, articles / 4)) {}

  const Made& make(std::size_t number) {
    const bool copy = number > 20 && number % 12 == 0;
    Random random(0x9e3779b97f4a7c15ULL * ((copy ? number - 7 : number) + 1));
    Random place(0xbf58476d1ce4e5b9ULL * (number + 1));
    made_ = {};
    Article& a = made_.article;
    a.name = "article-" + std::to_string(number) + ".txt";
    a.source.value = "Paper " + word(place.zipf(400));
    a.published.value = format_iso_date(add_days(*parse_iso_date("2014-01-01"), static_cast<int>(place.below(3650))));
    a.title.value = sentence(random, 7);
    a.byline.value = "Writer " + word(place.below(300));
    a.url.value = "https://example.org/" + std::to_string(number);
    for (int s = 0; s < 5; ++s) {
      a.text += sentence(random, 18) + ". ";
      const std::size_t who = random.zipf(speakers_);
      const std::string name = capital(word(who % 997)) + " " + capital(word(who + 1200));
      Statement statement;
      statement.kind = s % 2 == 0 ? StatementKind::Direct : StatementKind::Indirect;
      const auto begin = static_cast<std::uint32_t>(a.text.size());
      a.text += "“" + sentence(random, 26) + ",”";
      statement.content = {{begin, static_cast<std::uint32_t>(a.text.size())}};
      a.text += ' ';
      statement.mention = {static_cast<std::uint32_t>(a.text.size()), static_cast<std::uint32_t>(a.text.size() + name.size())};
      a.text += name + " ";
      statement.cue = {static_cast<std::uint32_t>(a.text.size()), static_cast<std::uint32_t>(a.text.size() + 4)};
      a.text += "said. ";
      statement.speaker = Speaker{name, SpeakerKind::Person, "minister of " + word(who % 40), {}, false, 0.9F};
      if (s == 1) statement.said_on = a.published.value.substr(0, 7);
      if (s == 2) statement.said_on = a.published.value;
      statement.rule = "rule-" + std::to_string(s);
      statement.confidence = 0.8F;
      made_.statements.push_back(statement);
    }
    a.blocks = {{Role::Paragraph, {0, static_cast<std::uint32_t>(a.text.size())}, {}}};
    return made_;
  }

 private:
  static std::string capital(std::string text) {
    text[0] = static_cast<char>(text[0] - 32);
    return text;
  }
  static std::string sentence(Random& random, std::size_t words) {
    std::string out;
    for (std::size_t i = 0; i < words; ++i) out += (i == 0 ? "" : " ") + word(random.zipf(30000));
    return out;
  }

  std::size_t speakers_;
  Made made_;
};

double log_all(const std::string& path, std::size_t articles, bool sightings) {
  fs::remove(path);
  OpenOptions options;
  options.rules_version = "bench";
  options.find_sightings = sightings;
  auto record = Record::open(path, OpenMode::Create, options);
  if (!record) {
    std::fprintf(stderr, "%s\n", record.error().text().c_str());
    std::exit(1);
  }
  Maker maker(articles);
  double spent = 0;
  auto batch = record->batch({});
  for (std::size_t i = 0; i < articles; ++i) {
    const Made& made = maker.make(i);
    NewArticle in{made.article, made.statements};
    in.captured_at = "2026-01-01T00:00:00Z";
    const double before = thread_cpu();  // making the articles is not logging them
    if (!batch->add(in)) std::exit(1);
    spent += thread_cpu() - before;
  }
  const double before = thread_cpu();
  if (!batch->commit()) std::exit(1);
  return spent + thread_cpu() - before;
}

bool run(const std::string& command) { return std::system(command.c_str()) == 0; }

// The rows of every derived table as CSV, and their import by the shell into the same schema. .import knows no NULL, so the
// copy's tables are not strict; its full-text index is built at the end, as is quickest.
double import_all(const std::string& from, const std::string& folder) {
  static constexpr const char* kTables[] = {"sources", "articles", "versions", "rules", "speakers", "statements", "said_by"};
  for (const char* table : kTables) {
    if (!run("sqlite3 -csv " + from + " 'SELECT * FROM " + table + "' > " + folder + "/" + table + ".csv")) return -1;
  }
  const std::string copy = folder + "/import.db";
  fs::remove(copy);
  std::ofstream script(folder + "/import.sql");
  script << "PRAGMA journal_mode=WAL;\n.read " << folder << "/schema.sql\n.mode csv\n";
  for (const char* table : kTables) script << ".import " << folder << "/" << table << ".csv " << table << "\n";
  script << "INSERT INTO statement_words(statement_words) VALUES ('rebuild');\n";
  script.close();
  if (!run("sqlite3 " + from + " .schema | sed -E 's/ STRICT,?//; s/WITHOUT ROWID, STRICT/WITHOUT ROWID/' | grep -v \"'statement_words_\" > " + folder + "/schema.sql")) return -1;
  const double before = cpu_seconds(RUSAGE_CHILDREN);
  if (!run("sqlite3 " + copy + " < " + folder + "/import.sql > " + folder + "/import.log 2>&1")) return -1;
  return cpu_seconds(RUSAGE_CHILDREN) - before;
}

void ask(Record& record, const char* name, const std::vector<FindRequest>& requests) {
  std::vector<double> times;
  std::int64_t rows = 0;
  for (const FindRequest& request : requests) {
    const double before = thread_cpu();
    const auto done = record.find(request, [](const Row&) { return true; });
    times.push_back((thread_cpu() - before) * 1000);
    if (!done) {
      std::fprintf(stderr, "%s\n", done.error().text().c_str());
      return;
    }
    rows += done->rows;
  }
  std::sort(times.begin(), times.end());
  std::printf("  %-44s %8.2f %8.2f %8.1f\n", name, times[times.size() / 2], times[times.size() * 95 / 100],
              static_cast<double>(rows) / static_cast<double>(requests.size()));
}

void ask_all(const std::string& path, std::size_t articles) {
  auto record = Record::open(path, OpenMode::ReadOnly, {});
  if (!record) return;
  const std::size_t speakers = std::max<std::size_t>(50, articles / 4);
  Random random(42);
  const auto requests = [&](auto make) {
    std::vector<FindRequest> out;
    for (int i = 0; i < 40; ++i) {
      FindRequest request;
      request.limit = 50;
      make(request);
      out.push_back(request);
    }
    return out;
  };
  const auto capital = [](std::string text) {
    text[0] = static_cast<char>(text[0] - 32);
    return text;
  };
  const auto speaker = [&](std::size_t most) {
    const std::size_t who = random.zipf(most);
    return capital(word(who % 997)) + " " + capital(word(who + 1200));
  };
  const auto month = [&](FindRequest& r) {
    const int days = static_cast<int>(random.below(3500));
    r.since = format_iso_date(add_days(*parse_iso_date("2014-01-01"), days));
    r.until = format_iso_date(add_days(*parse_iso_date("2014-01-01"), days + 90));
  };
  std::printf("  %-44s %8s %8s %8s\n", "question, first 50 rows (CPU ms)", "median", "p95", "rows");
  ask(*record, "newest", requests([&](FindRequest&) {}));
  ask(*record, "speaker, often", requests([&](FindRequest& r) { r.speaker = speaker(20); }));
  ask(*record, "speaker, any", requests([&](FindRequest& r) { r.speaker = speaker(speakers); }));
  ask(*record, "speaker by id", requests([&](FindRequest& r) { r.query = "speaker:p" + std::to_string(1 + random.below(speakers / 2)); }));
  ask(*record, "90 days", requests([&](FindRequest& r) { month(r); }));
  ask(*record, "speaker, 90 days", requests([&](FindRequest& r) { r.speaker = speaker(200); month(r); }));
  ask(*record, "common word", requests([&](FindRequest& r) { r.query = word(random.zipf(20)); }));
  ask(*record, "rare word", requests([&](FindRequest& r) { r.query = word(5000 + random.below(20000)); }));
  ask(*record, "two words", requests([&](FindRequest& r) { r.query = word(random.zipf(50)) + " " + word(50 + random.zipf(2000)); }));
  ask(*record, "common word, 90 days", requests([&](FindRequest& r) { r.query = word(random.zipf(20)); month(r); }));
  ask(*record, "rare word, 90 days", requests([&](FindRequest& r) { r.query = word(5000 + random.below(20000)); month(r); }));
  ask(*record, "word and speaker", requests([&](FindRequest& r) { r.query = word(random.zipf(50)); r.speaker = speaker(200); }));
  ask(*record, "word, speaker, a year", requests([&](FindRequest& r) { r.query = word(random.zipf(50)) + " when:2018"; r.speaker = speaker(200); }));
  ask(*record, "word and speaker by id", requests([&](FindRequest& r) { r.query = word(random.zipf(50)) + " speaker:p" + std::to_string(1 + random.below(speakers / 2)); }));
  ask(*record, "word without another", requests([&](FindRequest& r) { r.query = word(random.zipf(50)) + " -" + word(random.zipf(20)); }));
  ask(*record, "source", requests([&](FindRequest& r) { r.source = word(random.below(390)); }));
}

}  // namespace

int main(int argc, char** argv) {
  std::string folder = argc > 1 ? argv[1] : (fs::temp_directory_path() / ("record-bench-" + std::to_string(::getpid()))).string();
  std::vector<std::size_t> sizes;
  for (int i = 2; i < argc; ++i) sizes.push_back(std::strtoull(argv[i], nullptr, 10));
  if (sizes.empty()) sizes = {10000, 100000};
  fs::create_directories(folder);
  for (const std::size_t statements : sizes) {
    const std::size_t articles = statements / 5;
    const double n = static_cast<double>(statements);
    const std::string with = folder + "/with.db", without = folder + "/without.db";
    const double plain = log_all(without, articles, false) * 1e6 / n;
    const double full = log_all(with, articles, true) * 1e6 / n;
    const double import = import_all(without, folder) * 1e6 / n;
    std::int64_t size = 0, text = 0;
    {
      auto record = Record::open(with, OpenMode::ReadWrite, {});
      (void)record->backup(folder + "/size.db", true);
      size = static_cast<std::int64_t>(fs::file_size(folder + "/size.db"));
      fs::remove(folder + "/size.db");
      Maker maker(articles);
      for (std::size_t i = 0; i < articles; ++i) text += static_cast<std::int64_t>(maker.make(i).article.text.size());
    }
    std::printf("%zu statements\n", statements);
    std::printf("  logging                %7.1f us CPU a statement\n", plain);
    std::printf("  sqlite3 .import        %7.1f us   ratio %.2f (at most 2)\n", import, plain / import);
    std::printf("  sightings on top       %7.1f us   ratio %.2f of logging (at most 0.5)\n", full - plain, (full - plain) / plain);
    std::printf("  size beyond the text   %7.0f bytes a statement (at most 900)\n", static_cast<double>(size - text) / n);
    ask_all(with, articles);
    std::fflush(stdout);
  }
  if (argc <= 1) fs::remove_all(folder);
  return 0;
}
