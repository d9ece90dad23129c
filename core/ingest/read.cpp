#include "ingest/read.h"

#include <algorithm>
#include <utility>

#include "base/iso_date.h"
#include "fetch/unpack.h"
#include "ingest/fields/text_date.h"
#include "ingest/html/html_article.h"
#include "ingest/plain/plain_text.h"
#include "ingest/records/front_matter.h"
#include "ingest/records/record_article.h"
#include "text/ascii.h"
#include "text/encoding.h"

namespace onrecord {
namespace {

// The encoding named after "charset=" or "encoding=" in a header or a page's first bytes; empty where none is.
std::string named_charset(std::string_view head) {
  const std::string low = lower_ascii(head);
  for (const std::string_view key : {"charset=", "encoding="}) {
    for (std::size_t at = low.find(key); at != std::string::npos; at = low.find(key, at + 1)) {
      std::size_t begin = at + key.size();
      while (begin < low.size() && (low[begin] == '"' || low[begin] == '\'' || low[begin] == ' ')) ++begin;
      std::size_t end = begin;
      while (end < low.size() && end - begin < 40 &&
             ((low[end] >= 'a' && low[end] <= 'z') || (low[end] >= '0' && low[end] <= '9') || low[end] == '-' ||
              low[end] == '_' || low[end] == ':'))
        ++end;
      if (end > begin + 2) return low.substr(begin, end - begin);
    }
  }
  return {};
}

// "<!-- saved from url=(0046)https://example.org/a -->": browsers write where a saved page came from.
std::string saved_from(std::string_view head) {
  const auto at = head.find("saved from url=(");
  if (at == std::string_view::npos) return {};
  const auto close = head.find(')', at);
  if (close == std::string_view::npos) return {};
  const std::string_view rest = head.substr(close + 1);
  return std::string(rest.substr(0, std::min(rest.find_first_of(" \t\r\n>"), rest.size())));
}

Error at(std::string_view name, Error error) {
  error.where = std::string(name);
  return error;
}

// The text behind its first `begin` bytes, which are nobody's words.
PlainText analyse_behind(std::string_view text, std::size_t begin, bool titled) {
  PlainText parts = analyse_plain_text(text.substr(begin), titled);
  const auto by = static_cast<std::uint32_t>(begin);
  const auto shift = [by](Span& span) { if (!span.empty()) span = {span.begin + by, span.end + by}; };
  for (Block& block : parts.blocks) shift(block.source_span);
  for (Field* field : {&parts.title, &parts.byline, &parts.dateline, &parts.source, &parts.agency, &parts.published})
    shift(field->source_span);
  const std::size_t last = text.substr(0, begin).find_last_not_of(" \t\r\n");
  parts.blocks.insert(parts.blocks.begin(), Block{Role::Boilerplate, {0, static_cast<std::uint32_t>(last + 1)}, {}});
  return parts;
}

Article read_plain(std::string_view name, std::string text, const GivenMetadata& given) {
  Article article;
  article.name = std::string(name);
  article.text = std::move(text);
  const std::optional<FrontMatter> front = find_front_matter(article.text);
  const bool titled = !given.title.empty() || (front && front->value("title"));
  PlainText parts = front ? analyse_behind(article.text, front->end, titled) : analyse_plain_text(article.text, titled);
  put_plain_text(std::move(parts), article);
  if (front) {
    RecordParts stated = parts_of_record(*front, {});
    put_parts(stated, "front matter", article);
  }
  return article;
}

}  // namespace

Result<Article> read_article(std::string_view name, std::string_view bytes, const GivenMetadata& given) {
  return read_article(name, bytes, given, {});
}

Result<Article> read_article(std::string_view name, std::string_view bytes, const GivenMetadata& unchecked,
                             const InputOrigin& origin) {
  auto given = check_given(name, unchecked);
  if (!given) return given.error();
  std::string unpacked;
  if (is_packed(bytes)) {
    auto result = unpack(bytes);
    if (!result) return at(name, result.error());
    unpacked = std::move(*result);
    bytes = unpacked;
  }
  const std::string_view head = bytes.substr(0, 4096);
  const bool page = looks_like_html(head) || lower_ascii(origin.content_type).find("html") != std::string::npos;
  std::string charset = named_charset(origin.content_type);
  if (charset.empty() && page) charset = named_charset(head);
  // In a page a wrong byte is shown as one; in a text file it means that the encoding is another.
  auto decoded = decode_text(bytes, charset, page ? DecodeMode::Lenient : DecodeMode::Strict);
  if (!decoded) return at(name, decoded.error());
  Article article;
  if (page || looks_like_html(decoded->text)) {
    PageOrigin from{origin.address.empty() ? saved_from(head) : origin.address, origin.captured_on};
    auto read = read_page(name, decoded->text, from);
    if (!read) return read.error();
    article = std::move(*read);
  } else {
    article = read_plain(name, std::move(decoded->text), *given);
    if (!origin.address.empty()) {
      article.url = {origin.address, "address", {}};
      article.candidates.push_back({"url", origin.address, "address", true});
    }
  }
  if (const auto date = origin.address.empty() ? date_in_file_name(name) : std::nullopt) {
    const bool wins = article.published.value.empty();
    article.candidates.push_back({"published", format_iso_date(*date), "file name", wins});
    if (wins) article.published = {format_iso_date(*date), "file name", {}};
  }
  put_given(*given, article);
  return article;
}

}  // namespace onrecord
