#include "extract/tag/learn/agreement.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/lexicon.h"

namespace onrecord {
namespace {

struct Pair {
  const char* name;
  std::string_view one, other;
};
constexpr Pair kPairs[] = {
    {"common noun / verb", "nm", "vpzdeg"}, {"noun / present verb", "nm", "vpz"}, {"past / participle", "d", "e"},
    {"base / present", "v", "p"}, {"adjective / noun", "j", "nm"}, {"adjective / participle", "j", "deg"},
    {"name / noun", "NM", "nm"}, {"gerund / noun", "g", "n"}, {"preposition / particle / adverb", "i", "Rr"}};

}  // namespace

void report_agreement(const char* title, const Texts& texts) {
  std::size_t all = 0, right = 0, words = 0, words_right = 0, unknown = 0, unknown_right = 0;
  std::map<std::pair<char, char>, std::size_t> confusion;
  std::map<std::string, std::array<std::size_t, 2>> of_word;
  std::array<std::array<std::size_t, 3>, std::size(kPairs)> pairs{};  // confused, both taken right, total
  for (const auto& x : texts) {
    for (std::uint32_t i = 0; i < x->gold.size(); ++i) {
      const char gold = x->gold[i], got = x->now[i];
      if (!gold) continue;
      const bool ok = gold == got;
      ++all, right += ok;
      if (x->doc.tokens.shape[i] & kMark) continue;
      ++words, words_right += ok;
      if (!x->doc.tokens.word[i]->id) ++unknown, unknown_right += ok;
      if (!ok) ++confusion[{gold, got}];
      const auto word = spelling(x->doc.tokens.word[i]->id);
      if (word == "that" || word == "'s" || word == "to") {
        auto& w = of_word[std::string(word)];
        ++w[0], w[1] += ok;
      }
      for (std::size_t p = 0; p < std::size(kPairs); ++p) {
        const auto in = [](std::string_view set, char tag) { return set.find(tag) != std::string_view::npos; };
        const bool one = in(kPairs[p].one, gold), other = in(kPairs[p].other, gold);
        if (!one && !other) continue;
        ++pairs[p][2];
        if ((one && in(kPairs[p].other, got)) || (other && in(kPairs[p].one, got))) ++pairs[p][0];
      }
    }
  }
  const auto percent = [](std::size_t a, std::size_t b) { return b ? 100.0 * static_cast<double>(a) / static_cast<double>(b) : 0; };
  std::fprintf(stderr, "%s: %zu tokens, %.2f %% agree; words alone %.2f %%; unknown words %.2f %%, of which %.1f %% agree\n",
               title, all, percent(right, all), percent(words_right, words), percent(unknown, words),
               percent(unknown_right, unknown));
  for (std::size_t p = 0; p < std::size(kPairs); ++p)
    std::fprintf(stderr, "  %-32s %zu confused of %zu (%.2f %%)\n", kPairs[p].name, pairs[p][0], pairs[p][2],
                 percent(pairs[p][0], pairs[p][2]));
  for (const auto& [word, n] : of_word)
    std::fprintf(stderr, "  \"%s\": %.2f %% of %zu\n", word.c_str(), percent(n[1], n[0]), n[0]);
  std::vector<std::pair<std::size_t, std::pair<char, char>>> sorted;
  for (const auto& [pair, n] : confusion) sorted.emplace_back(n, pair);
  std::sort(sorted.rbegin(), sorted.rend());
  std::fprintf(stderr, "  other tagger's tag, ours:");
  for (std::size_t i = 0; i < std::min<std::size_t>(sorted.size(), 24); ++i)
    std::fprintf(stderr, " %c%c %zu", sorted[i].second.first, sorted[i].second.second, sorted[i].first);
  std::fprintf(stderr, "\n");
}

}  // namespace onrecord
