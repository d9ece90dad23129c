#include "score/rows.h"

#include <simdjson.h>

#include <algorithm>

#include "text/code_points.h"

namespace onrecord {
namespace {

using simdjson::dom::element;

std::string text_of(simdjson::simdjson_result<element> value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::optional<Span> span_of(simdjson::simdjson_result<element> value, const CodePoints& points) {
  std::uint64_t start = 0;
  std::uint64_t end = 0;
  if (value["start"].get(start) != simdjson::SUCCESS || value["end"].get(end) != simdjson::SUCCESS) return std::nullopt;
  constexpr std::uint64_t kMost = 0xFFFFFFFFU;
  return Span{points.to_byte(static_cast<std::uint32_t>(std::min(start, kMost))),
              points.to_byte(static_cast<std::uint32_t>(std::min(end, kMost)))};
}

std::vector<Span> spans_of(simdjson::simdjson_result<element> value, const CodePoints& points) {
  const auto span = span_of(value, points);
  return span && !span->empty() ? std::vector<Span>{*span} : std::vector<Span>();
}

StatementKind kind_of(std::string_view word) {
  if (word == "direct") return StatementKind::Direct;
  return word == "mixed" ? StatementKind::Mixed : StatementKind::Indirect;
}

Act act_of(std::string_view word) {
  if (word == "speech_act") return Act::SpeechAct;
  if (word == "attitude") return Act::Attitude;
  return word == "no_comment" ? Act::NoComment : Act::Statement;
}

std::string article_name(std::string_view path) {
  std::string name(path.substr(path.find_last_of('/') + 1));
  if (name.ends_with(".txt")) name.resize(name.size() - 4);
  return name;
}

// A row, or what is wrong with it; nothing when it is of a kind that is not scored.
Result<std::optional<ScoredRow>> row_of(element line, const GoldArticle& article, const CodePoints& points) {
  ScoredRow row;
  row.act = act_of(text_of(line["act"]));
  const bool nested = line["within"].error() == simdjson::SUCCESS && !line["within"].is_null();
  const bool in_title = text_of(line["place"]) == "title";
  simdjson::dom::array spans;
  if (line["spans"].get(spans) != simdjson::SUCCESS) return Error{ErrorCode::BadInput, "no spans", {}, {}};
  std::string words;
  for (const element span : spans) {
    const auto bytes = span_of(element(span), points);
    if (!bytes) return Error{ErrorCode::BadInput, "a span without start and end", {}, {}};
    row.content.push_back(*bytes);
    words.append(words.empty() ? "" : " ").append(slice(article.text, *bytes));
  }
  std::string_view text;
  if (line["text"].get(text) == simdjson::SUCCESS && text != words) {
    if (in_title) return std::optional<ScoredRow>();  // its offsets count in a title outside the text
    return Error{ErrorCode::BadInput, "the spans hold \"" + words + "\", not \"" + std::string(text) + "\"", {}, {}};
  }
  if (nested || row.act == Act::NoComment) return std::optional<ScoredRow>();
  row.kind = kind_of(text_of(line["kind"]));
  row.cue = spans_of(line["cue"], points);
  row.mention = spans_of(line["mention"], points);
  row.speaker = text_of(line["speaker"]["name"]);
  const std::string kind = text_of(line["speaker"]["kind"]);
  bool unnamed = false;
  if (line["speaker"]["unnamed"].get(unnamed) != simdjson::SUCCESS) unnamed = false;
  row.named = !row.speaker.empty() && !unnamed && (kind == "person" || kind == "organization");
  row.said_on = text_of(line["said_on"]);
  row.rule = text_of(line["rule"]);
  double confidence = 0;
  if (line["confidence"].get(confidence) == simdjson::SUCCESS) row.confidence = static_cast<float>(confidence);
  std::uint64_t n = 0;
  if (line["n"].get(n) == simdjson::SUCCESS) row.id = std::to_string(n);
  row.labelled = true;
  return std::optional<ScoredRow>(std::move(row));
}

}  // namespace

std::vector<ScoredRow> rows_of(const Article& article, const std::vector<Statement>& statements) {
  std::vector<ScoredRow> rows;
  for (const Statement& s : statements) {
    if (s.within >= 0 || s.act == Act::NoComment) continue;
    if (s.place == Place::Title && article.title.source_span.empty()) continue;
    ScoredRow row;
    row.kind = s.kind;
    row.act = s.act;
    row.content = s.content;
    if (!s.cue.empty()) row.cue = {s.cue};
    if (!s.mention.empty()) row.mention = {s.mention};
    if (s.speaker) {
      row.speaker = s.speaker->name;
      row.named = !s.speaker->unnamed && (s.speaker->kind == SpeakerKind::Person || s.speaker->kind == SpeakerKind::Organization);
    }
    row.said_on = s.said_on;
    row.rule = s.rule;
    row.confidence = s.confidence;
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<std::map<std::string, std::vector<ScoredRow>>> parse_rows(std::string_view name, std::string_view lines,
                                                                 const std::vector<GoldArticle>& articles) {
  std::map<std::string, const GoldArticle*, std::less<>> by_name;
  for (const GoldArticle& article : articles) by_name.emplace(article.name, &article);
  std::map<std::string, std::vector<ScoredRow>> out;
  simdjson::dom::parser parser;
  CodePoints points;
  const GoldArticle* current = nullptr;
  std::size_t number = 0;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    const std::string_view line = lines.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const std::string where = std::string(name) + ":" + std::to_string(number);
    element parsed;
    if (const auto error = parser.parse(line.data(), line.size()).get(parsed); error != simdjson::SUCCESS) {
      return Error{ErrorCode::BadInput, std::string("not a line of JSON: ") + simdjson::error_message(error), where,
                   "write the file with onrecord extract --format jsonl"};
    }
    const std::string path = text_of(parsed["article"]);
    if (path.empty()) return Error{ErrorCode::BadInput, "no \"article\" on the line", where, {}};
    const auto found = by_name.find(article_name(path));
    if (found == by_name.end()) continue;
    if (found->second != current) {
      current = found->second;
      points.reset(current->text);
    }
    auto row = row_of(parsed, *current, points);
    if (!row) {
      return Error{row.error().code, row.error().message, where, "offsets are code points in " + current->path};
    }
    if (*row) out[current->name].push_back(std::move(**row));
  }
  return out;
}

}  // namespace onrecord
