-- The record: who said what, in which article, and what people asserted about it.
--
-- Two kinds of table. Derived ones (sources … wire_groups) hold what articles say and can be made again from `versions` at any
-- time. Asserted ones hold what people did: `events` is the log and the truth, and corrections … waiting are its fold.
-- Ids are never used twice; people see them with a letter before the number (s41, p7, a12, e90, c3, r2, n4, src5).
-- A day is a number of days since 1970-01-01: date(day * 86400, 'unixepoch').

CREATE TABLE schema_steps(
  step INTEGER PRIMARY KEY,
  name TEXT NOT NULL             -- the file in schema/ that this step is
) STRICT;

CREATE TABLE id_counters(        -- the last number given out for each kind of id
  kind TEXT PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO id_counters(kind, last)
VALUES ('statement', 0), ('speaker', 0), ('article', 0), ('event', 0), ('claim', 0), ('review', 0), ('source', 0), ('note', 0);

------------------------------------------------------------------------------------------------------------ derived

CREATE TABLE sources(            -- publishers and feeds, never those who speak
  source_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE, -- the name folded: case, accents and punctuation left aside
  host TEXT                      -- of the first address seen
) STRICT;

CREATE TABLE articles(
  article_id INTEGER PRIMARY KEY,
  source_id INTEGER REFERENCES sources(source_id),
  identity TEXT NOT NULL UNIQUE, -- url:…, file:source/name, path:…, id:…, text:… or words:… (a statement that stands in no article)
  latest_version INTEGER NOT NULL DEFAULT 0,
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1, 2))  -- 1 removed, 2 purged: its texts are gone
) STRICT;
CREATE INDEX articles_of_source ON articles(source_id);

CREATE TABLE versions(           -- the same article with other text is a new version
  version_id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles(article_id),
  version INTEGER NOT NULL,      -- 1, 2, …
  name TEXT NOT NULL,            -- what it was called when it was added: a path, an address, a record's id
  text TEXT NOT NULL,            -- verbatim; offsets are bytes in it
  text_sha256 TEXT NOT NULL,
  blocks TEXT NOT NULL,          -- its parts: role letter, bytes skipped, bytes taken, e.g. 't0+31 b2+18 p4+220'
  authors TEXT,                  -- of its posts, {"block number":"name"}
  title TEXT,
  byline TEXT,
  dateline TEXT,
  url TEXT,
  language TEXT,
  published_on TEXT,             -- ISO 8601 at the precision known
  published_from INTEGER,        -- the days it may mean
  published_to INTEGER,
  source TEXT,                   -- as the article has it
  origins TEXT NOT NULL,         -- where each of these was read: {"title":"text@0-31","published":"option"}
  captured_at TEXT NOT NULL,
  rules_version TEXT NOT NULL,   -- of the rules its statements were found with
  UNIQUE (article_id, version)
) STRICT;

CREATE TABLE captures(           -- as received, where there was more than text
  version_id INTEGER PRIMARY KEY REFERENCES versions(version_id),
  bytes BLOB NOT NULL,
  bytes_sha256 TEXT NOT NULL,
  headers TEXT
) STRICT;

CREATE TABLE rules(              -- what put a statement here
  rule_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  rules_version TEXT NOT NULL,
  UNIQUE (name, rules_version)
) STRICT;

CREATE TABLE speakers(           -- full names of people, and names of organisations, groups and documents
  speaker_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'group', 'document', 'unknown')),
  leads_to INTEGER REFERENCES speakers(speaker_id)  -- the speaker it was merged into
) STRICT;
CREATE INDEX speakers_merged ON speakers(leads_to) WHERE leads_to IS NOT NULL;

CREATE TABLE statements(         -- one attribution in one version of an article, as corrected
  -- Where it stands in time: the day it was said, else published, in the upper bits, then its place in that day. In this order
  -- "newest first" needs no sorting, and full-text search gives its hits in it too. Changes with the date; not an id.
  slot INTEGER PRIMARY KEY,
  statement_id INTEGER NOT NULL UNIQUE,
  version_id INTEGER NOT NULL REFERENCES versions(version_id),
  n INTEGER NOT NULL,            -- place among the version's statements, from 1; above 1000000: added by a person
  state INTEGER NOT NULL DEFAULT 0,  -- 0 stands; 1 of an older version, 2 removed, 4 no longer found by the rules, or sums of these
  outer_id INTEGER REFERENCES statements(statement_id) DEFERRABLE INITIALLY DEFERRED,  -- the statement that reports this one
  -- Spelled out, since a longer IN would build itself a table for every row that is written.
  kind TEXT NOT NULL CHECK (kind = 'direct' OR kind = 'mixed' OR kind = 'indirect'),
  act TEXT NOT NULL CHECK (act = 'statement' OR act = 'speech_act' OR act = 'attitude' OR act = 'no_comment'),
  negated INTEGER NOT NULL CHECK (negated IN (0, 1)),
  in_title INTEGER NOT NULL CHECK (in_title IN (0, 1)),  -- 1: offsets count in the title where that stands outside the text
  words TEXT NOT NULL,           -- its spans joined by one blank
  begin_byte INTEGER NOT NULL,   -- first start and last end in the version's text
  end_byte INTEGER NOT NULL,
  spans TEXT,                    -- where there is more than one: '10-25 40-62'
  cue TEXT, cue_byte INTEGER,
  mention TEXT, mention_byte INTEGER,      -- the words that name the speaker
  addressee TEXT, addressee_byte INTEGER,
  occasion TEXT, occasion_byte INTEGER,
  medium TEXT, medium_byte INTEGER,
  speaker_id INTEGER REFERENCES speakers(speaker_id),    -- the first of several; null: nobody known by name
  speaker TEXT,                  -- as the article names it, several joined by '; '; a description of someone unnamed
  speaker_kind TEXT,
  unnamed INTEGER NOT NULL DEFAULT 0,
  joint INTEGER NOT NULL DEFAULT 0,        -- 1: all of them stand in joint_speakers
  role TEXT,
  on_behalf_of TEXT,
  said_on TEXT,                  -- ISO 8601 at the precision known, null where the text does not say
  said_on_text TEXT, said_on_text_byte INTEGER,
  from_day INTEGER,              -- the days it may have been said: of said_on, else of the publication
  to_day INTEGER,
  confidence REAL NOT NULL,
  speaker_confidence REAL NOT NULL,
  rule_id INTEGER NOT NULL REFERENCES rules(rule_id),
  anchor INTEGER NOT NULL,       -- made of article, text and place; the same on every machine
  corrected INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX statements_of_version ON statements(version_id, n);
CREATE INDEX statements_within ON statements(outer_id) WHERE outer_id IS NOT NULL;
-- Those whose date is a week or a month, and those of a year: few, looked at apart when a span of time is asked for, since a
-- date that only may fall into it can be sorted outside of it. They hold the days, so that whether it does fall is told from them.
CREATE INDEX statements_of_some_month ON statements(slot, from_day, to_day) WHERE to_day - from_day BETWEEN 1 AND 31;
CREATE INDEX statements_of_some_year ON statements(slot, from_day, to_day) WHERE to_day - from_day > 31;

CREATE TABLE joint_speakers(     -- of statements with several speakers, each of them
  statement_id INTEGER NOT NULL REFERENCES statements(statement_id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  speaker_id INTEGER REFERENCES speakers(speaker_id),
  name TEXT NOT NULL,
  PRIMARY KEY (statement_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE said_by(            -- an index: a speaker's statements in the order of time; merged speakers under the one they lead to
  speaker_id INTEGER NOT NULL REFERENCES speakers(speaker_id),
  slot INTEGER NOT NULL,
  PRIMARY KEY (speaker_id, slot)
) STRICT, WITHOUT ROWID;

-- What full-text search looks through: the words said, the names and words that the speaker goes by, and whether the date is vague.
CREATE VIEW statement_texts AS
SELECT slot, words,
       CASE WHEN speaker IS NULL THEN coalesce(mention, '')
            WHEN mention IS NULL OR instr(speaker, mention) > 0 THEN speaker
            ELSE speaker || ' ' || mention END AS who,
       CASE WHEN to_day - from_day BETWEEN 1 AND 31 THEN 'month' WHEN to_day - from_day > 31 THEN 'year' END AS vague
FROM statements;

CREATE VIRTUAL TABLE statement_words USING fts5(words, who, vague, content='statement_texts', content_rowid='slot', columnsize=0,
                                                tokenize="unicode61 remove_diacritics 2");
-- Merged eight pieces at a time: of a long record each word is written three times instead of five.
INSERT INTO statement_words(statement_words, rank) VALUES ('automerge', 8);

CREATE TABLE sketches(           -- a few fingerprints of each wording, by which the same words are found again
  hash INTEGER NOT NULL,         -- of a run of words, then where the wording stands among those that share it
  statement_id INTEGER NOT NULL,
  PRIMARY KEY (hash, statement_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE recent_sketches(    -- those of late; they move to sketches many at a time, which is much cheaper than one by one
  hash INTEGER NOT NULL,
  statement_id INTEGER NOT NULL,
  PRIMARY KEY (hash, statement_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sightings(          -- statements whose words stand elsewhere too; those of one group share them
  statement_id INTEGER PRIMARY KEY REFERENCES statements(statement_id) ON DELETE CASCADE,
  like_id INTEGER,               -- the statement of fuller, or of the same words, that it resembles most; null for the fullest
  group_id INTEGER               -- null where all of them stand in one version of an article
) STRICT;
CREATE INDEX sightings_like ON sightings(like_id) WHERE like_id IS NOT NULL;
CREATE INDEX sightings_of_group ON sightings(group_id) WHERE group_id IS NOT NULL;

CREATE TABLE wire_sketches(      -- the same for whole articles
  hash INTEGER NOT NULL,
  version_id INTEGER NOT NULL,
  PRIMARY KEY (hash, version_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE recent_wire_sketches(
  hash INTEGER NOT NULL,
  version_id INTEGER NOT NULL,
  PRIMARY KEY (hash, version_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE wire_groups(        -- articles that share most of their text are copies of one story
  version_id INTEGER PRIMARY KEY REFERENCES versions(version_id),
  like_id INTEGER,               -- the fuller text that it resembles most; null for the fullest
  group_id INTEGER               -- null where all of them are versions of one article
) STRICT;
CREATE INDEX wire_like ON wire_groups(like_id) WHERE like_id IS NOT NULL;
CREATE INDEX wire_copies ON wire_groups(group_id) WHERE group_id IS NOT NULL;

----------------------------------------------------------------------------------------------------------- asserted

CREATE TABLE events(             -- who did what, when, to what, from what to what, and why; never changed, never deleted
  event_id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  verb TEXT NOT NULL,
  target TEXT NOT NULL,          -- a typed id; empty where there is none
  target_key TEXT NOT NULL,      -- the same in words that hold in another file: an identity, an anchor, a name
  field TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,           -- a value, or an object of values
  why TEXT NOT NULL,
  undoes INTEGER REFERENCES events(event_id),
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL             -- SHA-256 of the line that `dump` writes for it, previous_hash included
) STRICT;
CREATE INDEX events_of_target ON events(target);
CREATE INDEX events_undone ON events(undoes) WHERE undoes IS NOT NULL;

CREATE TABLE corrections(        -- the values in force that a person gave, and what the article or the rules had
  target TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  extracted TEXT,                -- what undo brings back
  event_id INTEGER NOT NULL REFERENCES events(event_id),
  PRIMARY KEY (target, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE aliases(
  speaker_id INTEGER NOT NULL REFERENCES speakers(speaker_id),
  name TEXT NOT NULL,
  event_id INTEGER NOT NULL REFERENCES events(event_id),
  PRIMARY KEY (speaker_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE identity_links(     -- decisions about two speakers; the smaller id first
  speaker_id INTEGER NOT NULL REFERENCES speakers(speaker_id),
  other_id INTEGER NOT NULL REFERENCES speakers(speaker_id),
  relation TEXT NOT NULL CHECK (relation IN ('same', 'different', 'unsure')),
  event_id INTEGER NOT NULL REFERENCES events(event_id),
  PRIMARY KEY (speaker_id, other_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE claims(             -- a proposition followed across articles
  claim_id INTEGER PRIMARY KEY,
  claim TEXT NOT NULL,
  event_id INTEGER NOT NULL REFERENCES events(event_id)
) STRICT;

CREATE TABLE claim_statements(
  claim_id INTEGER NOT NULL REFERENCES claims(claim_id),
  statement_id INTEGER NOT NULL REFERENCES statements(statement_id),
  relation TEXT NOT NULL CHECK (relation IN ('makes', 'repeats', 'denies', 'contradicts', 'mentions')),
  event_id INTEGER NOT NULL REFERENCES events(event_id),
  PRIMARY KEY (claim_id, statement_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_of_statement ON claim_statements(statement_id, claim_id);

CREATE TABLE reviews(            -- a fact-check of a claim; whether it was said so is another question than whether it is true
  review_id INTEGER PRIMARY KEY,
  claim_id INTEGER NOT NULL REFERENCES claims(claim_id),
  verdict TEXT,                  -- true, mostly-true, mixed, mostly-false, false, unproven
  said_so TEXT,                  -- verbatim, paraphrase, altered, misattributed, withdrawn
  rating TEXT,                   -- in the reviewer's own words
  reviewer TEXT,
  reviewed_on TEXT,
  url TEXT,
  evidence TEXT,
  event_id INTEGER NOT NULL REFERENCES events(event_id)
) STRICT;
CREATE INDEX reviews_of_claim ON reviews(claim_id);

CREATE TABLE notes(
  note_id INTEGER PRIMARY KEY,
  target TEXT NOT NULL,          -- a typed id
  text TEXT NOT NULL,
  event_id INTEGER NOT NULL REFERENCES events(event_id)
) STRICT;
CREATE INDEX notes_of_target ON notes(target);

CREATE TABLE waiting(            -- events that no longer apply and wait for a person
  event_id INTEGER PRIMARY KEY REFERENCES events(event_id),
  reason TEXT NOT NULL
) STRICT;

-------------------------------------------------------------------------------------------------------------- views

CREATE VIEW who_said_what AS
SELECT 's' || s.statement_id AS statement,
       coalesce(s.said_on, v.published_on) AS said_or_published,
       s.said_on, v.published_on,
       CASE WHEN s.joint = 1 THEN s.speaker ELSE coalesce(p.name, s.speaker) END AS speaker,
       coalesce(p.kind, s.speaker_kind) AS speaker_kind, s.role, s.kind, s.act, s.negated, s.words, s.cue, s.mention,
       s.addressee, s.occasion, s.medium, s.on_behalf_of, src.name AS source, v.title, v.url, s.confidence,
       s.speaker_confidence, r.name AS rule, s.corrected,
       'p' || p.speaker_id AS speaker_id, 'a' || a.article_id AS article_id, 'src' || a.source_id AS source_id
FROM statements s
JOIN versions v ON v.version_id = s.version_id
JOIN articles a ON a.article_id = v.article_id
JOIN rules r ON r.rule_id = s.rule_id
LEFT JOIN sources src ON src.source_id = a.source_id
LEFT JOIN speakers own ON own.speaker_id = s.speaker_id
LEFT JOIN speakers p ON p.speaker_id = coalesce(own.leads_to, own.speaker_id)
WHERE s.state = 0
ORDER BY s.slot DESC;

CREATE VIEW speakers_overview AS
SELECT 'p' || p.speaker_id AS speaker, p.name, p.kind,
       (SELECT s2.role FROM said_by b2 JOIN statements s2 ON s2.slot = b2.slot
        WHERE b2.speaker_id = p.speaker_id AND s2.state = 0 AND s2.role IS NOT NULL AND s2.joint = 0
        ORDER BY b2.slot DESC LIMIT 1) AS latest_role,
       count(*) AS statements, count(DISTINCT v.article_id) AS articles, count(DISTINCT a.source_id) AS sources,
       date(min(s.from_day) * 86400, 'unixepoch') AS first_said, date(max(s.to_day) * 86400, 'unixepoch') AS last_said
FROM speakers p
JOIN said_by b ON b.speaker_id = p.speaker_id
JOIN statements s ON s.slot = b.slot
JOIN versions v ON v.version_id = s.version_id
JOIN articles a ON a.article_id = v.article_id
WHERE s.state = 0
GROUP BY p.speaker_id
ORDER BY statements DESC, p.name;

CREATE VIEW sightings_overview AS
SELECT 'g' || g.group_id AS words_group, 's' || s.statement_id AS statement,
       coalesce(s.said_on, v.published_on) AS said_or_published, v.published_on,
       coalesce(p.name, s.speaker) AS speaker, s.words, src.name AS source, v.title, 'a' || a.article_id AS article_id,
       'w' || w.group_id AS wire_story
FROM sightings g
JOIN statements s ON s.statement_id = g.statement_id
JOIN versions v ON v.version_id = s.version_id
JOIN articles a ON a.article_id = v.article_id
LEFT JOIN sources src ON src.source_id = a.source_id
LEFT JOIN speakers own ON own.speaker_id = s.speaker_id
LEFT JOIN speakers p ON p.speaker_id = coalesce(own.leads_to, own.speaker_id)
LEFT JOIN wire_groups w ON w.version_id = v.version_id
WHERE g.group_id IS NOT NULL AND s.state IN (0, 1)
ORDER BY g.group_id, s.from_day IS NULL, s.from_day, s.to_day, v.published_from, v.captured_at, a.identity, v.version, s.begin_byte;

CREATE VIEW claims_overview AS
SELECT 'c' || c.claim_id AS claim_id, c.claim, cs.relation, 's' || s.statement_id AS statement,
       coalesce(s.said_on, v.published_on) AS said_or_published, coalesce(p.name, s.speaker) AS speaker, s.words,
       src.name AS source, v.title,
       (SELECT coalesce(r.verdict, r.said_so) || coalesce(' (' || r.reviewer || ')', '') FROM reviews r
        WHERE r.claim_id = c.claim_id ORDER BY r.reviewed_on DESC, r.review_id DESC LIMIT 1) AS latest_review
FROM claims c
LEFT JOIN claim_statements cs ON cs.claim_id = c.claim_id
LEFT JOIN statements s ON s.statement_id = cs.statement_id
LEFT JOIN versions v ON v.version_id = s.version_id
LEFT JOIN articles a ON a.article_id = v.article_id
LEFT JOIN sources src ON src.source_id = a.source_id
LEFT JOIN speakers own ON own.speaker_id = s.speaker_id
LEFT JOIN speakers p ON p.speaker_id = coalesce(own.leads_to, own.speaker_id)
ORDER BY c.claim_id, s.from_day IS NULL, s.from_day, s.to_day, v.published_from, v.captured_at, a.identity, v.version, s.begin_byte;
