#include "segment/tokenize.h"

#include <array>
#include <bit>
#include <string>
#include <string_view>

#include "lexicon/fold_hash.h"
#include "segment/block_bytes.h"
#include "segment/letter_bits.h"

namespace onrecord {
namespace {

class Tokenizer : BlockBytes {
 public:
  explicit Tokenizer(Document& doc) : BlockBytes(doc.text.data()), doc_(doc) {}

  // How many tokens there are now.
  [[nodiscard]] std::uint32_t count() const { return count_; }

  void read(Span block) {
    at_ = block.begin;
    end_ = block.end;
    space_ = true;
    breaks_ = false;
    while (at_ < end_) {
      plain_words();
      if (at_ == end_) break;
      switch (kByteClass[byte(at_)]) {
        case kSpace: ++at_; space_ = true; break;
        case kLetter:
        case kDigitByte: word(); break;
        case kApostrophe: apostrophe(1); break;
        case kDoubleMark: quote(MarkKind::StraightDouble, doubled() ? 2 : 1); break;
        case kOtherMark: mark(); break;
        default: high(); break;
      }
    }
  }

  // To be called once, behind the last block.
  void finish() {
    look_up_words();
    resize(count_);
  }

 private:
  // For as many tokens as are likely left, and no more than there are keys: what is not filled would be written for nothing.
  void make_room() {
    look_up_words();
    resize(count_ + std::min((static_cast<std::uint32_t>(doc_.text.size()) - at_) / 5 + 16, kKeys));
  }

  void resize(std::uint32_t tokens) {
    Tokens& t = doc_.tokens;
    t.begin.resize(tokens), t.end.resize(tokens), t.word.resize(tokens), t.shape.resize(tokens), t.tag.resize(tokens);
    room_ = tokens;
  }

  void look_up_words() {
    look_up_keys(keys_.data(), count_ - first_, doc_.tokens.word.data() + first_);
    first_ = count_;
  }

  void put(std::uint32_t begin, std::uint32_t end, unsigned shape, std::uint64_t key) {
    if (count_ == room_) make_room();
    Tokens& t = doc_.tokens;
    t.begin[count_] = begin;
    t.end[count_] = end;
    t.shape[count_] = static_cast<std::uint8_t>(space_ ? shape | kSpaceBefore : shape);
    keys_[count_ - first_] = key;
    ++count_;
    space_ = false;
    at_ = end;
  }

  void push(std::uint32_t begin, std::uint32_t end, unsigned shape) {
    if (breaks_ && doc_.text.substr(begin, end - begin).find('\n') != std::string_view::npos) return push_broken(begin, end, shape);
    const std::string_view text = doc_.text;  // a mark is no word
    put(begin, end, shape, (shape & kMark) != 0 ? lexicon::kNoWord : key_of(text.substr(begin, end - begin), text.data() + text.size()));
  }

  // The break is left out and, where the whole is a word or the parts are none, the hyphen: "com-|mittee", but "state-|owned".
  void push_broken(std::uint32_t begin, std::uint32_t end, unsigned shape) {
    std::string& spelling = doc_.broken.emplace_back(BrokenWord{count_, {}}).spelling;
    for (std::uint32_t i = begin; i < end;) {
      const std::uint32_t next = byte(i) == '-' ? behind_break(begin, i) : 0;
      if (next == 0) {
        spelling.push_back(text_[i++]);
        continue;
      }
      std::uint32_t last = next;
      while (small_at(last)) ++last;
      const std::string_view rest = doc_.text.substr(next, last - next);
      const bool compound = look_up(spelling + std::string(rest)).id == 0 && look_up(spelling).id != 0 && look_up(rest).id != 0;
      if (compound) spelling.push_back('-'), shape |= kHyphen;
      i = next;
    }
    put(begin, end, shape, key_of(spelling, spelling.data() + spelling.size()));
  }

  // A token that is spelt otherwise than it stands in the text.
  void push_as(std::uint32_t bytes, std::string_view spelling, unsigned shape) {
    doc_.broken.emplace_back(BrokenWord{count_, std::string(spelling)});
    put(at_, at_ + bytes, shape, (shape & kMark) != 0 ? lexicon::kNoWord : key_of(spelling, spelling.data() + spelling.size()));
  }

  void quote_as(MarkKind kind, std::uint32_t bytes) {
    const bool opens = kind == MarkKind::OpenDouble, closes = kind == MarkKind::CloseDouble;
    doc_.marks.push_back({count_, kind});
    push_as(bytes, opens ? "“" : closes ? "”" : kind == MarkKind::OpenSingle ? "‘" : kind == MarkKind::CloseSingle ? "’" : "\"", kMark);
  }

  void quote(MarkKind kind, std::uint32_t bytes) {
    doc_.marks.push_back({count_, kind});
    push(at_, at_ + bytes, kMark);
  }

  // Most words: at most fifteen ASCII letters, with nothing behind them that could belong to them; and the marks that stand for themselves
  // whatever is beside them. As many as stand in a row, with the spaces around them; what changes is kept out of memory, since the letters
  // that are written could be any of it.
  void plain_words() {
    Tokens& t = doc_.tokens;
    std::uint32_t* const begins = t.begin.data();
    std::uint32_t* const ends = t.end.data();
    std::uint8_t* const shapes = t.shape.data();
    const char* const text = text_;
    const std::uint32_t block_end = end_, room = room_, first = first_;
    if (doc_.text.size() < 17) return;
    const auto readable = static_cast<std::uint32_t>(doc_.text.size() - 17);  // so far sixteen bytes, behind a blank, can be read
    std::uint32_t at = at_, count = count_;
    std::uint8_t space = space_ ? kSpaceBefore : 0;
    while (at < block_end && at <= readable) {
      if (text[at] == ' ') {
        ++at;
        space = kSpaceBefore;
      }
      const LetterBits letters = letter_bits(text + at);
      const auto length = static_cast<std::uint32_t>(std::countr_one(letters.all));
      const std::uint32_t end = at + length;
      if (length == 0 && stands_alone(at) && count < room) {
        if (text[at] == '"') doc_.marks.push_back({count, MarkKind::StraightDouble});
        begins[count] = at;
        ends[count] = ++at;
        keys_[count - first] = lexicon::kNoWord;
        shapes[count] = static_cast<std::uint8_t>(space | kMark);
        ++count;
        space = 0;
        continue;
      }
      if (length == 0 || length > 15 || end > block_end || count == room) break;
      const std::uint64_t key = lexicon::hash_letters(text + at, length);
      const std::uint32_t whole = (1U << length) - 1, capitals = letters.capitals & whole;
      const bool word_ends = end == block_end || kEndsLetters[static_cast<std::uint8_t>(text[end])];
      if (!word_ends && !(full_stop(end) && no_abbreviation(key, length, (capitals & 1U) != 0))) break;
      unsigned shape = space | ((capitals & 1U) != 0 ? unsigned{kCapital} : 0U);
      if (length > 1 && capitals == whole) shape |= kAllCapitals;
      begins[count] = at;
      ends[count] = end;
      keys_[count - first] = key;
      shapes[count] = static_cast<std::uint8_t>(shape);
      ++count;
      at = end;
      space = 0;
    }
    at_ = at;
    count_ = count;
    space_ = space != 0;
  }

  // Whether the period behind a word of so many letters is surely no part of it; of a word with a capital abbreviation() asks.
  [[nodiscard]] static bool no_abbreviation(std::uint64_t key, std::uint32_t letters, bool capital) {
    if (letters > kLongestAbbreviation) return true;
    return letters > 1 && !capital && (word_of(key).classes & word_class::kAbbreviation) == 0;
  }

  [[nodiscard]] static const Word& word_of(std::uint64_t key) {
    const Word* word = nullptr;
    look_up_keys(&key, 1, &word);
    return *word;
  }

  // An apostrophe at a word's edge: two in a row, one that may be a single quotation mark, or an elision ('90s, 'em).
  void apostrophe(std::uint32_t bytes) {
    const MarkKind single = bytes == 1 ? MarkKind::StraightSingle : MarkKind::CloseSingle;
    if (same_again(bytes, bytes)) {
      // Behind a word the first of three closes the inner quotation, the other two the outer: ''He said, 'No.'''
      if (!space_ && same_again(bytes, 2 * bytes)) return quote(single, bytes);
      return quote(bytes == 1 ? MarkKind::TwoApostrophes : MarkKind::CloseDouble, 2 * bytes);
    }
    const bool glued_before = at_ > 0 && !space_;
    // "D.C.'s": behind the period of an abbreviation.
    const std::uint32_t s = at_ + bytes;
    const bool owns = s < end_ && (byte(s) == 's' || byte(s) == 'S') && !word_at(s + 1);
    if (owns && glued_before && byte(at_ - 1) == '.') return push(at_, s + 1, 0);
    if (!glued_before && class_at(at_ + bytes) == kDigitByte) return word(bytes);  // '90s
    quote(single, bytes);
  }

  // ""It leaks,"" he said: two marks for one, left over from a table's cell.
  [[nodiscard]] bool doubled() const { return same_again(1, 1) && !same_again(1, 2) && (space_ ? word_at(at_ + 2) : !word_at(at_ + 2)); }

  // Whether the mark of so many bytes at at_ stands there again, `behind` bytes on.
  [[nodiscard]] bool same_again(std::uint32_t bytes, std::uint32_t behind) const {
    if (at_ + behind + bytes > end_) return false;
    return std::string_view(text_ + at_, bytes) == std::string_view(text_ + at_ + behind, bytes);
  }

  void high() {
    const HighCharacter c = decode(at_);
    switch (c.what) {
      case High::Letter: word(); break;
      case High::Space: at_ = std::min(at_ + c.bytes, end_); space_ = true; break;
      case High::Apostrophe: is_misread(c) ? quote_as(MarkKind::CloseSingle, c.bytes) : apostrophe(c.bytes); break;
      case High::Quote:
        if (is_misread(c)) return quote_as(c.quote, c.bytes);
        if (c.quote == MarkKind::OpenSingle && same_again(c.bytes, c.bytes)) return quote(MarkKind::OpenDouble, 2U * c.bytes);
        quote(c.quote, c.bytes);
        break;
      case High::Mark:
        if (is_misread(c)) return push_as(c.bytes, c.bytes == 8 ? "—" : "…", kMark);
        push(at_, std::min(at_ + c.bytes, end_), kMark);
        break;
    }
  }

  // One mark; runs of dots, hyphens and graves are one.
  void mark() {
    const std::uint8_t c = byte(at_);
    if ((c == '@' || c == '#') && word_at(at_ + 1)) return word(1);  // a handle, a tag
    if (c == '.' && space_ && class_at(at_ + 1) == kDigitByte) return word(1);  // a .22-calibre rifle
    if (c == '&')
      if (const auto [kind, bytes] = entity_at(at_); bytes != 0) return quote_as(kind, bytes);
    std::uint32_t end = at_ + 1;
    if (c == '.' || c == '-') {
      while (end < end_ && byte(end) == c) ++end;
    } else if (c == '`' && end < end_ && byte(end) == '`') {
      return quote(MarkKind::TwoGraves, 2);
    } else if (c == '`' && word_at(end)) {
      return quote(MarkKind::OpenSingle, 1);
    }
    push(at_, end, kMark);
  }

  // A word or number from at_, of which `glued` bytes in front are taken as they are.
  void word(std::uint32_t glued = 0) {
    const std::uint32_t begin = at_;
    std::uint32_t i = begin + glued;
    unsigned shape = 0;
    if (capital_at(i)) shape |= kCapital;
    if (class_at(i) == kDigitByte) shape |= kDigit;
    unsigned capitals = 0, smalls = 0;
    std::uint32_t clitic = 0;  // where the last apostrophe inside the word stands
    for (;;) {
      const std::uint8_t kind = class_at(i);
      if (kind == kLetter) {
        const auto [letters, of_them_capitals] = letters_from(i);
        capitals += of_them_capitals;
        smalls += letters - of_them_capitals;
        i += letters;
      } else if (kind == kDigitByte) {
        ++i;
      } else if (kind == kHighByte) {
        const HighCharacter c = decode(i);
        if (c.what == High::Letter) {
          if (capital_at(i)) ++capitals; else ++smalls;
          i = std::min(i + c.bytes, end_);
        } else if (c.what == High::Apostrophe && letter_at(i + c.bytes) && i > begin + glued) {
          clitic = i;
          i += c.bytes;
        } else {
          break;
        }
      } else if (kind == kApostrophe) {
        if (!letter_at(i + 1) || i == begin + glued) break;
        clitic = i;
        ++i;
      } else if (kind == kOtherMark) {
        const std::uint8_t c = byte(i);
        if (c == '-' && word_at(i + 1)) {
          shape |= kHyphen;
          ++i;
        } else if (const std::uint32_t next = c == '-' ? behind_break(begin, i) : 0; next != 0) {
          breaks_ = true;
          i = next;
        } else if (c == '.' && word_at(i + 1) && (keeps_period(begin, i) || (smalls == 0 && stock_code(begin, i)))) {
          shape |= kPeriodInside;
          ++i;
        } else if (c == ',' && class_at(i + 1) == kDigitByte && class_at(i - 1) == kDigitByte) {
          ++i;
        } else if (c == '&' && capital_at(i + 1) && capital_at(i - 1)) {
          ++i;
        } else if ((c == ':' && class_at(i + 1) == kDigitByte && class_at(i - 1) == kDigitByte) ||
                   ((c == '/' || c == ':') && address_at(begin, i))) {
          ++i;
        } else if (c == '_' || (c == '@' && word_at(i + 1))) {
          ++i;
        } else {
          break;
        }
      } else {
        break;
      }
    }
    if (capitals >= 2 && smalls == 0) shape |= kAllCapitals;

    if (clitic != 0 && split_clitic(begin, clitic, i, shape)) return;
    // The period of an abbreviation belongs to it: "U.N.", "J.", "Sen."
    if (i < end_ && byte(i) == '.' && !(i + 1 < end_ && byte(i + 1) == '.')) {
      const bool initial = i - begin == 1 && (shape & kCapital) != 0 && byte(begin) != 'I';
      if ((shape & kPeriodInside) != 0 ? letters_apart(begin, i) || is_degree(begin, i) : initial || abbreviation(begin, i)) ++i;
    }
    push(begin, i, shape);
  }

  // How many ASCII letters stand in a row from `i` on, where there is one, and how many of them are capitals; of many as many as are seen at
  // once.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> letters_from(std::uint32_t i) const {
    if (i + 16 > doc_.text.size()) return {1, byte(i) <= 'Z' ? 1 : 0};
    const LetterBits letters = letter_bits(text_ + i);
    const auto length = std::min(static_cast<std::uint32_t>(std::countr_one(letters.all)), end_ - i);
    return {length, static_cast<std::uint32_t>(std::popcount(letters.capitals & ((1U << length) - 1)))};
  }

  // Whether the period at `end` belongs to the word before it; of "then-Sen." the last part is asked.
  [[nodiscard]] bool abbreviation(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = end; i-- > begin + 1;)
      if (byte(i) == '-') {
        begin = i + 1;
        break;
      }
    if (end - begin > kLongestAbbreviation) return false;
    const auto listed = [&](std::uint32_t length) {
      const std::uint64_t key = key_of(doc_.text.substr(begin, length), doc_.text.data() + doc_.text.size());
      return (word_of(key).classes & word_class::kAbbreviation) != 0;
    };
    if (listed(end - begin)) return true;
    if (!capital_at(begin) || !listed(end - begin + 1)) return false;
    // "No. 10", neither "said no." nor "No. People say so."
    const bool no = doc_.text.substr(begin, end - begin) == "No" && (end + 1 >= end_ || byte(end + 1) < 0x80);  // "No.⍽10"
    return !no || (end + 2 < end_ && (kByteClass[byte(end + 1)] == kDigitByte || kByteClass[byte(end + 2)] == kDigitByte));
  }

  // Cuts "didn't" into did|n't and "Reyes's" into Reyes|'s. False when the apostrophe is part of the name: O'Brien.
  bool split_clitic(std::uint32_t begin, std::uint32_t apostrophe, std::uint32_t end, unsigned shape) {
    const std::uint32_t width = apostrophe_at(apostrophe);
    const std::uint32_t tail = end - apostrophe - width;
    const auto lower = [&](std::uint32_t i) { return static_cast<char>(text_[i] | 0x20); };
    const std::uint32_t t = apostrophe + width;
    const bool one = tail == 1 && (lower(t) == 's' || lower(t) == 'd' || lower(t) == 'm');
    const bool two = tail == 2 && ((lower(t) == 'r' && lower(t + 1) == 'e') || (lower(t) == 'v' && lower(t + 1) == 'e') ||
                                   (lower(t) == 'l' && lower(t + 1) == 'l'));
    std::uint32_t cut = 0;
    if (one || two) cut = apostrophe;
    if (tail == 1 && lower(t) == 't' && apostrophe > begin + 1 && lower(apostrophe - 1) == 'n') cut = apostrophe - 1;
    if (cut == 0 || cut == begin) return false;
    push(begin, cut, shape & ~unsigned{kPeriodInside});
    if (width <= 3) push(cut, end, 0);
    else push_as(end - cut, std::string(text_ + cut, apostrophe - cut) + "’" + std::string(text_ + t, tail), 0);
    return true;
  }

  Document& doc_;
  std::uint32_t at_ = 0;
  std::uint32_t first_ = 0, count_ = 0;  // tokens: those whose words are looked up, and all
  std::uint32_t room_ = 0;
  bool space_ = true;
  bool breaks_ = false;  // a line's end has broken a word
  static constexpr std::uint32_t kLongestAbbreviation = 7;  // letters
  static constexpr std::uint32_t kKeys = 1024;
  std::array<std::uint64_t, kKeys> keys_;  // of the tokens from first_ on, see look_up_keys
};

}  // namespace

void tokenize(const Article& article, Document& doc) {
  Tokenizer tokenizer(doc);
  for (std::uint32_t i = 0; i < article.blocks.size(); ++i) {
    const Block& block = article.blocks[i];
    if (block.role == Role::Boilerplate || block.role == Role::Link) continue;
    const std::uint32_t first = tokenizer.count();
    tokenizer.read(block.source_span);
    if (tokenizer.count() == first) continue;
    doc.blocks.push_back({.article_block = i, .role = block.role, .first = first, .last = tokenizer.count()});
  }
  tokenizer.finish();
}

}  // namespace onrecord
