-- Actions in sight of the plans of councils in scope that match what is searched, each with whether every filter lets it through.
-- What was taken out of a plan is left out. Who may see a plan is said here as well as in the policies. The theme and the state are
-- looked up one by one: joined, they are tried against every action, because nobody can estimate how many of them a policy lets through.
WITH asked AS MATERIALIZED (
  SELECT ?::int[] AS scope, ?::int[] AS councils, ?::boolean AS with_facets, ?::text[] AS themes, ?::text[] AS states,
    websearch_to_tsquery('english', ?::text) AS words
), known AS MATERIALIZED (
  SELECT action.id, plan.council_id, action.created_at AS at,
    CASE WHEN asked.words IS NULL THEN 0::real ELSE ts_rank(action.words, asked.words) END AS rank,
    CASE WHEN plan.access_class = 'SHARED' THEN nullif(plan.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by,
    (SELECT workstream.theme_code FROM workstream WHERE workstream.id = action.workstream_id) AS theme_code,
    coalesce(
      (SELECT status.state FROM scheme_status AS status WHERE status.scheme_id = plan.scheme_id AND status.code = action.status_code),
      'NOT_STATED') AS state
  FROM action JOIN plan ON plan.id = action.plan_id CROSS JOIN asked
  WHERE plan.council_id = ANY ((SELECT scope FROM asked)::int[]) AND action.removed_at IS NULL
    AND (plan.access_class = 'PUBLISHED'
      OR (plan.access_class = 'EMBARGOED' AND plan.embargoed_until <= now())
      OR plan.owner_organisation_id = (SELECT viewer_organisation())
      OR (plan.access_class = 'SHARED'
        AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::int[])))
    AND (asked.words IS NULL OR action.words @@ asked.words)
), matched AS MATERIALIZED (
  SELECT known.*, known.council_id = ANY (asked.councils) AS of_councils,
    asked.themes IS NULL OR coalesce(known.theme_code = ANY (asked.themes), false) AS of_themes,
    asked.states IS NULL OR known.state = ANY (asked.states) AS of_states
  FROM known CROSS JOIN asked
)
