-- A value to be derived whose denominator stood in another row: the rule of Figure.ratio, in the same order.
UPDATE staged
SET
  value = CASE
    WHEN staged.numerator IS NOT NULL AND staged.denominator <> 0
    THEN round(
      staged.numerator * CASE indicator.unit WHEN 'PERCENT' THEN 100 WHEN 'RATE_PER_10000' THEN 10000 ELSE 1 END
        / staged.denominator,
      indicator.decimals)
  END,
  missing = CASE
    WHEN staged.numerator IS NULL THEN staged.numerator_missing
    WHEN staged.denominator IS NULL THEN staged.denominator_missing
    WHEN staged.denominator = 0 THEN 'NOT_APPLICABLE'
  END
FROM indicator
WHERE staged.part > 0 AND staged.derived AND indicator.id = staged.indicator_id
