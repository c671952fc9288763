package org.sightline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every manifest, over every combination of values. */
final class MatrixTest {
  private static final Map<String, Rendered> RENDERED = new ConcurrentHashMap<>();

  static Stream<Matrix.Case> cases() {
    return Matrix.cases();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyManifestIsOneThatKubernetesKnows(Matrix.Case given) {
    assertThat(rendered(given).manifests())
        .hasSizeGreaterThan(5)
        .allSatisfy(manifest -> assertThat(StrictCheck.faults(manifest)).isEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void whateverIsNamedIsThere(Matrix.Case given) {
    assertThat(new References(rendered(given), given.values()).missing()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void podsAreHardened(Matrix.Case given) {
    assertThat(rendered(given).pods())
        .isNotEmpty()
        .allSatisfy(pod -> assertThat(Hardening.faults(pod)).isEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyManifestBelongsToTheReleaseAndIsThereOnce(Matrix.Case given) {
    assertThat(rendered(given).manifests())
        .allSatisfy(
            manifest -> {
              assertThat(manifest.at("/metadata/namespace").asText()).isEqualTo(Chart.NAMESPACE);
              assertThat(manifest.at("/metadata/labels/app.kubernetes.io~1instance").asText())
                  .isEqualTo(Chart.RELEASE);
            })
        .doesNotHaveDuplicates()
        .extracting(Manifest::toString)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theNotesSayWhatToDoNext(Matrix.Case given) {
    assertThat(rendered(given).notes())
        .contains("helm test sightline")
        .doesNotContain("<no value>");
  }

  /** What a switch is for is not to be missed by the matrix. */
  @Test
  void everySwitchOfTheChartIsTurnedOnAndOff() {
    assertThat(ValuesPage.entries(Chart.file("values.yaml")))
        .filteredOn(entry -> entry.path().endsWith(".enabled"))
        .extracting(ValuesPage.Entry::path)
        .containsExactlyInAnyOrderElementsOf(Matrix.switchNames());
    assertThat(Matrix.cases()).hasSizeGreaterThan(50);
  }

  @Test
  void newerKubernetesGetsTheSame() {
    Values everything = Values.given("everything");
    assertThat(Chart.render(everything, "1.35.0")).isEqualTo(Chart.render(everything));
  }

  private static Rendered rendered(Matrix.Case given) {
    return RENDERED.computeIfAbsent(given.name(), _ -> Chart.render(given.values()));
  }
}
