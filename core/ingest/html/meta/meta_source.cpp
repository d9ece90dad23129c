#include "ingest/html/meta/meta_reading.h"

#include <algorithm>

#include "ingest/html/dom/page_words.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/phrases.h"

namespace onrecord {
namespace {

constexpr std::string_view kSourceNames[] = {"og:site_name",
                                             "application-name",
                                             "apple-mobile-web-app-title",
                                             "dc.publisher",
                                             "dcterms.publisher",
                                             "publisher",
                                             "al:ios:app_name",
                                             "cre",
                                             "parsely-network-canonical",
                                             "article:publisher_name",
                                             "source",
                                             "copyright",
                                             "twitter:app:name:iphone"};

// The part of a host that names its owner: "example" of "news.example.co.uk".
std::string owner_of(const std::string& host) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= host.size(); ++at) {
    if (at == host.size() || host[at] == '.') {
      parts.push_back(host.substr(begin, at - begin));
      begin = at + 1;
    }
  }
  if (parts.size() < 2) return host;
  const bool double_ending =
      parts.size() > 2 && parts[parts.size() - 1].size() == 2 && parts[parts.size() - 2].size() <= 3;
  return parts[parts.size() - (double_ending ? 3 : 2)];
}

// Names of the site as a reader would say them: "@harbourpost", "Harbour Post | News" made plain.
std::string plain_site(std::string name) {
  name = one_line(name);
  while (!name.empty() && name.front() == '@') name.erase(0, 1);
  for (const std::string_view mark : {" | ", " – ", " — ", " - ", " :: ", " » ", ": "}) {
    if (const auto at = name.find(mark); at != std::string::npos && at > 1) name.erase(at);
  }
  for (const std::string_view opener : {"Copyright ", "© ", "©"}) {
    if (name.starts_with(opener)) name.erase(0, opener.size());
  }
  return name;
}

// What an address alone says of the publisher: "harbourpost" of blog.harbourpost.example, but the whole host where the
// part before the domain is a name of its own.
std::string host_name(const MetaReading& r) {
  const std::string owner = owner_of(r.host);
  const auto at = r.host.find(owner + ".");
  const std::string before = at == std::string::npos || at == 0 ? std::string() : r.host.substr(0, at - 1);
  static const Phrases kPlain{"blog", "blogs", "news", "en", "amp", "m", "www2", "us", "uk"};
  return before.empty() || kPlain.holds(before) ? owner : r.host;
}

bool is_under(const HtmlDom& page, NodeId n, NodeId above) {
  for (NodeId at = n; at != kNoNode; at = page[at].parent) {
    if (at == above) return true;
  }
  return false;
}

std::string without_article(std::string folded) {
  if (folded.size() > 6 && folded.starts_with("the")) folded.erase(0, 3);
  return folded;
}

// Without "The" and without a host's ending: "space" of "Space.com".
std::string bare_name(const std::string& name) {
  std::string plain = lower_ascii(name);
  for (const std::string_view ending : {".com", ".co.uk", ".org", ".net", ".ca"}) {
    if (plain.size() > ending.size() + 1 && plain.ends_with(ending)) plain.erase(plain.size() - ending.size());
  }
  return without_article(fold_letters(plain));
}

// "wsj" of "The Wall Street Journal"
bool is_acronym_of(const std::string& owner, const std::string& name) {
  std::string initials;
  bool begins = true;
  for (const char c : name) {
    if (begins && c != ' ') initials += lower_ascii(c);
    begins = c == ' ';
  }
  return initials == owner || (initials.size() > 2 && initials.starts_with("t") && initials.substr(1) == owner);
}

}  // namespace

void find_source_candidates(MetaReading& r) {
  if (r.out.json_ld.has_article) r.add("source", plain_site(r.out.json_ld.article.publisher), "json-ld");
  for (const std::string_view name : kSourceNames) {
    const std::string value = r.facts.meta(name);
    if (value.empty() || value.size() > 80 || value.find("://") != std::string::npos) continue;
    r.add("source", plain_site(value), std::string(name));
  }
  int publishers = 0;
  for (const NodeId n : r.facts.items) {
    if (r.facts.page.attribute(n, Attr::Itemprop) != "publisher" || ++publishers > 3 || r.facts.in_other_work(n)) continue;
    std::string name;
    for (const NodeId inner : r.facts.items) {
      if (inner > n && r.facts.page.attribute(inner, Attr::Itemprop) == "name" && is_under(r.facts.page, inner, n)) {
        name = r.facts.item_text(inner);
        break;
      }
    }
    if (!name.empty() && name.size() < 80) r.add("source", plain_site(name), "microdata");
  }
  if (!r.out.json_ld.site.empty()) r.add("source", plain_site(r.out.json_ld.site), "json-ld site");
  // The last part of the title tag names the site on most pages.
  for (const std::string_view mark : {" | ", " – ", " — ", " - ", " :: ", " » ", " • ", " · "}) {
    const auto at = r.facts.title_tag.rfind(mark);
    if (at == std::string::npos) continue;
    const std::string tail = one_line(std::string_view(r.facts.title_tag).substr(at + mark.size()));
    if (count_words(tail) <= 5 && tail.size() >= 2) r.add("source", tail, "title tag");
    break;
  }
  if (!r.host.empty()) r.add("source", host_name(r), "address");
}

void decide_source(MetaReading& r) {
  const auto found = r.all("source");
  if (found.empty()) return;
  const std::string owner = fold_letters(owner_of(r.host));
  // The name that several places agree on, spelt as the most trusted of them spells it; a name that the host confirms
  // is surer than one that it does not.
  const FieldCandidate* best = nullptr;
  double best_score = -1;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::string folded = without_article(fold_letters(found[i]->value));
    if (folded.size() < 2) continue;
    double score = 1.0 - 0.1 * static_cast<double>(std::min<std::size_t>(i, 8));
    if (found[i]->origin == "address") score = 0.05;
    for (std::size_t k = 0; k < found.size(); ++k) {
      if (k != i && found[k]->origin != "address" && bare_name(found[k]->value) == bare_name(found[i]->value))
        score += 0.25;
    }
    if (!owner.empty() && (folded == owner || folded.starts_with(owner) || owner.starts_with(folded))) score += 0.45;
    else if (!owner.empty() && is_acronym_of(owner, found[i]->value)) score += 0.45;
    // "harbourpost" and "harbourpost.com" are how machines say "Harbour Post".
    const bool small = found[i]->value == lower_ascii(found[i]->value);
    if (small) score -= 0.45;
    else if (found[i]->value.find(' ') == std::string::npos && folded.size() > 12) score -= 0.2;
    if (found[i]->value.size() > 45) score -= 0.4;
    if (score > best_score) {
      best_score = score;
      best = found[i];
    }
  }
  if (best == nullptr) return;
  r.out.source = {best->value, best->origin, {}};
  // "nj" of nj.com: where some place on the page gives the host as the name, the name is more than its first part.
  if (best->value.find(' ') != std::string::npos || bare_name(best->value) != owner) return;
  const bool best_is_small = best->value == lower_ascii(best->value);
  for (const FieldCandidate* c : found) {
    if (c->origin != "address" && lower_ascii(c->value) == r.host && (best_is_small || c->origin == "og:site_name")) {
      r.out.source = {c->value, c->origin, {}};
      return;
    }
  }
}

}  // namespace onrecord
