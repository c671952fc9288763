package org.sightline.benchmark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.benchmark.statistics.DistributionTest.decimals;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PercentileTest {
  /**
   * The example of Microsoft's page "PERCENTRANK.INC function", which cuts after three digits: 2
   * lies at 0.333, 4 at 0.555, 8 at 0.666.
   */
  @Example
  void agreesWithSpreadsheets() {
    Distribution distribution =
        Distribution.of(decimals("13", "12", "11", "8", "4", "3", "2", "1", "1", "1"));

    assertThat(Percentile.of(BigDecimal.valueOf(2), distribution)).isEqualTo(100.0 * 3 / 9);
    assertThat(Percentile.of(BigDecimal.valueOf(4), distribution)).isEqualTo(100.0 * 5 / 9);
    assertThat(Percentile.of(BigDecimal.valueOf(8), distribution)).isEqualTo(100.0 * 6 / 9);
    assertThat(Percentile.of(BigDecimal.ONE, distribution)).isEqualTo(0.0);
    assertThat(Percentile.of(BigDecimal.valueOf(13), distribution)).isEqualTo(100.0);
  }

  @Example
  void theQuartileOfTypeSevenLiesAtItsPercentile() {
    Distribution distribution = Distribution.of(decimals("1", "3", "4", "9", "20"));

    assertThat(Percentile.of(distribution.lowerQuartile(), distribution)).isEqualTo(25.0);
    assertThat(Percentile.of(distribution.median(), distribution)).isEqualTo(50.0);
    assertThat(Percentile.of(distribution.upperQuartile(), distribution)).isEqualTo(75.0);
  }

  @Property
  void isTheShareOfTheOthersBelow(
      @ForAll @Size(min = 2, max = 60) List<@IntRange(max = 20) Integer> whole) {
    List<BigDecimal> values = whole.stream().map(BigDecimal::valueOf).toList();
    Distribution distribution = Distribution.of(values);

    for (BigDecimal value : values) {
      double percentile = Objects.requireNonNull(Percentile.of(value, distribution));
      long below = values.stream().filter(other -> other.compareTo(value) < 0).count();
      assertThat(percentile).isEqualTo(100.0 * below / (values.size() - 1)).isBetween(0.0, 100.0);
    }
    assertThat(Percentile.of(Collections.min(values), distribution)).isEqualTo(0.0);
  }

  @Example
  void theOnlyValueHasNone() {
    assertThat(Percentile.of(BigDecimal.ONE, Distribution.of(decimals("1.0")))).isNull();
  }

  @Example
  void aValueThatIsNotThereHasNone() {
    assertThatThrownBy(() -> Percentile.of(BigDecimal.ONE, Distribution.of(decimals("2", "3"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
