#include "ingest/html/meta/meta_reading.h"
#include "ingest/html/dom/page_words.h"
#include "text/fold.h"

namespace onrecord {
namespace {

// The line near the title that its element calls a standfirst; empty where there is none.
std::string visible_subtitle(const MetaReading& r) {
  for (std::size_t i = r.window_begin; i < r.window_end; ++i) {
    const HtmlPiece& line = r.lines[i];
    if (i == r.title_line || line.role != Role::Subtitle || line.text.size() > 700 || line.link_bytes * 2 > line.text.size())
      continue;
    if (count_words(line.text) >= 4) return line.text;
  }
  return {};
}

// Whether the page shows the words as a line of their own below the title.
bool shows_below_title(const MetaReading& r, const std::string& words) {
  const std::string folded = fold_letters(words);
  for (std::size_t i = r.title_line + 1; i < r.window_end; ++i) {
    if (r.lines[i].text.size() < words.size() + 20 && fold_letters(r.lines[i].text) == folded) return true;
  }
  return false;
}

}  // namespace

// A description in the head is written for search engines; it is the standfirst where readers are shown it too.
void decide_subtitle(MetaReading& r) {
  const std::string visible = visible_subtitle(r);
  r.add("subtitle", visible, "subtitle element");
  if (r.out.json_ld.has_article) r.add("subtitle", r.out.json_ld.article.subtitle, "json-ld");
  r.add("subtitle", r.facts.meta("og:description"), "og:description");
  r.add("subtitle", r.facts.meta("description"), "meta description");
  for (const FieldCandidate* c : r.all("subtitle")) {
    const bool stated = c->origin == "subtitle element" || c->origin == "json-ld";
    if (fold_letters(c->value) == fold_letters(r.out.title.value) || !(stated || shows_below_title(r, c->value))) continue;
    r.out.subtitle = {c->value, c->origin, {}};
    break;
  }
}

}  // namespace onrecord
