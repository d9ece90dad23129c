#include "segment/turns.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <vector>

#include "base/word_list.h"
#include "lexicon/name_particles.h"

namespace onrecord {
namespace {

constexpr std::uint32_t kLongest = 6;      // tokens of a label
constexpr std::uint32_t kLongestPost = 16; // of one that tells a post: "The Secretary of State for Ports, Rivers and Canals"
constexpr std::uint32_t kInBrackets = 8;   // tokens of what stands behind it: "(Calder North)"
constexpr std::size_t kLongestTurn = 12;   // paragraphs

bool is_dash(std::string_view w) { return w == "—" || w == "–" || w == "-" || w == "--"; }

class Finder {
 public:
  explicit Finder(Document& doc) : doc_(doc) {}

  void run() {
    labels_.clear();
    for (std::size_t b = 0; b < doc_.blocks.size(); ++b)
      if (const TokenBlock& block = doc_.blocks[b]; block.role != Role::Title && bears_speech(block.role))
        if (const Label label = read(block.first, block.last); label.key != 0) labels_.push_back({b, label});
    if (labels_.size() < 3 || !takes_turns()) return;
    for (const auto& [block, label] : labels_) doc_.blocks[block].label = label.tokens;
    for (std::size_t i = 0; i + 1 < labels_.size(); ++i) go_on(labels_[i].block + 1, labels_[i + 1].block);
  }

 private:
  struct Label {
    TurnLabel tokens;
    std::uint64_t key = 0;  // the same for the same words; 0: none
    bool formal = false;    // "Ana Reyes (Calder North):", "Mr Reyes:", as parliaments print
  };
  struct At {
    std::size_t block = 0;
    Label label;
  };

  [[nodiscard]] bool has(std::uint32_t t, std::uint8_t shape) const { return (doc_.tokens.shape[t] & shape) != 0; }

  // "[00:14:05]", "00:14 -": when it was said stands before who said it.
  [[nodiscard]] std::uint32_t behind_time(std::uint32_t t, std::uint32_t last) const {
    const auto time = [&](std::uint32_t k) {
      return k < last && has(k, kDigit) && doc_.words(k).find(':') != std::string_view::npos;
    };
    if (t + 2 < last && (doc_.words(t) == "[" || doc_.words(t) == "(") && time(t + 1) && has(t + 2, kMark)) return t + 3;
    if (!time(t)) return t;
    return t + 1 < last && is_dash(doc_.words(t + 1)) ? t + 2 : t + 1;
  }

  [[nodiscard]] Label read(std::uint32_t first, std::uint32_t last) const {
    const std::uint32_t begin = behind_time(first, last);
    if (begin + 2 >= last || !has(begin, kCapital | kAllCapitals)) return {};
    const std::string_view w = doc_.words(begin);
    const auto letter = [&](std::uint32_t end, std::uint32_t content) -> Label {
      return {{begin, end, content}, static_cast<std::uint64_t>(w.front())};
    };
    if (w == "Q." || w == "A.") return letter(begin + 1, begin + 1);
    if (w == "Q" || w == "A") {
      const std::string_view next = doc_.words(begin + 1);
      if (next == ":" || next == "." || (is_dash(next) && has(begin + 1, kSpaceBefore))) return letter(begin + 1, begin + 2);
    }
    const bool post = w == "The" || w == "THE";  // "The Minister for Ports (Ana Reyes):"
    static constexpr WordList kInPosts{",", "and", "for", "of", "the", "to"};
    std::uint64_t key = 0;
    std::uint32_t t = begin;
    for (; t < last && t < begin + (post ? kLongestPost : kLongest); ++t) {
      if (has(t, kMark) && (doc_.words(t) == ":" || doc_.words(t) == "(")) break;
      const std::string_view word = doc_.words(t);
      if (!has(t, kCapital | kAllCapitals) && !is_name_particle(word) && !(post && kInPosts.has(word))) return {};
      key = key * 31 + std::hash<std::string_view>{}(word);
    }
    const std::uint32_t end = t;
    if (end == begin) return {};
    std::uint32_t closed = t;  // behind the first brackets
    for (int brackets = 0; brackets < 2 && t < last && doc_.words(t) == "("; ++brackets) {  // "(Calder North) (Green)"
      const std::uint32_t opened = t;
      do ++t;
      while (t < last && t < opened + kInBrackets && doc_.words(t - 1) != ")");
      if (brackets == 0) closed = t;
    }
    if (t + 1 >= last || doc_.words(t) != ":" || has(t + 1, kDigit)) return {};  // "Reyes: 547" of a table
    using namespace word_class;
    if (post && closed > end + 2) return {{end + 1, closed - 1, t + 1}, key, true};
    if (end > begin + kLongest) return {};
    const bool titled = end > begin + 1 && (doc_.tokens.word[begin]->classes & (kMaleTitle | kFemaleTitle | kTitle)) != 0;
    return {{begin, end, t + 1}, key, titled || t > end};
  }

  // Whether two labels come again, one behind the other: "Q", "A", "Q", or "Tribune", "Reyes", "Tribune"; or several are as parliaments
  // print them.
  [[nodiscard]] bool takes_turns() const {
    std::vector<std::uint64_t> keys;
    keys.reserve(labels_.size());
    for (const At& at : labels_) keys.push_back(at.label.key);
    std::sort(keys.begin(), keys.end());
    std::size_t again = 0;
    for (std::size_t i = 0; i + 1 < keys.size(); ++i) again += keys[i] == keys[i + 1] && (i == 0 || keys[i - 1] != keys[i]) ? 1U : 0U;
    const bool several = keys.front() != keys.back();
    if (!several || !is_talk()) return false;
    constexpr std::ptrdiff_t kFormal = 3;
    if (std::count_if(labels_.begin(), labels_.end(), [](const At& at) { return at.label.formal; }) >= kFormal) return true;
    return again >= 2 || (again == 1 && keys.size() == 3 && labels_[0].label.key == labels_[2].label.key);
  }

  // Whether somebody asks, or speaks of himself or to another, in every third paragraph: tables and lists have labels as well. Of notes
  // in which others are quoted ("Rovers: Dorn is fit. “I feel well,” he said.") the words in marks are theirs.
  [[nodiscard]] bool is_talk() const {
    static constexpr WordList kToAnother{"?", "I", "you", "You", "we", "We", "me", "my", "My", "your", "Your", "our", "Our", "us"};
    std::size_t spoken = 0;
    for (const At& at : labels_) {
      const TokenBlock& block = doc_.blocks[at.block];
      const std::uint32_t first = at.label.tokens.content;
      auto quote = std::partition_point(doc_.quotes.begin(), doc_.quotes.end(), [first](const Quote& q) { return q.open <= first; });
      for (std::uint32_t t = first; t < block.last; ++t) {
        if (quote != doc_.quotes.end() && quote->open == t) {
          t = std::max(t, std::min(quote->close, block.last - 1));
          while (quote != doc_.quotes.end() && quote->open <= t) ++quote;
          continue;
        }
        if (kToAnother.has(doc_.words(t))) {
          ++spoken;
          break;
        }
      }
    }
    return 3 * spoken >= labels_.size();
  }

  // The paragraphs from `block` to the next label, `end`, are of who spoke, where they are few and running text.
  void go_on(std::size_t block, std::size_t end) {
    if (end - block > kLongestTurn) return;
    for (std::size_t b = block; b < end; ++b)
      if (doc_.blocks[b].role != Role::Paragraph) return;
    for (std::size_t b = block; b < end; ++b) doc_.blocks[b].turn_goes_on = true;
  }

  Document& doc_;
  std::vector<At> labels_;
};

}  // namespace

void find_turns(Document& doc) { Finder(doc).run(); }

}  // namespace onrecord
