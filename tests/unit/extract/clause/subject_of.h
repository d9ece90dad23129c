// The subject of a verb group, as tests of clauses ask for it.
#pragma once

#include <string>
#include <string_view>

#include "extract/extract.h"
#include "segment/dump.h"

namespace onrecord::test {

struct SubjectRow {
  const char* name;
  const char* text;  // a full sentence
  const char* verb;  // the last word of a verb group of it
  const char* want;  // its subject; "" for none
};

// The subject of the verb group of `text` that ends in `verb`.
inline std::string subject_of(const std::string& text, std::string_view verb) {
  const Article article = paragraphs("Ana Reyes met the council of Calder.\n\n" + text);
  Document doc;
  segment(article, doc);
  Cascade cascade;
  cascade.read(article, doc);
  for (const Parsed& parsed : cascade.sentences())
    for (int i = 0; i < parsed.chunks.size(); ++i) {
      if (doc.words(parsed.chunks.chunks[static_cast<std::size_t>(i)].last - 1) != verb) continue;
      const Subject& who = parsed.subjects[static_cast<std::size_t>(i)];
      if (!who.known()) return "";
      const std::uint32_t first = parsed.chunks.chunks[static_cast<std::size_t>(who.first)].first;
      const std::uint32_t last = parsed.chunks.chunks[static_cast<std::size_t>(who.last - 1)].last - 1;
      return std::string(slice(doc.text, {doc.tokens.begin[first], doc.tokens.end[last]}));
    }
  return "no such verb";
}

}  // namespace onrecord::test
