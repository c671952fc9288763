package org.sightline.access;

import java.util.List;
import java.util.Map;
import org.sightline.access.MutationCase.Outcome;
import org.sightline.graphql.GlobalId;

/** The mutations about status reports: for contributors of the council whose plan it is. */
final class ReportMutationCases {
  private static final Map<String, Outcome> CONTRIBUTORS = Map.of("hull-contributor", Outcome.DONE);

  private ReportMutationCases() {}

  static List<MutationCase> all() {
    return List.of(
        new MutationCase(
            "issueStatusReport",
            partners -> "{plan: \"%s\"}".formatted(plan(partners)),
            CONTRIBUTORS),
        new MutationCase(
            "recordStatusReport",
            partners ->
                "{plan: \"%s\", asAt: \"2021-02-15\", counts: [{status: \"P\", actions: 35}]}"
                    .formatted(plan(partners)),
            CONTRIBUTORS));
  }

  /** A plan of Hull with one action. */
  private static String plan(Partners partners) {
    String key =
        partners
            .texts(
                """
                WITH added AS (
                  INSERT INTO plan (owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, created_by_name)
                  SELECT organisation.id, organisation.council_id, 'SHARED', 'Plan ' || gen_random_uuid(), 'IMPROVEMENT', 'LIVE',
                    status_scheme.id, 'A test'
                  FROM organisation, status_scheme
                  WHERE organisation.id = 1 AND status_scheme.code = 'ragp' AND status_scheme.owner_organisation_id IS NULL
                  RETURNING id, owner_organisation_id),
                part AS (
                  INSERT INTO workstream (plan_id, owner_organisation_id, position, name)
                  SELECT id, owner_organisation_id, 1, 'Front door' FROM added RETURNING id, plan_id, owner_organisation_id)
                INSERT INTO action (plan_id, workstream_id, owner_organisation_id, reference, text, status_code)
                SELECT plan_id, id, owner_organisation_id, '1.1', 'Open the hub', 'A' FROM part RETURNING plan_id
                """)
            .getFirst();
    return new GlobalId("Plan", key).encoded();
  }
}
