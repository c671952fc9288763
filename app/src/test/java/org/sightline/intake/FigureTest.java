package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.indicator.MissingReason;

class FigureTest {
  private static final Figure HIDDEN = Figure.missing(MissingReason.SUPPRESSED);
  private static final Figure WITHHELD = Figure.missing(MissingReason.LOW_RELIABILITY);

  @Test
  void sumsAreExact() {
    assertThat(Figure.of("0.1").plus(Figure.of("0.2"))).isEqualTo(Figure.of("0.3"));
  }

  @Test
  void aSumWithAMissingPartIsMissingForTheFirstReason() {
    assertThat(Figure.of("1").plus(HIDDEN).plus(WITHHELD)).isEqualTo(HIDDEN);
    assertThat(WITHHELD.plus(Figure.of("1")).plus(HIDDEN)).isEqualTo(WITHHELD);
  }

  @Test
  void aRatioAsksItsNumeratorFirst() {
    assertThat(HIDDEN.ratio(WITHHELD, 100, 1)).isEqualTo(HIDDEN);
    assertThat(Figure.of("1").ratio(WITHHELD, 100, 1)).isEqualTo(WITHHELD);
    assertThat(HIDDEN.ratio(Figure.of("0"), 100, 1)).isEqualTo(HIDDEN);
    assertThat(Figure.of("0").ratio(Figure.of("0.0"), 100, 1))
        .isEqualTo(Figure.missing(MissingReason.NOT_APPLICABLE));
  }

  @ParameterizedTest
  @CsvSource({"1,8,0,13", "1,8,1,12.5", "1,3,2,33.33", "2,3,1,66.7", "0,7,1,0.0", "1.5,200,0,1"})
  void ratiosRoundHalfUp(String top, String bottom, int decimals, String expected) {
    assertThat(Figure.of(top).ratio(Figure.of(bottom), 100, decimals))
        .isEqualTo(Figure.of(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "12.50", "007"})
  void theseAreNumbers(String text) {
    assertThat(FigureReader.isNumber(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", ".", "1.", ".5", "1.2.3", "+1", "1e3", "1,000", "NaN", "1 000"})
  void theseAreNot(String text) {
    assertThat(FigureReader.isNumber(text)).isFalse();
  }
}
