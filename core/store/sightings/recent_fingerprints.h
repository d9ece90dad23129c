// The fingerprints written of late, in memory and in a table of a few sorted pieces.
//
//   RecentFingerprints recent(db, "recent_sketches");
//   recent.add(sorted);                        // those of a transaction
//   recent.each_between(first, last, [](const Fingerprint& f) { … });
//   recent.write();                            // before the commit
//   if (recent.size() > many) insert_all(recent.take());
//
// A fingerprint falls anywhere in a table of millions, so that each one written by itself costs a page of it. These wait in pieces, of
// which each is at least twice as long as the next: a transaction writes a short one, and joins what is no longer than it.
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "store/database/database.h"

namespace onrecord {

struct Fingerprint {
  std::uint64_t hash = 0;  // Sketch::hashes
  std::int64_t id = 0;     // of the text
  auto operator<=>(const Fingerprint&) const = default;
};

class RecentFingerprints {
 public:
  // The table has two columns: piece, a number, and fingerprints, a blob of 16 bytes each, both numbers big-endian.
  RecentFingerprints(Database& db, const std::string& table);

  // What is in memory may not be what the table has: another program wrote into it, or something was rolled back.
  void forget();

  void add(std::vector<Fingerprint> sorted);
  // Whether it was there.
  bool erase(const Fingerprint& fingerprint);
  // Writes what changed since.
  void write();
  [[nodiscard]] std::size_t size();
  // All of them, sorted; none are left.
  [[nodiscard]] std::vector<Fingerprint> take();

  template <typename Each>
  void each_between(std::uint64_t first, std::uint64_t last, Each each) {
    load();
    for (const Piece& piece : pieces_) {
      auto at = std::lower_bound(piece.sorted.begin(), piece.sorted.end(), Fingerprint{first, 0});
      for (; at != piece.sorted.end() && at->hash <= last; ++at) each(*at);
    }
  }

 private:
  struct Piece {
    std::int64_t number = 0;
    std::vector<Fingerprint> sorted;
    bool stored = false;   // the table has a row of this number, …
    bool changed = true;   // … but not of these fingerprints
  };
  void load();

  Sql read_, write_, delete_;
  std::vector<Piece> pieces_;          // the long ones first
  std::vector<std::int64_t> gone_;     // numbers of pieces that the table has still
  bool loaded_ = false;
};

}  // namespace onrecord
