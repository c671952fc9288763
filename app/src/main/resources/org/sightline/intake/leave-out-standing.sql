DELETE FROM staged
USING staged_period, staged_breakdown, observation AS standing
WHERE staged_period.number = staged.period
  AND staged_breakdown.number = staged.breakdown
  AND standing.edition_id = ?
  AND standing.indicator_id = staged.indicator_id
  AND standing.period_id = staged_period.id
  AND standing.breakdown_id = staged_breakdown.id
  AND standing.area_id = staged.area_id
