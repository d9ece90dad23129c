// Inner to the folder: what stands at a byte of a block, as the tokenizer needs to know it.
//
// Positions are bytes in the article's text. Nothing behind the block's end counts: what is asked there is white space.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "segment/document.h"

namespace onrecord {

enum ByteClass : std::uint8_t { kSpace, kLetter, kDigitByte, kApostrophe, kDoubleMark, kOtherMark, kHighByte };

constexpr std::array<std::uint8_t, 256> make_byte_classes() {
  std::array<std::uint8_t, 256> table{};
  for (int c = 0; c < 256; ++c) {
    std::uint8_t kind = kOtherMark;
    if (c <= ' ' || c == 0x7F) kind = kSpace;
    else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) kind = kLetter;
    else if (c >= '0' && c <= '9') kind = kDigitByte;
    else if (c == '\'') kind = kApostrophe;
    else if (c == '"') kind = kDoubleMark;
    else if (c >= 0x80) kind = kHighByte;
    table[static_cast<std::size_t>(c)] = kind;
  }
  return table;
}
inline constexpr auto kByteClass = make_byte_classes();

// Whether a word of ASCII letters alone ends before this byte, whatever comes behind it.
constexpr std::array<bool, 256> make_ends_letters() {
  std::array<bool, 256> ends{};
  for (std::size_t c = 0; c < 256; ++c) {
    const std::uint8_t kind = kByteClass[c];
    ends[c] = kind == kSpace || kind == kDoubleMark ||
              (kind == kOtherMark && std::string_view("-.&:/_@").find(static_cast<char>(c)) == std::string_view::npos);
  }
  return ends;
}
inline constexpr auto kEndsLetters = make_ends_letters();

// Whether a mark is a token by itself: always, or unless the same one follows. Never: a run, a word, a quotation mark may begin with it.
enum class Alone : std::uint8_t { Never, Always, UnlessAgain };
inline constexpr std::array<Alone, 256> kAlone = [] {
  std::array<Alone, 256> out{};
  for (std::size_t c = 0; c < 256; ++c)
    if (kByteClass[c] == kOtherMark && std::string_view("@#&`").find(static_cast<char>(c)) == std::string_view::npos) out[c] = Alone::Always;
  for (const char c : std::string_view(".-\"")) out[static_cast<std::size_t>(c)] = Alone::UnlessAgain;
  return out;
}();

// What a character beyond ASCII is, and how many bytes it takes.
enum class High : std::uint8_t { Letter, Space, Apostrophe, Mark, Quote };
struct HighCharacter {
  High what = High::Letter;
  std::uint8_t bytes = 1;
  MarkKind quote = MarkKind::OpenDouble;
};

class BlockBytes {
 public:
  explicit BlockBytes(const char* text) : text_(text) {}

  [[nodiscard]] std::uint8_t byte(std::uint32_t i) const { return static_cast<std::uint8_t>(text_[i]); }
  [[nodiscard]] std::uint8_t class_at(std::uint32_t i) const { return i < end_ ? kByteClass[byte(i)] : std::uint8_t{kSpace}; }

  [[nodiscard]] HighCharacter decode(std::uint32_t i) const {
    const std::uint8_t lead = byte(i);
    if (lead < 0xE0) {  // two bytes: U+0080..U+07FF
      if (lead == 0xC2 && i + 1 < end_) {
        const std::uint8_t next = byte(i + 1);
        if (next == 0xA0) return {High::Space, 2};
        if (next == 0xAB) return {High::Quote, 2, MarkKind::OpenAngle};
        if (next == 0xBB) return {High::Quote, 2, MarkKind::CloseAngle};
        if (next < 0xC0 && next != 0xAA && next != 0xB5 && next != 0xBA) return {High::Mark, 2};
      }
      if (lead == 0xC3 && i + 3 < end_ && byte(i + 2) >= 0x80) return misread(i);
      return {High::Letter, 2};
    }
    if (lead == 0xE2 && i + 2 < end_ && byte(i + 1) == 0x80) {  // U+2000..U+203F: general punctuation
      const std::uint8_t next = byte(i + 2);
      switch (next) {
        case 0x98: return {High::Quote, 3, MarkKind::OpenSingle};
        case 0x99: return {High::Apostrophe, 3};
        case 0x9A: return {High::Quote, 3, MarkKind::LowSingle};
        case 0x9C: return {High::Quote, 3, MarkKind::OpenDouble};
        case 0x9D: return {High::Quote, 3, MarkKind::CloseDouble};
        case 0x9E: return {High::Quote, 3, MarkKind::LowDouble};
        case 0xB9: return {High::Quote, 3, MarkKind::OpenSingleAngle};
        case 0xBA: return {High::Quote, 3, MarkKind::CloseSingleAngle};
        case 0x90: case 0x91: return {High::Letter, 3};  // hyphens, kept inside words
        default: return {next <= 0x8F || next >= 0xA8 ? (next >= 0xB0 ? High::Mark : High::Space) : High::Mark, 3};
      }
    }
    if (lead == 0xE2 && i + 2 < end_ && byte(i + 1) <= 0xAF) return {High::Mark, 3};  // arrows, symbols, dashes
    if (lead == 0xEF && i + 2 < end_ && byte(i + 1) == 0xBF && byte(i + 2) == 0xBD) return lost_character(i);
    if (lead == 0xE3 && i + 2 < end_ && byte(i + 1) == 0x80 && byte(i + 2) == 0x80) return {High::Space, 3};
    if (lead == 0xEF && i + 2 < end_ && byte(i + 1) == 0xBB && byte(i + 2) == 0xBF) return {High::Space, 3};
    return {High::Letter, static_cast<std::uint8_t>(lead >= 0xF0 ? 4 : 3)};
  }

  // What UTF-8 becomes when it is read as Windows-1252 and written again: "â€œ" for “, "â€™" for ’, "Ã©" for é, "Â " for a blank. Marks
  // take more bytes so than any character does, see is_misread().
  [[nodiscard]] HighCharacter misread(std::uint32_t i) const {
    const std::string_view rest(text_ + i, end_ - i);
    if (rest.starts_with("\xC3\x83\xC2")) return {High::Letter, 4};
    if (rest.starts_with("\xC3\x82\xC2\xA0")) return {High::Space, 4};
    if (!rest.starts_with("\xC3\xA2\xE2\x82\xAC")) return {High::Letter, 2};
    const std::string_view third = rest.substr(5);
    if (third.starts_with("\xC5\x93")) return {High::Quote, 7, MarkKind::OpenDouble};
    if (third.starts_with("\xC2\x9D")) return {High::Quote, 7, MarkKind::CloseDouble};
    if (third.starts_with("\xCB\x9C")) return {High::Quote, 7, MarkKind::OpenSingle};
    if (third.starts_with("\xE2\x84\xA2")) return {High::Apostrophe, 8};
    if (third.starts_with("\xE2\x80\x9C") || third.starts_with("\xE2\x80\x9D")) return {High::Mark, 8};  // dashes
    if (third.starts_with("\xC2\xA6")) return {High::Mark, 7};                                           // …
    return {High::Quote, 5, MarkKind::CloseDouble};  // its last byte is often lost
  }
  [[nodiscard]] static bool is_misread(HighCharacter c) { return c.bytes > 4; }

  // U+FFFD, whatever an encoding lost: between letters one more ("Mu�oz"); before a capital or behind a mark ("told�Reyes", "Sen.�Reyes") a
  // space; at a word's beginning and at the end of one a quotation mark, the first of which needs the second: "�It leaks,� she said".
  [[nodiscard]] HighCharacter lost_character(std::uint32_t i) const {
    const std::uint8_t before = i > 0 ? kByteClass[byte(i - 1)] : std::uint8_t{kSpace}, behind = class_at(i + 3);
    const bool word_behind = behind == kLetter || behind == kDigitByte;
    if (before == kSpace && word_behind) {
      const bool again = std::string_view(text_ + i + 3, end_ - i - 3).find("\uFFFD") != std::string_view::npos;
      return {again ? High::Quote : High::Mark, 3};
    }
    if (before != kSpace && !word_behind) return {High::Quote, 3, MarkKind::CloseDouble};
    if (before == kSpace || before == kOtherMark || capital_at(i + 3)) return {High::Space, 3};
    return {High::Letter, 3};
  }

  // "&quot;": a mark that a page's text was left with; no bytes for none.
  [[nodiscard]] std::pair<MarkKind, std::uint32_t> entity_at(std::uint32_t i) const {
    using namespace std::string_view_literals;
    struct Entity {
      std::string_view name;
      MarkKind kind;
    };
    static constexpr std::array kEntities{
        Entity{"&quot;"sv, MarkKind::StraightDouble}, Entity{"&#34;"sv, MarkKind::StraightDouble},
        Entity{"&ldquo;"sv, MarkKind::OpenDouble},    Entity{"&rdquo;"sv, MarkKind::CloseDouble},
        Entity{"&#8220;"sv, MarkKind::OpenDouble},    Entity{"&#8221;"sv, MarkKind::CloseDouble}};
    const std::string_view rest(text_ + i, end_ - i);
    for (const Entity& e : kEntities)
      if (rest.starts_with(e.name)) return {e.kind, static_cast<std::uint32_t>(e.name.size())};
    return {MarkKind::StraightDouble, 0};
  }

  // Whether a letter or digit begins at `i`.
  [[nodiscard]] bool word_at(std::uint32_t i) const {
    const std::uint8_t kind = class_at(i);
    return kind == kLetter || kind == kDigitByte || (kind == kHighByte && decode(i).what == High::Letter);
  }
  [[nodiscard]] bool letter_at(std::uint32_t i) const {
    const std::uint8_t kind = class_at(i);
    return kind == kLetter || (kind == kHighByte && decode(i).what == High::Letter);
  }
  [[nodiscard]] bool capital_at(std::uint32_t i) const {
    if (i >= end_) return false;
    const std::uint8_t c = byte(i);
    return (c >= 'A' && c <= 'Z') || (c == 0xC3 && i + 1 < end_ && byte(i + 1) < 0x9F) ||
           ((c == 0xC4 || c == 0xC5) && i + 1 < end_ && (byte(i + 1) & 1U) == 0);
  }
  [[nodiscard]] bool small_at(std::uint32_t i) const { return i < end_ && byte(i) >= 'a' && byte(i) <= 'z'; }

  // Bytes of the apostrophe at `i`, 0 when there is none.
  [[nodiscard]] std::uint32_t apostrophe_at(std::uint32_t i) const {
    if (i >= end_) return 0;
    if (byte(i) == '\'') return 1;
    if (byte(i) == 0xE2) return i + 2 < end_ && byte(i + 1) == 0x80 && byte(i + 2) == 0x99 ? 3 : 0;
    const HighCharacter c = byte(i) == 0xC3 ? decode(i) : HighCharacter{};
    return c.what == High::Apostrophe ? c.bytes : 0;
  }

  // "Harbour Lines (HBLX.O)": the code of a house and of the exchange that trades it, alone in brackets.
  [[nodiscard]] bool stock_code(std::uint32_t begin, std::uint32_t period) const {
    if (begin == 0 || byte(begin - 1) != '(' || !capital_at(period - 1)) return false;
    std::uint32_t end = period + 1;
    while (end < end_ && end < period + 4 && class_at(end) == kLetter && byte(end) <= 'Z') ++end;
    return end > period + 1 && end < end_ && (byte(end) == ')' || byte(end) == ',');
  }

  // Whether the period at `i` stays inside the word from `begin`: "U.N", "D-N.Y", "3.5", "Rappler.com"; not "over.The".
  [[nodiscard]] bool keeps_period(std::uint32_t begin, std::uint32_t i) const {
    if (class_at(i + 1) == kDigitByte) return class_at(i - 1) == kDigitByte;
    if (i - begin == 1 || (i >= 2 && (byte(i - 2) == '.' || byte(i - 2) == '-'))) return letter_at(i - 1);
    return (small_at(i - 1) && small_at(i + 1) && small_at(i + 2)) || is_degree(begin, i + 2);
  }

  // Whether the word from `begin` to `end` is "Ph.D", "Ed.D": the period behind it is its own.
  [[nodiscard]] bool is_degree(std::uint32_t begin, std::uint32_t end) const {
    return end == begin + 4 && end < end_ && capital_at(begin) && small_at(begin + 1) && byte(begin + 2) == '.' && capital_at(begin + 3) &&
           byte(end) == '.';
  }

  // Whether every letter of the abbreviation [begin, end) stands alone between periods, or between hyphens before them: D-N.Y.
  [[nodiscard]] bool letters_apart(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i + 1 < end; i += 2)
      if (byte(i + 1) != '.' && byte(i + 1) != '-') return false;
    return true;
  }

  // Whether the word from `begin` is a web address that goes on over the mark at `i`.
  [[nodiscard]] bool address_at(std::uint32_t begin, std::uint32_t i) const {
    const std::string_view head = std::string_view(text_ + begin, i - begin);
    if (i + 1 >= end_ || kByteClass[byte(i + 1)] == kSpace) return false;
    return head.starts_with("http") || head.starts_with("www.") ||
           (byte(i) == '/' && head.size() > 4 && head.find(".com") != std::string_view::npos);
  }

  // Where a word that its hyphen at `i` ends a line with goes on in the next line, in small letters; 0 when it does not.
  [[nodiscard]] std::uint32_t behind_break(std::uint32_t begin, std::uint32_t i) const {
    if (i < begin + 2 || !letter_at(i - 1)) return 0;
    std::uint32_t next = i + 1;
    if (next < end_ && byte(next) == '\r') ++next;
    if (next >= end_ || byte(next) != '\n') return 0;
    ++next;
    while (next < end_ && (byte(next) == ' ' || byte(next) == '\t')) ++next;
    return small_at(next) ? next : 0;
  }

  // Whether the mark at `i` is a token by itself: no part of a word or of a run of marks, see mark() and doubled().
  [[nodiscard]] bool stands_alone(std::uint32_t i) const {
    const Alone alone = kAlone[byte(i)];
    if (alone == Alone::Always) return true;
    return alone == Alone::UnlessAgain && (i + 1 == end_ || (byte(i + 1) != byte(i) && kByteClass[byte(i + 1)] != kDigitByte));
  }

  // Whether a period and nothing more stands at `i`, before white space or the block's end.
  [[nodiscard]] bool full_stop(std::uint32_t i) const { return byte(i) == '.' && class_at(i + 1) == kSpace; }

 protected:
  const char* text_;
  std::uint32_t end_ = 0;  // of the block
};

}  // namespace onrecord
