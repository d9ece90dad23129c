// One page's metadata while it is being decided: what the page states, the lines it shows, and the decisions so far. Each
// field has a file of its own (meta_title.cpp, meta_source.cpp, …); html_meta.cpp says in which order they are asked, since
// later ones lean on earlier ones.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/html/body/html_body.h"
#include "ingest/html/meta/html_meta.h"
#include "ingest/html/meta/page_facts.h"

namespace onrecord {

struct MetaReading {
  const PageFacts& facts;
  std::string_view address;
  std::string_view captured_on;
  std::vector<HtmlPiece> lines;  // all that the page shows
  std::string host;              // of the article's address: "harbourpost.example"
  // Where the title stands among the lines (their number where it does not), and the lines around it in which writers and
  // dates are looked for.
  std::size_t title_line = 0;
  std::size_t window_begin = 0;
  std::size_t window_end = 0;
  PageMeta out;

  // A candidate after those that the field has; nothing where it is empty, very long, or there already.
  void add(const char* field, std::string value, std::string origin);
  [[nodiscard]] std::vector<const FieldCandidate*> all(const char* field) const;
  // The most trusted name of the site so far.
  [[nodiscard]] std::string site_guess() const;
};

void decide_address(MetaReading& r);       // url and host
void find_source_candidates(MetaReading& r);
void decide_title(MetaReading& r);         // and where its line stands
void decide_subtitle(MetaReading& r);
void decide_source(MetaReading& r);
void decide_byline(MetaReading& r);
void decide_published(MetaReading& r);
void decide_language(MetaReading& r);

}  // namespace onrecord
