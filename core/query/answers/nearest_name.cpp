// The speaker's name that was perhaps meant.
#include <set>
#include <string>
#include <vector>

#include "base/did_you_mean.h"
#include "query/answers/stories.h"
#include "text/folded_words.h"

namespace onrecord::query {

std::string nearest_name(Database& db, std::string_view typed) {
  std::set<std::string> words;
  Sql names(db, "SELECT name FROM speakers");
  while (names.step()) {
    const std::string folded = folded_words(names.view(0));
    for (const std::string_view word : split_folded(folded)) words.emplace(word);
  }
  const std::vector<std::string> known(words.begin(), words.end());
  const std::string folded = folded_words(typed);
  std::string out;
  bool changed = false;
  for (const std::string_view word : split_folded(folded)) {
    const std::string near = words.contains(std::string(word)) ? std::string(word) : did_you_mean(word, known);
    if (near.empty()) return {};
    changed |= near != word;
    out.append(out.empty() ? "" : " ").append(near);
  }
  return changed ? out : std::string();
}

}  // namespace onrecord::query
