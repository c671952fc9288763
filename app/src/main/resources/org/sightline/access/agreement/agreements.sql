-- The agreements in the viewer's sight, which viewer_agreement_names() lists, and how each stands at the transaction's instant.
SELECT agreement.*, names.person_name, names.proposer_name, names.revoked_by_organisation_id,
  by_owner.signed_by_name AS owner_name, by_owner.signed_as AS owner_position, by_owner.signed_at AS owner_at,
  by_recipient.signed_by_name AS recipient_name, by_recipient.signed_as AS recipient_position,
  by_recipient.signed_at AS recipient_at,
  CASE
    WHEN agreement.revoked_at IS NOT NULL THEN 'REVOKED'
    WHEN agreement.valid_to <= now() THEN 'EXPIRED'
    WHEN by_owner.signed_at IS NULL AND by_recipient.signed_at IS NULL THEN 'PROPOSED'
    WHEN by_recipient.signed_at IS NULL THEN 'SIGNED_BY_OWNER'
    WHEN by_owner.signed_at IS NULL THEN 'SIGNED_BY_RECIPIENT'
    WHEN agreement.valid_from > now() THEN 'NOT_YET_VALID'
    ELSE 'LIVE'
  END AS state
FROM sharing_agreement AS agreement
JOIN viewer_agreement_names() AS names ON names.agreement_id = agreement.id
LEFT JOIN sharing_agreement_signature AS by_owner
  ON by_owner.agreement_id = agreement.id AND by_owner.organisation_id = agreement.owner_organisation_id
LEFT JOIN sharing_agreement_signature AS by_recipient
  ON by_recipient.agreement_id = agreement.id AND by_recipient.organisation_id = agreement.recipient_organisation_id
