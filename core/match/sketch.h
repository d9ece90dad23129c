// The same words again: a few fingerprints that find them, and a comparison that decides.
//
//   auto words = word_hashes(row.words);         // folded, hashed
//   Sketch sketch = sketch_of(words);            // at most three numbers; wordings that share most of their words share one
//   may_share_words(sketch.hashes[0], other)     // a common turn of phrase alone does not pass
//   find_relation(words, other)                  // Exact, Trimmed, Elided, Inserted, Changed, or none
//
// The fingerprints are the smallest hashes of runs of three words, so a quotation cut to half its length still shares one of three
// in seven cases of eight. Below the 31 bits of its run each carries 16 of where the wording stands among others that share it, and
// eight each of the word before the run and the word after it: of the wordings that share no more than "as soon as possible" most
// differ on both sides, and need not be read to be told apart. Hashes find, they do not decide.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onrecord {

// Shorter wordings are too common to be anybody's: "We will appeal."
inline constexpr std::size_t kFewestSightedWords = 5;

// The words of a text as hashes of their folded forms. Linear. ASCII is folded in place, other text by folded_words.
[[nodiscard]] std::vector<std::uint32_t> word_hashes(std::string_view text);

// A fingerprint: the hash of a run of words, the upper bits of the wording's standing, then a byte for the word on either side; 0: the
// wording begins or ends there.
inline constexpr int kRunShift = 32, kBesideBits = 16;

struct Sketch {
  std::array<std::uint64_t, 4> hashes{};
  std::size_t count = 0;  // 0: too short to be sighted
  // An order of all wordings that follows from their words alone: the fuller first, those of about one length as chance has it.
  std::uint64_t standing = 0;
};
[[nodiscard]] Sketch sketch_of(const std::vector<std::uint32_t>& words);

// Whether two fingerprints are of one run.
[[nodiscard]] constexpr bool of_one_run(std::uint64_t a, std::uint64_t b) { return a >> kRunShift == b >> kRunShift; }

// Whether wordings with these fingerprints, of one run, may be the same words: they go on alike on one side, or one of them is cut
// off there.
[[nodiscard]] bool may_share_words(std::uint64_t a, std::uint64_t b);

enum class Relation : std::uint8_t {
  Exact,
  Trimmed,   // one is a stretch of the other
  Elided,    // the later leaves out words in the middle
  Inserted,  // the later has words put in: a bracket, a name
  Changed,   // most words the same, some others
};
[[nodiscard]] std::string_view relation_name(Relation relation);

// How `later` relates to `earlier`; nothing when they are not the same words. Quadratic in the words of one statement,
// of which it looks at the first 400.
[[nodiscard]] std::optional<Relation> find_relation(const std::vector<std::uint32_t>& earlier, const std::vector<std::uint32_t>& later);

// The share of the longer one's words that both have in the same order, 0 to 1. Quadratic, as above.
[[nodiscard]] double common_share(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

// Word by word: '=' in both, '-' in `earlier` only, '+' in `later` only; neighbours of one kind joined. Words compare folded and
// are given as printed, of the later where both have them.
[[nodiscard]] std::vector<std::pair<char, std::string>> word_difference(std::string_view earlier, std::string_view later);

// The same of a whole article (the smallest four hashes of runs of six words), to find copies of one wire story.
[[nodiscard]] Sketch wire_sketch(const std::vector<std::uint32_t>& words);

// The share of the shorter article's runs of six words that the longer has, 0 to 1. Linear (sorting aside).
[[nodiscard]] double shared_text(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

}  // namespace onrecord
