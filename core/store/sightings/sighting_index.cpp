#include "store/sightings/sighting_index.h"

#include <algorithm>

namespace onrecord {
namespace {

// Copies of a story share at least so much of the shorter one.
constexpr double kWireShare = 0.5;

using Words = std::vector<std::uint32_t>;

// The headline repeats the story: words that stand twice in one version are no sighting.
constexpr Likeness kWordings{"statements", "statement_id", "version_id", "words", "sketches", "sightings", sketch_of,
                             [](const Words& fuller, const Words& other) { return find_relation(fuller, other).has_value(); }};
// Versions of one article are no copies of each other.
constexpr Likeness kTexts{"versions", "version_id", "article_id", "text", "wire_sketches", "wire_groups", wire_sketch,
                          [](const Words& fuller, const Words& other) { return shared_text(fuller, other) >= kWireShare; }};

Likenesses::Text text_of(const Likeness& kind, std::string_view text) {
  Likenesses::Text out{word_hashes(text), {}};
  out.sketch = kind.sketch(out.words);
  return out;
}

}  // namespace

SightingIndex::SightingIndex(Database& db) : statements_(db, kWordings), articles_(db, kTexts) {}

void SightingIndex::begin() {
  statements_.begin();
  articles_.begin();
}

void SightingIndex::forget() {
  cut_back({0, 0});
  statements_.forget();
  articles_.forget();
}

void SightingIndex::add_statement(std::int64_t statement_id, std::string_view words) {
  if (!looking_) return;
  Queued queued{statement_id, text_of(kWordings, words)};
  if (queued.text.sketch.count > 0) new_statements_.push_back(std::move(queued));
}

void SightingIndex::add_article(std::int64_t version_id, std::string_view text) {
  if (!looking_) return;
  Queued queued{version_id, text_of(kTexts, text)};
  if (queued.text.sketch.count > 0) new_articles_.push_back(std::move(queued));
}

void SightingIndex::cut_back(std::pair<std::size_t, std::size_t> lengths) {
  statements_.forget_written();
  articles_.forget_written();
  new_statements_.resize(std::min(new_statements_.size(), lengths.first));
  new_articles_.resize(std::min(new_articles_.size(), lengths.second));
}

void SightingIndex::flush() {
  for (Queued& queued : new_statements_) statements_.place(queued.id, std::move(queued.text));
  new_statements_.clear();
  statements_.settle();
  for (Queued& queued : new_articles_) articles_.place(queued.id, std::move(queued.text));
  new_articles_.clear();
  articles_.settle();
}

}  // namespace onrecord
