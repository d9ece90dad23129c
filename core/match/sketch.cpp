#include "match/sketch.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <tuple>

#include "text/folded_words.h"

namespace onrecord {
namespace {

constexpr std::uint64_t kKept = (std::uint64_t{1} << 31U) - 1;
constexpr std::size_t kCompared = 400;

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::uint64_t mix(std::uint64_t h) {  // the finaliser of splitmix64
  h ^= h >> 30U;
  h *= 0xbf58476d1ce4e5b9ULL;
  h ^= h >> 27U;
  h *= 0x94d049bb133111ebULL;
  return h ^ (h >> 31U);
}

std::uint64_t run_at(const std::vector<std::uint32_t>& words, std::size_t at, std::size_t size) {
  std::uint64_t h = size;
  for (std::size_t k = 0; k < size; ++k) h = h * 0x9e3779b97f4a7c15ULL + words[at + k];
  return mix(h) & kKept;
}

// Hashes of every run of `size` words.
std::vector<std::uint64_t> runs(const std::vector<std::uint32_t>& words, std::size_t size) {
  std::vector<std::uint64_t> out;
  if (words.size() < size) return out;
  out.reserve(words.size() - size + 1);
  for (std::size_t i = 0; i + size <= words.size(); ++i) out.push_back(run_at(words, i, size));
  return out;
}

// A word that stands beside a run, as one byte that is never 0.
std::uint64_t beside(std::uint32_t word) { return word % 255 + 1; }

// Where words stand among others: by their number in steps, the most first, then by their hash.
std::uint64_t standing_of(const std::vector<std::uint32_t>& words, std::size_t step) {
  const std::uint64_t steps = 15 - std::min<std::size_t>(words.size() / step, 15);
  return steps << 60U | XXH3_64bits(words.data(), words.size() * sizeof(words[0])) >> 4U;
}

std::uint64_t fingerprint(std::uint64_t run, std::uint64_t standing, std::uint64_t beside) {
  return run << kRunShift | standing >> 48U << kBesideBits | beside;
}

// The smallest `most` different values.
void keep_smallest(std::vector<std::uint64_t>& hashes, std::size_t most) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  if (hashes.size() > most) hashes.resize(most);
}

// For each pair of prefixes the length of their longest common subsequence.
class CommonWords {
 public:
  CommonWords(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b)
      : a_(a), b_(b), rows_(std::min(a.size(), kCompared)), columns_(std::min(b.size(), kCompared)),
        table_((rows_ + 1) * (columns_ + 1), 0) {
    for (std::size_t i = rows_; i-- > 0;)
      for (std::size_t j = columns_; j-- > 0;)
        at(i, j) = a[i] == b[j] ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1) : std::max(at(i + 1, j), at(i, j + 1));
  }

  [[nodiscard]] std::size_t length() const { return table_[0]; }

  // Calls both(i, j), only_a(i), only_b(j) in the order of the words.
  template <typename Both, typename OnlyA, typename OnlyB>
  void walk(Both both, OnlyA only_a, OnlyB only_b) {
    std::size_t i = 0, j = 0;
    while (i < rows_ && j < columns_) {
      if (a_[i] == b_[j]) both(i++, j++);
      else if (at(i + 1, j) >= at(i, j + 1)) only_a(i++);
      else only_b(j++);
    }
    while (i < rows_) only_a(i++);
    while (j < columns_) only_b(j++);
  }

 private:
  std::uint16_t& at(std::size_t i, std::size_t j) { return table_[i * (columns_ + 1) + j]; }

  const std::vector<std::uint32_t>& a_;
  const std::vector<std::uint32_t>& b_;
  std::size_t rows_, columns_;
  std::vector<std::uint16_t> table_;
};

bool stands_in(const std::vector<std::uint32_t>& shorter, const std::vector<std::uint32_t>& longer) {
  return std::search(longer.begin(), longer.end(), shorter.begin(), shorter.end()) != longer.end();
}

// The words as printed, with the marks that stand by them, and their hashes.
struct PrintedWords {
  std::vector<std::string_view> printed;
  std::vector<std::uint32_t> hashes;
};

PrintedWords printed_words(std::string_view text) {
  PrintedWords out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \t\n\r", at), text.size());
    if (end > at) {
      const std::string_view word = text.substr(at, end - at);
      const std::string folded = folded_words(word);
      out.printed.push_back(word);
      out.hashes.push_back(static_cast<std::uint32_t>(XXH3_64bits(folded.data(), folded.size())));
    }
    at = end + 1;
  }
  return out;
}

}  // namespace

std::vector<std::uint32_t> word_hashes(std::string_view text) {
  std::vector<std::uint32_t> out;
  out.reserve(text.size() / 5 + 1);
  std::string folded;
  // Curly marks and dashes are most of what is not ASCII in news: a text with nothing else is read as it stands.
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t step = is_ascii(text[at]) ? 1 : mark_beyond_ascii(text, at);
    if (step == 0) {
      folded = folded_words(text);
      text = folded;
      break;
    }
    at += step;
  }
  // How many bytes at `at` part words: none where a word stands.
  const auto parting = [&](std::size_t at) -> std::size_t {
    if (is_word_byte(text[at])) return 0;
    return is_ascii(text[at]) ? 1 : mark_beyond_ascii(text, at);
  };
  char word[64];
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t step = parting(at); step > 0) {
      at += step;
      continue;
    }
    std::size_t size = 0;
    std::uint64_t h = 0;
    while (at < text.size() && parting(at) == 0) {
      const char c = text[at++];
      word[size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      if (size == sizeof(word)) {
        h = mix(h ^ XXH3_64bits(word, size));
        size = 0;
      }
    }
    out.push_back(static_cast<std::uint32_t>(h ^ XXH3_64bits(word, size)));
  }
  return out;
}

Sketch sketch_of(const std::vector<std::uint32_t>& words) {
  Sketch sketch;
  if (words.size() < kFewestSightedWords) return sketch;
  constexpr std::size_t kRun = 3, kMost = 3;
  struct Kept {
    std::uint64_t run = 0;
    std::size_t at = 0;
  };
  std::array<Kept, kMost> kept;
  for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
    const std::uint64_t run = run_at(words, i, kRun);
    // Kept in order; of a run that stands twice the first.
    std::size_t at = sketch.count;
    while (at > 0 && run < kept[at - 1].run) --at;
    if (at == kMost || (at > 0 && run == kept[at - 1].run)) continue;
    if (sketch.count < kMost) ++sketch.count;
    for (std::size_t k = sketch.count - 1; k > at; --k) kept[k] = kept[k - 1];
    kept[at] = {run, i};
  }
  sketch.standing = standing_of(words, 8);
  for (std::size_t k = 0; k < sketch.count; ++k) {
    const std::size_t at = kept[k].at;
    const std::uint64_t before = at > 0 ? beside(words[at - 1]) : 0;
    const std::uint64_t after = at + kRun < words.size() ? beside(words[at + kRun]) : 0;
    sketch.hashes[k] = fingerprint(kept[k].run, sketch.standing, before << 8U | after);
  }
  return sketch;
}

bool may_share_words(std::uint64_t a, std::uint64_t b) {
  const auto agree = [](std::uint64_t x, std::uint64_t y) { return x == y || x == 0 || y == 0; };
  return agree(a >> 8U & 0xFFU, b >> 8U & 0xFFU) || agree(a & 0xFFU, b & 0xFFU);
}

std::string_view relation_name(Relation relation) {
  switch (relation) {
    case Relation::Exact: return "exact";
    case Relation::Trimmed: return "trimmed";
    case Relation::Elided: return "elided";
    case Relation::Inserted: return "inserted";
    case Relation::Changed: return "changed";
  }
  return {};
}

std::optional<Relation> find_relation(const std::vector<std::uint32_t>& earlier, const std::vector<std::uint32_t>& later) {
  if (earlier.size() < kFewestSightedWords || later.size() < kFewestSightedWords) return std::nullopt;
  if (earlier == later) return Relation::Exact;
  const bool grew = later.size() > earlier.size();
  if (grew ? stands_in(earlier, later) : stands_in(later, earlier)) return Relation::Trimmed;
  const std::size_t shorter = std::min({earlier.size(), later.size(), kCompared});
  const std::size_t common = CommonWords(earlier, later).length();
  // A short wording must be there but for a word; of a long one three words in four.
  const bool is_short = shorter < 10;
  const std::size_t needed = is_short ? shorter - 1 : (shorter * 3 + 3) / 4;
  if (common < needed) return std::nullopt;
  // Few words scattered over a long statement are chance.
  if (is_short && std::max(earlier.size(), later.size()) > shorter + 4) return std::nullopt;
  if (common == later.size()) return Relation::Elided;
  if (common == earlier.size()) return Relation::Inserted;
  return Relation::Changed;
}

double common_share(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  const std::size_t longer = std::min(std::max(a.size(), b.size()), kCompared);
  return longer == 0 ? 0 : static_cast<double>(CommonWords(a, b).length()) / static_cast<double>(longer);
}

std::vector<std::pair<char, std::string>> word_difference(std::string_view earlier, std::string_view later) {
  const PrintedWords a = printed_words(earlier), b = printed_words(later);
  std::vector<std::pair<char, std::string>> out;
  const auto add = [&](char what, std::string_view word) {
    if (out.empty() || out.back().first != what) out.emplace_back(what, std::string(word));
    else out.back().second.append(" ").append(word);
  };
  CommonWords(a.hashes, b.hashes)
      .walk([&](std::size_t, std::size_t j) { add('=', b.printed[j]); }, [&](std::size_t i) { add('-', a.printed[i]); },
            [&](std::size_t j) { add('+', b.printed[j]); });
  return out;
}

Sketch wire_sketch(const std::vector<std::uint32_t>& words) {
  constexpr std::size_t kMost = std::tuple_size_v<decltype(Sketch::hashes)>;
  Sketch sketch;
  const std::vector<std::uint64_t> hashes = runs(words, 6);
  if (hashes.size() < 20) return sketch;  // a few lines are no story
  std::vector<std::uint64_t> smallest;
  // Only hashes under a falling bound are kept, so that sorting stays small.
  std::uint64_t bound = kKept;
  for (const std::uint64_t h : hashes) {
    if (h > bound) continue;
    smallest.push_back(h);
    if (smallest.size() >= kMost * 4) {
      keep_smallest(smallest, kMost);
      if (smallest.size() == kMost) bound = smallest.back();
    }
  }
  keep_smallest(smallest, kMost);
  sketch.standing = standing_of(words, 64);
  for (const std::uint64_t run : smallest) sketch.hashes[sketch.count++] = fingerprint(run, sketch.standing, 0);
  return sketch;
}

double shared_text(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::vector<std::uint64_t> left = runs(a, 6), right = runs(b, 6), both;
  for (auto* side : {&left, &right}) {
    std::sort(side->begin(), side->end());
    side->erase(std::unique(side->begin(), side->end()), side->end());
  }
  if (left.empty() || right.empty()) return 0;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
  return static_cast<double>(both.size()) / static_cast<double>(std::min(left.size(), right.size()));
}

}  // namespace onrecord
