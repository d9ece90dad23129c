#include "query/sql/oldest_first.h"

#include <algorithm>

#include "store/rows/slots.h"

namespace onrecord::query {
namespace {

std::int64_t day_of(std::int64_t slot) { return slot >> kSlotBits; }

}  // namespace

OldestFirst::OldestFirst(Database& db, std::int64_t page_slot) : page_slot_(page_slot), from_(page_slot), passing_(page_slot > 0) {
  if (!passing_) return;
  Sql run(db, "SELECT s.version_id, min(o.slot) - 1 FROM statements s JOIN statements o ON o.version_id = s.version_id "
              "AND o.slot >> ?2 = s.slot >> ?2 WHERE s.slot = ?1");
  run.with(page_slot, kSlotBits);
  if (!run.step() || run.is_null(1)) return;
  page_version_ = run.integer(0);
  from_ = std::min(from_, run.integer(1));
}

bool OldestFirst::given_before(const Taken& taken) {
  if (!passing_) return false;
  const bool same_run = taken.version_id == page_version_ && day_of(taken.slot) == day_of(page_slot_);
  if (taken.slot == page_slot_ || (!same_run && taken.slot > page_slot_)) passing_ = false;
  return passing_ || taken.slot == page_slot_;
}

bool OldestFirst::take(std::int64_t slot, std::int64_t version_id, Row row, const Each& each) {
  const bool same = !run_.empty() && run_.back().version_id == version_id && day_of(run_.back().slot) == day_of(slot);
  if (!same && !finish(each)) return false;
  run_.push_back({slot, version_id, std::move(row)});
  return true;
}

bool OldestFirst::finish(const Each& each) {
  bool more = true;
  for (auto taken = run_.rbegin(); more && taken != run_.rend(); ++taken)
    if (!given_before(*taken)) more = each(taken->row, taken->slot);
  run_.clear();
  return more;
}

}  // namespace onrecord::query
