#include "ingest/records/record_article.h"

#include <algorithm>

#include "base/iso_date.h"
#include "ingest/fields/byline.h"
#include "ingest/fields/machine_date.h"
#include "ingest/html/html_article.h"
#include "ingest/plain/plain_text.h"
#include "text/ascii.h"
#include "text/encoding.h"

namespace onrecord {
namespace {

struct UsualNames {
  std::string_view part;
  std::vector<std::string_view> names;
};

const std::vector<UsualNames>& all_usual_names() {
  static const std::vector<UsualNames> kNames = {
      {"text",
       {"text", "maintext", "body", "articleBody", "article_body", "content", "article_text", "full_text", "fulltext",
        "raw_text", "story", "article_content", "plain_text"}},
      {"html", {"html", "raw_html", "article_html", "content_html"}},
      {"title", {"title", "headline", "title_page", "title_rss", "header"}},
      {"byline", {"byline", "author", "authors", "writer"}},
      {"published",
       {"published", "date", "date_publish", "publish_date", "published_at", "datePublished", "date_published",
        "pub_date", "published_date", "publication_date", "publishedAt", "created_at", "timestamp"}},
      {"url", {"url", "canonical_link", "link", "source_url", "address", "permalink", "uri"}},
      {"source",
       {"publisher", "source", "sitename", "site_name", "meta_site_name", "source_name", "outlet", "newspaper",
        "source-hostname", "source_domain", "hostname", "domain", "site", "source_url"}},
      {"language", {"language", "lang", "meta_lang", "inLanguage"}},
      {"id", {"id", "_id", "article", "article_id", "fingerprint", "guid", "uuid"}}};
  return kNames;
}

Error bad_record(std::string where, std::string message, std::string hint) {
  return {ErrorCode::BadInput, std::move(message), std::move(where), std::move(hint)};
}

// How programs write that there is nothing.
bool says_nothing(std::string_view value) {
  const std::string low = lower_ascii(trim_ascii(value));
  return low.empty() || low == "null" || low == "none" || low == "nan" || low == "n/a" || low == "[]";
}

// "harbourpost.example" of "https://www.harbourpost.example/"; empty where the address leads further than to a site.
std::string site_of_address(std::string_view address) {
  std::string_view host = address.substr(address.find("://") + 3);
  while (host.ends_with('/')) host.remove_suffix(1);
  if (host.find_first_of("/?#") != std::string_view::npos) return {};
  if (host.starts_with("www.")) host.remove_prefix(4);
  return lower_ascii(host);
}

// "['Ana Reyes', \"Joel O'Marsh\"]", a list as Python prints one, to "Ana Reyes; Joel O'Marsh"; anything else as it is.
std::string names_of_python_list(const std::string& value) {
  if (!value.starts_with('[') || !value.ends_with(']') || value.size() < 4 || (value[1] != '\'' && value[1] != '"')) return value;
  std::string out;
  for (std::size_t at = 1; at + 1 < value.size();) {
    const char mark = value[at];
    if (mark != '\'' && mark != '"') return value;
    std::string name;
    std::size_t end = at + 1;
    for (; end + 1 < value.size() && value[end] != mark; ++end) {
      if (value[end] == '\\') ++end;
      name += value[end];
    }
    if (!name.empty()) out += (out.empty() ? "" : "; ") + name;
    at = end + 1;
    if (value.substr(at, 2) == ", ") at += 2;
    else if (at + 1 < value.size()) return value;
  }
  return out;
}

void read_text(std::string text, bool has_title, Article& article) {
  article.text = std::move(text);
  put_plain_text(analyse_plain_text(article.text, has_title), article);
}

}  // namespace

std::string_view trim_ascii(std::string_view text) {
  const auto space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  return text;
}

bool is_same_key(std::string_view a, std::string_view b) {
  const auto next = [](std::string_view& text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '-' || text.front() == '_')) text.remove_prefix(1);
    if (text.empty()) return '\0';
    const char c = text.front();
    text.remove_prefix(1);
    return lower_ascii(c);
  };
  for (;;) {
    const char c = next(a);
    if (c != next(b)) return false;
    if (c == '\0') return true;
  }
}

bool is_full_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

std::span<const std::string_view> usual_names_of(std::string_view part) {
  for (const UsualNames& usual : all_usual_names()) {
    if (usual.part == part) return usual.names;
  }
  return {};
}

RecordParts parts_of_record(const RecordValues& record, const FieldMapping& mapping) {
  RecordParts parts;
  for (const auto& [part, names] : all_usual_names()) {
    const auto mapped = std::find_if(mapping.begin(), mapping.end(),
                                     [wanted = part](const auto& pair) { return pair.first == wanted; });
    if (mapped != mapping.end()) {
      if (auto value = record.value(mapped->second)) parts[std::string(part)] = std::move(*value);
      continue;
    }
    for (const std::string_view name : names) {
      // A column that is given to one part is no other's by its name.
      if (std::any_of(mapping.begin(), mapping.end(), [&](const auto& pair) { return is_same_key(pair.second, name); })) continue;
      auto value = record.value(name);
      if (!value || value->empty()) continue;
      if (part != "text" && part != "html" && says_nothing(*value)) continue;
      if (is_full_address(*value)) {
        // "source_url" is one exporter's name for the site and another's for the article.
        const std::string site = site_of_address(*value);
        if (part == "url" && name == "source_url" && !site.empty()) continue;
        if (part == "source") {
          // trafilatura's "source" is the article's address, others' is a name.
          if (parts.find("url") == parts.end() && name == "source") parts["url"] = *value;
          if (site.empty()) continue;
          *value = site;
        }
      }
      if (part == "source" && value->starts_with("www.")) value->erase(0, 4);
      parts[std::string(part)] = std::move(*value);
      break;
    }
  }
  return parts;
}

void put_parts(RecordParts& parts, const char* origin, Article& article) {
  const auto put = [&](const char* part, Field& field, std::string value) {
    if (value.empty()) return;
    for (FieldCandidate& c : article.candidates) c.won = c.won && c.field != part;
    article.candidates.insert(article.candidates.begin(), FieldCandidate{part, value, origin, true});
    field = {std::move(value), origin, {}};
  };
  put("title", article.title, parts["title"]);
  const std::string stated = names_of_python_list(parts["byline"]);
  std::string names = byline_names(stated);
  if (names.empty() && !is_full_address(stated)) names = stated;
  put("byline", article.byline, std::move(names));
  put("source", article.source, parts["source"]);
  put("url", article.url, parts["url"]);
  const std::string language = parts["language"].substr(0, parts["language"].find_first_of("-_"));
  put("language", article.language, language.size() == 2 ? language : std::string());
  std::string date = machine_date(parts["published"]);
  if (date.empty()) {
    if (const auto coarse = parse_iso_date(parts["published"])) date = format_iso_date(*coarse);
  }
  put("published", article.published, std::move(date));
}

Result<Article> article_of_record(const std::string& where, RecordParts parts, const GivenMetadata& given,
                                  bool names_known) {
  for (const auto& [part, value] : parts) {
    if (part != "text" && part != "html" && invalid_utf8_at(value) != value.size()) {
      return bad_record(where, "invalid UTF-8 in its " + part, "convert the file to UTF-8: iconv -f ENCODING -t UTF-8 FILE");
    }
  }
  const auto located = [&](Error error) {
    error.where = where;
    return error;
  };
  Article article;
  const std::string& text = parts["text"];
  if (trim_ascii(text).empty() && !trim_ascii(parts["html"]).empty()) {
    auto html = decode_text(parts["html"], "", DecodeMode::Lenient);
    if (!html) return located(html.error());
    auto read = read_page(where, html->text, {parts["url"], ""});
    if (!read) return read.error();
    article = std::move(*read);
  } else {
    if (trim_ascii(text).empty()) {
      return bad_record(where, names_known ? "the record's text is empty" : "the record has no text",
                        "say which key or column holds it: --map text=NAME");
    }
    auto decoded = decode_text(text, "");
    if (!decoded) return located(decoded.error());
    read_text(std::move(decoded->text), !parts["title"].empty(), article);
  }
  article.name = parts["id"].empty() ? where : parts["id"];
  put_parts(parts, "record", article);
  put_given(given, article);
  return article;
}

}  // namespace onrecord
