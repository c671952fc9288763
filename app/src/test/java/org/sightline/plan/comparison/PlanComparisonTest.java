package org.sightline.plan.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.BesideOthers;
import org.sightline.StatementCount;
import org.sightline.graphql.Arguments;
import org.sightline.plan.report.HullsReport;
import org.sightline.plan.report.PlanWorld;
import org.sightline.tenancy.Viewer;

/** Plans of several councils side by side, as a ministry's adviser sees those that are shared. */
@BesideOthers
class PlanComparisonTest {
  private static final String FIGURE = "{ value numerator denominator missing basis }";
  private static final String MEASURES =
      "measures { n missing byState { state actions share missing } overdueRate %s completionsPerMonth %s shareWithImpact %s }"
          .formatted(FIGURE, FIGURE, FIGURE);
  private static final String ALL =
      "{ planComparison(among: {councils: [\"E06000010\", \"E06000014\", \"E06000019\"]} %s) { at from groupSize councilsShowing basis themes { code name } unmappedWorkstreams { council { name } plan { name } name } plans { council { name } plan { name } asAt basis themeCode "
          + MEASURES
          + " byTheme { theme { code } "
          + MEASURES
          + " } } } }";

  private PlanWorld plans;

  @BeforeEach
  void start() {
    plans = new PlanWorld();
    plans.share(plans.hull);
    plans.share(plans.york);
  }

  @AfterEach
  void stop() {
    if (plans != null) {
      plans.close();
    }
  }

  @Test
  void hullsAmberIsOnTrackAndStandsBesideWhatIsOnTrackElsewhereNotBesideAmber() {
    hullsReport();
    String york = plans.plan(plans.york, "Our plan", "ragp-at-risk", "SHARED");
    plans.record(
        plans.yorkContributor,
        "{plan: \"%s\", asAt: \"2021-02-01\", statedTotal: 40, counts: [{status: \"R\", actions: 4}, {status: \"A\", actions: 10}, {status: \"G\", actions: 16}, {status: \"B\", actions: 8}, {status: \"P\", actions: 2}]}"
            .formatted(york));

    JsonNode compared = compare(plans.adviser, ", at: \"2021-02-28\", from: \"2020-12-01\"");

    JsonNode hulls = compared.at("/plans/0");
    JsonNode yorks = compared.at("/plans/1");
    assertThat(hulls.at("/council/name").asText()).isEqualTo("Kingston upon Hull, City of");
    assertThat(hulls.at("/measures/n").asInt()).isEqualTo(167);
    assertThat(state(hulls, "ON_TRACK"))
        .isEqualTo("{\"state\":\"ON_TRACK\",\"actions\":38,\"share\":22.8,\"missing\":null}");
    assertThat(state(hulls, "AT_RISK"))
        .isEqualTo(
            "{\"state\":\"AT_RISK\",\"actions\":null,\"share\":null,\"missing\":\"NOT_IN_SCHEME\"}");
    assertThat(state(yorks, "AT_RISK"))
        .isEqualTo("{\"state\":\"AT_RISK\",\"actions\":10,\"share\":25.0,\"missing\":null}");
    assertThat(state(yorks, "ON_TRACK"))
        .isEqualTo("{\"state\":\"ON_TRACK\",\"actions\":16,\"share\":40.0,\"missing\":null}");
    assertThat(hulls.at("/measures/overdueRate"))
        .hasToString(
            "{\"value\":1.2,\"numerator\":2,\"denominator\":167,\"missing\":null,\"basis\":\"Actions declared overdue, of all actions: the report states no due dates.\"}");
    assertThat(hulls.at("/measures/shareWithImpact/value").asText()).isEqualTo("21.0");
    assertThat(hulls.at("/measures/completionsPerMonth/missing").asText())
        .isEqualTo("NO_EARLIER_REPORT");
    assertThat(compared.get("groupSize").asInt()).isEqualTo(3);
    assertThat(compared.get("councilsShowing").asInt()).isEqualTo(2);
    assertThat(compared.get("unmappedWorkstreams")).hasSize(10);
    assertThat(compared.at("/themes/0/code").asText()).isEqualTo("front-door");
    JsonNode front = hulls.at("/byTheme/0");
    assertThat(front.at("/theme/code").asText()).isEqualTo("front-door");
    assertThat(front.at("/measures/n").asInt()).isEqualTo(28);
    assertThat(front.at("/measures/overdueRate/value").asText()).isEqualTo("0.0");
    assertThat(
            plans.world.texts(
                "SELECT DISTINCT organisation.code FROM access_log JOIN organisation ON organisation.id = owner_organisation_id WHERE dataset = 'PLANS' AND row_count > 0 ORDER BY 1"))
        .containsExactly("e06000010", "e06000014");
  }

  @Test
  void completionsPerMonthAreCountedBetweenTwoReports() {
    String york = plans.plan(plans.york, "Our plan", "brag", "SHARED");
    recordYork(york, "2020-12-01", 4, 6);
    recordYork(york, "2021-01-31", 9, 1);

    JsonNode figure =
        compare(plans.adviser, ", at: \"2021-02-28\", from: \"2020-12-31\"")
            .at("/plans/0/measures/completionsPerMonth");

    assertThat(figure)
        .hasToString(
            "{\"value\":2.5,\"numerator\":5,\"denominator\":61,\"missing\":null,\"basis\":\"Completed actions of the report as at 2021-01-31 less those of the report as at 2020-12-01, per month of 30.4375 days.\"}");
  }

  @Test
  void actionsAsTheyStandAreCountedTodayByTheirDays() {
    String york = plans.plan(plans.york, "Our plan", "ragp-at-risk", "SHARED");
    plans.workstream(york, "Front door", "front-door");
    plans.workstream(york, "Else", null);
    String today = Arguments.today().toString();
    String late = Arguments.today().minusDays(1).toString();
    String recently = Arguments.today().minusDays(30).toString();
    plans.action(york, "Front door", "1", "G", late, null);
    plans.action(york, "Front door", "2", "G", today, null);
    plans.action(york, "Front door", "3", "B", late, recently);
    plans.action(york, "Else", "4", "R", null, null);
    plans.action(york, "Else", "5", "P", late, "2020-01-01");

    JsonNode yorks = compare(plans.adviser, "").at("/plans/0");

    assertThat(yorks.get("basis").asText()).isEqualTo("The plan's actions as they stand.");
    assertThat(yorks.at("/measures/overdueRate"))
        .hasToString(
            "{\"value\":40.0,\"numerator\":2,\"denominator\":5,\"missing\":null,\"basis\":\"Actions not completed whose due date is before %s, of all actions. 1 without a due date count as they are declared.\"}"
                .formatted(today));
    assertThat(yorks.at("/measures/completionsPerMonth/numerator").asInt()).isEqualTo(1);
    assertThat(yorks.at("/measures/shareWithImpact/value").asText()).isEqualTo("20.0");
    JsonNode ofTheme = compare(plans.adviser, ", theme: \"front-door\"").at("/plans/0");
    assertThat(ofTheme.get("themeCode").asText()).isEqualTo("front-door");
    assertThat(ofTheme.at("/measures/n").asInt()).isEqualTo(3);
    assertThat(ofTheme.at("/measures/overdueRate/numerator").asInt()).isEqualTo(1);
    JsonNode ofOther = compare(plans.adviser, ", theme: \"workforce\"").at("/plans/0");
    assertThat(ofOther.at("/measures/missing").asText()).isEqualTo("NO_ACTIONS");
  }

  @Test
  void evidenceOfAnEffectCountsWhateverIsDeclaredAndCompletionsCountFromThePlansStart() {
    String york = plans.plan(plans.york, "Our plan", "brag", "SHARED");
    plans.workstream(york, "Front door", "front-door");
    String starts = Arguments.today().minusDays(20).toString();
    String within = Arguments.today().minusDays(10).toString();
    plans.action(york, "Front door", "1", "B", null, within);
    plans.action(york, "Front door", "2", "B", null, Arguments.today().minusDays(40).toString());
    plans.action(york, "Front door", "3", "G", null, null);
    plans.action(york, "Front door", "4", "G", null, null);
    plans.tell(
        """
        UPDATE plan SET starts_on = '%s';
        INSERT INTO impact_evidence (action_id, owner_organisation_id, recorded_on, text)
        SELECT id, owner_organisation_id, '%s', 'Seen' FROM action WHERE reference IN ('1', '3');
        """
            .formatted(starts, within));

    JsonNode measures = compare(plans.adviser, "").at("/plans/0/measures");

    String today = Arguments.today().toString();
    assertThat(measures.get("shareWithImpact"))
        .hasToString(
            "{\"value\":25.0,\"numerator\":1,\"denominator\":4,\"missing\":null,\"basis\":\"Actions completed by %s that are declared so with their effect shown, or have evidence of it by then, of all actions.\"}"
                .formatted(today));
    assertThat(measures.get("completionsPerMonth"))
        .hasToString(
            "{\"value\":1.5,\"numerator\":1,\"denominator\":20,\"missing\":null,\"basis\":\"Actions completed after %s, when the plan starts, and by %s, per month of 30.4375 days.\"}"
                .formatted(starts, today));
  }

  @Test
  void aReportOfATotalAloneStatesItsNumberAndNoMore() {
    String york = plans.plan(plans.york, "Our plan", "ragp", "SHARED");
    plans.record(
        plans.yorkContributor,
        "{plan: \"%s\", asAt: \"2021-02-01\", statedTotal: 40}".formatted(york));

    JsonNode measures = compare(plans.adviser, ", at: \"2021-02-28\"").at("/plans/0/measures");

    assertThat(measures.get("n").asInt()).isEqualTo(40);
    assertThat(measures.get("missing").isNull()).isTrue();
    assertThat(measures.at("/overdueRate/missing").asText()).isEqualTo("NOT_STATED");
    assertThat(measures.at("/shareWithImpact/missing").asText()).isEqualTo("NOT_STATED");
  }

  @Test
  void aPlanWithoutAReportByThenIsMissingAndNotNought() {
    hullsReport();

    JsonNode hulls = compare(plans.adviser, ", at: \"2021-01-01\"").at("/plans/0");

    assertThat(hulls.get("asAt").isNull()).isTrue();
    assertThat(hulls.at("/measures/missing").asText()).isEqualTo("NO_REPORT_BY_THEN");
    assertThat(hulls.at("/measures/overdueRate/missing").asText()).isEqualTo("NO_REPORT_BY_THEN");
  }

  @Test
  void aHiddenPlanChangesNothing() {
    hullsReport();
    String asked = ", at: \"2021-02-28\"";
    String before = compare(plans.adviser, asked).toString();

    String hidden = plans.plan(plans.york, "Kept back", "ragp", "COUNCIL_ONLY");
    plans.workstream(hidden, "Front door", "workforce");
    plans.record(
        plans.yorkContributor,
        "{plan: \"%s\", asAt: \"2021-02-01\", counts: [{status: \"R\", actions: 40}]}"
            .formatted(hidden));
    String unshared = plans.plan(plans.herefordshire, "Not agreed", "ragp", "SHARED");
    plans.workstream(unshared, "Unmapped", null);
    plans.record(
        plans.herefordContributor,
        "{plan: \"%s\", asAt: \"2021-02-01\", counts: [{status: \"R\", actions: 40}]}"
            .formatted(unshared));

    assertThat(compare(plans.adviser, asked)).hasToString(before);
    assertThat(before).doesNotContain("York").doesNotContain("Herefordshire");
    assertThat(compare(Viewer.ANONYMOUS, asked).get("plans")).isEmpty();
    assertThat(compare(plans.yorkContributor, asked).get("plans")).hasSize(1);
  }

  @Test
  void noNumberOfPlansTakesMoreStatements() {
    hullsReport();
    StatementCount count = plans.sightline.get(StatementCount.class);
    compare(plans.adviser, "");
    count.reset();
    compare(plans.adviser, "");
    long ofOne = count.total();

    for (int i = 0; i < 4; i++) {
      String more = plans.plan(plans.york, "Plan " + i, "brag", "SHARED");
      recordYork(more, "2020-12-01", 4, 6);
      plans.workstream(more, "W", "workforce");
    }
    count.reset();

    assertThat(compare(plans.adviser, "").get("plans")).hasSize(5);
    assertThat(count.total()).isLessThanOrEqualTo(ofOne);
  }

  @Test
  void whatCannotBeAskedIsToldInASentence() {
    assertThat(mistake("theme: \"colour\""))
        .startsWith("There is no theme 'colour'. Allowed: front-door,");
    assertThat(mistake("at: \"2999-01-01\""))
        .isEqualTo("Plans are compared as they were or are: 2999-01-01 has not come yet.");
    assertThat(mistake("at: \"2021-01-01\", from: \"2021-01-01\""))
        .isEqualTo("Completions are counted from a day before 2021-01-01; from is 2021-01-01.");
  }

  private String mistake(String arguments) {
    return plans
        .sightline
        .answer(plans.adviser, "{ planComparison(%s) { groupSize } }".formatted(arguments))
        .at("/errors/0/message")
        .asText();
  }

  private void hullsReport() {
    String hull = plans.plan(plans.hull, "Improvement plan", "ragp", "SHARED");
    HullsReport.workstreams()
        .forEach(
            name -> plans.workstream(hull, name, name.startsWith("1. ") ? "front-door" : null));
    assertThat(plans.record(plans.hullContributor, HullsReport.input(hull)).get("errors"))
        .isEmpty();
  }

  private void recordYork(String plan, String day, int completed, int onTrack) {
    JsonNode payload =
        plans.record(
            plans.yorkContributor,
            "{plan: \"%s\", asAt: \"%s\", counts: [{status: \"B\", actions: %d}, {status: \"G\", actions: %d}, {status: \"A\", actions: 0}, {status: \"R\", actions: 0}]}"
                .formatted(plan, day, completed, onTrack));
    assertThat(payload.get("errors")).isEmpty();
  }

  private JsonNode compare(Viewer viewer, String more) {
    return plans.sightline.ask(viewer, ALL.formatted(more)).get("planComparison");
  }

  private static String state(JsonNode plan, String state) {
    for (JsonNode one : plan.at("/measures/byState")) {
      if (one.get("state").asText().equals(state)) {
        return one.toString();
      }
    }
    return "none";
  }
}
