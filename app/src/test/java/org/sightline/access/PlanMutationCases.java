package org.sightline.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sightline.access.MutationCase.Outcome;
import org.sightline.graphql.GlobalId;

/** The mutations about plans: for contributors of the council whose plan it is. */
final class PlanMutationCases {
  private static final Map<String, Outcome> CONTRIBUTORS = Map.of("hull-contributor", Outcome.DONE);

  /** A plan of Hull with a workstream, two actions of which the second is completed, a finding. */
  private static final String PLAN =
      """
      WITH added AS (
        INSERT INTO plan (owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, created_by_name)
        SELECT organisation.id, organisation.council_id, 'SHARED', 'Plan ' || gen_random_uuid(), 'IMPROVEMENT', 'LIVE',
          status_scheme.id, 'A test'
        FROM organisation, status_scheme
        WHERE organisation.id = 1 AND status_scheme.code = 'ragp' AND status_scheme.owner_organisation_id IS NULL
        RETURNING id, owner_organisation_id, council_id),
      part AS (
        INSERT INTO workstream (plan_id, owner_organisation_id, position, name)
        SELECT id, owner_organisation_id, 1, 'Front door' FROM added RETURNING id, plan_id, owner_organisation_id),
      open AS (
        INSERT INTO action (plan_id, workstream_id, owner_organisation_id, reference, text, status_code)
        SELECT plan_id, id, owner_organisation_id, '1.1', 'Open the hub', 'A' FROM part RETURNING id),
      completed AS (
        INSERT INTO action (plan_id, workstream_id, owner_organisation_id, reference, text, status_code, completed_on)
        SELECT plan_id, id, owner_organisation_id, '1.2', 'Train the hub', 'G', '2026-01-05' FROM part RETURNING id),
      visit AS (
        INSERT INTO inspection (council_id, framework_code, owner_organisation_id, access_class)
        SELECT council_id, 'peer-challenge', owner_organisation_id, 'SHARED' FROM added RETURNING id),
      found AS (
        INSERT INTO finding (inspection_id, council_id, owner_organisation_id, access_class, kind, text, source)
        SELECT visit.id, council_id, owner_organisation_id, 'SHARED', 'STRENGTH', 'Quick', 'Letter' FROM visit, added RETURNING id)
      SELECT unnest(ARRAY[added.id, part.id, open.id, completed.id, found.id]) FROM added, part, open, completed, found
      """;

  private PlanMutationCases() {}

  static List<MutationCase> all() {
    return List.of(
        one(
            "definePlanScheme",
            "{code: \"ours-NEW\", name: \"Ours\", source: \"Paper\","
                + " statuses: [{code: \"G\", name: \"Green\", meaning: \"Done\", state: COMPLETED}]}"),
        one("recordPlan", "{name: \"Plan NEW\", kind: SERVICE, scheme: \"rag\"}"),
        one("amendPlan", "{id: \"PLAN\", version: 0, name: \"Plan NEW\"}"),
        one("recordWorkstreams", "{plan: \"PLAN\", workstreams: [{name: \"Practice\"}]}"),
        one("amendWorkstream", "{id: \"WORKSTREAM\", version: 0, name: \"Practice\"}"),
        one(
            "recordActions",
            "{plan: \"PLAN\", actions: [{workstream: \"WORKSTREAM\", reference: \"1.3\", text: \"Staff the hub\"}]}"),
        one("amendAction", "{id: \"OPEN\", version: 0, text: \"Open two hubs\"}"),
        one("completeAction", "{id: \"OPEN\", version: 0, status: \"G\"}"),
        one(
            "reopenAction",
            "{id: \"COMPLETED\", version: 0, status: \"A\", reason: \"It was not done\"}"),
        one("removeAction", "{id: \"OPEN\", version: 0, reason: \"Another council's\"}"),
        one(
            "recordImpact",
            "{action: \"COMPLETED\", recordedOn: \"2026-02-02\", text: \"Fewer wait\"}"),
        one("linkFinding", "{action: \"OPEN\", finding: \"FINDING\"}"),
        linked(
            "unlinkFinding",
            "{action: \"OPEN\", finding: \"FINDING\"}",
            "INSERT INTO finding_action (finding_id, action_id, owner_organisation_id) VALUES (%2$s, %1$s, 1)"),
        one(
            "linkIndicator",
            "{action: \"OPEN\", indicator: \"re-referrals-percent\", expected: DOWN}"),
        linked(
            "unlinkIndicator",
            "{action: \"OPEN\", indicator: \"re-referrals-percent\"}",
            "INSERT INTO action_indicator (action_id, indicator_id, owner_organisation_id, expected)"
                + " SELECT %1$s, id, 1, 'DOWN' FROM indicator WHERE code = 're-referrals-percent'"),
        one("setDependency", "{action: \"OPEN\", dependsOn: \"COMPLETED\"}"),
        one(
            "recordMilestone",
            "{plan: \"PLAN\", name: \"Hub\", dueOn: \"2026-09-01\", source: \"Paper\"}"));
  }

  private static MutationCase one(String mutation, String input) {
    return new MutationCase(mutation, partners -> filled(input, keys(partners)), CONTRIBUTORS);
  }

  /** One that takes a link away, which a statement over the action and the finding sets. */
  private static MutationCase linked(String mutation, String input, String link) {
    return new MutationCase(
        mutation,
        partners -> {
          List<String> keys = keys(partners);
          partners.execute(link.formatted(keys.get(2), keys.get(4)));
          return filled(input, keys);
        },
        CONTRIBUTORS);
  }

  private static List<String> keys(Partners partners) {
    return partners.texts(PLAN);
  }

  private static String filled(String input, List<String> keys) {
    return input
        .replace("NEW", UUID.randomUUID().toString())
        .replace("\"PLAN\"", id("Plan", keys.get(0)))
        .replace("\"WORKSTREAM\"", id("Workstream", keys.get(1)))
        .replace("\"OPEN\"", id("Action", keys.get(2)))
        .replace("\"COMPLETED\"", id("Action", keys.get(3)))
        .replace("\"FINDING\"", id("Finding", keys.get(4)));
  }

  private static String id(String type, String key) {
    return "\"" + new GlobalId(type, key).encoded() + "\"";
  }
}
