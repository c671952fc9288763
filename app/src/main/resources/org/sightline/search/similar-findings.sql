-- For each of some findings those of other councils in scope that are most like it: of the same theme, or with three words in common
-- or more. Likeness is the share of the words of both that they have in common, and a quarter more for the same theme: it rests on
-- the two findings alone. Two texts put together are as many words shorter than both as they have words in common. Lines of an owner
-- in shared_by: how many of its shared findings were looked through.
WITH seen AS MATERIALIZED (
  SELECT finding.id, finding.council_id, finding.theme_code, strip(finding.words) AS words, finding.recorded_at,
    finding.id = ANY (?::int[]) AS is_asked,
    CASE WHEN finding.access_class = 'SHARED' THEN nullif(finding.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by
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
), other AS MATERIALIZED (
  SELECT * FROM seen
  WHERE council_id = ANY (?::int[])
    AND EXISTS (SELECT FROM seen AS asked WHERE asked.is_asked AND asked.council_id <> seen.council_id)
), nearest AS (
  SELECT asked.id AS asked_id, asked.words AS asked_words, near.*
  FROM seen AS asked CROSS JOIN LATERAL (
    SELECT common.id, common.words, common.recorded_at, common.is_same_theme,
      (common.both_lengths - common.in_both)::float / greatest(common.in_both, 1) AS share
    FROM (
      SELECT other.id, other.words, other.recorded_at, coalesce(other.theme_code = asked.theme_code, false) AS is_same_theme,
        length(asked.words || other.words) AS in_both, length(asked.words) + length(other.words) AS both_lengths
      FROM other WHERE other.council_id <> asked.council_id OFFSET 0
    ) AS common
    WHERE common.is_same_theme OR common.both_lengths - common.in_both >= 3
    ORDER BY (common.both_lengths - common.in_both)::float / greatest(common.in_both, 1)
      + CASE WHEN common.is_same_theme THEN 0.25 ELSE 0 END DESC, common.recorded_at DESC, common.id DESC
    LIMIT ?
  ) AS near
  WHERE asked.is_asked
)
SELECT asked_id, id AS other_id, is_same_theme, round((100 * share)::numeric, 1) AS percent,
  ARRAY(SELECT unnest(tsvector_to_array(asked_words)) INTERSECT SELECT unnest(tsvector_to_array(words)) ORDER BY 1) AS in_common,
  NULL::int AS shared_by, NULL::bigint AS total,
  row_number() OVER (
    ORDER BY asked_id, share + CASE WHEN is_same_theme THEN 0.25 ELSE 0 END DESC, recorded_at DESC, id DESC) AS position
FROM nearest
UNION ALL
SELECT NULL, NULL, NULL, NULL, NULL, shared_by, count(*), NULL FROM other WHERE shared_by IS NOT NULL GROUP BY shared_by
ORDER BY position NULLS LAST
