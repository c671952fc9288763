package org.sightline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.graphql.GlobalId;
import org.sightline.tenancy.Viewer;

/** How plans change: for the version that was seen, with a history, by whom, and by nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanChangesTest {
  private static final String ACTION =
      "action { version dueOn originalDueOn completedOn timesReDated timesReopened declared { code } history { by field from to kind reason } }";

  private PlanWorld plans;
  private String plan = "";
  private String workstream = "";

  @BeforeAll
  void start() {
    plans = new PlanWorld();
    plan = plans.plan(plans.writer, "Improvement", "brag", "state: LIVE");
    workstream = plans.workstream(plans.writer, plan, "Practice", "");
  }

  @AfterAll
  void stop() {
    if (plans != null) {
      plans.close();
    }
  }

  @Test
  void aChangeForAnOldVersionIsRefusedAndToldWhatStands() {
    String action = action("stale", "dueOn: \"2025-01-31\"");
    plans.made(
        plans.other,
        "amendAction",
        of(action, 0, "dueOn: \"2025-02-28\", reason: \"No staff\""),
        ACTION);

    JsonNode refused =
        plans.change(plans.writer, "amendAction", of(action, 0, "text: \"Mine\""), ACTION);

    assertThat(refused.at("/errors/0/code").asText()).isEqualTo("VERSION_CHANGED");
    assertThat(refused.at("/errors/0/message").asText())
        .startsWith(
            "Your change was made for version 0, and there is version 1: the action was changed by Member hull-other on ")
        .contains("Now it is due on 2025-02-28, declared nothing, completed on no day.");
    assertThat(refused.at("/action/version").asInt()).isEqualTo(1);
    assertThat(refused.at("/action/history")).hasSize(2);
  }

  @Test
  void ofTwoChangesAtOnceOneWins() throws Exception {
    String action = action("raced", "dueOn: \"2025-01-31\"");
    CyclicBarrier together = new CyclicBarrier(2);
    List<JsonNode> payloads;
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Future<JsonNode>> answers =
          List.of(plans.writer, plans.other).stream()
              .map(
                  viewer ->
                      two.submit(
                          () -> {
                            int _ = together.await();
                            return plans.change(
                                viewer,
                                "amendAction",
                                of(action, 0, "dueOn: \"2025-03-31\", reason: \"Late\""),
                                ACTION);
                          }))
              .toList();
      payloads = List.of(answers.getFirst().get(), answers.getLast().get());
    }

    assertThat(payloads.stream().map(one -> one.at("/errors/0/code").asText()))
        .containsExactlyInAnyOrder("", "VERSION_CHANGED");
    JsonNode stands = plans.node(plans.writer, action, "Action", "version timesReDated");
    assertThat(stands).hasToString("{\"version\":1,\"timesReDated\":1}");
  }

  @Test
  void anActionKeepsItsFirstDayAndItsWholeHistory() {
    String action = action("kept", "dueOn: \"2025-01-31\", timesReDatedBefore: 2");
    JsonNode silent =
        plans.change(plans.writer, "amendAction", of(action, 0, "dueOn: \"2025-02-28\""), ACTION);
    assertThat(silent.at("/errors/0/code").asText()).isEqualTo("REASON_NEEDED");

    plans.made(
        plans.writer,
        "amendAction",
        of(action, 0, "dueOn: \"2025-02-28\", status: \"A\", reason: \"No staff\""),
        ACTION);
    plans.made(
        plans.writer, "completeAction", of(action, 1, "completedOn: \"2025-02-20\""), ACTION);
    JsonNode reopened =
        plans.made(
            plans.writer,
            "reopenAction",
            of(action, 2, "status: \"R\", reason: \"Not done after all\""),
            ACTION);

    JsonNode stands = reopened.get("action");
    assertThat(stands.get("originalDueOn").asText()).isEqualTo("2025-01-31");
    assertThat(stands.get("dueOn").asText()).isEqualTo("2025-02-28");
    assertThat(stands.get("timesReDated").asInt()).isEqualTo(3);
    assertThat(stands.get("timesReopened").asInt()).isOne();
    assertThat(stands.get("completedOn").isNull()).isTrue();
    assertThat(stands.at("/declared/code").asText()).isEqualTo("R");
    assertThat(stands.get("history").findValuesAsText("kind"))
        .containsExactly(
            "CREATED", "RE_DATED", "CHANGED", "COMPLETED", "CHANGED", "REOPENED", "CHANGED");
    assertThat(stands.at("/history/1"))
        .hasToString(
            "{\"by\":\"Member hull-writer\",\"field\":\"dueOn\",\"from\":\"2025-01-31\",\"to\":\"2025-02-28\",\"kind\":\"RE_DATED\",\"reason\":\"No staff\"}");
  }

  @Test
  void completingAndReopeningHaveMutationsOfTheirOwn() {
    String action = action("own mutations", "status: \"G\"");

    assertThat(code("amendAction", of(action, 0, "status: \"B\"")))
        .isEqualTo("USE_COMPLETE_ACTION");
    assertThat(code("amendAction", of(action, 0, "status: \"Z\""))).isEqualTo("NOT_FOUND");
    assertThat(code("reopenAction", of(action, 0, "reason: \"x\""))).isEqualTo("NOT_COMPLETED");
    assertThat(code("completeAction", of(action, 0, "completedOn: \"2999-01-01\"")))
        .isEqualTo("IN_THE_FUTURE");
    plans.made(plans.writer, "completeAction", of(action, 0, ""), ACTION);
    assertThat(code("amendAction", of(action, 1, "status: \"A\""))).isEqualTo("USE_REOPEN_ACTION");
    plans.made(plans.writer, "removeAction", of(action, 1, "reason: \"Another plan's\""), ACTION);
    assertThat(code("amendAction", of(action, 2, "text: \"x\""))).isEqualTo("REMOVED");
  }

  @Test
  void anActionIsNotCompletedAndOpenAtOnce() {
    assertThat(
            code(
                "recordActions",
                "plan: \"%s\", actions: [{workstream: \"%s\", reference: \"both\", text: \"Do\", status: \"A\", completedOn: \"2025-01-31\"}]"
                    .formatted(plan, workstream)))
        .isEqualTo("COMPLETED_YET_OPEN");

    String action = action("done undeclared", "completedOn: \"2025-01-31\"");
    assertThat(code("amendAction", of(action, 0, "status: \"A\""))).isEqualTo("USE_REOPEN_ACTION");
    assertThat(code("amendAction", of(action, 0, "status: \"B\""))).isEmpty();
  }

  @Test
  void aSourceThatStatesALaterDayDoesNotContradictItself() {
    String dated = plans.plan(plans.writer, "Dated again", "brag", "");
    String milestone = "plan: \"%s\", name: \"Opens\", source: \"The board\", ".formatted(dated);
    plans.made(
        plans.writer, "recordMilestone", milestone + "dueOn: \"2021-04-01\"", "milestone { id }");
    plans.made(
        plans.writer, "recordMilestone", milestone + "dueOn: \"2021-06-30\"", "milestone { id }");
    String asked = "milestones { dates { dueOn } disagreement } dataQuality { rule }";

    JsonNode seen = plans.node(plans.writer, dated, "Plan", asked);

    assertThat(seen.at("/milestones/0/dates")).hasSize(2);
    assertThat(seen.at("/milestones/0/disagreement").isNull()).isTrue();
    assertThat(seen.get("dataQuality")).isEmpty();

    plans.world.execute("UPDATE milestone_date SET stated_at = '2021-01-01'");
    assertThat(
            plans
                .node(plans.writer, dated, "Plan", asked)
                .at("/milestones/0/disagreement")
                .asText())
        .isEqualTo(
            "Opens has different days: 2021-04-01 by The board; 2021-06-30 by The board. None is preferred.");
  }

  @Test
  void aDraftIsItsCouncilsAndKeepsItsClassWhenMadeLive() {
    int _ = plans.world.agreement(plans.hull, plans.york).ofDatasets("PLANS").make();
    assertThat(
            code("recordPlan", "name: \"x\", kind: SERVICE, scheme: \"rag\", accessClass: SHARED"))
        .isEqualTo("DRAFT");
    assertThat(
            code(
                "recordPlan",
                "name: \"x\", kind: SERVICE, scheme: \"rag\", state: LIVE, accessClass: PUBLISHED"))
        .isEqualTo("NOT_ALLOWED");
    String draft = plans.plan(plans.writer, "Draft", "rag", "");
    assertThat(plans.node(plans.yorkWriter, draft, "Plan", "name").isNull()).isTrue();
    JsonNode shared =
        plans.change(
            plans.hull.dataOwnerViewer(),
            "changeRecordAccess",
            "id: \"%s\", accessClass: SHARED".formatted(draft),
            "change { to }");
    assertThat(shared.at("/errors/0/message").asText())
        .isEqualTo("A draft is its council's alone: make it live first.");

    JsonNode live =
        plans.made(
            plans.writer,
            "amendPlan",
            of(draft, 0, "state: LIVE"),
            "plan { state finalisedOn access { accessClass } version }");

    assertThat(live.at("/plan/state").asText()).isEqualTo("LIVE");
    assertThat(live.at("/plan/finalisedOn").isNull()).isFalse();
    assertThat(live.at("/plan/access/accessClass").asText()).isEqualTo("COUNCIL_ONLY");
    assertThat(plans.node(plans.yorkWriter, draft, "Plan", "name").isNull()).isTrue();
    assertThat(code("amendPlan", of(draft, 0, "name: \"y\""))).isEqualTo("VERSION_CHANGED");
  }

  @Test
  void aCircleIsRefusedAndNamed() {
    String one = action("one", "");
    String two = action("two", "");
    String three = action("three", "");
    plans.made(plans.writer, "setDependency", waits(one, two), "action { id }");
    plans.made(plans.writer, "setDependency", waits(two, three), "action { id }");

    JsonNode refused =
        plans.change(plans.writer, "setDependency", waits(three, one), "action { id }");

    assertThat(refused.at("/errors/0/code").asText()).isEqualTo("CIRCLE");
    assertThat(refused.at("/errors/0/message").asText())
        .isEqualTo(
            "That would close a circle, in which nothing could begin: three waits for one waits for two waits for three.");
    assertThat(code("setDependency", waits(one, one))).isEqualTo("CIRCLE");
    JsonNode links =
        plans.node(plans.writer, two, "Action", "dependsOn { reference } blocks { reference }");
    assertThat(links)
        .hasToString(
            "{\"dependsOn\":[{\"reference\":\"three\"}],\"blocks\":[{\"reference\":\"one\"}]}");
  }

  @Test
  void whatOneMayNotSeeIsUnknown() {
    String action = action("linked", "");
    String theirs = plans.finding(plans.york, "COUNCIL_ONLY");
    String never = new GlobalId("Finding", "4711").encoded();
    String ours = plans.finding(plans.hull, "COUNCIL_ONLY");

    assertThat(link(action, theirs)).isEqualTo(link(action, never));
    assertThat(link(action, theirs).at("/errors/0/code").asText()).isEqualTo("NOT_FOUND");
    assertThat(link(action, ours).get("errors")).isEmpty();
    assertThat(
            plans
                .change(
                    plans.writer,
                    "linkIndicator",
                    "action: \"%s\", indicator: \"no-such-thing\", expected: UP".formatted(action),
                    "action { id }")
                .at("/errors/0/code")
                .asText())
        .isEqualTo("NOT_FOUND");
    for (String mutation : List.of("amendAction", "completeAction")) {
      JsonNode foreign = plans.change(plans.yorkWriter, mutation, of(action, 0, ""), ACTION);
      JsonNode none =
          plans.change(
              plans.yorkWriter,
              mutation,
              of(new GlobalId("Action", "4711").encoded(), 0, ""),
              ACTION);
      assertThat(foreign).isEqualTo(none);
      assertThat(foreign.at("/errors/0/code").asText()).isEqualTo("NOT_FOUND");
    }
  }

  @Test
  void aClosedPlanDoesNotChange() {
    String closed = plans.plan(plans.writer, "Closed", "rag", "state: LIVE");
    plans.made(plans.writer, "amendPlan", of(closed, 0, "state: CLOSED"), "plan { id }");

    assertThat(
            code(
                "recordWorkstreams",
                "plan: \"%s\", workstreams: [{name: \"Late\"}]".formatted(closed)))
        .isEqualTo("PLAN_CLOSED");
  }

  @Test
  void aPlanDoesNotStandBelowItself() {
    String above = plans.plan(plans.writer, "Above", "rag", "");
    String below = plans.plan(plans.writer, "Below", "rag", "parent: \"%s\"".formatted(above));

    assertThat(code("amendPlan", of(above, 0, "parent: \"%s\"".formatted(below))))
        .isEqualTo("CIRCLE");
    assertThat(
            plans
                .node(plans.writer, above, "Plan", "children { name }")
                .at("/children/0/name")
                .asText())
        .isEqualTo("Below");
  }

  @Test
  void onlyContributorsChangePlans() {
    for (Viewer viewer : List.of(plans.hull.dataOwnerViewer(), plans.partner, Viewer.ANONYMOUS)) {
      JsonNode answer =
          plans.sightline.answer(
              viewer,
              "mutation { recordPlan(input: {name: \"x\", kind: SERVICE, scheme: \"rag\"}) { errors { code } } }");
      assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
    }
  }

  private String action(String reference, String more) {
    return plans.action(plans.writer, plan, workstream, reference, more);
  }

  private JsonNode link(String action, String finding) {
    return plans.change(
        plans.writer,
        "linkFinding",
        "action: \"%s\", finding: \"%s\"".formatted(action, finding),
        "action { id }");
  }

  private String code(String mutation, String input) {
    JsonNode answer =
        plans.sightline.ask(
            plans.writer,
            "mutation { %s(input: {%s}) { errors { code message } } }".formatted(mutation, input));
    return answer.at("/" + mutation + "/errors/0/code").asText();
  }

  private static String waits(String action, String other) {
    return "action: \"%s\", dependsOn: \"%s\"".formatted(action, other);
  }

  private static String of(String id, int version, String change) {
    return "id: \"%s\", version: %d, %s".formatted(id, version, change);
  }
}
