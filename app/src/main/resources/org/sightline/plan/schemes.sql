-- Schemes in the viewer's sight, one row a status: some by key, or everybody's and the own organisation's.
SELECT scheme.id, scheme.owner_organisation_id, scheme.code, scheme.name, scheme.source, status.code AS status_code,
  status.name AS status_name, status.meaning, status.state
FROM status_scheme AS scheme LEFT JOIN scheme_status AS status ON status.scheme_id = scheme.id
WHERE scheme.id = ANY (?::int[])
  OR (?::int[] IS NULL
    AND (scheme.owner_organisation_id IS NULL OR scheme.owner_organisation_id = (SELECT viewer_organisation())))
ORDER BY scheme.owner_key, scheme.code, scheme.id, status.position, status.code
