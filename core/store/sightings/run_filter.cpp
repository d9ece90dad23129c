#include "store/sightings/run_filter.h"

#include <algorithm>
#include <bit>

#include "match/sketch.h"

namespace onrecord {
namespace {

constexpr int kRunBits = 31;
// A look costs as much as reading so many fingerprints in their order.
constexpr std::int64_t kReadForALook = 40;
// Made with so many bits for each fingerprint at least, and anew when fewer are left.
constexpr std::int64_t kBitsAtFirst = 32, kFewestBits = 8;
constexpr std::int64_t kSmallest = 1 << 16;

}  // namespace

RunFilter::RunFilter(Database& db, std::string hashes, RecentFingerprints& recent)
    : db_(db), hashes_(std::move(hashes)), recent_(recent), data_version_(db, "PRAGMA data_version") {}

bool RunFilter::look_again() {
  data_version_.reset();
  const std::int64_t version = data_version_.step() ? data_version_.integer(0) : 0;
  data_version_.reset();
  if (version == seen_version_) return false;
  seen_version_ = version;
  bits_.clear();
  return true;
}

bool RunFilter::may_hold(std::uint64_t hash, std::int64_t rows) {
  if (bits_.empty()) {
    if (++asked_ * kReadForALook < rows) return true;
    make(rows);
  }
  const std::uint64_t bit = hash >> shift_;
  return (bits_[bit / 64] >> bit % 64 & 1) != 0;
}

void RunFilter::add(std::uint64_t hash) {
  if (bits_.empty()) return;
  if (++held_ * kFewestBits > static_cast<std::int64_t>(bits_.size()) * 64) {
    bits_.clear();  // made anew at the next question
    asked_ = held_;
    return;
  }
  set(hash);
}

void RunFilter::make(std::int64_t expected) {
  held_ = asked_ = 0;
  const auto wanted = static_cast<std::uint64_t>(std::max(kSmallest, expected * kBitsAtFirst));
  const int width = std::min(static_cast<int>(std::bit_width(wanted - 1)), kRunBits);
  shift_ = kRunShift + kRunBits - width;
  bits_.assign((std::uint64_t{1} << width) / 64, 0);
  Sql all(db_, hashes_);
  for (; all.step(); ++held_) set(static_cast<std::uint64_t>(all.integer(0)));
  recent_.each_between(0, UINT64_MAX, [this](const Fingerprint& f) {
    set(f.hash);
    ++held_;
  });
}

void RunFilter::set(std::uint64_t hash) {
  const std::uint64_t bit = hash >> shift_;
  bits_[bit / 64] |= std::uint64_t{1} << bit % 64;
}

}  // namespace onrecord
