#include <simdjson.h>

#include <algorithm>
#include <cstring>

#include "ingest/records/csv_reader.h"
#include "ingest/records/record_article.h"
#include "ingest/records/record_readers.h"

namespace onrecord {
namespace {

namespace dom = simdjson::dom;

class JsonObject : public RecordValues {
 public:
  explicit JsonObject(dom::object object) : object_(object) {}

  [[nodiscard]] std::optional<std::string> value(std::string_view name) const override {
    dom::element found;
    if (object_[name].get(found) == simdjson::SUCCESS) return text_of(found, 0);
    for (const auto& [key, value] : object_)
      if (is_same_key(key, name)) return text_of(value, 0);
    return {};
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

Error bad_json(std::string where, std::string message, std::string hint) {
  return {ErrorCode::BadInput, std::move(message), std::move(where), std::move(hint)};
}

ReadRecord record_of(std::string_view name, std::uint64_t line, dom::element element, const GivenMetadata& given,
                     const FieldMapping& mapping) {
  const std::string where = std::string(name) + ":" + std::to_string(line);
  dom::object object;
  if (element.get_object().get(object) != simdjson::SUCCESS) {
    return {where, "", line,
            bad_json(where, "not a JSON object", "each line holds one article: {\"text\": \"…\", \"title\": \"…\"}")};
  }
  RecordParts parts = parts_of_record(JsonObject(object), mapping);
  std::string id = parts["id"];
  return {where, std::move(id), line, article_of_record(where, std::move(parts), given, false)};
}

// Whether the first line that holds anything is an object by itself.
bool is_json_lines(std::string_view text) {
  text = trim_ascii(text);
  dom::parser parser;
  dom::element element;
  const std::string first(text.substr(0, text.find('\n')));
  return first.size() < text.size() && first.starts_with('{') && parser.parse(first).get(element) == simdjson::SUCCESS;
}

}  // namespace

Result<void> read_json_lines(std::string_view name, const ByteSource& source, const GivenMetadata& given,
                             const ManyOptions& options, const RecordSink& sink) {
  Bytes bytes(source);
  dom::parser parser;
  std::string line;
  bool cut = false;
  if (bytes.begins_as_utf16()) return in_utf16(name);
  for (std::uint64_t number = 1; bytes.line(line, options.largest_record, cut); ++number) {
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (number < options.from_line || trim_ascii(line).empty()) continue;
    const std::string where = std::string(name) + ":" + std::to_string(number);
    dom::element element;
    ReadRecord record{
        where, "", number,
        bad_json(where, "larger than " + std::to_string(options.largest_record >> 20U) + " MB", "split it into articles")};
    if (!cut) {
      if (parser.parse(line).get(element) != simdjson::SUCCESS) {
        record.article = bad_json(where, "no valid JSON", "mend the line or leave it out; the others are read");
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
      return bad_json(std::string(name), "JSON of more than 256 MB",
                 "write it as JSON lines, one article a line: jq -c '.[]'");
  }
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return in_utf16(name);
  dom::parser parser;
  dom::element root;
  if (parser.parse(text).get(root) != simdjson::SUCCESS) {
    if (is_json_lines(text)) {  // a crawler's JSON lines under a name that ends in .json
      std::size_t at = 0;
      const ByteSource again = [&](char* to, std::size_t most) {
        const std::size_t size = std::min(most, text.size() - at);
        std::memcpy(to, text.data() + at, size);
        at += size;
        return size;
      };
      return read_json_lines(name, again, given, options, sink);
    }
    return bad_json(std::string(name), "no valid JSON",
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

}  // namespace onrecord
