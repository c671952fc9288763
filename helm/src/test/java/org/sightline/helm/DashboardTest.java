package org.sightline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class DashboardTest {
  private static final JsonNode DASHBOARD = dashboard();

  @Test
  void everyPanelAsksForMetricsThatThereAre() {
    List<String> expressions = DASHBOARD.findValuesAsText("expr");
    assertThat(expressions)
        .hasSizeGreaterThan(20)
        .allMatch(Metrics::isBalanced)
        .allSatisfy(
            expression ->
                assertThat(Metrics.of(expression)).isNotEmpty().allMatch(Metrics.GIVEN::contains));
  }

  /** What Sightline says of itself is not to be overlooked. */
  @Test
  void itShowsEveryMetricOfSightlinesOwn() {
    Set<String> shown = new TreeSet<>();
    DASHBOARD.findValuesAsText("expr").forEach(expression -> shown.addAll(Metrics.of(expression)));
    assertThat(families(shown)).containsAll(families(Metrics.GIVEN));
  }

  @Test
  void everyQueryIsOfTheReleaseThatIsChosen() {
    assertThat(DASHBOARD.findValuesAsText("expr"))
        .allMatch(expression -> expression.contains("{namespace=\"$namespace\",job=\"$job\""));
    assertThat(DASHBOARD.at("/templating/list").findValuesAsText("name"))
        .contains("datasource", "namespace", "job");
  }

  @Test
  void panelsAreToldApartAndDoNotCoverOneAnother() {
    assertThat(DASHBOARD.path("panels"))
        .extracting(panel -> panel.path("id").asInt())
        .doesNotHaveDuplicates();
    Set<String> taken = new TreeSet<>();
    for (JsonNode panel : DASHBOARD.path("panels")) {
      JsonNode place = panel.path("gridPos");
      int right = place.path("x").asInt() + place.path("w").asInt();
      assertThat(right).isLessThanOrEqualTo(24);
      for (int x = place.path("x").asInt(); x < right; x++) {
        for (int y = place.path("y").asInt(); y < bottom(place); y++) {
          assertThat(taken.add(x + " " + y)).as(panel.path("title").asText()).isTrue();
        }
      }
    }
  }

  @Test
  void thePanelsThatTheRunbooksNameAreThere() {
    List<String> named =
        Pattern.compile("Panels? ((?:\"[^\"]+\"(?:, | and )?)+)")
            .matcher(Chart.repositoryFile("docs/guides/runbooks.md"))
            .results()
            .flatMap(match -> Pattern.compile("\"([^\"]+)\"").matcher(match.group(1)).results())
            .map(match -> match.group(1))
            .toList();
    assertThat(named).hasSizeGreaterThan(10);
    assertThat(DASHBOARD.findValuesAsText("title")).containsAll(named);
  }

  private static int bottom(JsonNode place) {
    return place.path("y").asInt() + place.path("h").asInt();
  }

  private static Set<String> families(Set<String> metrics) {
    return metrics.stream()
        .filter(name -> name.startsWith("sightline_"))
        .map(name -> name.replaceFirst("_(count|sum|max)$", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** As Grafana gets it: out of the config map. */
  private static JsonNode dashboard() {
    Manifest map =
        Chart.render(Values.given("everything")).get(Kind.ConfigMap, "sightline-dashboard");
    try {
      return JsonMapper.builder()
          .enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build()
          .readTree(map.at("/data/sightline.json").asText());
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError("It is no JSON.", e);
    }
  }
}
