-- Organisations with the one who was invited first, as far as the viewer may see that member.
SELECT organisation.id, organisation.code, organisation.name, organisation.kind, organisation.created_at,
  organisation.keycloak_id, organisation.onboarded_at, first.name AS first_name, first.email AS first_email,
  coalesce(first.subject IS NOT NULL, false) AS has_accepted
FROM organisation
LEFT JOIN LATERAL (
  SELECT member.name, member.email, member.subject FROM member
  WHERE member.organisation_id = organisation.id AND member.kind = 'PERSON'
  ORDER BY member.id LIMIT 1) AS first ON true
