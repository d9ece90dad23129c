-- The same words in the order in which they were printed: a later article that knows the day on which they were said is no earlier
-- sighting.

DROP VIEW sightings_overview;

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
ORDER BY g.group_id, v.published_from IS NULL, v.published_from, v.published_to, v.captured_at, a.identity, v.version, s.begin_byte;
