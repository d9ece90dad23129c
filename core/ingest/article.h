// One news article as every later stage sees it: its text, the roles of its parts, its metadata.
//
// `text` is UTF-8, byte-order mark dropped, line ends kept; for a text file it is the file. Blocks
// cut it into parts with a role, in order, without overlap; only Title and the speech-bearing roles
// (see `bears_speech`) are read for statements.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace onrecord {

enum class Role : std::uint8_t {
  Title,
  Subtitle,    // the standfirst under a title
  Byline,
  Caption,     // of a picture, with its credit
  Heading,     // between paragraphs
  Paragraph,   // running text; its dateline, if any, stands in Article::dateline.source_span
  ListItem,
  BlockQuote,  // words set off as somebody else's; Block::author names who signed them below
  Post,        // an embedded post or letter; Block::author names who wrote it
  Link,        // "(READ: ...)", "Read also: ..."
  Signature,   // of an agency, an editor, a contact
  Boilerplate, // what belongs to the page, not to the article
};

// Whether statements are looked for in a block of this role (the title is asked about separately).
[[nodiscard]] constexpr bool bears_speech(Role role) {
  return role == Role::Paragraph || role == Role::ListItem || role == Role::BlockQuote || role == Role::Post;
}

struct Block {
  Role role = Role::Paragraph;
  Span source_span;    // bytes in Article::text, white space trimmed
  std::string author;  // of a Post or BlockQuote, as far as it is signed; else empty
};

// A piece of metadata and where it was read.
struct Field {
  std::string value;   // empty: not known
  std::string origin;  // "option", "text", "file name", "json-ld", "og", "address", ...; empty when unknown
  Span source_span;    // where it stands in Article::text; empty when it stands outside
};

// One thing that the input says of the article, kept whether it won or not.
struct FieldCandidate {
  std::string field;   // "title", "subtitle", "byline", "dateline", "published", "source", "url", "language"
  std::string value;   // as it would stand in the Field
  std::string origin;  // "json-ld", "og:title", "meta author", "<time>", "visible text", "address", …
  bool won = false;
};

struct Article {
  std::string name;    // as the user gave it: a path, an address, a record's id, "-"
  std::string text;
  std::vector<Block> blocks;

  Field title;
  Field subtitle;      // the standfirst, where it is told from the text
  Field byline;        // names only, several joined by "; "
  Field dateline;      // "UNITED NATIONS", "WASHINGTON (AP)"
  Field source;        // the publisher or feed
  Field agency;        // the news agency that a dateline or a sign-off names: "AP"; never the source by itself
  Field published;     // ISO 8601 at the precision known: 2014-10-29, 2014-10
  Field url;
  Field language;      // ISO 639-1

  std::vector<FieldCandidate> candidates;  // all that was read about it, in the order of trust within each field

  bool beginning_only = false;  // a paywall shows no more of it: to be looked at, not to be logged
};

}  // namespace onrecord
