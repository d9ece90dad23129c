-- The first and last date of a speaker at the precision they have: "2014-10" is no first of October.

DROP VIEW speakers_overview;

CREATE VIEW speakers_overview AS
SELECT 'p' || p.speaker_id AS speaker, p.name, p.kind,
       (SELECT s2.role FROM said_by b2 JOIN statements s2 ON s2.slot = b2.slot
        WHERE b2.speaker_id = p.speaker_id AND s2.state = 0 AND s2.role IS NOT NULL AND s2.joint = 0
        ORDER BY b2.slot >> 24 DESC, s2.role LIMIT 1) AS latest_role,
       count(*) AS statements, count(DISTINCT v.article_id) AS articles, count(DISTINCT a.source_id) AS sources,
       -- By the day, which the date is put after: days count from the year 1 here, so that the smallest text is the earliest.
       substr(min(printf('%07d', s.from_day + 719162) || coalesce(s.said_on, v.published_on)), 8) AS first_said,
       substr(max(printf('%07d', s.to_day + 719162) || coalesce(s.said_on, v.published_on)), 8) AS last_said
FROM speakers p
JOIN said_by b ON b.speaker_id = p.speaker_id
JOIN statements s ON s.slot = b.slot
JOIN versions v ON v.version_id = s.version_id
JOIN articles a ON a.article_id = v.article_id
WHERE s.state = 0
GROUP BY p.speaker_id
ORDER BY statements DESC, p.name;
