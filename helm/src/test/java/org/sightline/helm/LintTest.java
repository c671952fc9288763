package org.sightline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.LintResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LintTest {
  @ParameterizedTest
  @ValueSource(strings = {"quickstart", "everything", "external"})
  void aStrictLintFindsNothing(String name) {
    LintResult result = Chart.lint(Values.given(name));

    assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    assertThat(result.getMessages())
        .allMatch(message -> message.equals("[INFO] Chart.yaml: icon is recommended"));
  }

  /** Alerts and the dashboard are files of their own, which an archive could leave out. */
  @Test
  void theArchiveRendersTheSame() {
    Values everything = Values.given("everything");
    assertThat(Chart.renderPlainly(Chart.archive(), everything))
        .hasSizeGreaterThan(10)
        .isEqualTo(Chart.renderPlainly(Chart.FOLDER, everything));
  }

  /** The copy that shows hooks shows everything else as it is. */
  @Test
  void whatTheTestsSeeIsWhatHelmRenders() {
    Values everything = Values.given("everything");
    assertThat(Chart.render(everything).manifests().stream().filter(seen -> !seen.isHook()))
        .extracting(Manifest::tree)
        .containsExactlyInAnyOrderElementsOf(Chart.renderPlainly(Chart.FOLDER, everything));
  }
}
