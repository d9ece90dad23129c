// Bytes of unknown encoding to UTF-8, or the reason why not.
//
//   Result<Decoded> text = decode_text(bytes, "");
//   text->text is valid UTF-8 without a byte-order mark; text->encoding == "windows-1252"
//
// The order: byte-order mark, a declared name, valid UTF-8, UTF-16 by its zero bytes, windows-1252 where every byte is one
// of its characters and they look like European text. Text is never garbled: what fits none of these is refused.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace onrecord {

struct Decoded {
  std::string text;      // valid UTF-8, no byte-order mark, no NUL; line ends as they were
  std::string encoding;  // "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", or the declared name
};

// How strict to be where a declared encoding, or UTF-8, does not fit a few bytes.
enum class DecodeMode {
  Strict,   // refuse: for text files
  Lenient,  // put U+FFFD: for pages, which browsers show all the same; NUL bytes are dropped
};

// Errors, ErrorCode::BadInput without `where`: empty, white space alone, binary (NUL bytes and other controls, known file
// kinds by name), invalid UTF-8 or UTF-16 with the byte's offset, bytes of no encoding known here.
// `declared` is a name such as "iso-8859-1" (read as windows-1252, as browsers do), empty where none was. Linear.
[[nodiscard]] Result<Decoded> decode_text(std::string_view bytes, std::string_view declared,
                                          DecodeMode mode = DecodeMode::Strict);

// Where the first byte stands that is not part of valid UTF-8; bytes.size() when all is valid.
[[nodiscard]] std::size_t invalid_utf8_at(std::string_view bytes);

// Bytes that are not part of valid UTF-8 as "%FF": what a file may be called and no line of JSON may hold. Two names stay two.
[[nodiscard]] std::string escape_invalid_utf8(std::string_view bytes);

// Adds the character's UTF-8 form; U+FFFD for what is no character.
void append_utf8(std::string& out, char32_t code);

}  // namespace onrecord
