UPDATE staged SET denominator_missing = 'NOT_AVAILABLE'
WHERE part > 0 AND denominator IS NULL AND denominator_missing IS NULL
