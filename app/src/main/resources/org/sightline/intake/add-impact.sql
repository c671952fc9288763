INSERT INTO impact_evidence (action_id, owner_organisation_id, recorded_on, text, source)
SELECT given.action_id, ?, given.recorded_on::date, given.text, ?
FROM unnest(?::int[], ?::text[], ?::text[]) AS given (action_id, recorded_on, text)
WHERE NOT EXISTS (
  SELECT FROM impact_evidence AS known WHERE known.action_id = given.action_id AND known.text = given.text)
