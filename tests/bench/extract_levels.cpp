// Where the extractor's time goes, and how it grows:
//
//   extract_levels FOLDER [levels] [growth]        FOLDER holds news articles as .txt, such as fixtures/articles
//
// `levels` times each level of the cascade over the articles, one after another as a run over a folder does, in nanoseconds of
// CPU time a byte of text; the least of five rounds. `growth` makes articles of 1 kB to 10 MB, of the same news and of
// every hostile kind, and prints nanoseconds a byte and T(4N)/T(N) at the long end: 4 is linear, and more than 5 is not.
#include <cstring>
#include <string_view>

#include "../unit/fixtures/hostile.h"
#include "export/contract.h"
#include "extract/extract.h"
#include "extract/tag/tagger.h"
#include "ingest/read.h"
#include "match/anchor.h"
#include "measure.h"
#include "onrecord/extract.h"
#include "resolve/resolve.h"

using namespace onrecord;

namespace {

enum Level { kRead, kSegment, kLookUp, kTag, kChunk, kCandidates, kSelect, kResolve, kWrite, kLevels };
constexpr const char* kNames[kLevels] = {"read", "segment", "  of it look-up", "tag", "chunk", "candidates", "select", "resolve", "write"};

struct Times {
  double of[kLevels] = {};
};

class Profile {
 public:
  explicit Profile(double clock_cost) : clock_cost_(clock_cost) {}

  void article(const std::string& name, const std::string& bytes) {
    double at = bench::cpu_seconds();
    const auto lap = [&](Level level, double less = 0) {
      const double now = bench::cpu_seconds();
      const double spent = now - at - clock_cost_ - less;
      times_.of[level] += spent;
      at = bench::cpu_seconds();
      return spent;
    };
    auto article = read_article(name, bytes, {});
    lap(kRead);
    if (!article) return;
    segment(*article, doc_);
    lap(kSegment);
    keys_.resize(doc_.tokens.size());
    for (std::uint32_t t = 0; t < doc_.tokens.size(); ++t)
      keys_[t] = (doc_.tokens.shape[t] & kMark) != 0 ? lexicon::kNoWord : key_of(doc_.words(t), doc_.text.data() + doc_.text.size());
    look_up_keys(keys_.data(), keys_.size(), doc_.tokens.word.data());
    lap(kLookUp);
    tag_tokens(doc_);
    const double tagged = lap(kTag);
    cascade_.read(*article, doc_, Thresholds());
    const double whole = lap(kCandidates, tagged);
    std::size_t quote = 0;
    std::int32_t inside = -1;
    for (const Parsed& parsed : cascade_.sentences()) {
      if (parsed.sentence.quote >= 0 && inside < 0) quote = 0;  // the insides of quotations come last, from the start again
      inside = parsed.sentence.quote;
      while (quote < doc_.quotes.size() && doc_.quotes[quote].open < parsed.sentence.first) ++quote;
      read_units(doc_, parsed.sentence, static_cast<std::uint32_t>(quote), units_);
      read_chunks(grammar().chunks, doc_, units_, scratch_.chunks);
      find_subjects(doc_, scratch_.chunks, scratch_.subjects);
    }
    const double chunked = lap(kChunk);
    times_.of[kCandidates] += std::max(0.0, whole - chunked) - whole;
    std::vector<Statement> statements = cascade_.statements();
    lap(kSelect);
    resolver_.resolve(*article, doc_, cascade_, statements);
    lap(kResolve);
    lines_.reset(*article, article_identity(*article, name));
    for (const Statement& s : statements) lines_.put(s, out_);
    out_.clear();
    lap(kWrite);
    statements_ += statements.size();
    tokens_ += doc_.tokens.size();
    sentences_ += cascade_.sentences().size();
    candidates_ += cascade_.candidates().size();
  }

  Times times_;
  std::size_t statements_ = 0, tokens_ = 0, sentences_ = 0, candidates_ = 0;

 private:
  double clock_cost_;
  Document doc_;
  std::vector<std::uint64_t> keys_;
  Cascade cascade_;
  Units units_;
  Parsed scratch_;
  Resolver resolver_;
  ContractLines lines_;
  Buffer out_;
};

void levels(const std::vector<std::pair<std::string, std::string>>& articles) {
  double bytes = 0;
  for (const auto& [name, content] : articles) bytes += static_cast<double>(content.size());
  const double begin = bench::cpu_seconds();
  for (int i = 0; i < 10'000; ++i) (void)bench::cpu_seconds();
  const double clock_cost = (bench::cpu_seconds() - begin) / 10'000;
  Profile warm(clock_cost);  // what is built once is built
  for (const auto& [name, content] : articles) warm.article(name, content);
  Times least;
  std::fill(std::begin(least.of), std::end(least.of), 1e9);
  for (int round = 0; round < 5; ++round) {
    Profile profile(clock_cost);
    for (const auto& [name, content] : articles) profile.article(name, content);
    for (int level = 0; level < kLevels; ++level) least.of[level] = std::min(least.of[level], profile.times_.of[level]);
  }
  const auto per_kb = [&](std::size_t n) { return static_cast<double>(n) / bytes * 1000; };
  std::printf("%zu articles, %.2f MB; a kB has %.0f tokens, %.1f sentences, %.1f candidates, %.1f statements\n", articles.size(),
              bytes / 1e6, per_kb(warm.tokens_), per_kb(warm.sentences_), per_kb(warm.candidates_), per_kb(warm.statements_));
  double sum = 0;
  for (int level = 0; level < kLevels; ++level) sum += level == kLookUp ? 0 : least.of[level];
  std::printf("%-16s %8s %8s\n", "level", "ns/byte", "share");
  for (int level = 0; level < kLevels; ++level)
    std::printf("%-16s %8.2f %7.0f%%\n", kNames[level], least.of[level] / bytes * 1e9, least.of[level] / sum * 100);
  std::printf("%-16s %8.2f\n", "sum", sum / bytes * 1e9);
}

// Seconds that one article takes from bytes to lines: the least of several rounds, fewer for what takes long.
double time_of(Extractor& extractor, const std::string& text) {
  Buffer out;
  ContractLines lines;
  double least = 1e9, all = 0;
  for (int round = 0; round < 20 && (round < 2 || all < 0.3); ++round) {
    const double begin = bench::cpu_seconds();
    if (const auto article = read_article("article.txt", text, {})) {
      lines.reset(*article, "article.txt");
      for (const Statement& s : extractor.extract(*article)) lines.put(s, out);
      out.clear();
    }
    const double spent = bench::cpu_seconds() - begin;
    least = std::min(least, spent);
    all += spent;
  }
  return least;
}

void growth(const std::vector<std::pair<std::string, std::string>>& articles) {
  std::string news;
  const auto made_of_news = [&](std::size_t n) {
    for (std::size_t i = 0; news.size() < n; ++i) news.append(articles[i % articles.size()].second).append("\n\n");
    return news.substr(0, news.find('\n', n));
  };
  constexpr std::size_t kSizes[] = {1'000, 10'000, 100'000, 1'000'000, 2'500'000, 10'000'000};
  std::printf("%-32s", "ns/byte at");
  for (const std::size_t size : kSizes) std::printf(" %8.0fkB", static_cast<double>(size) / 1e3);
  std::printf("  T(4N)/T(N)\n");
  Extractor extractor;
  (void)time_of(extractor, made_of_news(100'000));
  const auto line = [&](const char* name, const auto& make) {
    std::printf("%-32s", name);
    double previous = 0, last = 0;
    for (const std::size_t size : kSizes) {
      const std::string text = make(size);
      previous = last;
      last = time_of(extractor, text);
      std::printf(" %10.1f", last / static_cast<double>(text.size()) * 1e9);
      std::fflush(stdout);
    }
    std::printf("  %9.2f\n", last / previous);
  };
  line("news", made_of_news);
  for (const hostile::HostileText& kind : hostile::kHostileTexts) line(kind.name, kind.make);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: extract_levels FOLDER [levels] [growth]\n", stderr);
    return 2;
  }
  std::vector<std::pair<std::string, std::string>> articles;
  for (const auto& path : bench::texts_of(argv[1])) articles.emplace_back(path.string(), bench::bytes_of(path));
  const auto asked = [&](const char* what) {
    for (int i = 2; i < argc; ++i)
      if (std::strcmp(argv[i], what) == 0) return true;
    return argc == 2;
  };
  if (asked("levels")) levels(articles);
  if (asked("growth")) growth(articles);
  return 0;
}
