#include "text/encoding.h"

#include <simdjson.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "text/chars.h"

namespace onrecord {
namespace {

// What windows-1252 has in 0x80 to 0x9F; 0 where it has nothing.
constexpr std::array<char32_t, 32> kWindows1252 = {
  0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
  0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

Error refuse(std::string message, std::string hint) {
  return Error{ErrorCode::BadInput, std::move(message), "", std::move(hint)};
}

bool starts_with(std::string_view bytes, std::string_view prefix) { return bytes.substr(0, prefix.size()) == prefix; }

// Kinds of file that people hand over by mistake, by their first bytes.
std::optional<Error> known_binary(std::string_view bytes) {
  struct Kind { std::string_view magic; const char* what; const char* hint; };
  static constexpr Kind kKinds[] = {
    {"%PDF-", "a PDF, not text", "turn it into text first: pdftotext -layout FILE.pdf FILE.txt"},
    {"PK\x03\x04", "a zip archive or an office document, not text", "save it as plain text or HTML first"},
    {"\x1F\x8B", "gzip-compressed, not text", "unpack it first: gunzip FILE"},
    {"\x28\xB5\x2F\xFD", "zstd-compressed, not text", "unpack it first: unzstd FILE"},
    {"BZh", "bzip2-compressed, not text", "unpack it first: bunzip2 FILE"},
    {"\xFD" "7zXZ", "xz-compressed, not text", "unpack it first: unxz FILE"},
    {"\x89PNG", "a picture, not text", "give the article as text or HTML"},
    {"\xFF\xD8\xFF", "a picture, not text", "give the article as text or HTML"},
    {"GIF8", "a picture, not text", "give the article as text or HTML"},
    {"SQLite format 3", "a database, not text", "give it with --db, or give an article as text"},
    {"\xD0\xCF\x11\xE0", "an old office document, not text", "save it as plain text or HTML first"},
    {"{\\rtf", "a rich text document, not plain text", "save it as plain text or HTML first"},
    {"\x7F" "ELF", "a program, not text", "give the article as text or HTML"}
  };
  for (const Kind& kind : kKinds) {
    if (starts_with(bytes, kind.magic)) return refuse(kind.what, kind.hint);
  }
  return {};
}

struct Survey {
  std::size_t controls = 0;  // C0 controls that text does not hold, NUL among them
  bool high = false;         // any byte beyond ASCII
};

// One pass without branches, which compilers vectorise.
Survey survey(std::string_view bytes) {
  Survey out;
  // A counter of one byte, over as many as can't overflow: sixteen of them fit a register.
  constexpr std::size_t kStep = 240;
  for (std::size_t from = 0; from < bytes.size(); from += kStep) {
    unsigned char controls = 0;
    unsigned char any = 0;
    const std::size_t to = std::min(bytes.size(), from + kStep);
    for (std::size_t i = from; i < to; ++i) {
      const auto byte = static_cast<unsigned char>(bytes[i]);
      // Tab, line feed, vertical tab, form feed, carriage return are text.
      controls = static_cast<unsigned char>(controls + ((byte < 0x20) & (static_cast<unsigned char>(byte - 9U) > 4)));
      any |= byte;
    }
    out.controls += controls;
    out.high |= any >= 0x80;
  }
  return out;
}

Result<std::string> from_utf16(std::string_view bytes, bool little, DecodeMode mode) {
  if (bytes.size() % 2 != 0) {
    if (mode == DecodeMode::Strict)
      return refuse("UTF-16 text of an odd number of bytes: it was cut short", "get the file again");
    bytes.remove_suffix(1);
  }
  const auto unit = [&](std::size_t at) {
    const auto a = static_cast<unsigned char>(bytes[at]);
    const auto b = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(little ? b << 8 | a : a << 8 | b);
  };
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    char32_t code = unit(at);
    if (code >= 0xD800 && code < 0xE000) {
      const bool pair = code < 0xDC00 && at + 3 < bytes.size() && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000;
      if (pair) {
        code = 0x10000 + ((code - 0xD800) << 10U) + (unit(at + 2) - 0xDC00);
        at += 2;
      } else if (mode == DecodeMode::Strict) {
        return refuse("invalid UTF-16 at byte " + std::to_string(at),
                      "convert it to UTF-8: iconv -f UTF-16 -t UTF-8 FILE");
      }
    }
    append_utf8(out, code);
  }
  return out;
}

// 1 little-endian, 2 big-endian, 0 neither: text in European scripts has its zero bytes on one side.
int utf16_by_zeros(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  if (head.size() < 4 || bytes.size() % 2 != 0) return 0;
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  const std::size_t half = head.size() / 2;
  if (odd * 10 >= half * 6 && even * 50 <= half) return 1;
  if (even * 10 >= half * 6 && odd * 50 <= half) return 2;
  return 0;
}

// windows-1252 as UTF-8; nothing where a byte has no character there.
std::optional<std::string> from_windows1252(std::string_view bytes, DecodeMode mode) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    char32_t code = byte;
    if (byte >= 0x80 && byte < 0xA0) {
      code = kWindows1252[byte - 0x80U];
      if (code == 0) {
        if (mode == DecodeMode::Strict) return {};
        code = 0xFFFD;
      }
    }
    append_utf8(out, code);
  }
  return out;
}

// Text in a European language has a letter beyond ASCII now and then; a page of Cyrillic or Chinese read as
// windows-1252 consists of them.
bool looks_european(std::string_view bytes) {
  std::size_t high_letters = 0;
  std::size_t letters = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    high_letters += byte >= 0xC0 ? 1U : 0U;
    letters += (byte | 0x20U) - 'a' < 26U ? 1U : 0U;
  }
  return high_letters * 3 <= letters + high_letters;
}

// How many well-formed characters beyond ASCII, and how many stray bytes: text that is UTF-8 with a flaw has many of
// the first, windows-1252 has almost only the second.
struct Mixture {
  std::size_t well_formed = 0;
  std::size_t stray = 0;
};

std::size_t character_length(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[i])); };
  const unsigned first = byte(at);
  const std::size_t length = first < 0x80 ? 1 : first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3
                             : first >= 0xF0 && first < 0xF5 ? 4 : 0;
  if (length == 0 || at + length > bytes.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return 0;
  }
  if (length == 3 && ((first == 0xE0 && byte(at + 1) < 0xA0) || (first == 0xED && byte(at + 1) >= 0xA0))) return 0;
  if (length == 4 && ((first == 0xF0 && byte(at + 1) < 0x90) || (first == 0xF4 && byte(at + 1) >= 0x90))) return 0;
  return length;
}

Mixture mixture_of(std::string_view bytes) {
  Mixture mixture;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = character_length(bytes, at);
    if (length == 0) ++mixture.stray;
    if (length > 1) ++mixture.well_formed;
    at += std::max<std::size_t>(length, 1);
  }
  return mixture;
}

// The bytes with what `put` makes of each that is not part of valid UTF-8.
template <typename Put>
std::string with_invalid(std::string_view bytes, Put put) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = character_length(bytes, at);
    if (length == 0) {
      put(out, static_cast<unsigned char>(bytes[at++]));
    } else {
      out.append(bytes.substr(at, length));
      at += length;
    }
  }
  return out;
}

std::string replace_invalid(std::string_view bytes) {
  return with_invalid(bytes, [](std::string& out, unsigned char) { append_utf8(out, 0xFFFD); });
}

bool valid_utf8(std::string_view bytes) { return simdjson::validate_utf8(bytes.data(), bytes.size()); }

// Labels are compared without case and punctuation: "ISO-8859-1", "iso8859_1".
std::string plain_label(std::string_view label) {
  std::string out;
  for (const char c : label) {
    if (c >= 'A' && c <= 'Z') out += static_cast<char>(c | 0x20);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

// By a converter of ICU's; nothing where it knows no such name or the bytes do not fit.
std::optional<std::string> from_named(std::string_view bytes, std::string_view name, DecodeMode mode) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(std::string(name).c_str(), &status),
                                                                     ucnv_close);
  if (U_FAILURE(status) || converter == nullptr) return {};
  if (mode == DecodeMode::Strict) {
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  }
  std::string out;
  out.reserve(bytes.size() * 2);
  std::array<UChar, 4096> buffer{};
  const char* from = bytes.data();
  const char* const end = from + bytes.size();
  char32_t high = 0;  // a surrogate whose other half comes with the next buffer
  do {
    UChar* to = buffer.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &to, buffer.data() + buffer.size(), &from, end, nullptr, 1, &status);
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) return {};
    for (const UChar* p = buffer.data(); p != to; ++p) {
      const char32_t code = *p;
      if (high != 0 && code >= 0xDC00 && code < 0xE000) {
        append_utf8(out, 0x10000 + ((high - 0xD800) << 10U) + (code - 0xDC00));
        high = 0;
      } else if (code >= 0xD800 && code < 0xDC00) {
        high = code;
      } else {
        append_utf8(out, code);
      }
    }
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return out;
}

Result<Decoded> without_zeros(std::string text, std::string encoding, DecodeMode mode) {
  const std::size_t zero = text.find('\0');
  if (zero != std::string::npos) {
    if (mode == DecodeMode::Strict) {
      return refuse("a NUL character at byte " + std::to_string(zero) + " of the decoded text",
                    "give the article as text or HTML");
    }
    std::erase(text, '\0');
  }
  if (trim(text).empty()) return refuse("empty: there is no text in it", "give an article as text or HTML");
  return Decoded{std::move(text), std::move(encoding)};
}

}  // namespace

void append_utf8(std::string& out, char32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
    return;
  }
  if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) code = 0xFFFD;
  if (code < 0x800) {
    out += static_cast<char>(0xC0U | code >> 6U);
  } else {
    if (code < 0x10000) {
      out += static_cast<char>(0xE0U | code >> 12U);
    } else {
      out += static_cast<char>(0xF0U | code >> 18U);
      out += static_cast<char>(0x80U | (code >> 12U & 0x3FU));
    }
    out += static_cast<char>(0x80U | (code >> 6U & 0x3FU));
  }
  out += static_cast<char>(0x80U | (code & 0x3FU));
}

std::string escape_invalid_utf8(std::string_view bytes) {
  return with_invalid(bytes, [](std::string& out, unsigned char byte) {
    static constexpr char kDigits[] = "0123456789ABCDEF";
    (out += '%') += kDigits[byte >> 4U];
    out += kDigits[byte & 15U];
  });
}

std::size_t invalid_utf8_at(std::string_view bytes) {
  if (valid_utf8(bytes)) return bytes.size();
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t length = character_length(bytes, at);
    if (length == 0) return at;
    at += length;
  }
  return at;
}

Result<Decoded> decode_text(std::string_view bytes, std::string_view declared, DecodeMode mode) {
  if (bytes.empty()) return refuse("empty: there is no text in it", "give an article as text or HTML");
  if (bytes.size() >= 0xFFFFFFFFU) return refuse("larger than 4 GiB", "split it into articles");
  if (starts_with(bytes, std::string_view("\xFF\xFE\0\0", 4)) ||
      starts_with(bytes, std::string_view("\0\0\xFE\xFF", 4))) {
    return refuse("UTF-32 text, which is not read", "convert it to UTF-8: iconv -f UTF-32 -t UTF-8 FILE");
  }
  if (starts_with(bytes, "\xFF\xFE") || starts_with(bytes, "\xFE\xFF")) {
    const bool little = bytes[0] == '\xFF';
    auto text = from_utf16(bytes.substr(2), little, mode);
    if (!text) return text.error();
    return without_zeros(std::move(*text), little ? "UTF-16LE" : "UTF-16BE", mode);
  }
  if (starts_with(bytes, "\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
    declared = "utf-8";
  }
  if (auto error = known_binary(bytes)) return *error;

  const Survey found = survey(bytes);
  if (found.controls > 0 && bytes.find('\0') != std::string_view::npos) {
    if (const int utf16 = utf16_by_zeros(bytes); utf16 != 0) {
      auto text = from_utf16(bytes, utf16 == 1, mode);
      if (!text) return text.error();
      return without_zeros(std::move(*text), utf16 == 1 ? "UTF-16LE" : "UTF-16BE", mode);
    }
    if (mode == DecodeMode::Strict) {
      return refuse("a NUL byte at byte " + std::to_string(bytes.find('\0')) + ": binary, not text",
                    "give the article as text or HTML");
    }
  }
  if (found.controls > 4 + bytes.size() / 100) {
    const auto control = std::find_if(bytes.begin(), bytes.end(), [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return byte < 0x20 && byte - 9U > 4U;
    });
    return refuse(
        "control characters, the first at byte " + std::to_string(control - bytes.begin()) + ": binary, not text",
        "give the article as text or HTML");
  }
  if (!found.high) return without_zeros(std::string(bytes), "UTF-8", mode);

  const std::string label = plain_label(declared);
  const bool latin = label == "iso88591" || label == "windows1252" || label == "cp1252" || label == "latin1" ||
                     label == "ascii" || label == "usascii";
  // Whatever is declared, text that is valid UTF-8 and has characters of several bytes is UTF-8: pages lie about it
  // often, and hardly any other text reads as UTF-8 by accident.
  if (valid_utf8(bytes)) return without_zeros(std::string(bytes), "UTF-8", mode);
  if (!label.empty() && label != "utf8" && !latin) {
    if (auto text = from_named(bytes, declared, mode))
      return without_zeros(std::move(*text), std::string(declared), mode);
  }
  const Mixture mixture = mixture_of(bytes);
  if (mixture.well_formed > mixture.stray ||
      (label == "utf8" && (mode == DecodeMode::Strict || mixture.well_formed > 0))) {
    if (mode == DecodeMode::Lenient) return without_zeros(replace_invalid(bytes), "UTF-8", mode);
    return refuse("invalid UTF-8 at byte " + std::to_string(invalid_utf8_at(bytes)),
                  "mend that byte, or convert the file: iconv -f ENCODING -t UTF-8 FILE");
  }
  if (latin || looks_european(bytes)) {
    if (auto text = from_windows1252(bytes, mode)) return without_zeros(std::move(*text), "windows-1252", mode);
  }
  if (mode == DecodeMode::Lenient) return without_zeros(replace_invalid(bytes), "UTF-8", mode);
  return refuse("neither UTF-8 (byte " + std::to_string(invalid_utf8_at(bytes)) + "), UTF-16 nor windows-1252 text",
                "convert it to UTF-8: iconv -f ENCODING -t UTF-8 FILE");
}

}  // namespace onrecord
