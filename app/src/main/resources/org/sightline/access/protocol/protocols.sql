-- The protocols in the viewer's sight, and how each stands for the viewer's organisation at the transaction's instant.
SELECT protocol.*, protocol.valid_to <= now() AS is_over, stay.id IS NOT NULL AND stay.left_at IS NULL AS has_viewer,
  CASE
    WHEN protocol.valid_to <= now() THEN 'EXPIRED'
    WHEN stay.id IS NULL THEN 'CONVENED'
    WHEN stay.left_at IS NOT NULL THEN 'LEFT'
    WHEN stay.signed_at IS NULL THEN 'INVITED'
    WHEN protocol.valid_from > now() THEN 'NOT_YET_VALID'
    ELSE 'LIVE'
  END AS state
FROM sharing_protocol AS protocol
LEFT JOIN LATERAL (
  SELECT party.id, party.signed_at, party.left_at
  FROM sharing_protocol_party AS party
  WHERE party.protocol_id = protocol.id AND party.organisation_id = (SELECT viewer_organisation())
  ORDER BY party.invited_at DESC, party.id DESC
  LIMIT 1) AS stay ON true
WHERE (?::int[] IS NULL OR protocol.id = ANY (?::int[]))
  AND (protocol.convenor_organisation_id = (SELECT viewer_organisation()) OR protocol.id IN (SELECT viewer_protocols()))
ORDER BY protocol.proposed_at DESC, protocol.id DESC
