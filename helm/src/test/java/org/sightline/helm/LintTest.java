package org.sightline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.LintResult;
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
}
