-- Actions in sight of the plans of councils in scope that match what is searched, each with whether every filter lets it through.
-- What was taken out of a plan is left out. Who may see a plan is said here as well as in the policies.
WITH asked AS MATERIALIZED (
  SELECT ?::int[] AS scope, ?::int[] AS councils, ?::text[] AS themes, ?::text[] AS states,
    websearch_to_tsquery('english', ?::text) AS words
), matched AS MATERIALIZED (
  SELECT action.id, plan.council_id, workstream.theme_code, coalesce(status.state, 'NOT_STATED') AS state, action.created_at AS at,
    CASE WHEN asked.words IS NULL THEN 0::real ELSE ts_rank(action.words, asked.words) END AS rank,
    CASE WHEN plan.access_class = 'SHARED' THEN nullif(plan.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by,
    plan.council_id = ANY (asked.councils) AS of_councils,
    asked.themes IS NULL OR coalesce(workstream.theme_code = ANY (asked.themes), false) AS of_themes,
    asked.states IS NULL OR coalesce(status.state, 'NOT_STATED') = ANY (asked.states) AS of_states
  FROM action JOIN plan ON plan.id = action.plan_id JOIN workstream ON workstream.id = action.workstream_id
  LEFT JOIN scheme_status AS status ON status.scheme_id = plan.scheme_id AND status.code = action.status_code
  CROSS JOIN asked
  WHERE plan.council_id = ANY ((SELECT scope FROM asked)::int[]) AND action.removed_at IS NULL
    AND (plan.access_class = 'PUBLISHED'
      OR (plan.access_class = 'EMBARGOED' AND plan.embargoed_until <= now())
      OR plan.owner_organisation_id = (SELECT viewer_organisation())
      OR (plan.access_class = 'SHARED'
        AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::int[])))
    AND (asked.words IS NULL OR action.words @@ asked.words)
)
