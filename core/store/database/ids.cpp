#include "store/database/ids.h"

#include <algorithm>
#include <string>

#include "store/database/database.h"

namespace onrecord {
namespace {

std::string kind_word(IdKind kind) {
  switch (kind) {
    case IdKind::Statement: return "a statement (s…)";
    case IdKind::Speaker: return "a speaker (p…)";
    case IdKind::Article: return "an article (a…)";
    case IdKind::Event: return "an event (e…)";
    case IdKind::Claim: return "a claim (c…)";
    case IdKind::Review: return "a review (r…)";
    case IdKind::Source: return "a source (src…)";
    case IdKind::Note: return "a note (n…)";
  }
  return {};
}

}  // namespace

Id id_of_kind(std::string_view text, std::initializer_list<IdKind> kinds) {
  const auto id = find_id(text);
  if (id && std::find(kinds.begin(), kinds.end(), id->kind) != kinds.end()) return *id;
  if (!id) refuse(ErrorCode::Usage, "is no id", text, "ids look like s41, p7, a12, e90, c3, r2, n4, src5");
  std::string wanted;
  for (const IdKind kind : kinds) wanted += (wanted.empty() ? "" : " or ") + kind_word(kind);
  refuse(ErrorCode::Usage, "is not " + wanted, text);
}

}  // namespace onrecord
