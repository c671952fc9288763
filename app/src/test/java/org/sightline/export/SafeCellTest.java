package org.sightline.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCellTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\uff1d1+1",
        "=HYPERLINK(\"http://x\")"
      })
  void whatLooksLikeAFormulaIsText(String text) {
    assertThat(SafeCell.of(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "York", "1 = 1", "a@b.example", " =1", "'=1", "{ viewer { name } }"})
  void whatDoesNotIsLeftAlone(String text) {
    assertThat(SafeCell.of(text)).isEqualTo(text);
  }
}
