#include "ingest/html/meta/html_meta.h"

#include "ingest/html/dom/page_words.h"
#include "ingest/html/meta/meta_reading.h"

namespace onrecord {

void MetaReading::add(const char* field, std::string value, std::string origin) {
  value = one_line(value);
  if (value.empty() || value.size() > 2000) return;
  for (const FieldCandidate& c : out.candidates) {
    if (c.field == field && c.value == value && c.origin == origin) return;
  }
  out.candidates.push_back({field, std::move(value), std::move(origin), false});
}

std::vector<const FieldCandidate*> MetaReading::all(const char* field) const {
  std::vector<const FieldCandidate*> found;
  for (const FieldCandidate& c : out.candidates) {
    if (c.field == field) found.push_back(&c);
  }
  return found;
}

std::string MetaReading::site_guess() const {
  for (const FieldCandidate& c : out.candidates) {
    if (c.field == "source") return c.value;
  }
  return {};
}

namespace {

void mark_winners(PageMeta& out) {
  const auto mark = [&](const char* name, const Field& field) {
    for (FieldCandidate& c : out.candidates) {
      if (c.field == name && c.origin == field.origin && c.value == field.value) {
        c.won = true;
        return;
      }
    }
  };
  mark("title", out.title);
  mark("subtitle", out.subtitle);
  mark("byline", out.byline);
  mark("source", out.source);
  mark("published", out.published);
  mark("url", out.url);
  mark("language", out.language);
}

}  // namespace

PageMeta read_page_meta(const HtmlDom& page, std::string_view address, std::string_view captured_on) {
  const PageFacts facts(page);
  MetaReading r{facts, address, captured_on, cut_all_pieces(page), {}, 0, 0, 0, {}};
  r.out.json_ld = read_json_ld(facts.scripts);
  for (const std::string& description :
       {facts.meta("og:description"), facts.meta("description"), r.out.json_ld.article.description}) {
    if (r.out.description.empty()) r.out.description = description;
  }
  decide_address(r);
  find_source_candidates(r);
  decide_title(r);
  decide_subtitle(r);
  decide_source(r);
  decide_byline(r);
  decide_published(r);
  decide_language(r);
  mark_winners(r.out);
  return std::move(r.out);
}

}  // namespace onrecord
