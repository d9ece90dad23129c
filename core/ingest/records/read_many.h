// Inputs that hold many articles: JSON lines, JSON, CSV. One record is read at a time, so memory is that of the largest.
//
//   auto mapping = parse_field_mapping("text=body,published=date");
//   read_articles("crawl.jsonl", source, given, {ManyKind::JsonLines, *mapping}, [&](ReadRecord&& record) {
//     if (record.article) add(*record.article); else warn(record.article.error());
//     return true;                                   // false stops
//   });
//
// The exports of trafilatura, newspaper4k and news-please, and what `onrecord read --format jsonl` prints, are known without
// a mapping. A record that cannot be read is handed on as its error, named "crawl.jsonl:17" by the line it begins on, and the
// next one follows: to go on where a run stopped, skip the lines that are done (`from_line`).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "ingest/article.h"
#include "ingest/fields/given.h"

namespace onrecord {

enum class ManyKind { JsonLines, Json, Csv, Tsv };

// What an input of this name holds: ".jsonl", ".ndjson", ".json", ".csv", ".tsv", each also with ".gz" after it; nothing for
// any other name. The bytes of a packed one must be unpacked by the source.
[[nodiscard]] std::optional<ManyKind> many_kind_of(std::string_view name);

// Which column or key holds which part of an article: {"text", "body"}. Parts: text, html, title, byline, published,
// source, url, language, id.
using FieldMapping = std::vector<std::pair<std::string, std::string>>;

// "text=body,published=date" to pairs; Usage where a part is unknown or the form is another.
[[nodiscard]] Result<FieldMapping> parse_field_mapping(std::string_view text);

struct ManyOptions {
  ManyKind kind = ManyKind::JsonLines;
  FieldMapping mapping;                  // parts that it does not name are looked for under the usual names
  std::uint64_t from_line = 1;           // records that begin before this line are passed over
  std::size_t largest_record = std::size_t{64} << 20U;  // bytes; a larger one is an error and passed by
};

struct ReadRecord {
  std::string where;          // "crawl.jsonl:17"
  std::string id;             // the record's own id where it has one
  std::uint64_t line = 0;     // that it begins on, from 1
  Result<Article> article;    // Article::name is the id, or `where` without one
};

// Fills `to` with at most `most` bytes, returns how many, 0 at the end.
using ByteSource = std::function<std::size_t(char* to, std::size_t most)>;
// Takes one record; false stops the reading.
using RecordSink = std::function<bool(ReadRecord&&)>;

// Errors of the input as a whole (`where` = name): a CSV without a text column, JSON that is no object or list, text in
// another encoding than UTF-8, a given date that is none. Linear.
[[nodiscard]] Result<void> read_articles(std::string_view name, const ByteSource& source, const GivenMetadata& given,
                                         const ManyOptions& options, const RecordSink& sink);

// The same over bytes in memory.
[[nodiscard]] Result<void> read_articles(std::string_view name, std::string_view bytes, const GivenMetadata& given,
                                         const ManyOptions& options, const RecordSink& sink);

}  // namespace onrecord
