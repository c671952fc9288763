package org.sightline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.StatementCount;
import org.sightline.graphql.GlobalId;

/** What is seen of plans, by whom, and in how many statements. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanQuestionsTest {
  private static final String EVERYTHING =
      """
      { plans(among: {councils: ["810", "816"]}, first: 100) { totalCount edges { node { id name council { code }
        access { accessClass owner { code } } scheme { statuses { code state } } respondsTo { id } parent { id }
        parentAction { id } children { id } clocks { dueOn } milestones { dates { dueOn } action { id } }
        dataQuality { rule } counts { total declared { state actions } }
        workstreams { name theme { code } counts { total } actions { id } }
        actions(first: 100) { totalCount edges { node { reference declared { state } computed { state } disagrees
          workstream { name } plan { id } history { field by } evidence { text } dependsOn { id } blocks { id }
          findings { text } indicators { indicator { code } } } } } } } } }
      """;

  private PlanWorld plans;

  @BeforeAll
  void start() {
    plans = new PlanWorld();
  }

  @AfterAll
  void stop() {
    if (plans != null) {
      plans.close();
    }
  }

  @Test
  void declaredAndComputedStandSideBySideInThePlansOwnScheme() {
    for (String scheme : new String[] {"ragp", "brag"}) {
      String plan = plans.plan(plans.writer, "Colours " + scheme, scheme, "");
      String workstream = plans.workstream(plans.writer, plan, "Practice", "");
      String action =
          plans.action(plans.writer, plan, workstream, "1", "dueOn: \"2021-01-31\", status: \"A\"");

      JsonNode seen =
          plans.node(
              plans.writer,
              action,
              "Action",
              "declared { code state } computed(at: \"2021-02-15\") { state basis } disagrees(at: \"2021-02-15\") early: computed(at: \"2021-01-31\") { state }");

      assertThat(seen.at("/declared/code").asText()).isEqualTo("A");
      assertThat(seen.at("/declared/state").asText())
          .isEqualTo(scheme.equals("ragp") ? "ON_TRACK" : "AT_RISK");
      assertThat(seen.at("/computed/state").asText()).isEqualTo("OVERDUE");
      assertThat(seen.at("/computed/basis").asText())
          .isEqualTo("It was due on 2021-01-31 and not completed by 2021-02-15.");
      assertThat(seen.at("/disagrees").asBoolean()).isTrue();
      assertThat(seen.at("/early/state").asText()).isEqualTo("ON_TRACK");
    }
  }

  @Test
  void actionsAreFilteredAndPagedInTheOrderInWhichPeopleCount() {
    String plan = plans.plan(plans.writer, "Filtered", "brag", "");
    String practice =
        plans.workstream(plans.writer, plan, "Practice", "theme: \"practice-quality\"");
    String workforce = plans.workstream(plans.writer, plan, "Workforce", "theme: \"workforce\"");
    plans.action(plans.writer, plan, practice, "1.10", "dueOn: \"2021-01-31\", status: \"G\"");
    plans.action(plans.writer, plan, practice, "1.9", "dueOn: \"2021-03-31\", status: \"R\"");
    plans.action(plans.writer, plan, workforce, "2.1", "dueOn: \"2021-01-31\", status: \"R\"");

    assertThat(references(plan, "")).isEqualTo("1.9 1.10 2.1");
    assertThat(references(plan, "state: OVERDUE")).isEqualTo("1.9 2.1");
    assertThat(references(plan, "state: OVERDUE, stateBy: COMPUTED, at: \"2021-02-15\""))
        .isEqualTo("1.10 2.1");
    assertThat(references(plan, "theme: \"workforce\"")).isEqualTo("2.1");
    assertThat(references(plan, "workstream: \"%s\"".formatted(practice))).isEqualTo("1.9 1.10");
    assertThat(references(plan, "overdueAt: \"2021-01-31\"")).isEmpty();
    assertThat(references(plan, "overdueAt: \"2021-04-01\"")).isEqualTo("1.9 1.10 2.1");
    JsonNode first = page(plan, "first: 2");
    assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
    assertThat(first.at("/totalCount").asInt()).isEqualTo(3);
    assertThat(
            references(
                plan,
                "first: 2, after: \"%s\"".formatted(first.at("/pageInfo/endCursor").asText())))
        .isEqualTo("2.1");
    JsonNode unknown =
        plans.sightline.answer(
            plans.writer,
            "{ node(id: \"%s\") { ... on Plan { actions(theme: \"workfarce\") { totalCount } } } }"
                .formatted(plan));
    assertThat(unknown.at("/errors/0/message").asText())
        .startsWith("There is no theme 'workfarce'. Did you mean 'workforce'?");
  }

  @Test
  void aPriorityActionPlansClocksCountWorkingDaysFromPublication() {
    int inspection = plans.inspection(plans.hull, "2022-11-21");
    String plan =
        plans
            .made(
                plans.writer,
                "recordPlan",
                "name: \"Priority\", kind: PRIORITY_ACTION, scheme: \"brag\", state: LIVE, draftedOn: \"2022-12-20\", finalisedOn: \"2023-03-02\", respondsTo: \"%s\""
                    .formatted(PlanWorld.id("Inspection", inspection)),
                "plan { id }")
            .at("/plan/id")
            .asText();

    JsonNode clocks =
        plans
            .node(
                plans.writer,
                plan,
                "Plan",
                "respondsTo { publishedOn } clocks { workingDays beginsOn dueOn doneOn state basis source } early: clocks(at: \"2022-12-01\") { state } dataQuality { rule }")
            .get("clocks");

    // Christmas, Boxing Day and New Year's Day are not counted.
    assertThat(clocks).hasSize(2);
    assertThat(clocks.at("/0/dueOn").asText()).isEqualTo("2022-12-19");
    assertThat(clocks.at("/0/state").asText()).isEqualTo("LATE");
    assertThat(clocks.at("/1/workingDays").asInt()).isEqualTo(70);
    assertThat(clocks.at("/1/dueOn").asText()).isEqualTo("2023-03-02");
    assertThat(clocks.at("/1/state").asText()).isEqualTo("MET");
    assertThat(clocks.at("/1/source").asText()).isNotEmpty();
  }

  @Test
  void milestonesKeepTheDayOfEachSource() {
    String plan = plans.plan(plans.writer, "Dated twice", "brag", "");
    String milestone = "plan: \"%s\", name: \"Academy opens\", ".formatted(plan);
    plans.made(
        plans.writer,
        "recordMilestone",
        milestone + "dueOn: \"2021-04-01\", precision: MONTH, source: \"The plan\"",
        "milestone { id }");
    plans.made(
        plans.writer,
        "recordMilestone",
        milestone + "dueOn: \"2021-04-19\", source: \"The newsletter\"",
        "milestone { id }");
    assertThat(plans.node(plans.writer, plan, "Plan", "dataQuality { rule }").get("dataQuality"))
        .isEmpty();

    plans.made(
        plans.writer,
        "recordMilestone",
        milestone + "dueOn: \"2021-06-30\", source: \"The board\"",
        "milestone { id }");

    JsonNode seen =
        plans.node(
            plans.writer,
            plan,
            "Plan",
            "milestones { dates { dueOn source } disagreement } dataQuality { rule severity message }");
    assertThat(seen.at("/milestones/0/dates")).hasSize(3);
    assertThat(seen.at("/dataQuality/0/rule").asText()).isEqualTo("milestone-with-two-dates");
    assertThat(seen.at("/dataQuality/0/message").asText())
        .isEqualTo(
            "Academy opens has different days: 2021-04 by The plan; 2021-04-19 by The newsletter; 2021-06-30 by The board. None is preferred.");
  }

  @Test
  void aPartnerSeesWhatIsSharedWithoutNamesAndIsInTheLog() {
    try (PlanWorld own = new PlanWorld()) {
      String shared = own.plan(own.writer, "Shared", "brag", "state: LIVE, accessClass: SHARED");
      String kept = own.plan(own.writer, "Kept", "brag", "state: LIVE");
      String workstream = own.workstream(own.writer, shared, "Practice", "");
      String action = own.action(own.writer, shared, workstream, "1", "dueOn: \"2025-01-31\"");
      String asked =
          "{ plans(among: {councils: [\"810\"]}) { totalCount edges { cursor node { name createdBy workstreams { name } actions { edges { node { reference history { at by kind } } } } } } } node(id: \"%s\") { id } }";

      JsonNode without = own.sightline.ask(own.partner, asked.formatted(shared));
      assertThat(without).hasToString("{\"plans\":{\"totalCount\":0,\"edges\":[]},\"node\":null}");
      assertThat(
              own.sightline.ask(
                  own.partner, asked.formatted(new GlobalId("Plan", "4711").encoded())))
          .isEqualTo(without);

      int _ = own.world.agreement(own.hull, own.yorkshire).ofDatasets("PLANS").make();
      JsonNode seen = own.sightline.ask(own.partner, asked.formatted(kept)).get("plans");

      assertThat(seen.get("totalCount").asInt()).isOne();
      assertThat(seen.at("/edges/0/node/name").asText()).isEqualTo("Shared");
      assertThat(seen.at("/edges/0/node/createdBy").isNull()).isTrue();
      JsonNode history = seen.at("/edges/0/node/actions/edges/0/node/history/0");
      assertThat(history.get("kind").asText()).isEqualTo("CREATED");
      assertThat(history.get("at").asText()).isNotEmpty();
      assertThat(history.get("by").isNull()).isTrue();
      assertThat(
              own.node(own.writer, action, "Action", "history { by }").at("/history/0/by").asText())
          .isEqualTo("Member hull-writer");
      JsonNode entry =
          own.sightline
              .ask(
                  own.hull.dataOwnerViewer(),
                  "{ accessLog { edges { node { dataset rows readerOrganisation { code } } } } }")
              .at("/accessLog/edges/0/node");
      // The plan, once as one of those in all, its workstream, its action and the action's change.
      assertThat(entry)
          .hasToString(
              "{\"dataset\":\"PLANS\",\"rows\":5,\"readerOrganisation\":{\"code\":\"yorkshire\"}}");
    }
  }

  @Test
  void statementsDoNotGrowWithPlansWorkstreamsAndActions() {
    filled("Counted");
    StatementCount count = plans.sightline.get(StatementCount.class);
    count.reset();
    plans.sightline.ask(plans.writer, EVERYTHING);
    long once = count.total();

    filled("Counted again");
    filled("And again");
    count.reset();
    JsonNode seen = plans.sightline.ask(plans.writer, EVERYTHING);

    assertThat(count.total()).isEqualTo(once);
    assertThat(once).isLessThan(35);
    assertThat(seen.toString()).contains("Counted", "And again", "Supervision");
  }

  /** A plan with two workstreams of two actions, each with everything that can hang on it. */
  private void filled(String name) {
    String plan = plans.plan(plans.writer, name, "ragp", "state: LIVE");
    for (String workstream : new String[] {"Practice", "Workforce"}) {
      String part = plans.workstream(plans.writer, plan, workstream, "theme: \"workforce\"");
      String first = plans.action(plans.writer, plan, part, workstream + " 1", "status: \"R\"");
      String second = plans.action(plans.writer, plan, part, workstream + " 2", "status: \"G\"");
      String about = "action: \"%s\", ".formatted(second);
      plans.made(
          plans.writer,
          "setDependency",
          about + "dependsOn: \"%s\"".formatted(first),
          "action { id }");
      plans.made(
          plans.writer,
          "linkIndicator",
          about + "indicator: \"re-referrals-percent\", expected: DOWN",
          "action { id }");
      plans.made(
          plans.writer,
          "linkFinding",
          about + "finding: \"%s\"".formatted(plans.finding(plans.hull, "COUNCIL_ONLY")),
          "action { id }");
      plans.made(
          plans.writer,
          "recordImpact",
          about + "recordedOn: \"2021-01-31\", text: \"Faster\"",
          "action { id }");
    }
    plans.made(
        plans.writer,
        "recordMilestone",
        "plan: \"%s\", name: \"Half-way\", dueOn: \"2021-01-31\", source: \"a test\""
            .formatted(plan),
        "milestone { id }");
  }

  private JsonNode page(String plan, String arguments) {
    return plans
        .node(
            plans.writer,
            plan,
            "Plan",
            "actions%s { totalCount pageInfo { hasNextPage endCursor } edges { node { reference } } }"
                .formatted(arguments.isEmpty() ? "" : "(" + arguments + ")"))
        .get("actions");
  }

  private String references(String plan, String arguments) {
    return String.join(" ", page(plan, arguments).findValuesAsText("reference"));
  }
}
