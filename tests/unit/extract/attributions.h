// The attributions of a text in short, for tables of tests.
#pragma once

#include <string>

#include "onrecord/extract.h"
#include "segment/dump.h"

namespace onrecord::test {

// The outermost statements as "kind[mention|cue|words … words]", those that were not said with "not", joined by spaces.
inline std::string attributions(const std::string& text) {
  static Extractor extractor;
  std::string out;
  for (const Statement& s : extractor.extract(paragraphs(text))) {
    if (s.within >= 0) continue;
    out += out.empty() ? "" : " ";
    out += s.negated ? "not " : "";
    out += s.kind == StatementKind::Direct ? "direct[" : s.kind == StatementKind::Mixed ? "mixed[" : "indirect[";
    out.append(slice(text, s.mention)).append("|").append(slice(text, s.cue)).append("|");
    for (std::size_t i = 0; i < s.content.size(); ++i) out.append(i > 0 ? " … " : "").append(slice(text, s.content[i]));
    out += "]";
  }
  return out;
}

}  // namespace onrecord::test
