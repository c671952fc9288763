-- Everything that a real council is called. DfE numbers and names have passed from one council to another: they count on their days.
WITH council AS (SELECT * FROM area WHERE kind = 'COUNCIL' AND NOT generated)
SELECT council.id, council.name, council.exists_from, council.exists_to, called.*
FROM council CROSS JOIN LATERAL (
  SELECT code AS called, scheme = 'DFE' AS is_dated, valid_from, valid_to FROM area_code WHERE area_id = council.id
  UNION ALL SELECT council.name, true, council.exists_from, council.exists_to
  UNION ALL SELECT alias, true, council.exists_from, council.exists_to FROM area_alias WHERE area_id = council.id) AS called
