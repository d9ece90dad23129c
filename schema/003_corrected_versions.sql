-- A new version of an article inherits what people corrected about the one before, so a correction keeps what each version had:
-- corrections.extracted of an article's field is {"1 value":…,"1 origin":…,"2 value":…} and was {"value":…,"origin":…}.

UPDATE corrections
SET extracted = (
  WITH corrected(version) AS (
    SELECT coalesce(max(CASE WHEN json_extract(v.origins, '$.' || corrections.field) LIKE 'corrected%' THEN v.version END), max(v.version))
    FROM versions v
    WHERE v.article_id = CAST(substr(corrections.target, 2) AS INTEGER))
  SELECT json_object(version || ' value', json_extract(corrections.extracted, '$.value'),
                     version || ' origin', json_extract(corrections.extracted, '$.origin'))
  FROM corrected)
WHERE target GLOB 'a[0-9]*' AND field <> 'removed';
