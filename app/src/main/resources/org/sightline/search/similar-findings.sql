-- For each of some findings those of other councils in scope that are most like it: of the same theme, or with three words in common
-- or more. Likeness is the share of the words of both that they have in common, and a quarter more for the same theme: it rests on
-- the two findings alone.
WITH seen AS MATERIALIZED (
  SELECT finding.id, finding.council_id, finding.theme_code, finding.words, finding.recorded_at
  FROM finding JOIN inspection ON inspection.id = finding.inspection_id
  WHERE (finding.id = ANY (?::int[]) OR finding.council_id = ANY (?::int[]))
    AND (finding.access_class = 'PUBLISHED'
      OR (finding.access_class = 'EMBARGOED' AND finding.embargoed_until <= now())
      OR finding.owner_organisation_id = (SELECT viewer_organisation())
      OR (finding.access_class = 'SHARED'
        AND finding.owner_organisation_id = ANY ((SELECT organisations_sharing_records('INSPECTIONS'))::int[])))
    AND (inspection.access_class = 'PUBLISHED'
      OR (inspection.access_class = 'EMBARGOED' AND inspection.embargoed_until <= now())
      OR inspection.owner_organisation_id = (SELECT viewer_organisation())
      OR (inspection.access_class = 'SHARED'
        AND inspection.owner_organisation_id = ANY ((SELECT organisations_sharing_records('INSPECTIONS'))::int[])))
), asked AS MATERIALIZED (
  SELECT * FROM seen WHERE id = ANY (?::int[])
), other AS MATERIALIZED (
  SELECT * FROM seen WHERE council_id = ANY (?::int[])
), word AS MATERIALIZED (
  SELECT asked.id, word FROM asked CROSS JOIN LATERAL unnest(tsvector_to_array(asked.words)) AS word
), common AS MATERIALIZED (
  SELECT word.id AS asked_id, spoken.id AS other_id, count(*) AS words
  FROM (SELECT other.id, word FROM other CROSS JOIN LATERAL unnest(tsvector_to_array(other.words)) AS word) AS spoken
  JOIN word ON word.word = spoken.word
  GROUP BY word.id, spoken.id
), near AS (
  SELECT asked.id AS asked_id, other.id AS other_id, coalesce(other.theme_code = asked.theme_code, false) AS is_same_theme,
    coalesce(common.words, 0) AS words,
    coalesce(common.words::numeric
      / nullif(length(asked.words) + length(other.words) - common.words, 0), 0) AS share,
    other.recorded_at, asked.words AS asked_words, other.words AS other_words
  FROM asked JOIN other ON other.council_id <> asked.council_id
  LEFT JOIN common ON common.asked_id = asked.id AND common.other_id = other.id
  WHERE other.theme_code = asked.theme_code OR common.words >= 3
), placed AS (
  SELECT near.*, row_number() OVER (
    PARTITION BY asked_id ORDER BY share + CASE WHEN is_same_theme THEN 0.25 ELSE 0 END DESC, recorded_at DESC, other_id DESC) AS place
  FROM near
)
SELECT asked_id, other_id, is_same_theme, round(100 * share, 1) AS percent,
  ARRAY(SELECT unnest(tsvector_to_array(asked_words)) INTERSECT SELECT unnest(tsvector_to_array(other_words)) ORDER BY 1) AS in_common
FROM placed WHERE place <= ?
ORDER BY asked_id, place
