// What a record no longer needs goes back to the disk where it is much, and waits to be used again where it is little.
#include "catch.h"
#include "store/database/database.h"
#include "store/database/schema.h"

using namespace onrecord;

TEST_CASE("a good part of free pages is given back, a few are kept", "[store]") {
  Database db = Database::open(":memory:", Access::Create, 1);
  migrate(db, schema_steps(), {});
  const auto pages = [&] { return db.integer("PRAGMA page_count"); };
  const auto free_pages = [&] { return db.integer("PRAGMA freelist_count"); };
  const std::int64_t before = pages();
  db.run("CREATE TABLE large(bytes BLOB); INSERT INTO large VALUES (zeroblob(1000000)); DROP TABLE large");
  CHECK(free_pages() > 200);
  db.give_back_free_pages();
  CHECK(free_pages() == 0);
  CHECK(pages() == before);

  db.run("CREATE TABLE small(text TEXT); DROP TABLE small");
  REQUIRE(free_pages() == 1);
  db.give_back_free_pages();
  CHECK(free_pages() == 1);
}
