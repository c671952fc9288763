-- A denominator that stands in another row of the same area, moment and other filters.
UPDATE staged
SET denominator = held.value, denominator_missing = held.missing
FROM staged AS held
WHERE staged.part > 0
  AND held.indicator_id = -staged.part
  AND held.period = staged.moment
  AND held.breakdown = staged.filters
  AND held.area_id = staged.area_id
