#include "ingest/html/meta/meta_reading.h"

#include <algorithm>
#include <cstdlib>

#include "base/iso_date.h"
#include "ingest/fields/byline.h"
#include "ingest/fields/machine_date.h"
#include "ingest/fields/text_date.h"
#include "text/ascii.h"
#include "text/chars.h"

namespace onrecord {
namespace {

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

bool plausible(const MetaReading& r, const std::string& date) {
  const auto parsed = parse_iso_date(date);
  if (!parsed || !is_plausible_year(*parsed)) return false;
  if (r.captured_on.empty()) return true;
  const auto captured = parse_iso_date_time(r.captured_on);
  // A day's grace: it is tomorrow somewhere.
  return !captured || day_number(*parsed) <= day_number(interval_of(*captured).to) + 1;
}

// Whether the two days follow one another.
bool neighbours(const std::string& a, const std::string& b) {
  const auto first = parse_iso_date(a);
  const auto second = parse_iso_date(b);
  return first && second && std::llabs(day_number(*first) - day_number(*second)) == 1;
}

bool in_window(const MetaReading& r, NodeId n) {
  if (r.window_begin >= r.lines.size() || r.window_end == 0) return false;
  const NodeId first = r.lines[r.window_begin].node;
  const NodeId last = r.lines[std::min(r.window_end, r.lines.size()) - 1].node;
  return n + 40 >= first && n <= last + 40;
}

std::optional<FoundDate> find_page_date(std::string_view text, std::size_t from,
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

// The day that the page shows near its title. Days that could be read two ways are settled by the markup's.
std::string visible_date(const MetaReading& r, const std::string& machine) {
  std::string plain;
  for (std::size_t i = r.window_begin; i < r.window_end; ++i) {
    const std::string& text = r.lines[i].text;
    if (text.size() > 200 || text.size() < 6 || i == r.title_line) continue;
    std::size_t from = 0;
    while (const auto found = find_page_date(text, from, machine)) {
      const DateLabel label = date_label(std::string_view(text).substr(from, found->span.begin - from));
      const std::string date = format_iso_date(found->date);
      from = found->span.end;
      if (!plausible(r, date) || label == DateLabel::Updated) continue;
      if (label == DateLabel::Published) return date;
      // Without a label: a line that is little else, above the text.
      // A time of day beside it makes a longer line a byline's too.
      const bool clock = std::adjacent_find(text.begin(), text.end(), [](char a, char b) {
                           return a >= '0' && a <= '9' && b == ':';
                         }) != text.end();
      const bool little_else =
          text.size() <= (found->span.end - found->span.begin) + (clock || is_byline(text) ? 130U : 60U);
      if (plain.empty() && little_else && i + 1 >= r.window_begin) {
        if (i >= r.title_line || i + 4 >= r.title_line || r.title_line == r.lines.size()) plain = date;
      }
    }
  }
  return plain;
}

}  // namespace

void decide_published(MetaReading& r) {
  std::string machine;
  std::string machine_origin;
  bool machine_in_utc = false;
  const auto state = [&](const std::string& text, const std::string& origin) {
    const std::string date = machine_date(text);
    if (date.empty() || !plausible(r, date)) return;
    r.add("published", date, origin);
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
  if (r.out.json_ld.has_article) state(r.out.json_ld.article.date_published, "json-ld");
  for (const std::string_view name : kDateNames) state(r.facts.meta(name), std::string("meta ").append(name));
  for (const NodeId n : r.facts.items) {
    const std::string_view prop = r.facts.page.attribute(n, Attr::Itemprop);
    if (prop.find("datePublished") == std::string_view::npos && prop.find("dateCreated") == std::string_view::npos)
      continue;
    if (r.facts.in_other_work(n)) continue;
    state(r.facts.item_text(n), "microdata");
  }
  state(r.out.json_ld.page_date, "json-ld page");
  // <time> near the title, or that says it is the publication's.
  for (const NodeId n : r.facts.times) {
    const std::string_view names = r.facts.page.attribute(n, Attr::Class);
    const bool says =
        lower_ascii(names).find("publish") != std::string::npos || lower_ascii(names).find("entry-date") != std::string::npos;
    const bool updated =
        lower_ascii(names).find("updat") != std::string::npos || lower_ascii(names).find("modif") != std::string::npos;
    if (updated || !(says || in_window(r, n))) continue;
    const std::string_view stamp = r.facts.page.attribute(n, Attr::Datetime);
    state(stamp.empty() ? r.facts.page.flat_text(n) : std::string(stamp), "time element");
  }

  const std::string visible = visible_date(r, machine);
  if (!visible.empty()) r.add("published", visible, "visible text");
  const std::string in_address = date_in_address(r.out.url.value.empty() ? std::string(r.address) : r.out.url.value);
  if (!in_address.empty() && plausible(r, in_address)) r.add("published", in_address, "address");

  if (!machine.empty()) {
    r.out.published = {machine, machine_origin, {}};
    // Markup tends to count in UTC; the page shows the day of its readers.
    if (!visible.empty() && neighbours(visible, machine)) r.out.published = {visible, "visible text", {}};
  } else if (!visible.empty()) {
    r.out.published = {visible, "visible text", {}};
  } else if (!in_address.empty() && plausible(r, in_address)) {
    r.out.published = {in_address, "address", {}};
  }
}

}  // namespace onrecord
