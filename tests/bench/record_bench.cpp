// How fast the record takes statements in and answers, beside sqlite3's own .import of the same rows:
//
//   record_bench [--repeat N] [--ask] [FOLDER] [STATEMENTS]...     3 times, a temporary folder, 10000 100000 1000000
//
// Prints one table, a column for each size: CPU microseconds a statement for logging without and with sightings, for the import of
// rows sorted by their keys and for that of rows in the order in which they are logged, bytes of the file a statement beyond the
// articles' text, and for each kind of question (first 50 rows) the CPU milliseconds of the median and the 95th percentile of forty.
// Each figure is the lowest of the repetitions, in brackets the highest. With --ask nothing is logged: the questions are put to the
// files that an earlier run left in FOLDER. Needs sqlite3 (the shell) for the import.
#include <functional>
#include <string_view>

#include "made_articles.h"
#include "measure.h"
#include "onrecord/record.h"

using namespace onrecord;
using namespace bench;
namespace fs = std::filesystem;

namespace {

double children_cpu() {
  rusage use{};
  getrusage(RUSAGE_CHILDREN, &use);
  const auto seconds = [](const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6; };
  return seconds(use.ru_utime) + seconds(use.ru_stime);
}

template <typename T>
T or_exit(Result<T> result) {
  if (result) return std::move(*result);
  std::fprintf(stderr, "record_bench: %s\n", result.error().text().c_str());
  std::exit(1);
}
void or_exit(const Result<void>& result) {
  if (result) return;
  std::fprintf(stderr, "record_bench: %s\n", result.error().text().c_str());
  std::exit(1);
}

// Lowest and highest of the repetitions.
struct Measured {
  double lowest = 0, highest = 0;
  int times = 0;
  void add(double value) {
    lowest = times == 0 ? value : std::min(lowest, value);
    highest = times == 0 ? value : std::max(highest, value);
    ++times;
  }
};

// Logs all articles into a new file; seconds of CPU.
double log_all(const std::string& path, std::size_t articles, bool sightings) {
  for (const char* end : {"", "-wal", "-shm"}) fs::remove(path + end);
  OpenOptions options;
  options.rules_version = "bench";
  options.find_sightings = sightings;
  Record record = or_exit(Record::open(path, OpenMode::Create, options));
  Maker maker(articles);
  double spent = 0;
  Batch batch = or_exit(record.batch({}));
  for (std::size_t i = 0; i < articles; ++i) {
    const Made& made = maker.make(i);
    NewArticle in{made.article, made.statements};
    in.captured_at = "2026-01-01T00:00:00Z";
    const double before = cpu_seconds();  // making the articles is not logging them
    or_exit(batch.add(in));
    spent += cpu_seconds() - before;
  }
  const double before = cpu_seconds();
  or_exit(batch.commit());
  return spent + cpu_seconds() - before;
}

void shell(const std::string& command) {
  if (std::system(command.c_str()) == 0) return;
  std::fprintf(stderr, "record_bench: this did not work: %s\n", command.c_str());
  std::exit(1);
}

// The rows of every table that logging fills, as CSV, and their import by the shell into the same schema. .import knows no NULL, so
// the copy's tables are not strict; its full-text index is built at the end, as is quickest. Seconds of CPU of the import.
constexpr const char* kTables[] = {"sources", "articles", "versions", "rules", "speakers", "statements", "said_by"};

// Sorted by their keys, which is the easiest order there is, or as they came: logging has no choice.
enum class Order { Sorted, AsTheyCame };

void write_csv(const std::string& from, const std::string& folder, Order order) {
  for (const std::string table : kTables) {
    const char* by = order == Order::Sorted      ? ""
                     : table == "statements"     ? " ORDER BY statement_id"
                     : table == "said_by"        ? " b ORDER BY (SELECT statement_id FROM statements s WHERE s.slot = b.slot)"
                                                 : "";
    shell("sqlite3 -csv " + from + " 'SELECT * FROM " + table + by + "' > " + folder + "/" + table + ".csv");
  }
  shell("sqlite3 " + from + " .schema | sed -E 's/ STRICT,?//; s/WITHOUT ROWID, STRICT/WITHOUT ROWID/' | grep -v \"'statement_words_\" > " +
        folder + "/schema.sql");
  std::ofstream script(folder + "/import.sql");
  script << "PRAGMA journal_mode=WAL;\n.read " << folder << "/schema.sql\n.mode csv\n";
  for (const char* table : kTables) script << ".import " << folder << "/" << table << ".csv " << table << "\n";
  script << "INSERT INTO statement_words(statement_words) VALUES ('rebuild');\n";
}

double import_all(const std::string& folder) {
  const std::string copy = folder + "/import.db";
  for (const char* end : {"", "-wal", "-shm"}) fs::remove(copy + end);
  const double before = children_cpu();
  shell("sqlite3 " + copy + " < " + folder + "/import.sql > " + folder + "/import.log 2>&1");
  return children_cpu() - before;
}

// What the file, properly closed, holds beyond the articles' text.
double bytes_beyond_text(const std::string& path, std::size_t articles) {
  double text = 0;
  Maker maker(articles);
  for (std::size_t i = 0; i < articles; ++i) text += static_cast<double>(maker.make(i).article.text.size());
  return static_cast<double>(fs::file_size(path)) - text;
}

// ------------------------------------------------------------------------------------------------------- questions

struct Asker {
  Random random{42};
  std::size_t speakers;

  std::string speaker(std::size_t most) { return Maker::speaker_name(random.zipf(most)); }
  std::string speaker_id() { return " speaker:p" + std::to_string(1 + random.below(speakers / 2)); }
  std::string common(std::size_t most) { return word(random.zipf(most)); }
  std::string rare() { return word(5000 + random.below(20000)); }
  void ninety_days(FindRequest& r) {
    const int days = static_cast<int>(random.below(3500));
    r.since = format_iso_date(add_days(*parse_iso_date("2014-01-01"), days));
    r.until = format_iso_date(add_days(*parse_iso_date("2014-01-01"), days + 90));
  }
};

struct Question {
  const char* name;
  void (*make)(Asker&, FindRequest&);
};

constexpr Question kQuestions[] = {
    {"newest", [](Asker&, FindRequest&) {}},
    {"oldest", [](Asker&, FindRequest& r) { r.sort = Sort::Oldest; }},
    {"speaker, often quoted", [](Asker& a, FindRequest& r) { r.speaker = a.speaker(20); }},
    {"speaker, any", [](Asker& a, FindRequest& r) { r.speaker = a.speaker(a.speakers); }},
    {"speaker by id", [](Asker& a, FindRequest& r) { r.query = a.speaker_id(); }},
    {"speaker by surname", [](Asker& a, FindRequest& r) { r.speaker = word(1200 + a.random.zipf(a.speakers)); }},
    {"90 days", [](Asker& a, FindRequest& r) { a.ninety_days(r); }},
    {"said in a month",
     [](Asker& a, FindRequest& r) {
       r.query = "said:20" + std::to_string(14 + a.random.below(10)) + "-0" + std::to_string(1 + a.random.below(9));
     }},
    {"speaker, 90 days", [](Asker& a, FindRequest& r) { r.speaker = a.speaker(200); a.ninety_days(r); }},
    {"speaker by id, 90 days", [](Asker& a, FindRequest& r) { r.query = a.speaker_id(); a.ninety_days(r); }},
    {"common word", [](Asker& a, FindRequest& r) { r.query = a.common(20); }},
    {"rare word", [](Asker& a, FindRequest& r) { r.query = a.rare(); }},
    {"beginning of a word", [](Asker& a, FindRequest& r) { r.query = a.rare().substr(0, 5) + "*"; }},
    {"two words", [](Asker& a, FindRequest& r) { r.query = a.common(50) + " " + word(50 + a.random.zipf(2000)); }},
    {"two rare words", [](Asker& a, FindRequest& r) { r.query = a.rare() + " " + a.rare(); }},
    {"phrase", [](Asker& a, FindRequest& r) { r.query = "\"" + a.common(50) + " " + a.common(200) + "\""; }},
    {"either word", [](Asker& a, FindRequest& r) { r.query = a.common(50) + " or " + a.rare(); }},
    {"word without another", [](Asker& a, FindRequest& r) { r.query = word(20 + a.random.below(30)) + " -" + a.common(20); }},
    {"common word, 90 days", [](Asker& a, FindRequest& r) { r.query = a.common(20); a.ninety_days(r); }},
    {"rare word, 90 days", [](Asker& a, FindRequest& r) { r.query = a.rare(); a.ninety_days(r); }},
    {"word and speaker", [](Asker& a, FindRequest& r) { r.query = a.common(50); r.speaker = a.speaker(200); }},
    {"word, speaker, a year", [](Asker& a, FindRequest& r) { r.query = a.common(50) + " when:2018"; r.speaker = a.speaker(200); }},
    {"word and speaker by id", [](Asker& a, FindRequest& r) { r.query = a.common(50) + a.speaker_id(); }},
    {"rare word, speaker by id", [](Asker& a, FindRequest& r) { r.query = a.rare() + a.speaker_id(); }},
    {"speaker or word",
     [](Asker& a, FindRequest& r) { r.query = "speaker:" + word(1200 + a.random.zipf(a.speakers)) + " or " + a.common(50); }},
    {"source", [](Asker& a, FindRequest& r) { r.source = word(a.random.below(390)); }},
    {"source, 90 days", [](Asker& a, FindRequest& r) { r.source = word(a.random.below(390)); a.ninety_days(r); }},
    {"speaker, kind and act", [](Asker& a, FindRequest& r) { r.speaker = a.speaker(200); r.kind = "direct"; r.act = "statement"; }},
};

struct Asked {
  Measured median, p95;
  double rows = 0;
};

Asked ask(Record& record, const Question& question, std::size_t articles, int repeat) {
  Asker asker{Random{42}, Maker::speakers_of(articles)};
  std::vector<FindRequest> requests(40);
  for (FindRequest& request : requests) {
    request.limit = 50;
    question.make(asker, request);
  }
  Asked out;
  for (int i = 0; i < repeat; ++i) {
    std::vector<double> times;
    std::int64_t rows = 0;
    for (const FindRequest& request : requests) {
      const double before = cpu_seconds();
      const FindSummary done = or_exit(record.find(request, [](const Row&) { return true; }));
      times.push_back((cpu_seconds() - before) * 1000);
      rows += done.rows;
    }
    std::sort(times.begin(), times.end());
    out.median.add(times[times.size() / 2]);
    out.p95.add(times[times.size() * 95 / 100]);
    out.rows = static_cast<double>(rows) / static_cast<double>(requests.size());
  }
  return out;
}

// ------------------------------------------------------------------------------------------------------------ table

struct Column {
  std::size_t statements = 0;
  Measured plain, full, import, import_as_came;
  double beyond_text = 0;
  std::vector<Asked> asked;
};

void cell(const Measured& m, const char* form) {
  char low[32], high[32];
  std::snprintf(low, sizeof(low), form, m.lowest);
  std::snprintf(high, sizeof(high), form, m.highest);
  std::printf(" %8s %-9s", low, m.times > 1 ? ("(" + std::string(high) + ")").c_str() : "");
}

void row(const char* name, const std::vector<Column>& columns, const char* bound, const std::function<void(const Column&)>& each) {
  std::printf("%-32s", name);
  for (const Column& column : columns) each(column);
  std::printf(" %s\n", bound);
}

void print(const std::vector<Column>& columns, bool logged) {
  const auto number = [](double value, const char* form) { cell({value, value, 1}, form); };
  row("statements", columns, "at most", [&](const Column& c) { number(static_cast<double>(c.statements), "%.0f"); });
  if (logged) {
    std::printf("CPU us a statement\n");
    row("  logging", columns, "", [](const Column& c) { cell(c.plain, "%.1f"); });
    row("  sqlite3 .import, sorted", columns, "", [](const Column& c) { cell(c.import, "%.1f"); });
    row("  sqlite3 .import, as they came", columns, "", [](const Column& c) { cell(c.import_as_came, "%.1f"); });
    row("  logging / .import, sorted", columns, "2", [&](const Column& c) { number(c.plain.lowest / c.import.lowest, "%.2f"); });
    row("  logging / .import, as came", columns, "2", [&](const Column& c) { number(c.plain.lowest / c.import_as_came.lowest, "%.2f"); });
    row("  logging with sightings", columns, "", [](const Column& c) { cell(c.full, "%.1f"); });
    row("  sightings / logging", columns, "0.5",
        [&](const Column& c) { number((c.full.lowest - c.plain.lowest) / c.plain.lowest, "%.2f"); });
    row("bytes a statement beyond texts", columns, "900", [&](const Column& c) { number(c.beyond_text, "%.0f"); });
  }
  for (const bool p95 : {false, true}) {
    std::printf("first 50 rows, CPU ms, %s of 40\n", p95 ? "p95" : "median");
    for (std::size_t q = 0; q < std::size(kQuestions); ++q) {
      const auto at = [&](const Column& c) { return p95 ? c.asked[q].p95 : c.asked[q].median; };
      char growth[64] = "";
      if (p95 && columns.size() > 1) {
        const Column &last = columns.back(), &before = columns[columns.size() - 2];
        std::snprintf(growth, sizeof(growth), "50, grown %.1f (4), %.0f rows", at(last).lowest / at(before).lowest, last.asked[q].rows);
      }
      row((std::string("  ") + kQuestions[q].name).c_str(), columns, growth, [&](const Column& c) { cell(at(c), "%.2f"); });
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  int repeat = 3;
  bool only_ask = false;
  std::string folder;
  std::vector<std::size_t> sizes;
  for (int i = 1; i < argc; ++i) {
    const std::string_view arg = argv[i];
    if (arg == "--repeat" && i + 1 < argc) repeat = std::max(1, std::atoi(argv[++i]));
    else if (arg == "--ask") only_ask = true;
    else if (folder.empty()) folder = arg;
    else sizes.push_back(std::strtoull(argv[i], nullptr, 10));
  }
  const bool temporary = folder.empty();
  if (temporary) folder = (fs::temp_directory_path() / ("record-bench-" + std::to_string(::getpid()))).string();
  if (sizes.empty()) sizes = {10000, 100000, 1000000};
  fs::create_directories(folder);
  std::vector<Column> columns;
  for (const std::size_t statements : sizes) {
    const std::size_t articles = statements / 5;
    const double scale = 1e6 / static_cast<double>(statements);
    Column column;
    column.statements = statements;
    const std::string with = folder + "/with-" + std::to_string(statements) + ".db", without = folder + "/without.db";
    for (int i = 0; i < repeat && !only_ask; ++i) {  // side by side, so that a busy machine slows all of them
      column.plain.add(log_all(without, articles, false) * scale);
      write_csv(without, folder, Order::Sorted);
      column.import.add(import_all(folder) * scale);
      write_csv(without, folder, Order::AsTheyCame);
      column.import_as_came.add(import_all(folder) * scale);
      column.full.add(log_all(with, articles, true) * scale);
      std::fprintf(stderr, "%zu statements: logging %.1f us, .import %.1f, with sightings %.1f\n", statements, column.plain.lowest,
                   column.import.lowest, column.full.lowest);
    }
    if (!only_ask) column.beyond_text = bytes_beyond_text(with, articles) / static_cast<double>(statements);
    Record record = or_exit(Record::open(with, OpenMode::ReadOnly, {}));
    for (const Question& question : kQuestions) column.asked.push_back(ask(record, question, articles, repeat));
    columns.push_back(std::move(column));
  }
  print(columns, !only_ask);
  if (temporary) fs::remove_all(folder);
  return 0;
}
