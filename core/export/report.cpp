#include "export/report.h"

#include <algorithm>

#include "base/iso_date.h"
#include "export/contract.h"
#include "export/json.h"

namespace onrecord {
namespace {

constexpr std::array<Column, kReportColumns> kColumns = {{
    {"statement_id"}, {"speaker"}, {"speaker_kind"}, {"role"}, {"said_on"}, {"said_on_text"}, {"published_on"}, {"kind"},
    {"act"}, {"negated"}, {"words"}, {"cue"}, {"addressee"}, {"occasion"}, {"medium"}, {"via_speaker"}, {"source"},
    {"title"}, {"url"}, {"confidence"}, {"speaker_confidence"}, {"mention"}, {"byline"}, {"on_behalf_of"}, {"said_from"},
    {"said_to"}, {"within_id"}, {"speaker_id"}, {"source_id"}, {"article_id"}, {"version"}, {"start"}, {"end"}, {"rule"},
    {"rules_version"}, {"text_sha256"}, {"captured_at"}, {"corrected"},
    {"link"},
}};

std::string share(double value) {
  char text[16];
  return {text, put_share(text, static_cast<float>(value))};
}

std::string id_text(Id id) { return id ? id.text() : std::string(); }

}  // namespace

std::span<const Column, kReportColumns> report_columns() { return kColumns; }

Result<std::vector<std::size_t>> parse_columns(std::string_view names) {
  std::vector<std::size_t> out;
  while (true) {
    const std::size_t comma = std::min(names.find(','), names.size());
    const std::string_view name = names.substr(0, comma);
    std::size_t index = 0;
    while (index < kReportColumns && kColumns[index].name != name) ++index;
    if (index == kReportColumns) {
      std::string all;
      for (const Column& column : kColumns) all.append(all.empty() ? "" : ", ").append(column.name);
      return Error{ErrorCode::Usage, "no such column", std::string(name), "the columns are " + all};
    }
    out.push_back(index);
    if (comma == names.size()) return out;
    names.remove_prefix(comma + 1);
  }
}

std::span<const Cell> ReportCells::of(const Row& row) {
  made_[0] = id_text(row.statement);
  made_[1] = id_text(row.within);
  made_[2] = id_text(row.article);
  return of(row, made_[0], made_[1], made_[2]);
}

std::span<const Cell> ReportCells::of(const Row& row, std::string_view statement_id, std::string_view within_id,
                                      std::string_view article_id) {
  const bool in_text = row.end > row.start;  // words of an own interview stand in no article
  made_[3] = share(row.confidence);
  made_[4] = row.speaker.empty() ? std::string() : share(row.speaker_confidence);
  made_[5] = id_text(row.speaker_id);
  made_[6] = id_text(row.source_id);
  made_[7] = in_text ? std::to_string(row.version) : std::string();
  made_[8] = in_text ? std::to_string(row.start) : std::string();
  made_[9] = in_text ? std::to_string(row.end) : std::string();
  made_[10] = link_to_words(row);
  cells_.assign({statement_id,
                 row.speaker,
                 word_for(row.speaker_kind),
                 row.role,
                 row.said_on,
                 row.said_on_text,
                 row.published_on,
                 word_for(row.kind),
                 word_for(row.act),
                 flag(row.negated),
                 row.words,
                 row.cue,
                 row.addressee,
                 row.occasion,
                 row.medium,
                 row.via_speaker,
                 row.source,
                 row.title,
                 row.url,
                 bare(made_[3]),
                 bare(made_[4]),
                 row.mention,
                 row.byline,
                 row.on_behalf_of,
                 row.said_from,
                 row.said_to,
                 within_id,
                 made_[5],
                 made_[6],
                 article_id,
                 bare(made_[7]),
                 bare(made_[8]),
                 bare(made_[9]),
                 row.rule,
                 row.rules_version,
                 row.text_sha256,
                 row.captured_at,
                 flag(row.corrected),
                 made_[10]});
  return cells_;
}

Row row_of(const Article& article, const std::vector<Statement>& statements, std::size_t index,
           const CodePoints& text_points, const CodePoints& title_points) {
  const Statement& s = statements[index];
  const bool outside = s.place == Place::Title && article.title.source_span.empty();
  const std::string& text = outside ? article.title.value : article.text;
  const CodePoints& points = outside ? title_points : text_points;
  const auto words = [&](Span span) { return std::string(slice(text, span)); };
  Row row;
  if (s.speaker) {
    row.speaker = s.speaker->name;
    row.speaker_kind = s.speaker->kind;
    row.role = s.speaker->role;
    row.unnamed = s.speaker->unnamed;
    row.speaker_confidence = s.speaker->confidence;
  }
  row.said_on = s.said_on;
  row.said_on_text = words(s.said_on_text);
  row.published_on = article.published.value;
  row.kind = s.kind;
  row.act = s.act;
  row.negated = s.negated;
  Span all = s.content.front();
  for (const Span part : s.content) {
    if (!row.words.empty()) row.words += ' ';
    row.words += slice(text, part);
    all.end = std::max(all.end, part.end);
  }
  row.cue = words(s.cue);
  row.addressee = words(s.addressee);
  row.occasion = words(s.occasion);
  row.medium = words(s.medium);
  if (s.within >= 0) {
    const Statement& outer = statements[static_cast<std::size_t>(s.within)];
    if (outer.speaker) row.via_speaker = outer.speaker->name;
  }
  row.source = article.source.value;
  row.title = article.title.value;
  row.url = article.url.value;
  row.confidence = s.confidence;
  row.mention = words(s.mention);
  row.byline = article.byline.value;
  row.on_behalf_of = s.on_behalf_of;
  if (const auto date = parse_iso_date(s.said_on)) {
    const DateInterval days = interval_of(*date);
    row.said_from = format_iso_date(days.from);
    row.said_to = format_iso_date(days.to);
  }
  row.start = points.from_byte(all.begin);
  row.end = points.from_byte(all.end);
  row.rule = s.rule;
  row.dated_by_publication = s.said_on.empty() && !article.published.value.empty();
  row.in_title = s.place == Place::Title;
  row.n = static_cast<int>(index) + 1;
  // The words around: from the first to the last of content, cue and mention.
  Span around = all;
  for (const Span piece : {s.cue, s.mention})
    if (!piece.empty()) around = {std::min(around.begin, piece.begin), std::max(around.end, piece.end)};
  row.context = words(around);
  const auto inside = [&](Span span) { return Span{span.begin - around.begin, span.end - around.begin}; };
  for (const Span part : s.content) row.context_content.push_back(inside(part));
  if (!s.cue.empty()) row.context_cue = inside(s.cue);
  if (!s.mention.empty()) row.context_mention = inside(s.mention);
  return row;
}

}  // namespace onrecord
