-- Organisations with the one who was invited first, as far as the viewer may see that member.
SELECT organisation.id, organisation.code, organisation.name, organisation.kind, organisation.created_at,
  organisation.keycloak_id, organisation.invited_at, organisation.onboarded_at, first.name AS first_name,
  first.email AS first_email
FROM organisation
LEFT JOIN LATERAL (
  SELECT member.name, member.email FROM member
  WHERE member.organisation_id = organisation.id AND member.kind = 'PERSON'
  ORDER BY member.id LIMIT 1) AS first ON true
