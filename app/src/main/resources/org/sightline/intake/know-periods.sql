UPDATE staged_period SET id = period.id
FROM period
WHERE period.type = staged_period.type AND period.starts_on = staged_period.starts_on
  AND period.ends_on = staged_period.ends_on AND period.code = staged_period.code
