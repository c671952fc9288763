package org.sightline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every alert asks for what there is, for this release only, and somebody is told what to do. */
final class AlertsTest {
  private static final String RUNBOOKS = Chart.repositoryFile("docs/guides/runbooks.md");
  private static final Pattern BRACES = Pattern.compile("[{]([^{}]*)[}]");

  static Stream<JsonNode> alerts() {
    return Pod.elements(rules(Values.given("everything")));
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void itAsksForMetricsThatThereAre(JsonNode alert) {
    String expression = alert.path("expr").asText();
    assertThat(Metrics.of(expression)).isNotEmpty().allMatch(Metrics.GIVEN::contains);
    assertThat(Metrics.isBalanced(expression)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void itIsOfThisReleaseOnly(JsonNode alert) {
    Matcher braces = BRACES.matcher(alert.path("expr").asText());
    assertThat(braces.results().map(match -> match.group(1)))
        .isNotEmpty()
        .allMatch(labels -> labels.startsWith("namespace=\"councils\",job=\"sightline\""));
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void itSaysWhatItMeansAndWhatToDo(JsonNode alert) {
    String name = alert.path("alert").asText();
    assertThat(alert.at("/annotations/runbook_url").asText())
        .isEqualTo("https://handbook.example/sightline/runbooks#" + name.toLowerCase(Locale.ROOT));
    assertThat(alert.at("/annotations/summary").asText()).matches("[A-Z].+[.]");
    assertThat(alert.at("/annotations/description").asText()).matches("(?s)([A-Z]|[{]).+[.]");
    assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning", "info");

    assertThat(partOf(name))
        .containsSubsequence("**What it means.**", "**How to see.**", "**What to do.**");
  }

  @Test
  void everyRunbookBelongsToAnAlert() {
    assertThat(Pattern.compile("(?m)^## (Sightline\\w+)$").matcher(RUNBOOKS).results())
        .extracting(match -> match.group(1))
        .containsExactlyElementsOf(alerts().map(alert -> alert.path("alert").asText()).toList());
  }

  @Test
  void anAlertThatIsNotWantedIsLeftOut() {
    Values values =
        Values.given("everything").with("monitoring.alerts.disabled", "[SightlineSlow]");
    assertThat(rules(values).findValuesAsText("alert"))
        .hasSize((int) alerts().count() - 1)
        .doesNotContain("SightlineSlow");
  }

  /** With autoscaling the fewest that it leaves; otherwise those that are asked for. */
  @Test
  void asManyInstancesAreWantedAsTheValuesSay() {
    Values everything = Values.given("everything").with("autoscaling.minReplicas", "4");
    assertThat(tooFew(everything)).endsWith("< 4");
    assertThat(tooFew(everything.with("autoscaling.enabled", "false"))).endsWith("< 3");
    assertThat(rules(everything).toString()).doesNotContain("FEWEST", "OURS");
  }

  private static String tooFew(Values values) {
    return rules(values)
        .valueStream()
        .filter(rule -> rule.path("alert").asText().equals("SightlineTooFew"))
        .map(rule -> rule.path("expr").asText())
        .findFirst()
        .orElseThrow();
  }

  /** An expression whose metric is misspelt, or whose bracket is open, would be found. */
  @Test
  void aMetricThatThereIsNotWouldBeFound() {
    String wrong =
        "sum by (pod) (rate(sightline_operations_seconds_sum{job=\"a\"}[5m])) > 1 and on (pod) up";
    assertThat(Metrics.of(wrong)).containsExactly("sightline_operations_seconds_sum", "up");
    assertThat(Metrics.GIVEN).doesNotContainAnyElementsOf(Metrics.of(wrong));
    assertThat(List.of("sum(a", "a)", "(a]", "\"a")).noneMatch(Metrics::isBalanced);
  }

  private static String partOf(String alert) {
    int start = RUNBOOKS.indexOf("\n## " + alert + "\n");
    assertThat(start).as("part %s of docs/guides/runbooks.md", alert).isNotNegative();
    int end = RUNBOOKS.indexOf("\n## ", start + 1);
    return RUNBOOKS.substring(start, end < 0 ? RUNBOOKS.length() : end);
  }

  private static JsonNode rules(Values values) {
    return Chart.render(values).get(Kind.PrometheusRule, "sightline").at("/spec/groups/0/rules");
  }
}
