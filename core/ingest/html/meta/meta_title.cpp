#include "ingest/html/meta/meta_reading.h"

#include <algorithm>

#include "ingest/html/dom/page_words.h"
#include "text/fold.h"

namespace onrecord {
namespace {

constexpr std::string_view kTitleNames[] = {"og:title",      "twitter:title", "parsely-title", "sailthru.title",
                                            "dc.title",      "dcterms.title", "headline",      "title",
                                            "article:title", "citation_title"};

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

// Whether the page shows the words as a line of their own, and not as a link.
bool shows(const MetaReading& r, const std::string& words) {
  const std::string folded = fold_letters(words);
  return std::any_of(r.lines.begin(), r.lines.end(), [&](const HtmlPiece& line) {
    return line.text.size() < words.size() + 10 && line.link_bytes == 0 && fold_letters(line.text) == folded;
  });
}

// Where among the page's lines the title stands: bylines and dates are read around it.
void locate_title(MetaReading& r) {
  r.title_line = r.lines.size();
  const std::string folded = fold_letters(r.out.title.value);
  for (std::size_t i = 0; i < r.lines.size() && !folded.empty(); ++i) {
    if (r.lines[i].text.size() > 2 * r.out.title.value.size() + 40) continue;
    if (fold_letters(r.lines[i].text) == folded) {
      r.title_line = i;
      if (r.lines[i].role == Role::Title) break;
    }
  }
  if (r.title_line == r.lines.size()) {
    r.window_begin = 0;
    r.window_end = std::min<std::size_t>(r.lines.size(), 120);
    return;
  }
  r.window_begin = r.title_line > 12 ? r.title_line - 12 : 0;
  std::size_t prose = 0;
  r.window_end = r.title_line + 1;
  while (r.window_end < r.lines.size() && r.window_end < r.title_line + 45 && prose < 3) {
    if (r.lines[r.window_end].text.size() > 220 && r.lines[r.window_end].link_bytes * 3 < r.lines[r.window_end].text.size())
      ++prose;
    ++r.window_end;
  }
}

}  // namespace

void decide_title(MetaReading& r) {
  const std::string site = fold_letters(r.site_guess());
  std::string tag = title_without_site(r.facts.title_tag, r.site_guess());
  // "Harbour Post - Council delays the bridge": the part that the page shows as a line is the title.
  for (const std::string_view mark : {" - ", " | ", " – ", " — ", ": ", " :: "}) {
    const auto cut = r.facts.title_tag.find(mark);
    if (cut == std::string::npos || !r.facts.headings.empty()) continue;
    const std::string tail = r.facts.title_tag.substr(cut + mark.size());
    if (!shows(r, r.facts.title_tag.substr(0, cut)) && shows(r, tail)) {
      tag = tail;
      for (FieldCandidate& c : r.out.candidates) {
        if (c.field == "source" && c.origin == "title tag") c.value = r.facts.title_tag.substr(0, cut);
      }
    }
  }
  std::vector<std::string> stated;  // folded titles from the markup, to know the heading by
  const auto state = [&](const std::string& value, const char* origin) {
    if (value.empty()) return;
    r.add("title", value, origin);
    stated.push_back(fold_words(value));
  };
  for (const NodeId n : r.facts.items) {
    const std::string_view prop = r.facts.page.attribute(n, Attr::Itemprop);
    if (prop.find("headline") != std::string_view::npos && prop != "alternativeHeadline" && !r.facts.in_other_work(n)) {
      const std::string text = r.facts.item_text(n);
      if (text.size() < 400) state(text, "microdata");
    }
  }
  if (r.out.json_ld.has_article) state(r.out.json_ld.article.headline, "json-ld");
  for (const std::string_view name : kTitleNames) {
    if (const std::string value = r.facts.meta(name); !value.empty())
      state(title_without_site(value, r.site_guess()), std::string(name).c_str());
  }
  state(tag, "title tag");

  // The heading that a reader sees at the top: the first that the markup agrees with.
  NodeId best = kNoNode;
  double best_score = 0;
  for (std::size_t i = 0; i < r.facts.headings.size() && i < 12; ++i) {
    const std::string text = r.facts.page.flat_text(r.facts.headings[i]);
    if (text.empty() || text.size() > 400 || r.facts.is_hidden(r.facts.headings[i])) continue;
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
      best = r.facts.headings[i];
    }
  }
  if (best != kNoNode && (best_score >= 0.5 || (r.facts.headings.size() == 1 && count_words(r.facts.page.flat_text(best)) >= 4))) {
    const std::string text = r.facts.page.flat_text(best);
    r.out.candidates.insert(r.out.candidates.begin(), FieldCandidate{"title", text, "heading", false});
  }
  const auto found = r.all("title");
  if (!found.empty()) r.out.title = {found.front()->value, found.front()->origin, {}};
  locate_title(r);
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
