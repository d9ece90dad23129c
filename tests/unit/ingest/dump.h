// An article's blocks in one line each, and its metadata, so that a test's row is the whole test.
#pragma once

#include <string>

#include "ingest/article.h"

namespace onrecord::test {

inline const char* short_name(Role role) {
  switch (role) {
    case Role::Title: return "title";
    case Role::Subtitle: return "subtitle";
    case Role::Byline: return "byline";
    case Role::Caption: return "caption";
    case Role::Heading: return "heading";
    case Role::Paragraph: return "p";
    case Role::ListItem: return "item";
    case Role::BlockQuote: return "quote";
    case Role::Post: return "post";
    case Role::Link: return "link";
    case Role::Signature: return "signature";
    case Role::Boilerplate: return "page";
  }
  return "?";
}

// "title|Council delays bridge\np|The council …\n"; an author stands in brackets after the role.
inline std::string dump_blocks(const Article& article) {
  std::string out;
  for (const Block& block : article.blocks) {
    out += short_name(block.role);
    if (!block.author.empty()) out.append("[").append(block.author).append("]");
    out += '|';
    for (const char c : slice(article.text, block.source_span)) out += c == '\n' ? '~' : c == '\r' ? '^' : c;
    out += '\n';
  }
  return out;
}

// "title=…; byline=…" of the fields that are known, each with its origin in brackets.
inline std::string dump_fields(const Article& article) {
  std::string out;
  const auto add = [&](const char* name, const Field& field) {
    if (field.value.empty()) return;
    if (!out.empty()) out += "; ";
    out.append(name).append("=").append(field.value).append(" [").append(field.origin).append("]");
  };
  add("title", article.title);
  add("byline", article.byline);
  add("dateline", article.dateline);
  add("source", article.source);
  add("agency", article.agency);
  add("published", article.published);
  add("url", article.url);
  add("language", article.language);
  return out;
}

}  // namespace onrecord::test
