-- The grants to others of one organisation's data at an instant: as viewer_grants() has them for a recipient now.
WITH asked AS (SELECT coalesce(?::timestamptz, now()) AS at, ?::int AS owner_id),
granted AS (
  SELECT agreement.recipient_organisation_id AS recipient_id, agreement.recipient_member_id AS person_id, names.person_name,
    agreement.datasets, agreement.indicator_ids, agreement.periods_from, agreement.periods_to, false AS reciprocal,
    greatest(agreement.valid_from, ours.signed_at, theirs.signed_at) AS since,
    least(agreement.valid_to, agreement.revoked_at) AS until, agreement.id AS agreement_id, NULL::integer AS protocol_id
  FROM asked
  JOIN sharing_agreement AS agreement ON agreement.owner_organisation_id = asked.owner_id
  JOIN sharing_agreement_signature AS ours
    ON ours.agreement_id = agreement.id AND ours.organisation_id = agreement.owner_organisation_id
  JOIN sharing_agreement_signature AS theirs
    ON theirs.agreement_id = agreement.id AND theirs.organisation_id = agreement.recipient_organisation_id
  JOIN viewer_agreement_names() AS names ON names.agreement_id = agreement.id
  UNION ALL
  SELECT theirs.organisation_id, NULL, NULL, protocol.datasets, protocol.indicator_ids, protocol.periods_from,
    protocol.periods_to, protocol.reciprocal,
    greatest(protocol.valid_from, ours.signed_at, theirs.signed_at),
    least(protocol.valid_to, ours.left_at, theirs.left_at), NULL, protocol.id
  FROM asked
  JOIN sharing_protocol_party AS ours ON ours.organisation_id = asked.owner_id AND ours.signed_at IS NOT NULL
  JOIN sharing_protocol AS protocol ON protocol.id = ours.protocol_id
  JOIN sharing_protocol_party AS theirs ON theirs.protocol_id = protocol.id
    AND theirs.organisation_id <> ours.organisation_id AND theirs.signed_at IS NOT NULL)
SELECT granted.*
FROM asked
JOIN granted ON granted.since <= asked.at AND asked.at < granted.until
JOIN organisation ON organisation.id = granted.recipient_id
ORDER BY organisation.name, organisation.id, granted.agreement_id, granted.protocol_id, granted.since
