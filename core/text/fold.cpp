#include "text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/uchar.h>

#include "text/chars.h"
#include "text/encoding.h"

namespace onrecord {
namespace {

std::string fold(std::string_view text, bool spaces) {
  std::string out;
  out.reserve(text.size());
  bool ascii = true;
  for (const char c : text) ascii = ascii && static_cast<unsigned char>(c) < 0x80;
  std::string folded;
  if (!ascii) {
    UErrorCode status = U_ZERO_ERROR;
    // NFKC with case folding, then decomposed so that marks stand alone.
    const icu::Normalizer2* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
    if (U_SUCCESS(status)) {
      std::string first;
      icu::StringByteSink<std::string> sink(&first);
      casefold->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr,
                              status);
      icu::StringByteSink<std::string> second(&folded);
      decompose->normalizeUTF8(0, icu::StringPiece(first.data(), static_cast<int32_t>(first.size())), second, nullptr,
                               status);
      text = folded;
    }
  }
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const Char c = char_at(text, at);
    at += c.size;
    if (c.code < 0x80) {
      const char byte = static_cast<char>(c.code);
      const bool upper = byte >= 'A' && byte <= 'Z';
      if (upper || (byte >= 'a' && byte <= 'z') || is_digit(c.code)) {
        if (gap && spaces && !out.empty()) out += ' ';
        gap = false;
        out += upper ? static_cast<char>(byte | 0x20) : byte;
      } else if (byte != '\'') {
        gap = true;
      }
      continue;
    }
    const auto code = static_cast<UChar32>(c.code);
    const auto type = u_charType(code);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || c.code == 0x2019) continue;
    if (u_isalnum(code)) {
      if (gap && spaces && !out.empty()) out += ' ';
      gap = false;
      append_utf8(out, c.code);
    } else {
      gap = true;
    }
  }
  return out;
}

}  // namespace

std::string fold_letters(std::string_view text) { return fold(text, false); }
std::string fold_words(std::string_view text) { return fold(text, true); }

}  // namespace onrecord
