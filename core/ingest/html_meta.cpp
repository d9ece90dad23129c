#include "ingest/html_meta.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/iso_date.h"
#include "ingest/byline.h"
#include "ingest/dateline.h"
#include "ingest/html_body.h"
#include "ingest/html_rules.h"
#include "ingest/line_kinds.h"
#include "ingest/phrases.h"
#include "ingest/text_date.h"
#include "text/chars.h"
#include "text/fold.h"

namespace onrecord {
namespace {

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return out;
}

std::string one_line(std::string_view text) {
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const Char c = char_at(text, at);
    if (is_space(c.code)) {
      space = true;
    } else {
      if (space && !out.empty()) out += ' ';
      space = false;
      out.append(text, at, c.size);
    }
    at += c.size;
  }
  return out;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    words += c != ' ' && !inside ? 1U : 0U;
    inside = c != ' ';
  }
  return words;
}

// "https://www.example.org/a" to "example.org"
std::string host_of(std::string_view address) {
  const auto scheme = address.find("://");
  if (scheme == std::string_view::npos) return {};
  std::string_view host = address.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  if (const auto at = host.find('@'); at != std::string_view::npos) host.remove_prefix(at + 1);
  std::string out = lowered(host);
  for (const std::string_view prefix : {"www.", "m.", "amp.", "edition."}) {
    if (out.starts_with(prefix)) out.erase(0, prefix.size());
  }
  return out;
}

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

// The share of the shorter text's words that the longer has too.
double words_shared(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return 0;
  const std::string& shorter = a.size() <= b.size() ? a : b;
  const std::string padded = " " + (a.size() <= b.size() ? b : a) + " ";
  std::size_t words = 0;
  std::size_t shared = 0;
  for (std::size_t begin = 0; begin < shorter.size();) {
    const std::size_t end = std::min(shorter.find(' ', begin), shorter.size());
    ++words;
    if (padded.find(" " + shorter.substr(begin, end - begin) + " ") != std::string::npos) ++shared;
    begin = end + 1;
  }
  return static_cast<double>(shared) / static_cast<double>(words);
}

bool plausible_year(const IsoDate& date) { return date.year >= 1700 && date.year <= 2199; }

// Names of metadata, small letters, that state the day of publication, in the order of trust.
constexpr std::string_view kDateNames[] = {"article:published_time",
                                           "og:article:published_time",
                                           "datepublished",
                                           "article.published",
                                           "og:published_time",
                                           "parsely-pub-date",
                                           "sailthru.date",
                                           "publish-date",
                                           "publish_date",
                                           "publishdate",
                                           "pubdate",
                                           "pub_date",
                                           "publication_date",
                                           "published_at",
                                           "published",
                                           "originalpublicationdate",
                                           "article_date_original",
                                           "article:published",
                                           "rnews:datepublished",
                                           "cxenseparse:recs:publishtime",
                                           "cxenseparse:publishtime",
                                           "dc.date.issued",
                                           "dcterms.issued",
                                           "dc.date",
                                           "dcterms.date",
                                           "dcterms.created",
                                           "dc.date.created",
                                           "dcterms.date.issued",
                                           "citation_publication_date",
                                           "citation_date",
                                           "datecreated",
                                           "article:created",
                                           "article.created",
                                           "created",
                                           "date",
                                           "displaydate",
                                           "pdate",
                                           "timestamp",
                                           "article_publication_date",
                                           "bt:pubdate",
                                           "eomportal-lastupdate",
                                           "last_published",
                                           "ptime"};
constexpr std::string_view kAuthorNames[] = {
    "author",          "parsely-author",   "sailthru.author",    "article_author",    "byl",
    "dc.creator",      "dcterms.creator",  "article:author",     "og:article:author", "article.author",
    "citation_author", "analytics:author", "cxenseparse:author", "rnews:author",      "authors",
    "author_name"};
constexpr std::string_view kTitleNames[] = {"og:title",      "twitter:title", "parsely-title", "sailthru.title",
                                            "dc.title",      "dcterms.title", "headline",      "title",
                                            "article:title", "citation_title"};
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

// Pages say a few dozen things of themselves; of one that says thousands the first are enough.
constexpr std::size_t kMostStated = 3000;
constexpr std::size_t kMostNames = 30;

class Reader {
 public:
  Reader(const HtmlDom& page, std::string_view address, std::string_view captured_on)
      : page_(page), address_(address), captured_(captured_on) {}

  PageMeta read() {
    read_head();
    out_.json_ld = read_json_ld(scripts_);
    if (out_.json_ld.has_article && out_.description.empty()) out_.description = out_.json_ld.article.description;
    lines_ = cut_all_pieces(page_);
    decide_address();
    decide_source_candidates();
    decide_title();
    decide_source();
    decide_byline();
    decide_published();
    decide_language();
    mark_winners();
    return std::move(out_);
  }

 private:
  void add(const char* field, std::string value, std::string origin) {
    value = one_line(value);
    if (value.empty() || value.size() > 2000) return;
    for (const FieldCandidate& c : out_.candidates) {
      if (c.field == field && c.value == value && c.origin == origin) return;
    }
    out_.candidates.push_back({field, std::move(value), std::move(origin), false});
  }

  [[nodiscard]] std::vector<const FieldCandidate*> all(const char* field) const {
    std::vector<const FieldCandidate*> found;
    for (const FieldCandidate& c : out_.candidates) {
      if (c.field == field) found.push_back(&c);
    }
    return found;
  }

  // --- the head, and what elements say of themselves ---

  void read_head() {
    for (NodeId n = 0; n < page_.size(); ++n) {
      const Node& node = page_[n];
      switch (node.tag) {
        case Tag::Meta: {
          const std::string_view content = page_.attribute(n, Attr::Content);
          if (content.empty()) break;
          for (const Attr attr : {Attr::Property, Attr::Name, Attr::Itemprop, Attr::HttpEquiv}) {
            const std::string_view name = page_.attribute(n, attr);
            if (!name.empty() && name.size() < 60 && metas_.size() < kMostStated &&
                !(attr == Attr::Itemprop && in_other_work(n)))
              metas_.emplace_back(lowered(trim(name)), one_line(content));
          }
          break;
        }
        case Tag::Title:
          if (title_tag_.empty()) title_tag_ = page_.flat_text(n);
          break;
        case Tag::Link: {
          const std::string_view rel = page_.attribute(n, Attr::Rel);
          if (rel == "canonical" && canonical_.empty()) canonical_ = std::string(page_.attribute(n, Attr::Href));
          break;
        }
        case Tag::Html:
          if (language_tag_.empty()) language_tag_ = std::string(page_.attribute(n, Attr::Lang));
          break;
        case Tag::Script:
          if (page_.attribute(n, Attr::Type).find("ld+json") != std::string_view::npos && node.first_child != kNoNode)
            scripts_.push_back(page_.text_of(node.first_child));
          break;
        case Tag::H1:
          if (headings_.size() < kMostNames) headings_.push_back(n);
          break;
        case Tag::Time:
          if (times_.size() < kMostStated) times_.push_back(n);
          break;
        default: break;
      }
      if (node.attributes > 0 && node.tag != Tag::Meta) {
        if (items_.size() < kMostStated && page_.has(n, Attr::Itemprop)) items_.push_back(n);
        if (author_links_.size() < kMostStated &&
            page_.attribute(n, Attr::Rel).find("author") != std::string_view::npos)
          author_links_.push_back(n);
      }
    }
    out_.description = meta("og:description");
    if (out_.description.empty()) out_.description = meta("description");
  }

  [[nodiscard]] std::string meta(std::string_view name) const {
    for (const auto& [key, value] : metas_) {
      if (key == name) return value;
    }
    return {};
  }

  // Inside the markup of something else than the article: a claim, a comment, a video, another article in a list.
  [[nodiscard]] bool in_other_work(NodeId n) const {
    for (NodeId at = page_[n].parent; at != kNoNode; at = page_[at].parent) {
      const std::string_view type = page_.attribute(at, Attr::Itemtype);
      if (type.empty()) continue;
      for (const std::string_view other :
           {"Claim", "Comment", "VideoObject", "ImageObject", "ListItem", "ItemList", "Offer", "Product"}) {
        if (type.find(other) != std::string_view::npos) return true;
      }
      if (type.find("Article") != std::string_view::npos || type.find("Posting") != std::string_view::npos)
        return is_hidden(at);
    }
    return false;
  }

  [[nodiscard]] bool is_hidden(NodeId n) const {
    for (NodeId at = n; at != kNoNode; at = page_[at].parent) {
      if (belonging_of(page_, at) == Belongs::Hidden) return true;
    }
    return false;
  }

  [[nodiscard]] std::string item_text(NodeId n) const {
    for (const Attr attr : {Attr::Content, Attr::Datetime}) {
      if (page_.has(n, attr)) return one_line(page_.attribute(n, attr));
    }
    return page_.flat_text(n);
  }

  // --- address and language ---

  void decide_address() {
    if (!canonical_.empty() && canonical_.find("://") != std::string::npos) add("url", canonical_, "canonical");
    if (const std::string og = meta("og:url"); og.find("://") != std::string::npos) add("url", og, "og:url");
    if (out_.json_ld.has_article && out_.json_ld.article.url.find("://") != std::string::npos)
      add("url", out_.json_ld.article.url, "json-ld");
    if (!address_.empty()) add("url", std::string(address_), "address");
    // A canonical address that is only the site's front page names no article.
    for (const FieldCandidate* c : all("url")) {
      const auto path = c->value.find('/', c->value.find("://") + 3);
      if (path == std::string::npos || path + 1 >= c->value.size()) continue;
      out_.url = {c->value, c->origin, {}};
      break;
    }
    host_ = host_of(out_.url.value.empty() ? (all("url").empty() ? std::string() : all("url").front()->value)
                                           : out_.url.value);
  }

  void decide_language() {
    const auto put = [&](std::string_view tag, const char* origin) {
      std::string code = lowered(tag.substr(0, tag.find_first_of("-_,; ")));
      if (code.size() == 2) add("language", code, origin);
    };
    put(language_tag_, "html lang");
    put(out_.json_ld.article.language, "json-ld");
    put(meta("og:locale"), "og:locale");
    put(meta("content-language"), "content-language");
    put(meta("language"), "meta language");
    const auto found = all("language");
    if (!found.empty()) out_.language = {found.front()->value, found.front()->origin, {}};
  }

  // --- the title ---

  void decide_title() {
    const std::string site = fold_letters(site_guess());
    std::string tag = title_without_site(title_tag_, site_guess());
    // "Harbour Post - Council delays the bridge": the part that the page shows as a line is the title.
    for (const std::string_view mark : {" - ", " | ", " – ", " — ", ": ", " :: "}) {
      const auto cut = title_tag_.find(mark);
      if (cut == std::string::npos || !headings_.empty()) continue;
      const std::string tail = title_tag_.substr(cut + mark.size());
      if (!shows(title_tag_.substr(0, cut)) && shows(tail)) {
        tag = tail;
        for (FieldCandidate& c : out_.candidates) {
          if (c.field == "source" && c.origin == "title tag") c.value = title_tag_.substr(0, cut);
        }
      }
    }
    std::vector<std::string> stated;  // folded titles from the markup, to know the heading by
    const auto state = [&](const std::string& value, const char* origin) {
      if (value.empty()) return;
      add("title", value, origin);
      stated.push_back(fold_words(value));
    };
    for (const NodeId n : items_) {
      const std::string_view prop = page_.attribute(n, Attr::Itemprop);
      if (prop.find("headline") != std::string_view::npos && prop != "alternativeHeadline" && !in_other_work(n)) {
        const std::string text = item_text(n);
        if (text.size() < 400) state(text, "microdata");
      }
    }
    if (out_.json_ld.has_article) state(out_.json_ld.article.headline, "json-ld");
    for (const std::string_view name : kTitleNames) {
      if (const std::string value = meta(name); !value.empty())
        state(title_without_site(value, site_guess()), std::string(name).c_str());
    }
    state(tag, "title tag");

    // The heading that a reader sees at the top: the first that the markup agrees with.
    NodeId best = kNoNode;
    double best_score = 0;
    for (std::size_t i = 0; i < headings_.size() && i < 12; ++i) {
      const std::string text = page_.flat_text(headings_[i]);
      if (text.empty() || text.size() > 400 || is_hidden(headings_[i])) continue;
      const std::string folded = fold_words(text);
      if (fold_letters(text) == site) continue;  // the paper's own name
      double score = 0;
      for (const std::string& title : stated)
        score = std::max(
            score,
            words_shared(folded, title) *
                (std::min(folded.size(), title.size()) * 3 >= std::max(folded.size(), title.size()) ? 1.0 : 0.4));
      if (score > best_score + 0.15) {
        best_score = score;
        best = headings_[i];
      }
    }
    if (best != kNoNode && (best_score >= 0.5 || (headings_.size() == 1 && count_words(page_.flat_text(best)) >= 4))) {
      const std::string text = page_.flat_text(best);
      out_.candidates.insert(out_.candidates.begin(), FieldCandidate{"title", text, "heading", false});
    }
    const auto found = all("title");
    if (!found.empty()) out_.title = {found.front()->value, found.front()->origin, {}};
    locate_title();
  }

  // Whether the page shows the words as a line of their own, and not as a link.
  [[nodiscard]] bool shows(const std::string& words) const {
    const std::string folded = fold_letters(words);
    return std::any_of(lines_.begin(), lines_.end(), [&](const HtmlPiece& line) {
      return line.text.size() < words.size() + 10 && line.link_bytes == 0 && fold_letters(line.text) == folded;
    });
  }

  // Where among the page's lines the title stands: bylines and dates are read around it.
  void locate_title() {
    title_line_ = lines_.size();
    const std::string folded = fold_letters(out_.title.value);
    for (std::size_t i = 0; i < lines_.size() && !folded.empty(); ++i) {
      if (lines_[i].text.size() > 2 * out_.title.value.size() + 40) continue;
      if (fold_letters(lines_[i].text) == folded) {
        title_line_ = i;
        if (lines_[i].role == Role::Title) break;
      }
    }
    if (title_line_ == lines_.size()) {
      window_begin_ = 0;
      window_end_ = std::min<std::size_t>(lines_.size(), 120);
      return;
    }
    window_begin_ = title_line_ > 12 ? title_line_ - 12 : 0;
    std::size_t prose = 0;
    window_end_ = title_line_ + 1;
    while (window_end_ < lines_.size() && window_end_ < title_line_ + 45 && prose < 3) {
      if (lines_[window_end_].text.size() > 220 && lines_[window_end_].link_bytes * 3 < lines_[window_end_].text.size())
        ++prose;
      ++window_end_;
    }
  }

  // --- the publisher ---

  [[nodiscard]] std::string site_guess() const {
    for (const FieldCandidate& c : out_.candidates) {
      if (c.field == "source") return c.value;
    }
    return {};
  }

  // Names of the site as a reader would say them: "@harbourpost", "Harbour Post | News" made plain.
  [[nodiscard]] static std::string plain_site(std::string name) {
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

  void decide_source_candidates() {
    if (out_.json_ld.has_article) add("source", plain_site(out_.json_ld.article.publisher), "json-ld");
    for (const std::string_view name : kSourceNames) {
      const std::string value = meta(name);
      if (value.empty() || value.size() > 80 || value.find("://") != std::string::npos) continue;
      add("source", plain_site(value), std::string(name));
    }
    int publishers = 0;
    for (const NodeId n : items_) {
      if (page_.attribute(n, Attr::Itemprop) != "publisher" || ++publishers > 3 || in_other_work(n)) continue;
      std::string name;
      for (const NodeId inner : items_) {
        if (inner > n && page_.attribute(inner, Attr::Itemprop) == "name" && is_under(inner, n)) {
          name = item_text(inner);
          break;
        }
      }
      if (!name.empty() && name.size() < 80) add("source", plain_site(name), "microdata");
    }
    if (!out_.json_ld.site.empty()) add("source", plain_site(out_.json_ld.site), "json-ld site");
    // The last part of the title tag names the site on most pages.
    for (const std::string_view mark : {" | ", " – ", " — ", " - ", " :: ", " » ", " • ", " · "}) {
      const auto at = title_tag_.rfind(mark);
      if (at == std::string::npos) continue;
      const std::string tail = one_line(std::string_view(title_tag_).substr(at + mark.size()));
      if (count_words(tail) <= 5 && tail.size() >= 2) add("source", tail, "title tag");
      break;
    }
    if (!host_.empty()) add("source", host_name(), "address");
  }

  // What an address alone says of the publisher: "harbourpost" of blog.harbourpost.example, but the whole host where the
  // part before the domain is a name of its own.
  [[nodiscard]] std::string host_name() const {
    const std::string owner = owner_of(host_);
    const auto at = host_.find(owner + ".");
    const std::string before = at == std::string::npos || at == 0 ? std::string() : host_.substr(0, at - 1);
    static const Phrases kPlain{"blog", "blogs", "news", "en", "amp", "m", "www2", "us", "uk"};
    return before.empty() || kPlain.holds(before) ? owner : host_;
  }

  [[nodiscard]] bool is_under(NodeId n, NodeId above) const {
    for (NodeId at = n; at != kNoNode; at = page_[at].parent) {
      if (at == above) return true;
    }
    return false;
  }

  void decide_source() {
    const auto found = all("source");
    if (found.empty()) return;
    const std::string owner = fold_letters(owner_of(host_));
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
      const bool small = found[i]->value == lowered(found[i]->value);
      if (small) score -= 0.45;
      else if (found[i]->value.find(' ') == std::string::npos && folded.size() > 12) score -= 0.2;
      if (found[i]->value.size() > 45) score -= 0.4;
      if (score > best_score) {
        best_score = score;
        best = found[i];
      }
    }
    if (best == nullptr) return;
    out_.source = {best->value, best->origin, {}};
    // "nj" of nj.com: where some place on the page gives the host as the name, the name is more than its first part.
    if (best->value.find(' ') != std::string::npos || bare_name(best->value) != owner) return;
    const bool best_is_small = best->value == lowered(best->value);
    for (const FieldCandidate* c : found) {
      if (c->origin != "address" && lowered(c->value) == host_ && (best_is_small || c->origin == "og:site_name")) {
        out_.source = {c->value, c->origin, {}};
        return;
      }
    }
  }

  // Without "The" and without a host's ending: "space" of "Space.com".
  static std::string bare_name(const std::string& name) {
    std::string plain = lowered(name);
    for (const std::string_view ending : {".com", ".co.uk", ".org", ".net", ".ca"}) {
      if (plain.size() > ending.size() + 1 && plain.ends_with(ending)) plain.erase(plain.size() - ending.size());
    }
    return without_article(fold_letters(plain));
  }

  static std::string without_article(std::string folded) {
    if (folded.size() > 6 && folded.starts_with("the")) folded.erase(0, 3);
    return folded;
  }

  // "wsj" of "The Wall Street Journal"
  static bool is_acronym_of(const std::string& owner, const std::string& name) {
    std::string initials;
    bool begins = true;
    for (const char c : name) {
      if (begins && c != ' ') initials += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
      begins = c == ' ';
    }
    return initials == owner || (initials.size() > 2 && initials.starts_with("t") && initials.substr(1) == owner);
  }

  // --- who wrote it ---

  struct Names {
    std::string joined;
    bool persons = false;
  };

  // Cleans what a place says of the writers. `trusted`: the place says that they are persons.
  [[nodiscard]] Names names_in(const std::vector<std::string>& stated, bool trusted) const {
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
    const std::string site = fold_letters(out_.source.value);
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
      const bool all_small = text == lowered(text);
      const bool all_capitals = text.find(' ') == std::string::npos &&
                                std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
                                static_cast<unsigned char>(text[0]) < 0x80;
      if (all_small || all_capitals) continue;
      if (text.starts_with("By ") || text.starts_with("by ")) text.erase(0, 3);
      put(text, trusted && fold_letters(text) != site && !is_agency(text) && cleaned.empty());
    }
    return names;
  }

  void decide_byline() {
    struct Place { Names names; std::string origin; };
    std::vector<Place> places;
    const auto place = [&](const std::vector<std::string>& stated, const char* origin, bool trusted) {
      Names names = names_in(stated, trusted);
      if (names.joined.empty()) return;
      add("byline", names.joined, origin);
      places.push_back({std::move(names), origin});
    };
    if (out_.json_ld.has_article) place(out_.json_ld.article.authors, "json-ld", true);
    for (const std::string_view name : kAuthorNames) {
      std::vector<std::string> stated;
      for (const auto& [key, value] : metas_) {
        if (key == name && stated.size() < kMostNames) stated.push_back(value);
      }
      if (!stated.empty()) place(stated, std::string("meta ").append(name).c_str(), false);
    }
    std::vector<std::string> items;
    for (const NodeId n : items_) {
      const std::string_view prop = page_.attribute(n, Attr::Itemprop);
      if (prop != "author" && prop != "creator") continue;
      if (items.size() >= kMostNames || in_other_work(n) || is_hidden(n)) continue;
      items.push_back(page_.has(n, Attr::Content) ? item_text(n) : page_.flat_text(n));
    }
    place(items, "microdata", false);
    std::vector<std::string> links;
    for (const NodeId n : author_links_) {
      if (page_[n].tag == Tag::Link || is_hidden(n)) continue;
      links.push_back(page_.flat_text(n));
      if (links.size() > 6) break;
    }
    place(links, "rel author", false);
    place(visible_bylines(true), "byline element", false);
    place(visible_bylines(false), "visible text", false);
    if (out_.json_ld.has_article) place(out_.json_ld.article.organizations, "json-ld", false);

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
    if (best != nullptr) out_.byline = {best->names.joined, best->origin, {}};
  }

  static bool contains_all(const std::string& more, const std::string& fewer) {
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
  [[nodiscard]] std::vector<std::string> visible_bylines(bool by_class) const {
    std::vector<std::string> found;
    for (std::size_t i = window_begin_; i < window_end_ && found.size() < 4; ++i) {
      const HtmlPiece& line = lines_[i];
      if (line.text.size() > 160 || i == title_line_) continue;
      if (!by_class) {
        if (is_byline(line.text) && (line.text.starts_with("By ") || line.text.starts_with("by ") ||
                                     line.text.starts_with("BY ") || line.text.starts_with("Written by")))
          found.push_back(line.text);
        continue;
      }
      bool byline = false;
      NodeId at = line.node;
      for (int up = 0; up < 3 && at != kNoNode && !byline; ++up, at = page_[at].parent)
        byline = belonging_of(page_, at) == Belongs::Byline;
      if (byline && !is_date_line(line.text) && !byline_names(line.text).empty()) found.push_back(line.text);
    }
    return found;
  }

  // --- when it was published ---

  [[nodiscard]] bool plausible(const std::string& date) const {
    const auto parsed = parse_iso_date(date);
    if (!parsed || !plausible_year(*parsed)) return false;
    if (captured_.empty()) return true;
    const auto captured = parse_iso_date_time(captured_);
    // A day's grace: it is tomorrow somewhere.
    return !captured || day_number(*parsed) <= day_number(interval_of(*captured).to) + 1;
  }

  void decide_published() {
    std::string machine;
    std::string machine_origin;
    bool machine_in_utc = false;
    const auto state = [&](const std::string& text, const std::string& origin) {
      const std::string date = machine_date(text);
      if (date.empty() || !plausible(date)) return;
      add("published", date, origin);
      // Of two days a night apart, the one that is not counted in UTC is the paper's own.
      const bool utc = text.ends_with("Z") || text.ends_with("+00:00") || text.ends_with("+0000") ||
                       text.ends_with("UTC") || text.ends_with("GMT");
      const bool local_of_the_same = machine_in_utc && !utc && text.size() > 10 && neighbours(date, machine);
      if (machine.empty() || local_of_the_same) {
        machine = date;
        machine_origin = origin;
        machine_in_utc = utc;
      }
    };
    if (out_.json_ld.has_article) state(out_.json_ld.article.date_published, "json-ld");
    for (const std::string_view name : kDateNames) state(meta(name), std::string("meta ").append(name));
    for (const NodeId n : items_) {
      const std::string_view prop = page_.attribute(n, Attr::Itemprop);
      if (prop.find("datePublished") == std::string_view::npos && prop.find("dateCreated") == std::string_view::npos)
        continue;
      if (in_other_work(n)) continue;
      state(item_text(n), "microdata");
    }
    state(out_.json_ld.page_date, "json-ld page");
    // <time> near the title, or that says it is the publication's.
    for (const NodeId n : times_) {
      const std::string_view names = page_.attribute(n, Attr::Class);
      const bool says =
          lowered(names).find("publish") != std::string::npos || lowered(names).find("entry-date") != std::string::npos;
      const bool updated =
          lowered(names).find("updat") != std::string::npos || lowered(names).find("modif") != std::string::npos;
      if (updated || !(says || in_window(n))) continue;
      const std::string_view stamp = page_.attribute(n, Attr::Datetime);
      state(stamp.empty() ? page_.flat_text(n) : std::string(stamp), "time element");
    }

    const std::string visible = visible_date(machine);
    if (!visible.empty()) add("published", visible, "visible text");
    const std::string in_address = date_in_address(out_.url.value.empty() ? std::string(address_) : out_.url.value);
    if (!in_address.empty() && plausible(in_address)) add("published", in_address, "address");

    if (!machine.empty()) {
      out_.published = {machine, machine_origin, {}};
      // Markup tends to count in UTC; the page shows the day of its readers.
      if (!visible.empty() && neighbours(visible, machine)) out_.published = {visible, "visible text", {}};
    } else if (!visible.empty()) {
      out_.published = {visible, "visible text", {}};
    } else if (!in_address.empty() && plausible(in_address)) {
      out_.published = {in_address, "address", {}};
    }
  }

  // Whether the two days follow one another.
  [[nodiscard]] static bool neighbours(const std::string& a, const std::string& b) {
    const auto first = parse_iso_date(a);
    const auto second = parse_iso_date(b);
    return first && second && std::llabs(day_number(*first) - day_number(*second)) == 1;
  }

  [[nodiscard]] bool in_window(NodeId n) const {
    if (window_begin_ >= lines_.size() || window_end_ == 0) return false;
    const NodeId first = lines_[window_begin_].node;
    const NodeId last = lines_[std::min(window_end_, lines_.size()) - 1].node;
    return n + 40 >= first && n <= last + 40;
  }

  // The day that the page shows near its title. Days that could be read two ways are settled by the markup's.
  [[nodiscard]] std::string visible_date(const std::string& machine) const {
    std::string plain;
    for (std::size_t i = window_begin_; i < window_end_; ++i) {
      const std::string& text = lines_[i].text;
      if (text.size() > 200 || text.size() < 6 || i == title_line_) continue;
      std::size_t from = 0;
      while (const auto found = find_page_date(text, from, machine)) {
        const DateLabel label = date_label(std::string_view(text).substr(from, found->span.begin - from));
        const std::string date = format_iso_date(found->date);
        from = found->span.end;
        if (!plausible(date) || label == DateLabel::Updated) continue;
        if (label == DateLabel::Published) return date;
        // Without a label: a line that is little else, above the text.
        // A time of day beside it makes a longer line a byline's too.
        const bool clock = std::adjacent_find(text.begin(), text.end(), [](char a, char b) {
                             return a >= '0' && a <= '9' && b == ':';
                           }) != text.end();
        const bool little_else =
            text.size() <= (found->span.end - found->span.begin) + (clock || is_byline(text) ? 130U : 60U);
        if (plain.empty() && little_else && i + 1 >= window_begin_) {
          if (i >= title_line_ || i + 4 >= title_line_ || title_line_ == lines_.size()) plain = date;
        }
      }
    }
    return plain;
  }

  [[nodiscard]] static std::optional<FoundDate> find_page_date(std::string_view text, std::size_t from,
                                                               const std::string& machine) {
    if (auto found = find_date(text, from)) return found;
    // 11/09/2019 where the markup says that it is one of the two.
    const auto known = parse_iso_date(machine);
    if (!known) return {};
    for (std::size_t at = from; at + 8 <= text.size(); ++at) {
      if (text[at] < '0' || text[at] > '9' || (at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9')) continue;
      int parts[3] = {0, 0, 0};
      int part = 0;
      std::size_t end = at;
      while (end < text.size() && part < 3 && (is_digit(static_cast<unsigned char>(text[end])) || text[end] == '/')) {
        if (text[end] == '/') ++part;
        else if (parts[part] < 100000) parts[part] = parts[part] * 10 + (text[end] - '0');
        ++end;
      }
      if (part != 2) continue;
      const int year = parts[2] < 100 ? 2000 + parts[2] : parts[2];
      for (const auto& day : {make_day(year, parts[0], parts[1]), make_day(year, parts[1], parts[0])}) {
        if (day && std::llabs(day_number(*day) - day_number(*known)) <= 1)
          return FoundDate{*day, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}};
      }
      at = end;
    }
    return {};
  }

  void mark_winners() {
    const auto mark = [&](const char* name, const Field& field) {
      for (FieldCandidate& c : out_.candidates) {
        if (c.field == name && c.origin == field.origin && c.value == field.value) {
          c.won = true;
          return;
        }
      }
    };
    mark("title", out_.title);
    mark("byline", out_.byline);
    mark("source", out_.source);
    mark("published", out_.published);
    mark("url", out_.url);
    mark("language", out_.language);
  }

  const HtmlDom& page_;
  std::string_view address_;
  std::string_view captured_;
  std::vector<std::pair<std::string, std::string>> metas_;
  std::vector<std::string_view> scripts_;
  std::vector<NodeId> headings_;
  std::vector<NodeId> times_;
  std::vector<NodeId> items_;
  std::vector<NodeId> author_links_;
  std::string title_tag_;
  std::string canonical_;
  std::string language_tag_;
  std::string host_;
  std::vector<HtmlPiece> lines_;
  std::size_t title_line_ = 0;
  std::size_t window_begin_ = 0;
  std::size_t window_end_ = 0;
  PageMeta out_;
};

}  // namespace

PageMeta read_page_meta(const HtmlDom& page, std::string_view address, std::string_view captured_on) {
  return Reader(page, address, captured_on).read();
}

std::string machine_date(std::string_view text) {
  text = trim(text);
  if (text.size() < 8 || text.size() > 200) return {};
  if (const auto date = parse_iso_date_time(text.substr(0, std::min<std::size_t>(text.size(), 32)))) {
    return date->precision == DatePrecision::Day && plausible_year(*date) ? format_iso_date(*date) : std::string();
  }
  // 20191119, 20191119T0830, 20191119083000
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(static_cast<unsigned char>(text[digits]))) ++digits;
  if (digits == 8 || digits == 14 || digits == 12) {
    const auto date =
        make_day(std::atoi(std::string(text.substr(0, 4)).c_str()), std::atoi(std::string(text.substr(4, 2)).c_str()),
                 std::atoi(std::string(text.substr(6, 2)).c_str()));
    if (date && plausible_year(*date)) return format_iso_date(*date);
  }
  if (const auto found = find_date(text); found && plausible_year(found->date)) return format_iso_date(found->date);
  return {};
}

std::string date_in_address(std::string_view address) {
  const auto scheme = address.find("://");
  if (scheme == std::string_view::npos) return {};
  std::string_view path = address.substr(scheme + 3);
  path = path.substr(0, path.find_first_of("?#"));
  const auto slash = path.find('/');
  if (slash == std::string_view::npos) return {};
  path.remove_prefix(slash);
  std::vector<std::string_view> parts;
  for (std::size_t begin = 1; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    parts.push_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  const auto number = [](std::string_view part, std::size_t most) -> int {
    if (part.empty() || part.size() > most) return -1;
    int value = 0;
    for (const char c : part) {
      if (c < '0' || c > '9') return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  for (std::size_t i = 0; i + 2 < parts.size(); ++i) {
    const int year = parts[i].size() == 4 ? number(parts[i], 4) : -1;
    if (year < 1990) continue;
    const int month = number(parts[i + 1], 2) > 0 ? number(parts[i + 1], 2) : month_named(parts[i + 1]);
    const auto date = make_day(year, month, number(parts[i + 2], 2));
    if (date) return format_iso_date(*date);
  }
  for (const std::string_view part : parts) {
    if (const auto date = date_in_file_name(part); date && date->year >= 1990) return format_iso_date(*date);
  }
  return {};
}

std::string title_without_site(std::string_view title, std::string_view site) {
  std::string out = one_line(title);
  const std::string folded_site = fold_letters(site);
  for (int round = 0; round < 2; ++round) {
    std::size_t cut = std::string::npos;
    std::size_t width = 0;
    bool bar = false;
    for (const std::string_view mark : {" | ", " :: ", " » ", " – ", " — ", " - ", " • ", " · ", " / "}) {
      const auto at = out.rfind(mark);
      if (at != std::string::npos && (cut == std::string::npos || at > cut)) {
        cut = at;
        width = mark.size();
        bar = mark == " | " || mark == " :: " || mark == " » " || mark == " • ";
      }
    }
    if (cut == std::string::npos) break;
    const std::string head = out.substr(0, cut);
    const std::string tail = out.substr(cut + width);
    const std::string folded = fold_letters(tail);
    const bool is_site =
        !folded_site.empty() && !folded.empty() &&
        (folded.find(folded_site) != std::string::npos || folded_site.find(folded) != std::string::npos);
    const bool short_tail = count_words(tail) <= 4 && count_words(head) >= 4 && bar;
    if (is_site || short_tail) {
      out = head;
      continue;
    }
    // "Harbour Post - Council delays the bridge"
    const auto first = out.find(" - ") == std::string::npos ? out.find(" | ") : out.find(" - ");
    if (first != std::string::npos && !folded_site.empty() &&
        fold_letters(std::string_view(out).substr(0, first)) == folded_site) {
      out = out.substr(first + 3);
      continue;
    }
    break;
  }
  return out;
}

}  // namespace onrecord
