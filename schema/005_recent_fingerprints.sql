-- The fingerprints of late in a few sorted pieces instead of a row each: adding to a record wrote some four hundred pages of these rows
-- again in every transaction. Those that are there move to the others.

INSERT OR IGNORE INTO sketches(hash, statement_id) SELECT hash, statement_id FROM recent_sketches ORDER BY hash, statement_id;
DROP TABLE recent_sketches;

CREATE TABLE recent_sketches(    -- those of late; they move to sketches many at a time, which is much cheaper than one by one
  piece INTEGER PRIMARY KEY,
  fingerprints BLOB NOT NULL     -- hash and statement_id, eight bytes each, big-endian, in their order
) STRICT;

INSERT OR IGNORE INTO wire_sketches(hash, version_id) SELECT hash, version_id FROM recent_wire_sketches ORDER BY hash, version_id;
DROP TABLE recent_wire_sketches;

CREATE TABLE recent_wire_sketches(
  piece INTEGER PRIMARY KEY,
  fingerprints BLOB NOT NULL     -- hash and version_id in the same way
) STRICT;
