// Fingerprints in pieces: the same as in one set, in memory and written.
#include "store/sightings/recent_fingerprints.h"

#include <random>
#include <set>

#include "catch.h"

using namespace onrecord;

namespace {

Database empty_record() {
  Database db = Database::open(":memory:", Access::Create, 1);
  db.run("CREATE TABLE marks(piece INTEGER PRIMARY KEY, fingerprints BLOB NOT NULL) STRICT");
  return db;
}

std::vector<Fingerprint> between(RecentFingerprints& recent, std::uint64_t first, std::uint64_t last) {
  std::vector<Fingerprint> out;
  recent.each_between(first, last, [&](const Fingerprint& f) { out.push_back(f); });
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

TEST_CASE("what was added is found, what was erased is not, in memory and read again", "[store]") {
  std::mt19937_64 random(3);
  Database db = empty_record();
  RecentFingerprints recent(db, "marks");
  std::set<Fingerprint> all;
  for (int round = 0; round < 200; ++round) {
    std::set<Fingerprint> more;
    for (std::size_t i = random() % 20; i > 0; --i) {
      const Fingerprint f{random() % 50 << 40U | random() % 3, static_cast<std::int64_t>(random() % 1000)};
      if (!all.contains(f)) more.insert(f);
    }
    recent.add({more.begin(), more.end()});
    all.insert(more.begin(), more.end());
    if (!all.empty() && round % 3 == 0) {
      const Fingerprint gone = *all.begin();
      CHECK(recent.erase(gone));
      CHECK_FALSE(recent.erase(gone));
      all.erase(gone);
    }
    if (round % 4 == 0) {
      recent.write();
      if (round % 8 == 0) recent.forget();
      RecentFingerprints other(db, "marks");
      CHECK(other.size() == all.size());
    }
    const std::uint64_t first = random() % 50 << 40U, last = first + (random() % 3 << 40U);
    std::vector<Fingerprint> wanted;
    for (const Fingerprint& f : all)
      if (f.hash >= first && f.hash <= last) wanted.push_back(f);
    REQUIRE(between(recent, first, last) == wanted);
  }
  CHECK(db.integer("SELECT count(*) FROM marks") < 12);  // each piece is twice as long as the next

  CHECK(recent.take() == std::vector<Fingerprint>(all.begin(), all.end()));
  CHECK(recent.size() == 0);
  recent.write();
  CHECK(db.integer("SELECT count(*) FROM marks") == 0);
}

TEST_CASE("what is rolled back is forgotten", "[store]") {
  Database db = empty_record();
  RecentFingerprints recent(db, "marks");
  recent.add({{7, 1}});
  recent.write();
  {
    Savepoint savepoint(db);
    recent.add({{8, 2}});
    recent.write();
  }
  recent.forget();
  CHECK(between(recent, 0, 100) == std::vector<Fingerprint>{{7, 1}});
}
