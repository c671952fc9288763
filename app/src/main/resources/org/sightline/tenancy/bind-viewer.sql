-- Binds the viewer to this transaction and says who it is: no member_id for somebody who is no member.
SELECT bound.viewer, member.*
FROM (SELECT set_config('sightline.viewer', ?, true) AS viewer, set_config('statement_timeout', ?, true)) AS bound
LEFT JOIN member_of_subject(?) AS member ON true
