#include "ingest/read_many.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <map>

#include "base/iso_date.h"
#include "ingest/byline.h"
#include "ingest/csv_reader.h"
#include "ingest/html_article.h"
#include "ingest/html_meta.h"
#include "ingest/plain_text.h"
#include "text/encoding.h"

namespace onrecord {
namespace {

namespace dom = simdjson::dom;

constexpr std::string_view kParts[] = {"text",   "html", "title",    "byline", "published",
                                       "source", "url",  "language", "id"};

// The usual names of each part, in the order of trust: our own, trafilatura's, newspaper4k's, news-please's, schema.org's.
const std::vector<std::pair<std::string_view, std::vector<std::string_view>>>& usual_names() {
  static const std::vector<std::pair<std::string_view, std::vector<std::string_view>>> kNames = {
      {"text",
       {"text", "maintext", "body", "articleBody", "article_body", "content", "article_text", "full_text", "fulltext",
        "raw_text", "story", "article_content", "plain_text"}},
      {"html", {"html", "raw_html", "article_html", "content_html"}},
      {"title", {"title", "headline", "title_page", "header"}},
      {"byline", {"byline", "author", "authors", "writer"}},
      {"published",
       {"published", "date", "date_publish", "publish_date", "published_at", "datePublished", "date_published",
        "pub_date", "published_date", "publication_date", "publishedAt", "created_at", "timestamp"}},
      {"source",
       {"publisher", "source", "sitename", "site_name", "source_name", "outlet", "newspaper", "source-hostname",
        "source_domain", "hostname", "domain", "site"}},
      {"url", {"url", "canonical_link", "link", "source_url", "address", "permalink", "uri"}},
      {"language", {"language", "lang", "meta_lang", "inLanguage"}},
      {"id", {"id", "_id", "article", "article_id", "fingerprint", "guid", "uuid"}}};
  return kNames;
}

// The parts of one record by their names here.
using Parts = std::map<std::string, std::string, std::less<>>;

// Of bytes that nobody has yet found to be UTF-8.
std::string_view trim_ascii(std::string_view text) {
  const auto space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  return text;
}

bool is_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

// Key or column to value of one record, as it came.
class Source {
 public:
  virtual ~Source() = default;
  // The value under `name` as text; nothing where there is none. Lists are joined by "; ".
  [[nodiscard]] virtual std::optional<std::string> value(std::string_view name) const = 0;
};

Parts parts_of(const Source& record, const FieldMapping& mapping) {
  Parts parts;
  for (const auto& [part, names] : usual_names()) {
    const auto mapped = std::find_if(mapping.begin(), mapping.end(),
                                     [wanted = part](const auto& pair) { return pair.first == wanted; });
    if (mapped != mapping.end()) {
      if (auto value = record.value(mapped->second)) parts[std::string(part)] = std::move(*value);
      continue;
    }
    for (const std::string_view name : names) {
      auto value = record.value(name);
      if (!value || value->empty()) continue;
      // trafilatura's "source" is an address, others' is a name.
      if (part == "source" && is_address(*value)) {
        if (parts.find("url") == parts.end() && name == "source") parts["url"] = *value;
        continue;
      }
      parts[std::string(part)] = std::move(*value);
      break;
    }
  }
  return parts;
}

Error bad(std::string where, std::string message, std::string hint) {
  return {ErrorCode::BadInput, std::move(message), std::move(where), std::move(hint)};
}

Result<Article> article_of(const std::string& where, Parts parts, const GivenMetadata& given, bool names_known) {
  for (const auto& [part, value] : parts) {
    if (part != "text" && part != "html" && invalid_utf8_at(value) != value.size()) {
      return bad(where, "invalid UTF-8 in its " + part, "convert the file to UTF-8: iconv -f ENCODING -t UTF-8 FILE");
    }
  }
  const std::string name = parts["id"].empty() ? where : parts["id"];
  Article article;
  const std::string& text = parts["text"];
  if (trim_ascii(text).empty() && !trim_ascii(parts["html"]).empty()) {
    auto html = decode_text(parts["html"], "", DecodeMode::Lenient);
    if (!html) {
      Error error = html.error();
      error.where = where;
      return error;
    }
    auto read = read_page(where, html->text, {parts["url"], ""});
    if (!read) return read.error();
    article = std::move(*read);
  } else {
    if (trim_ascii(text).empty()) {
      return bad(where, names_known ? "the record's text is empty" : "the record has no text",
                 "say which key or column holds it: --map text=NAME");
    }
    auto decoded = decode_text(text, "");
    if (!decoded) {
      Error error = decoded.error();
      error.where = where;
      return error;
    }
    article.text = std::move(decoded->text);
    PlainText plain = analyse_plain_text(article.text, !parts["title"].empty());
    article.blocks = std::move(plain.blocks);
    article.title = std::move(plain.title);
    article.byline = std::move(plain.byline);
    article.dateline = std::move(plain.dateline);
    article.source = std::move(plain.source);
    article.agency = std::move(plain.agency);
    article.published = std::move(plain.published);
  }
  article.name = name;
  const auto put = [&](const char* part, Field& field, std::string value) {
    if (!field.value.empty()) article.candidates.push_back({part, field.value, field.origin, value.empty()});
    if (value.empty()) return;
    article.candidates.push_back({part, value, "record", true});
    field = {std::move(value), "record", {}};
  };
  put("title", article.title, parts["title"]);
  std::string names = byline_names(parts["byline"]);
  if (names.empty() && !is_address(parts["byline"])) names = parts["byline"];
  put("byline", article.byline, std::move(names));
  put("source", article.source, parts["source"]);
  put("url", article.url, parts["url"]);
  std::string language = parts["language"].substr(0, parts["language"].find_first_of("-_"));
  put("language", article.language, language.size() == 2 ? language : std::string());
  std::string date = machine_date(parts["published"]);
  if (date.empty()) {
    if (const auto coarse = parse_iso_date(parts["published"])) date = format_iso_date(*coarse);
  }
  put("published", article.published, std::move(date));
  put_given(given, article);
  return article;
}

// --- JSON ---

class JsonSource : public Source {
 public:
  explicit JsonSource(dom::object object) : object_(object) {}

  [[nodiscard]] std::optional<std::string> value(std::string_view name) const override {
    dom::element found;
    if (object_[name].get(found) != simdjson::SUCCESS) return {};
    return text_of(found, 0);
  }

 private:
  static std::optional<std::string> text_of(dom::element element, int depth) {
    std::string_view text;
    if (element.get_string().get(text) == simdjson::SUCCESS) return std::string(text);
    std::int64_t number = 0;
    if (element.get_int64().get(number) == simdjson::SUCCESS) return std::to_string(number);
    dom::array list;
    if (depth < 3 && element.get_array().get(list) == simdjson::SUCCESS) {
      std::string joined;
      for (dom::element one : list) {
        if (auto part = text_of(one, depth + 1); part && !part->empty()) {
          if (!joined.empty()) joined += "; ";
          joined += *part;
        }
      }
      return joined;
    }
    dom::object object;
    if (depth < 3 && element.get_object().get(object) == simdjson::SUCCESS) {
      dom::element name;
      if (object["name"].get(name) == simdjson::SUCCESS) return text_of(name, depth + 1);
    }
    return {};
  }

  dom::object object_;
};

ReadRecord record_of(std::string_view name, std::uint64_t line, dom::element element, const GivenMetadata& given,
                     const FieldMapping& mapping) {
  const std::string where = std::string(name) + ":" + std::to_string(line);
  dom::object object;
  if (element.get_object().get(object) != simdjson::SUCCESS) {
    return {where, "", line,
            bad(where, "not a JSON object", "each line holds one article: {\"text\": \"…\", \"title\": \"…\"}")};
  }
  Parts parts = parts_of(JsonSource(object), mapping);
  std::string id = parts["id"];
  return {where, std::move(id), line, article_of(where, std::move(parts), given, false)};
}

Result<void> read_json_lines(std::string_view name, const ByteSource& source, const GivenMetadata& given,
                             const ManyOptions& options, const RecordSink& sink) {
  Bytes bytes(source);
  dom::parser parser;
  std::string line;
  bool cut = false;
  for (std::uint64_t number = 1; bytes.line(line, options.largest_record, cut); ++number) {
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (number < options.from_line || trim_ascii(line).empty()) continue;
    const std::string where = std::string(name) + ":" + std::to_string(number);
    dom::element element;
    ReadRecord record{
        where, "", number,
        bad(where, "larger than " + std::to_string(options.largest_record >> 20U) + " MB", "split it into articles")};
    if (!cut) {
      if (parser.parse(line).get(element) != simdjson::SUCCESS) {
        record.article = bad(where, "no valid JSON", "mend the line or leave it out; the others are read");
      } else {
        record = record_of(name, number, element, given, options.mapping);
      }
    }
    if (!sink(std::move(record))) break;
  }
  return {};
}

Result<void> read_json(std::string_view name, const ByteSource& source, const GivenMetadata& given,
                       const ManyOptions& options, const RecordSink& sink) {
  constexpr std::size_t kMost = std::size_t{256} << 20U;
  std::string text;
  std::string buffer(std::size_t{1} << 16U, '\0');
  for (std::size_t got = source(buffer.data(), buffer.size()); got > 0; got = source(buffer.data(), buffer.size())) {
    text.append(buffer, 0, got);
    if (text.size() > kMost)
      return bad(std::string(name), "JSON of more than 256 MB",
                 "write it as JSON lines, one article a line: jq -c '.[]'");
  }
  dom::parser parser;
  dom::element root;
  if (parser.parse(text).get(root) != simdjson::SUCCESS) {
    return bad(std::string(name), "no valid JSON",
               "one object, or a list of them; for one object a line name the file .jsonl");
  }
  dom::array list;
  if (root.get_array().get(list) == simdjson::SUCCESS) {
    std::uint64_t number = 0;
    for (dom::element one : list) {
      if (++number < options.from_line) continue;
      if (!sink(record_of(name, number, one, given, options.mapping))) break;
    }
    return {};
  }
  sink(record_of(name, 1, root, given, options.mapping));
  return {};
}

// --- CSV ---

class CsvSource : public Source {
 public:
  CsvSource(const std::vector<std::string>& header, const std::vector<std::string>& fields)
      : header_(header), fields_(fields) {}

  [[nodiscard]] std::optional<std::string> value(std::string_view name) const override {
    for (std::size_t i = 0; i < header_.size() && i < fields_.size(); ++i) {
      if (header_[i] == name) return fields_[i];
    }
    return {};
  }

 private:
  const std::vector<std::string>& header_;
  const std::vector<std::string>& fields_;
};

Result<void> read_csv(std::string_view name, const ByteSource& source, const GivenMetadata& given,
                      const ManyOptions& options, const RecordSink& sink) {
  CsvReader csv(source, options.kind == ManyKind::Tsv ? '\t' : '\0', options.largest_record);
  CsvRow header;
  if (!csv.next(header))
    return bad(std::string(name), "empty: there is no header",
               "the first row names the columns: text,title,published,…");
  if (!header.fields.empty() && header.fields.front().starts_with("\xEF\xBB\xBF")) header.fields.front().erase(0, 3);
  for (std::string& column : header.fields) column = std::string(trim_ascii(column));
  for (const auto& [part, column] : options.mapping) {
    if (std::find(header.fields.begin(), header.fields.end(), column) == header.fields.end()) {
      std::string columns;
      for (const std::string& c : header.fields) columns += (columns.empty() ? "" : ", ") + c;
      return bad(std::string(name), "no column \"" + column + "\" for " + part,
                 "its columns: " + columns.substr(0, 300));
    }
  }
  bool has_text = std::any_of(options.mapping.begin(), options.mapping.end(),
                              [](const auto& pair) { return pair.first == "text" || pair.first == "html"; });
  for (const auto& [part, names] : usual_names()) {
    if (part != "text" && part != "html") continue;
    for (const std::string_view usual : names)
      has_text = has_text || std::find(header.fields.begin(), header.fields.end(), usual) != header.fields.end();
  }
  if (!has_text) {
    std::string columns;
    for (const std::string& c : header.fields) columns += (columns.empty() ? "" : ", ") + c;
    return bad(std::string(name), "no column holds the text",
               "say which: --map text=COLUMN; its columns: " + columns.substr(0, 300));
  }
  CsvRow row;
  while (csv.next(row)) {
    if (row.line < options.from_line) continue;
    const std::string where = std::string(name) + ":" + std::to_string(row.line);
    if (row.error.empty() && row.fields.size() != header.fields.size()) {
      row.error =
          std::to_string(row.fields.size()) + " fields where the header has " + std::to_string(header.fields.size());
    }
    if (!row.error.empty()) {
      if (!sink(ReadRecord{where, "", row.line, bad(where, row.error, "mend the row; the others are read")})) break;
      continue;
    }
    Parts parts = parts_of(CsvSource(header.fields, row.fields), options.mapping);
    std::string id = parts["id"];
    if (!sink(ReadRecord{where, std::move(id), row.line, article_of(where, std::move(parts), given, true)})) break;
  }
  return {};
}

}  // namespace

std::optional<ManyKind> many_kind_of(std::string_view name) {
  std::string low(name);
  for (char& c : low) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  for (const std::string_view packed : {".gz", ".zst"}) {
    if (low.ends_with(packed)) low.erase(low.size() - packed.size());
  }
  if (low.ends_with(".jsonl") || low.ends_with(".ndjson") || low.ends_with(".jsonlines")) return ManyKind::JsonLines;
  if (low.ends_with(".json")) return ManyKind::Json;
  if (low.ends_with(".csv")) return ManyKind::Csv;
  if (low.ends_with(".tsv")) return ManyKind::Tsv;
  return {};
}

Result<FieldMapping> parse_field_mapping(std::string_view text) {
  FieldMapping mapping;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const std::string_view pair = text.substr(begin, end - begin);
    begin = end + 1;
    const auto equals = pair.find('=');
    const std::string hint =
        "as in text=body,published=date; the parts are text, html, title, byline, published, source, url, language, id";
    if (equals == std::string_view::npos || equals == 0 || equals + 1 == pair.size()) {
      return Error{ErrorCode::Usage, "\"" + std::string(pair) + "\" maps nothing", "--map", hint};
    }
    const std::string part(pair.substr(0, equals));
    if (std::find(std::begin(kParts), std::end(kParts), part) == std::end(kParts)) {
      return Error{ErrorCode::Usage, "an article has no \"" + part + "\"", "--map", hint};
    }
    mapping.emplace_back(part, std::string(pair.substr(equals + 1)));
  }
  return mapping;
}

Result<void> read_articles(std::string_view name, const ByteSource& source, const GivenMetadata& unchecked,
                           const ManyOptions& options, const RecordSink& sink) {
  auto given = check_given(name, unchecked);
  if (!given) return given.error();
  switch (options.kind) {
    case ManyKind::JsonLines: return read_json_lines(name, source, *given, options, sink);
    case ManyKind::Json: return read_json(name, source, *given, options, sink);
    case ManyKind::Csv: case ManyKind::Tsv: break;
  }
  return read_csv(name, source, *given, options, sink);
}

Result<void> read_articles(std::string_view name, std::string_view bytes, const GivenMetadata& given,
                           const ManyOptions& options, const RecordSink& sink) {
  std::size_t at = 0;
  const ByteSource source = [&](char* to, std::size_t most) {
    const std::size_t size = std::min(most, bytes.size() - at);
    std::memcpy(to, bytes.data() + at, size);
    at += size;
    return size;
  };
  return read_articles(name, source, given, options, sink);
}

}  // namespace onrecord
