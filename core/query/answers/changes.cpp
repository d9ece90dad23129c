// What changed between two versions of a story.
#include <map>
#include <unordered_map>

#include "match/sketch.h"
#include "query/answers/stories.h"
#include "store/database/ids.h"
#include "store/rows/rows.h"
#include "text/folded_words.h"

namespace onrecord::query {
namespace {

struct SentenceWords {
  std::string text;
  std::vector<std::uint32_t> words;
};

// Sentences of the parts that are read for statements, roughly: a full stop, blanks, then a capital, a digit or a mark.
std::vector<SentenceWords> sentences_of(std::string_view text, const std::vector<Block>& blocks) {
  std::vector<SentenceWords> out;
  const auto add = [&](std::string_view sentence) {
    while (!sentence.empty() && (sentence.front() == ' ' || sentence.front() == '\n' || sentence.front() == '\r'))
      sentence.remove_prefix(1);
    while (!sentence.empty() && (sentence.back() == ' ' || sentence.back() == '\n' || sentence.back() == '\r')) sentence.remove_suffix(1);
    auto words = word_hashes(sentence);
    if (!words.empty()) out.push_back({std::string(sentence), std::move(words)});
  };
  for (const Block& block : blocks) {
    if (!bears_speech(block.role)) continue;
    const std::string_view part = slice(text, block.source_span);
    std::size_t begin = 0;
    for (std::size_t i = 0; i + 1 < part.size(); ++i) {
      if (part[i] != '.' && part[i] != '!' && part[i] != '?') continue;
      std::size_t end = i + 1;
      for (const std::string_view mark : {"”", "\"", "’", ")"})
        if (part.substr(end).starts_with(mark)) end += mark.size();
      std::size_t next = end;
      while (next < part.size() && (part[next] == ' ' || part[next] == '\n' || part[next] == '\r')) ++next;
      if (next == end || next >= part.size()) continue;
      const char c = part[next];
      const bool abbreviation =
          i - begin < 4 || (i >= 2 && part[i - 2] == ' ') || (i >= 3 && part[i - 3] == ' ' && part[i - 2] >= 'A' && part[i - 2] <= 'Z');
      if (abbreviation || (c >= 'a' && c <= 'z')) continue;
      add(part.substr(begin, end - begin));
      begin = next;
      i = next;
    }
    add(part.substr(begin));
  }
  return out;
}

// Which of `b` answers to which of `a`: the very same first, in order; then those that share a fingerprint and most words.
struct Matching {
  std::vector<int> of_a, of_b;  // index on the other side, -1
};
Matching match(const std::vector<SentenceWords>& a, const std::vector<SentenceWords>& b) {
  Matching m{std::vector<int>(a.size(), -1), std::vector<int>(b.size(), -1)};
  std::map<std::vector<std::uint32_t>, std::vector<int>> same;
  for (std::size_t j = b.size(); j-- > 0;) same[b[j].words].push_back(static_cast<int>(j));
  for (std::size_t i = 0; i < a.size(); ++i) {
    const auto found = same.find(a[i].words);
    if (found == same.end() || found->second.empty()) continue;
    m.of_a[i] = found->second.back();
    m.of_b[static_cast<std::size_t>(found->second.back())] = static_cast<int>(i);
    found->second.pop_back();
  }
  std::unordered_map<std::uint64_t, std::vector<int>> sharing;
  for (std::size_t j = 0; j < b.size(); ++j) {
    if (m.of_b[j] >= 0) continue;
    const Sketch sketch = sketch_of(b[j].words);
    for (std::size_t k = 0; k < sketch.count; ++k) sharing[sketch.hashes[k] >> kRunShift].push_back(static_cast<int>(j));
  }
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (m.of_a[i] >= 0) continue;
    const Sketch sketch = sketch_of(a[i].words);
    for (std::size_t k = 0; k < sketch.count && m.of_a[i] < 0; ++k) {
      const auto found = sharing.find(sketch.hashes[k] >> kRunShift);
      if (found == sharing.end() || found->second.size() > 32) continue;
      for (const int j : found->second) {
        const auto& words = b[static_cast<std::size_t>(j)].words;
        if (m.of_b[static_cast<std::size_t>(j)] >= 0) continue;
        // In one story, less is enough than between two: three words in five.
        if (!find_relation(a[i].words, words) && common_share(a[i].words, words) < 0.6) continue;
        m.of_a[i] = j;
        m.of_b[static_cast<std::size_t>(j)] = static_cast<int>(i);
        break;
      }
    }
  }
  return m;
}

}  // namespace

Difference diff(Database& db, std::string_view text, int older, int newer) {
  const Id id = id_of_kind(text, {IdKind::Article});
  Snapshot moment(db);
  Sql latest(db, "SELECT latest_version FROM articles WHERE article_id = ?1");
  latest.with(id.number);
  if (!latest.step()) refuse(ErrorCode::NotFound, "is not in the record", text);
  const int last = static_cast<int>(latest.integer(0));
  if (last < 2) refuse(ErrorCode::Usage, "has only one version", text, "onrecord articles --changed lists those that have more");
  if (newer == 0) newer = last;
  if (older == 0 && newer == 1)
    refuse(ErrorCode::Usage, "has no version before its first", text, "say which other to compare: --from 2 --to 1");
  if (older == 0) older = newer - 1;
  for (const int number : {newer, older}) {
    if (number < 1 || number > last)
      refuse(ErrorCode::NotFound, "has no version " + std::to_string(number), text, "it has 1 to " + std::to_string(last));
  }
  struct Side {
    std::string captured_at;
    std::vector<SentenceWords> sentences, words;
    std::vector<Row> rows;
  };
  Finder finder(db);
  const auto load = [&](int number) {
    Sql sql(db, "SELECT version_id, text, blocks, captured_at FROM versions WHERE article_id = ?1 AND version = ?2");
    sql.with(id.number, number);
    if (!sql.step()) refuse(ErrorCode::NotFound, "has no version " + std::to_string(number), text);
    Side side;
    side.captured_at = sql.text(3);
    side.sentences = sentences_of(sql.view(1), read_blocks(sql.view(2), {}));
    side.rows = finder.rows_where("s.version_id = ?1 AND s.state & 6 = 0", {sql.integer(0)}, "s.in_title DESC, s.begin_byte, s.n");
    for (const Row& row : side.rows) side.words.push_back({row.words, word_hashes(row.words)});
    return side;
  };
  const Side a = load(older), b = load(newer);
  Difference difference{older, newer, a.captured_at, b.captured_at, {}};
  std::vector<VersionChange>& out = difference.changes;
  const Matching sentences = match(a.sentences, b.sentences);
  for (std::size_t i = 0; i < a.sentences.size(); ++i) {
    const int j = sentences.of_a[i];
    if (j < 0) out.push_back({"removed", false, a.sentences[i].text, {}, {}, {}, {}});
    else if (a.sentences[i].words != b.sentences[static_cast<std::size_t>(j)].words) {
      out.push_back({"reworded", false, a.sentences[i].text, b.sentences[static_cast<std::size_t>(j)].text, {}, {}, {}});
    }
  }
  for (std::size_t j = 0; j < b.sentences.size(); ++j)
    if (sentences.of_b[j] < 0) out.push_back({"added", false, {}, b.sentences[j].text, {}, {}, {}});
  const Matching quotes = match(a.words, b.words);
  for (std::size_t i = 0; i < a.rows.size(); ++i) {
    const int j = quotes.of_a[i];
    if (j < 0) {
      out.push_back({"removed", true, a.rows[i].words, {}, a.rows[i].speaker, {}, a.rows[i].statement});
      continue;
    }
    const Row& was = a.rows[i];
    const Row& is = b.rows[static_cast<std::size_t>(j)];
    if (a.words[i].words != b.words[static_cast<std::size_t>(j)].words) {
      out.push_back({"reworded", true, was.words, is.words, was.speaker, is.speaker, is.statement});
    }
    if (folded_words(was.speaker) != folded_words(is.speaker)) {
      out.push_back({"reattributed", true, was.words, is.words, was.speaker, is.speaker, is.statement});
    }
  }
  for (std::size_t j = 0; j < b.rows.size(); ++j)
    if (quotes.of_b[j] < 0) out.push_back({"added", true, {}, b.rows[j].words, {}, b.rows[j].speaker, b.rows[j].statement});
  return difference;
}

}  // namespace onrecord::query
