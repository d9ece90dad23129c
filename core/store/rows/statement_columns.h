// The columns of the table statements, to and from a StatementRow.
#pragma once

#include <optional>
#include <string>

#include "store/database/database.h"
#include "store/rows/rows.h"
#include "store/rows/slots.h"

namespace onrecord {

inline constexpr const char* kStatementColumns =
    "slot, statement_id, version_id, n, state, outer_id, kind, act, negated, in_title, words, begin_byte, end_byte, spans, "
    "cue, cue_byte, mention, mention_byte, addressee, addressee_byte, occasion, occasion_byte, medium, medium_byte, "
    "speaker_id, speaker, speaker_kind, unnamed, joint, role, on_behalf_of, said_on, said_on_text, said_on_text_byte, "
    "from_day, to_day, confidence, speaker_confidence, rule_id, anchor, corrected";
// Which of them, from 0, says that all speakers stand in joint_speakers.
inline constexpr int kJointColumn = 28;

// With a parameter for each column, in their order; the update finds its row by the id.
[[nodiscard]] std::string insert_statement_sql();
[[nodiscard]] std::string update_statement_sql();
// Texts of `row` must live until the statement has run. `days`: those it may have been said.
void bind_statement(Sql& sql, const StatementRow& row, const std::optional<DayRange>& days);
// The same values as the bytes that rows_hash() makes of the row.
[[nodiscard]] std::string statement_bytes(const StatementRow& row, const std::optional<DayRange>& days);
// From a SELECT of the columns; joint speakers are left to the caller.
[[nodiscard]] StatementRow read_statement(Sql& sql);

}  // namespace onrecord
