#include "store/database/counters.h"

#include <algorithm>
#include <string_view>

namespace onrecord {
namespace {

constexpr std::array<std::string_view, 8> kNames = {"statement", "speaker", "article", "event", "claim", "review", "source", "note"};

}  // namespace

void Counters::load(Database& db) {
  Sql query(db, "SELECT kind, last FROM id_counters");
  while (query.step()) {
    const auto at = std::find(kNames.begin(), kNames.end(), query.view(0));
    if (at != kNames.end()) last_[static_cast<std::size_t>(at - kNames.begin())] = query.integer(1);
  }
  saved_ = last_;
}

void Counters::save(Database& db) {
  for (std::size_t i = 0; i < last_.size(); ++i) {
    if (last_[i] == saved_[i]) continue;
    Sql(db, "UPDATE id_counters SET last = ?2 WHERE kind = ?1").run(kNames[i], last_[i]);
  }
  saved_ = last_;
}

void Counters::reserve(IdKind kind, std::int64_t used) {
  auto& last = last_[static_cast<std::size_t>(kind)];
  last = std::max(last, used);
}

}  // namespace onrecord
