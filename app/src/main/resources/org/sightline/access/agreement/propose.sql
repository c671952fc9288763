INSERT INTO sharing_agreement (owner_organisation_id, recipient_organisation_id, recipient_kind, recipient_member_id, datasets,
  indicator_ids, periods_from, periods_to, purpose, onward_publication, foi_answered_by, valid_from, valid_to, proposed_by,
  proposed_by_organisation_id)
VALUES (?, ?, ?, ?, ?::text[], ?::int[], ?, ?, ?, ?, ?, ?, ?, ?, ?)
RETURNING id
