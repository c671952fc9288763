package org.sightline.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.sightline.access.MutationCase.Outcome;
import org.sightline.graphql.GlobalId;

/** The mutations of plans: a council's contributors', and nobody else's. */
final class PlanMutationCases {
  private static final Map<String, Outcome> CONTRIBUTORS = Map.of("hull-contributor", Outcome.DONE);

  private PlanMutationCases() {}

  static List<MutationCase> all() {
    return List.of(
        of(
            "definePlanScheme",
            _ ->
                "{code: \"own-%s\", name: \"Own\", source: \"a test\", statuses: [{code: \"X\", name: \"X\", meaning: \"done\", state: COMPLETED}]}"
                    .formatted(UUID.randomUUID())),
        of(
            "recordPlan",
            _ ->
                "{name: \"%s\", kind: IMPROVEMENT, scheme: \"brag\"}".formatted(UUID.randomUUID())),
        of("amendPlan", partners -> versioned(plan(partners), "state: LIVE")),
        of(
            "recordWorkstreams",
            partners ->
                "{plan: \"%s\", workstreams: [{name: \"Practice\"}]}".formatted(plan(partners))),
        of("amendWorkstream", partners -> versioned(workstream(partners), "name: \"Other\"")),
        of(
            "recordActions",
            partners -> {
              String workstream = workstream(partners);
              return "{plan: \"%s\", actions: [{workstream: \"%s\", reference: \"1\", text: \"Do\"}]}"
                  .formatted(planOf(partners, workstream), workstream);
            }),
        of("amendAction", partners -> versioned(action(partners), "text: \"Do more\"")),
        of("completeAction", partners -> versioned(action(partners), "reason: \"done\"")),
        of("reopenAction", partners -> versioned(completed(partners), "reason: \"not done\"")),
        of("removeAction", partners -> versioned(action(partners), "reason: \"not ours\"")),
        of(
            "recordImpact",
            partners -> about(partners, "recordedOn: \"2025-01-31\", text: \"Faster\"")),
        of(
            "linkFinding",
            partners -> about(partners, "finding: \"%s\"".formatted(finding(partners)))),
        of("unlinkFinding", PlanMutationCases::linked),
        of(
            "linkIndicator",
            partners -> about(partners, "indicator: \"re-referrals-percent\", expected: DOWN")),
        of("unlinkIndicator", PlanMutationCases::measured),
        of(
            "setDependency",
            partners -> about(partners, "dependsOn: \"%s\"".formatted(action(partners)))),
        of(
            "recordMilestone",
            partners ->
                "{plan: \"%s\", name: \"Half-way\", dueOn: \"2025-01-31\", source: \"a test\"}"
                    .formatted(plan(partners))));
  }

  private static MutationCase of(String mutation, Function<Partners, String> input) {
    return new MutationCase(mutation, input, CONTRIBUTORS);
  }

  private static String versioned(String id, String change) {
    return "{id: \"%s\", version: 0, %s}".formatted(id, change);
  }

  private static String about(Partners partners, String link) {
    return "{action: \"%s\", %s}".formatted(action(partners), link);
  }

  private static String plan(Partners partners) {
    return id("Plan", planKey(partners));
  }

  private static String planKey(Partners partners) {
    return one(
        partners,
        """
        INSERT INTO plan (owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, created_by_name)
        SELECT 1, organisation.council_id, 'COUNCIL_ONLY', '%s', 'IMPROVEMENT', 'DRAFT', scheme.id, 'Somebody'
        FROM organisation, status_scheme AS scheme WHERE organisation.id = 1 AND scheme.code = 'brag'
        RETURNING id
        """
            .formatted(UUID.randomUUID()));
  }

  private static String planOf(Partners partners, String workstream) {
    return id(
        "Plan",
        one(
            partners,
            "SELECT plan_id FROM workstream WHERE id = " + GlobalId.decode(workstream).key()));
  }

  private static String workstream(Partners partners) {
    return id("Workstream", workstreamKey(partners));
  }

  private static String workstreamKey(Partners partners) {
    return one(
        partners,
        "INSERT INTO workstream (plan_id, owner_organisation_id, position, name) VALUES (%s, 1, 1, 'First') RETURNING id"
            .formatted(planKey(partners)));
  }

  private static String action(Partners partners) {
    return id("Action", actionKey(partners, "NULL"));
  }

  private static String completed(Partners partners) {
    return id("Action", actionKey(partners, "'2025-01-31'"));
  }

  private static String actionKey(Partners partners, String completedOn) {
    return one(
        partners,
        """
        INSERT INTO action (plan_id, workstream_id, owner_organisation_id, reference, text, completed_on)
        SELECT plan_id, id, 1, '1.1', 'Do', %s FROM workstream WHERE id = %s RETURNING id
        """
            .formatted(completedOn, workstreamKey(partners)));
  }

  private static String finding(Partners partners) {
    return id(
        "Finding",
        one(
            partners,
            """
            WITH inspected AS (
              INSERT INTO inspection (council_id, framework_code, access_class)
              SELECT council_id, 'ilacs', 'PUBLISHED' FROM organisation WHERE id = 1 RETURNING id, council_id)
            INSERT INTO finding (inspection_id, council_id, owner_organisation_id, access_class, kind, text, source)
            SELECT id, council_id, 1, 'COUNCIL_ONLY', 'OBSERVATION', 'Seen', 'a test' FROM inspected RETURNING id
            """));
  }

  private static String linked(Partners partners) {
    String action = action(partners);
    String finding = finding(partners);
    List<String> _ =
        partners.texts(
            "INSERT INTO finding_action (finding_id, action_id, owner_organisation_id) VALUES (%s, %s, 1) RETURNING 1"
                .formatted(GlobalId.decode(finding).key(), GlobalId.decode(action).key()));
    return "{action: \"%s\", finding: \"%s\"}".formatted(action, finding);
  }

  private static String measured(Partners partners) {
    String action = action(partners);
    List<String> _ =
        partners.texts(
            """
            INSERT INTO action_indicator (action_id, indicator_id, owner_organisation_id, expected)
            SELECT %s, id, 1, 'DOWN' FROM indicator WHERE code = 're-referrals-percent' RETURNING 1
            """
                .formatted(GlobalId.decode(action).key()));
    return "{action: \"%s\", indicator: \"re-referrals-percent\"}".formatted(action);
  }

  private static String one(Partners partners, String sql) {
    return partners.texts(sql).getFirst();
  }

  private static String id(String type, String key) {
    return new GlobalId(type, key).encoded();
  }
}
