#include "ingest/records/read_many.h"

#include <algorithm>
#include <cstring>

#include "ingest/records/record_readers.h"
#include "text/ascii.h"

namespace onrecord {
namespace {

constexpr std::string_view kParts[] = {"text",   "html", "title",    "byline", "published",
                                       "source", "url",  "language", "id"};

}  // namespace

std::optional<ManyKind> many_kind_of(std::string_view name) {
  std::string low = lower_ascii(name);
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
