#include "segment/sentences.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "lexicon/pronouns.h"
#include "lexicon/word_ids.h"

namespace onrecord {
namespace {

using word_class::Bits;

class Splitter {
 public:
  explicit Splitter(Document& doc) : doc_(doc), continued_(doc.quotes.size(), false) {
    for (const Quote& quote : doc.quotes)
      if (quote.continues >= 0) continued_[static_cast<std::size_t>(quote.continues)] = true;
  }

  void run() {
    std::size_t quote = 0;
    for (std::uint32_t b = 0; b < doc_.blocks.size(); ++b) {
      TokenBlock& block = doc_.blocks[b];
      block.first_sentence = static_cast<std::uint32_t>(doc_.sentences.size());
      end_ = block.last;
      block_ = b;
      next_quote_ = quote;
      split(block.first, block.last, -1, -1, doc_.sentences);
      block.last_sentence = static_cast<std::uint32_t>(doc_.sentences.size());
      while (quote < doc_.quotes.size() && doc_.quotes[quote].open < block.last) ++quote;
    }
    for (std::size_t q = 0; q < doc_.quotes.size(); ++q) {
      const Quote& it = doc_.quotes[q];
      if (it.outer >= 0 || it.close < it.open + 4) continue;
      end_ = it.close;
      next_quote_ = q + 1;
      block_ = block_of(it.open);
      split(it.open + 1, it.close, static_cast<int>(q), static_cast<int>(q), doc_.inner);
    }
  }

 private:
  [[nodiscard]] char first_byte(std::uint32_t t) const { return doc_.text[doc_.tokens.begin[t]]; }
  [[nodiscard]] bool has(std::uint32_t t, std::uint8_t shape) const { return (doc_.tokens.shape[t] & shape) != 0; }
  [[nodiscard]] bool is(std::uint32_t t, Bits classes) const { return (doc_.tokens.word[t]->classes & classes) != 0; }

  [[nodiscard]] bool dots(std::uint32_t t) const { return first_byte(t) == '\xE2' && doc_.words(t) == "…"; }
  [[nodiscard]] bool stop(std::uint32_t t) const {
    if (!has(t, kMark)) return false;
    const char c = first_byte(t);
    return c == '.' || c == '!' || c == '?' || dots(t);
  }
  // Three dots leave the sentence open unless a capital follows; four end it.
  [[nodiscard]] bool ellipsis(std::uint32_t t) const {
    return dots(t) || (first_byte(t) == '.' && doc_.tokens.end[t] - doc_.tokens.begin[t] > 1);
  }
  [[nodiscard]] bool closing(std::uint32_t t) const {
    return has(t, kMark) && (first_byte(t) == ')' || first_byte(t) == ']') ;
  }

  [[nodiscard]] static bool long_dash(std::string_view word) { return word == "—" || word == "–" || word == "―"; }

  // Whether a new sentence may begin with token `t`.
  [[nodiscard]] bool may_begin(std::uint32_t t) const {
    if (has(t, kMark)) {
      const char c = first_byte(t);
      return c != ',' && c != ';' && c != ':' && c != ')' && c != '-' && (c != '\xE2' || !long_dash(doc_.words(t)));
    }
    if (has(t, kCapital) || has(t, kDigit)) return true;
    const char c = first_byte(t);  // iPhone, a handle, a script without capitals
    return c < 'a' || c > 'z';
  }

  // Whether the period of the abbreviation `t` ends its sentence too.
  [[nodiscard]] bool abbreviation_ends(std::uint32_t t) const {
    if (t + 1 >= end_) return true;
    const std::uint32_t next = t + 1;
    if (has(next, kMark)) return opens_quote(next) && !is(t, word_class::kTitle);
    if (!has(next, kCapital) || is(t, word_class::kTitle)) return false;
    if (doc_.tokens.end[t] - doc_.tokens.begin[t] == 2) return false;  // an initial
    return is(next, word_class::kFunctionWord);
  }
  [[nodiscard]] bool opens_quote(std::uint32_t t) const {
    const char c = first_byte(t);
    if (c == '"') return true;
    if (c != '\'' && static_cast<unsigned char>(c) < 0x80) return false;
    const std::string_view w = doc_.words(t);
    return w == "“" || w == "‘" || w == "‘‘" || w == "''" || w == "„" || w == "«";
  }

  // After a quotation that ends in ! or ?, its cue may follow: “Why?” Reyes asked; “Why?” Reyes, a baker in the old port of Calder, asked;
  // “Why?” Reyes went on; “Why?” Reyes shot back; “Why?” Reyes wanted to know. Near miss: “Why?” He said: “It leaks.”
  [[nodiscard]] bool cue_follows(std::uint32_t t) const {
    static const std::uint32_t go = look_up("go").id, on = look_up("on").id, back = look_up("back").id, want = look_up("want").id;
    static const auto throws = ids_of("fire", "hit", "shoot", "snap");
    constexpr std::uint32_t kNear = 9, kNamed = 6, kApposition = 24;  // tokens
    std::uint32_t limit = std::min(end_, t + kNear);
    for (std::uint32_t i = t; i < limit; ++i) {
      if (has(i, kMark)) {
        if (stop(i) || first_byte(i) == ':' || opens_quote(i)) return false;
        if (first_byte(i) == ',' && i < t + kNamed) limit = std::min(end_, t + kApposition);
      }
      const Word& word = *doc_.tokens.word[i];
      const bool says = (word.classes & word_class::kTakesQuote) != 0;
      const bool introduces = i + 2 < end_ && (first_byte(i + 1) == ',' || first_byte(i + 1) == ':') &&
                              (opens_quote(i + 2) || doc_.words(i + 2) == "'");
      const bool he = has(t, kCapital) && doc_.words(t) != "I" && is_subject_pronoun(doc_.tokens.word[t]->id);
      if (says && i == t + 1 && introduces && he) return false;
      if (says) return i < t + kNear || first_byte(i - 1) == ',';
      if (i + 1 == end_) return false;
      const std::uint32_t next = doc_.tokens.word[i + 1]->id;
      if ((word.lemma == go && next == on) || (next == back && throws.has(word.lemma))) return true;
      if (word.lemma == want && i + 2 < end_ && doc_.words(i + 2) == "know") return true;
    }
    return false;
  }

  // “Why?” Reyes pressed.; “Why?” Ana Reyes beamed.: a name and how its bearer spoke, and nothing else. Near miss: “Why?” Reyes nodded.
  [[nodiscard]] bool act_follows(std::uint32_t t) const {
    static const auto speaks = ids_of("press", "probe", "beam", "grin", "marvel", "gush", "purr", "enthuse");
    constexpr std::uint32_t kMostOfName = 3;
    std::uint32_t i = t;
    while (i < end_ && i <= t + kMostOfName && has(i, kCapital)) ++i;
    if (i == t || i > t + kMostOfName || i + 1 >= end_ || is(t, word_class::kFunctionWord)) return false;
    return speaks.has(doc_.tokens.word[i]->lemma) && stop(i + 1);
  }

  // “It will hold.” Reyes said.: behind a full stop too, where the cue is all that follows.
  [[nodiscard]] bool bare_cue_follows(std::uint32_t t) const {
    static const std::uint32_t say = look_up("say").id;
    const std::uint32_t first = t;
    while (t < end_ && t < first + 4 && !has(t, kMark)) ++t;
    return t > first + 1 && t < end_ && stop(t) && doc_.tokens.word[t - 1]->lemma == say;
  }

  [[nodiscard]] std::uint32_t block_of(std::uint32_t token) const {
    std::uint32_t low = 0, high = static_cast<std::uint32_t>(doc_.blocks.size());
    while (high - low > 1) {
      const std::uint32_t middle = (low + high) / 2;
      (doc_.blocks[middle].first <= token ? low : high) = middle;
    }
    return low;
  }

  // No sentence is longer than this: what looks around in one stays bounded, however odd the text.
  static constexpr std::uint32_t kLongest = 600;

  // The first token from `t` on, at most `limit`, that may end a sentence or open a quotation: a word that ends in a period, a mark that
  // is not one of those that do neither.
  [[nodiscard]] std::uint32_t pass_words(std::uint32_t t, std::uint32_t limit) const {
    const std::uint8_t* const shapes = doc_.tokens.shape.data();
    const std::uint32_t* const ends = doc_.tokens.end.data();
    const char* const text = doc_.text.data();
    // By the last byte, so that what a token is costs no branch: whether a word stops here, whether a mark does.
    enum : unsigned { kOfWord = 1, kOfMark = 2 };
    static constexpr std::array<std::uint8_t, 256> kStops = [] {
      std::array<std::uint8_t, 256> out{};
      out.fill(kOfMark);
      for (const char neither : std::string_view(",-:$();")) out[static_cast<unsigned char>(neither)] = 0;
      out['.'] = kOfWord | kOfMark;
      return out;
    }();
    while (t < limit && (kStops[static_cast<unsigned char>(text[ends[t] - 1])] & ((shapes[t] & kMark) != 0 ? kOfMark : kOfWord)) == 0) ++t;
    return t;
  }

  void add(std::uint32_t first, std::uint32_t last, int quote, std::vector<Sentence>& out) {
    if (first >= last) return;
    out.push_back({.first = first, .last = last, .block = block_, .quote = quote});
    for (std::uint32_t t = first; t < last; ++t) {
      if (has(t, kMark)) continue;
      doc_.tokens.shape[t] |= kFirst;
      break;
    }
  }

  // Cuts [first, last) into sentences; quotes whose outer one is `outer` are kept whole.
  void split(std::uint32_t first, std::uint32_t last, int outer, int quote_index, std::vector<Sentence>& out) {
    std::uint32_t begin = first;
    std::int64_t unclosed = -1;
    std::size_t q = next_quote_;
    for (std::uint32_t t = first;;) {
      t = pass_words(t, std::min(last, begin + kLongest - 1));
      if (t == last) break;
      while (q < doc_.quotes.size() && (doc_.quotes[q].open < t || (doc_.quotes[q].open < last && doc_.quotes[q].outer != outer))) ++q;
      std::uint32_t after = t + 1;
      bool ends = false;
      if (q < doc_.quotes.size() && doc_.quotes[q].open == t && doc_.quotes[q].outer == outer) {
        Quote& quote = doc_.quotes[q];
        if (!quote.closed && !continued_[q]) {
          unclosed = static_cast<std::int64_t>(q);
        } else {
          after = std::min(quote.closed ? quote.close + 1 : quote.close, last);
          std::uint32_t inside = after - 1;
          while (inside > t && has(inside, kMark) && !stop(inside) && first_byte(inside) != ',' && first_byte(inside) != ':') --inside;
          if (after < last && inside > t) {
            if (stop(inside) && !ellipsis(inside) && may_begin(after)) {
              ends = first_byte(inside) == '.' ? !bare_cue_follows(after) : !cue_follows(after) && !act_follows(after);
            } else if (!has(inside, kMark) && doc_.text[doc_.tokens.end[inside] - 1] == '.' && may_begin(after)) {
              ends = !cue_follows(after);  // an abbreviation's period
            }
          }
        }
      } else if (stop(t)) {
        while (after < last && (closing(after) || (stop(after) && !has(after, kSpaceBefore)))) ++after;
        // A mark that closes what nobody opened goes with the sentence.
        if (after < last && has(after, kMark) && !has(after, kSpaceBefore) && opens_quote(after) == false && doc_.words(after) == "”")
          ++after;
        const bool opens = q < doc_.quotes.size() && doc_.quotes[q].open == after && doc_.quotes[q].outer == outer;  // said Doe."It
        ends = after >= last || (may_begin(after) && (has(after, kSpaceBefore) || !has(after, kMark) || opens));
        if (ends && ellipsis(t) && after < last) ends = has(after, kCapital) || has(after, kMark);
      } else if (!has(t, kMark) && doc_.text[doc_.tokens.end[t] - 1] == '.') {
        ends = abbreviation_ends(t);
      }
      ends |= after - begin >= kLongest;
      if (ends) {
        if (unclosed >= 0)
          doc_.quotes[static_cast<std::size_t>(unclosed)].close = std::min(doc_.quotes[static_cast<std::size_t>(unclosed)].close, after);
        unclosed = -1;
        add(begin, after, quote_index, out);
        begin = after;
      }
      t = after;
    }
    if (unclosed >= 0)
      doc_.quotes[static_cast<std::size_t>(unclosed)].close = std::min(doc_.quotes[static_cast<std::size_t>(unclosed)].close, last);
    add(begin, last, quote_index, out);
  }

  Document& doc_;
  std::vector<bool> continued_;
  std::uint32_t block_ = 0;
  std::uint32_t end_ = 0;
  std::size_t next_quote_ = 0;
};

}  // namespace

void split_sentences(Document& doc) { Splitter(doc).run(); }

}  // namespace onrecord
