-- The official file now stands behind figures that a restatement of it brought first.
UPDATE observation AS standing
SET source_file_id = ?, source_name = ?, source_line = staged.source_line
FROM staged
JOIN staged_period ON staged_period.number = staged.period
JOIN staged_breakdown ON staged_breakdown.number = staged.breakdown
WHERE standing.edition_id = ?
  AND standing.indicator_id = staged.indicator_id
  AND standing.period_id = staged_period.id
  AND standing.breakdown_id = staged_breakdown.id
  AND standing.area_id = staged.area_id
  AND standing.source_file_id IN (
    SELECT source_file.id FROM source_file WHERE source_file.edition_id = ? AND source_file.mapping = ANY (?))
