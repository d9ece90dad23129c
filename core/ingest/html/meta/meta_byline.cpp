#include "ingest/html/meta/meta_reading.h"

#include <algorithm>

#include "ingest/fields/byline.h"
#include "ingest/fields/dateline.h"
#include "ingest/fields/text_date.h"
#include "ingest/html/body/html_rules.h"
#include "ingest/html/dom/page_words.h"
#include "text/ascii.h"
#include "text/fold.h"

namespace onrecord {
namespace {

constexpr std::size_t kMostNames = 30;  // of one that names thousands the first are enough

constexpr std::string_view kAuthorNames[] = {
    "author",          "parsely-author",   "sailthru.author",    "article_author",    "byl",
    "dc.creator",      "dcterms.creator",  "article:author",     "og:article:author", "article.author",
    "citation_author", "analytics:author", "cxenseparse:author", "rnews:author",      "authors",
    "author_name"};

struct Names {
  std::string joined;
  bool persons = false;
};

// Cleans what a place says of the writers. `trusted`: the place says that they are persons.
Names names_in(const MetaReading& r, const std::vector<std::string>& stated, bool trusted) {
  Names names;
  std::vector<std::string> seen;
  const auto put = [&](const std::string& name, bool person) {
    // Beside persons, what is no person is a role, a link, a house.
    if (names.persons && !person) return;
    if (person && !names.persons) {
      names.joined.clear();
      seen.clear();
    }
    const std::string key = fold_letters(name);
    if (key.empty() || std::find(seen.begin(), seen.end(), key) != seen.end()) return;
    seen.push_back(key);
    if (!names.joined.empty()) names.joined += "; ";
    names.joined += name;
    names.persons = names.persons || person;
  };
  const std::string site = fold_letters(r.out.source.value);
  for (const std::string& raw : stated) {
    std::string text = one_line(raw);
    if (text.empty() || text.size() > 300 || text.find("://") != std::string::npos) continue;
    while (!text.empty() && (text.back() == '|' || text.back() == ',' || text.back() == ' ' || text.back() == ';'))
      text.pop_back();
    // "Ana Reyes. Harbour Post": a sentence's stop between writer and house.
    if (const auto stop = text.find(". "); stop != std::string::npos && is_person_name(text.substr(0, stop)))
      text = text.substr(0, stop);
    const std::string cleaned = byline_names(text);
    bool persons = false;
    std::size_t begin = 0;
    while (begin < cleaned.size()) {
      const std::size_t end = std::min(cleaned.find("; ", begin), cleaned.size());
      const std::string name = cleaned.substr(begin, end - begin);
      if (is_person_name(name) && fold_letters(name) != site) {
        put(name, true);
        persons = true;
      }
      begin = end + 2;
    }
    if (persons) continue;
    const bool odd = text.find('@') != std::string::npos || text.find_first_of("0123456789_<>") != std::string::npos;
    if (odd || text.size() > 60 || count_words(text) > 6) continue;
    const bool all_small = text == lower_ascii(text);
    const bool all_capitals = text.find(' ') == std::string::npos &&
                              std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
                              static_cast<unsigned char>(text[0]) < 0x80;
    if (all_small || all_capitals) continue;
    if (text.starts_with("By ") || text.starts_with("by ")) text.erase(0, 3);
    put(text, trusted && fold_letters(text) != site && !is_agency(text) && cleaned.empty());
  }
  return names;
}

bool contains_all(const std::string& more, const std::string& fewer) {
  const std::string folded = fold_letters(more);
  for (std::size_t begin = 0; begin < fewer.size();) {
    const std::size_t end = std::min(fewer.find("; ", begin), fewer.size());
    if (folded.find(fold_letters(std::string_view(fewer).substr(begin, end - begin))) == std::string::npos)
      return false;
    begin = end + 2;
  }
  return true;
}

// Lines near the title that are bylines: by their element's class, or by their words.
std::vector<std::string> visible_bylines(const MetaReading& r, bool by_class) {
  std::vector<std::string> found;
  for (std::size_t i = r.window_begin; i < r.window_end && found.size() < 4; ++i) {
    const HtmlPiece& line = r.lines[i];
    if (line.text.size() > 160 || i == r.title_line) continue;
    if (!by_class) {
      if (is_byline(line.text) && (line.text.starts_with("By ") || line.text.starts_with("by ") ||
                                   line.text.starts_with("BY ") || line.text.starts_with("Written by")))
        found.push_back(line.text);
      continue;
    }
    bool byline = false;
    NodeId at = line.node;
    for (int up = 0; up < 3 && at != kNoNode && !byline; ++up, at = r.facts.page[at].parent)
      byline = belonging_of(r.facts.page, at) == Belongs::Byline;
    if (byline && !is_date_line(line.text) && !byline_names(line.text).empty()) found.push_back(line.text);
  }
  return found;
}

}  // namespace

void decide_byline(MetaReading& r) {
  struct Place { Names names; std::string origin; };
  std::vector<Place> places;
  const auto place = [&](const std::vector<std::string>& stated, const char* origin, bool trusted) {
    Names names = names_in(r, stated, trusted);
    if (names.joined.empty()) return;
    r.add("byline", names.joined, origin);
    places.push_back({std::move(names), origin});
  };
  if (r.out.json_ld.has_article) place(r.out.json_ld.article.authors, "json-ld", true);
  for (const std::string_view name : kAuthorNames) {
    std::vector<std::string> stated;
    for (const auto& [key, value] : r.facts.metas) {
      if (key == name && stated.size() < kMostNames) stated.push_back(value);
    }
    if (!stated.empty()) place(stated, std::string("meta ").append(name).c_str(), false);
  }
  std::vector<std::string> items;
  for (const NodeId n : r.facts.items) {
    const std::string_view prop = r.facts.page.attribute(n, Attr::Itemprop);
    if (prop != "author" && prop != "creator") continue;
    if (items.size() >= kMostNames || r.facts.in_other_work(n) || r.facts.is_hidden(n)) continue;
    items.push_back(r.facts.page.has(n, Attr::Content) ? r.facts.item_text(n) : r.facts.page.flat_text(n));
  }
  place(items, "microdata", false);
  std::vector<std::string> links;
  for (const NodeId n : r.facts.author_links) {
    if (r.facts.page[n].tag == Tag::Link || r.facts.is_hidden(n)) continue;
    links.push_back(r.facts.page.flat_text(n));
    if (links.size() > 6) break;
  }
  place(links, "rel author", false);
  place(visible_bylines(r, true), "byline element", false);
  place(visible_bylines(r, false), "visible text", false);
  if (r.out.json_ld.has_article) place(r.out.json_ld.article.organizations, "json-ld", false);

  const Place* best = nullptr;
  for (const Place& p : places) {
    if (p.names.persons) {
      best = &p;
      break;
    }
  }
  if (best != nullptr) {
    // The page may show three writers where the markup names the first.
    for (const Place& p : places) {
      if (!p.names.persons || &p == best) continue;
      const auto more = std::count(p.names.joined.begin(), p.names.joined.end(), ';');
      if (more > std::count(best->names.joined.begin(), best->names.joined.end(), ';') && more <= 5 &&
          contains_all(p.names.joined, best->names.joined))
        best = &p;
    }
  } else if (!places.empty()) {
    best = &places.front();
    for (const Place& p : places) {
      if (p.origin == "byline element" || p.origin == "visible text") {
        best = &p;
        break;
      }
    }
  }
  if (best != nullptr) r.out.byline = {best->names.joined, best->origin, {}};
}

}  // namespace onrecord
