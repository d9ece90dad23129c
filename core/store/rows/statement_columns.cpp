#include "store/rows/statement_columns.h"

#include <algorithm>
#include <string_view>
#include <type_traits>

#include "store/database/row_bytes.h"
#include "store/rows/names.h"

namespace onrecord {

std::string update_statement_sql() {
  // The same columns and parameters as the insertion, found by its id.
  std::string sql = "UPDATE statements SET ";
  std::string_view columns = kStatementColumns;
  for (int parameter = 1; !columns.empty(); ++parameter) {
    const std::size_t end = std::min(columns.find(", "), columns.size());
    if (parameter > 1) sql += ", ";
    sql += std::string(columns.substr(0, end)) + " = ?" + std::to_string(parameter);
    columns.remove_prefix(std::min(end + 2, columns.size()));
  }
  return sql + " WHERE statement_id = ?2";
}

std::string insert_statement_sql() {
  std::string sql = "INSERT INTO statements(" + std::string(kStatementColumns) + ") VALUES (?1";
  for (int parameter = 2; parameter <= 41; ++parameter) sql += ", ?" + std::to_string(parameter);
  return sql + ")";
}

namespace {

template <typename Values>
void give_values(Values& sql, const StatementRow& row, const std::optional<DayRange>& days) {
  sql.bind(1, row.slot).bind(2, row.id).bind(3, row.version_id).bind(4, row.n).bind(5, row.state);
  sql.bind_or_null(6, row.outer_id).bind(7, kind_name(row.kind)).bind(8, act_name(row.act));
  sql.bind(9, row.negated).bind(10, row.in_title).bind(11, row.words);
  sql.bind(12, static_cast<std::int64_t>(row.spans.empty() ? 0 : row.spans.front().begin));
  sql.bind(13, static_cast<std::int64_t>(row.spans.empty() ? 0 : row.spans.back().end));
  if (row.spans.size() > 1) sql.bind_copy(14, write_spans(row.spans));
  else sql.bind_null(14);
  int at = 15;
  for (const Piece* piece : {&row.cue, &row.mention, &row.addressee, &row.occasion, &row.medium}) {
    sql.bind_or_null(at, piece->words);
    if (piece->words.empty()) sql.bind_null(at + 1);
    else sql.bind(at + 1, static_cast<std::int64_t>(piece->byte));
    at += 2;
  }
  sql.bind_or_null(25, row.speaker_id).bind_or_null(26, row.speaker);
  if (row.speaker.empty()) sql.bind_null(27);
  else sql.bind(27, speaker_kind_name(row.speaker_kind));
  sql.bind(28, row.unnamed).bind(29, !row.joint.empty()).bind_or_null(30, row.role).bind_or_null(31, row.on_behalf_of);
  sql.bind_or_null(32, row.said_on).bind_or_null(33, row.said_on_text.words);
  if (row.said_on_text.words.empty()) sql.bind_null(34);
  else sql.bind(34, static_cast<std::int64_t>(row.said_on_text.byte));
  if (days) sql.bind(35, days->from).bind(36, days->to);
  else sql.bind_null(35).bind_null(36);
  sql.bind(37, row.confidence).bind(38, row.speaker_confidence).bind(39, row.rule_id);
  sql.bind(40, static_cast<std::int64_t>(row.anchor)).bind(41, row.corrected);
}

// Takes what a statement would be bound to, in the order of the columns.
class RowBytes {
 public:
  template <typename Value>
  RowBytes& bind(int index, const Value& value) {
    if constexpr (std::is_convertible_v<Value, std::string_view>) append_value(of(index), std::string_view(value));
    else if constexpr (std::is_floating_point_v<Value>) append_value(of(index), double{value});
    else append_value(of(index), static_cast<std::int64_t>(value));
    return after(index);
  }
  RowBytes& bind_null(int index) {
    append_null(of(index));
    return after(index);
  }
  RowBytes& bind_copy(int index, std::string_view text) { return bind(index, text); }
  RowBytes& bind_or_null(int index, std::string_view text) { return text.empty() ? bind_null(index) : bind(index, text); }
  RowBytes& bind_or_null(int index, std::int64_t value) { return value == 0 ? bind_null(index) : bind(index, value); }

  std::string bytes;

 private:
  // The slot follows from the dates, the version is one for all, and the id stands behind n.
  static constexpr int kSlot = 1, kId = 2, kVersion = 3, kN = 4;
  std::string& of(int index) { return index == kSlot || index == kVersion ? left_out_ : index == kId ? id_ : bytes; }
  RowBytes& after(int index) {
    if (index == kN) bytes += id_;
    return *this;
  }

  std::string id_, left_out_;
};

}  // namespace

void bind_statement(Sql& sql, const StatementRow& row, const std::optional<DayRange>& days) {
  sql.reset();
  give_values(sql, row, days);
}

std::string statement_bytes(const StatementRow& row, const std::optional<DayRange>& days) {
  RowBytes values;
  values.bytes.reserve(512);
  give_values(values, row, days);
  if (row.joint.empty()) {
    append_null(values.bytes);
  } else {
    std::string joint;
    for (const JointSpeaker& member : row.joint) {
      if (!joint.empty()) joint += '\n';
      joint += std::to_string(member.speaker_id) + ' ' + member.name;
    }
    append_value(values.bytes, joint);
  }
  return std::move(values.bytes);
}

StatementRow read_statement(Sql& sql) {
  StatementRow row;
  row.slot = sql.integer(0);
  row.id = sql.integer(1);
  row.version_id = sql.integer(2);
  row.n = sql.integer(3);
  row.state = static_cast<int>(sql.integer(4));
  row.outer_id = sql.integer(5);
  row.kind = find_kind(sql.view(6)).value_or(StatementKind::Indirect);
  row.act = find_act(sql.view(7)).value_or(Act::Statement);
  row.negated = sql.integer(8) != 0;
  row.in_title = sql.integer(9) != 0;
  row.words = sql.text(10);
  if (sql.is_null(13)) {
    row.spans = {{static_cast<std::uint32_t>(sql.integer(11)), static_cast<std::uint32_t>(sql.integer(12))}};
  } else {
    row.spans = read_spans(sql.view(13));
  }
  int at = 14;
  for (Piece* piece : {&row.cue, &row.mention, &row.addressee, &row.occasion, &row.medium}) {
    *piece = {sql.text(at), static_cast<std::uint32_t>(sql.integer(at + 1))};
    at += 2;
  }
  row.speaker_id = sql.integer(24);
  row.speaker = sql.text(25);
  row.speaker_kind = find_speaker_kind(sql.view(26)).value_or(SpeakerKind::Unknown);
  row.unnamed = sql.integer(27) != 0;
  row.role = sql.text(29);
  row.on_behalf_of = sql.text(30);
  row.said_on = sql.text(31);
  row.said_on_text = {sql.text(32), static_cast<std::uint32_t>(sql.integer(33))};
  row.confidence = sql.real(36);
  row.speaker_confidence = sql.real(37);
  row.rule_id = sql.integer(38);
  row.anchor = static_cast<std::uint64_t>(sql.integer(39));
  row.corrected = sql.integer(40) != 0;
  return row;
}

}  // namespace onrecord
