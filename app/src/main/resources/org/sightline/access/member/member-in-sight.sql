-- Members whom the viewer may see, as the policy member_seen has it.
SELECT * FROM member
WHERE id = ANY (?::int[]) AND (
  organisation_id = (SELECT viewer_organisation())
  OR ('adviser' = ANY (roles) AND revoked_at IS NULL AND (SELECT viewer_has_role('data-owner')))
  OR ((SELECT viewer_has_role('operator')) AND (invited_by = (SELECT viewer_member())
    OR organisation_id IN (SELECT organisation.id FROM organisation WHERE organisation.onboarded_at IS NULL))))
