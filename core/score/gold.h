// Articles annotated by hand, read from a folder. The only part of `score` that touches the disk.
//
//   auto gold = read_gold("fixtures/gold");
//   if (!gold) return complain(gold.error());
//
// Two layouts are read:
//   NAME.jsonl in the output contract's form, its article NAME.txt beside it or in ../articles/;
//   text/NAME.txt with attributions/NAME_xxxx.ann, brat standoff with Source, Cue and Content spans tied by Attribution
//   events, as PolNeAR is distributed. Where several people annotated an article, the first by file name counts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "score/rows.h"

namespace onrecord {

// The annotated articles of `folder`, by name. NotFound: no such folder, or neither layout in it. BadInput: a gold file
// without its article, a line that cannot be read, a `text` that its spans do not hold.
[[nodiscard]] Result<std::vector<GoldArticle>> read_gold(const std::string& folder);

// The attributions of one standoff file, in the order of their events. Lines of other kinds are passed over.
[[nodiscard]] std::vector<ScoredRow> parse_standoff(std::string_view annotations, std::string_view text);

// Adds who spoke and when, where standoff has none, from lines of tab-separated article, event id, speaker, kind (person,
// org, group, document, ...), said_on, scope (speech or mind). Lines for other articles are passed over.
void add_speakers(std::string_view lines, std::vector<GoldArticle>& articles);

}  // namespace onrecord
