-- Every area with its current or last codes, and the councils of a joint return.
SELECT area.id, area.kind, area.name, area.region_id, area.council_type, area.exists_from, area.exists_to, area.generated,
  ons.code AS ons_code, dfe.code AS dfe_number, members.keys AS member_keys
FROM area
LEFT JOIN LATERAL (SELECT code FROM area_code WHERE area_id = area.id AND scheme = 'ONS'
                   ORDER BY valid_from DESC LIMIT 1) AS ons ON true
LEFT JOIN LATERAL (SELECT code FROM area_code WHERE area_id = area.id AND scheme = 'DFE'
                   ORDER BY valid_from DESC LIMIT 1) AS dfe ON true
LEFT JOIN LATERAL (SELECT array_agg(council_id) AS keys FROM joint_return_member
                   WHERE joint_return_id = area.id) AS members ON area.kind = 'JOINT_RETURN'
ORDER BY area.id
