-- What `verify` holds the statements against: a hash over all rows of each version of an article, renewed in the transaction that
-- changes any of them. rows_hash() is a function of onrecord's, no other program needs it to read the record.

CREATE TABLE row_hashes(         -- derived; none for a version without statements
  version_id INTEGER PRIMARY KEY REFERENCES versions(version_id),
  hash BLOB NOT NULL             -- SHA-256 over the rows in the order of n
) STRICT;

INSERT INTO row_hashes(version_id, hash)
SELECT s.version_id,
       rows_hash(s.n, s.statement_id, s.state, s.outer_id, s.kind, s.act, s.negated, s.in_title, s.words, s.begin_byte, s.end_byte,
                 s.spans, s.cue, s.cue_byte, s.mention, s.mention_byte, s.addressee, s.addressee_byte, s.occasion, s.occasion_byte,
                 s.medium, s.medium_byte, s.speaker_id, s.speaker, s.speaker_kind, s.unnamed, s.joint, s.role, s.on_behalf_of,
                 s.said_on, s.said_on_text, s.said_on_text_byte, s.from_day, s.to_day, s.confidence, s.speaker_confidence, s.rule_id,
                 s.anchor, s.corrected,
                 CASE s.joint WHEN 1 THEN (SELECT group_concat(coalesce(j.speaker_id, 0) || ' ' || j.name, x'0A')
                                           FROM (SELECT speaker_id, name FROM joint_speakers WHERE statement_id = s.statement_id
                                                 ORDER BY seq) j) END)
FROM statements s
GROUP BY s.version_id;
