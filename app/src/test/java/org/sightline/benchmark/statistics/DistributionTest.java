package org.sightline.benchmark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hipparchus.stat.descriptive.rank.Percentile;

class DistributionTest {
  private static final double NEGLIGIBLE = 1e-6;

  @Provide
  Arbitrary<List<BigDecimal>> values() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, BigDecimal.valueOf(2000))
        .ofScale(1)
        .list()
        .ofMinSize(1)
        .ofMaxSize(160);
  }

  @Property
  void quartilesAreThoseOfTypeSeven(@ForAll("values") List<BigDecimal> values) {
    Distribution distribution = Distribution.of(values);

    assertClose(distribution.lowerQuartile(), typeSeven(values, 25));
    assertClose(distribution.median(), typeSeven(values, 50));
    assertClose(distribution.upperQuartile(), typeSeven(values, 75));
  }

  @Property
  void everythingLiesBetweenTheEnds(@ForAll("values") List<BigDecimal> values) {
    Distribution distribution = Distribution.of(values);

    assertThat(
            List.of(
                distribution.minimum(),
                distribution.lowerQuartile(),
                distribution.median(),
                distribution.upperQuartile(),
                distribution.maximum()))
        .isSortedAccordingTo(BigDecimal::compareTo);
    assertThat(distribution.mean(1)).isBetween(distribution.minimum(), distribution.maximum());
  }

  @Example
  void theMeanHasTwoMoreDecimalsThanTheIndicator() {
    assertThat(Distribution.of(decimals("1", "2", "2")).mean(0)).isEqualTo("1.67");
    assertThat(Distribution.of(decimals("1", "2", "2")).mean(1)).isEqualTo("1.667");
    assertThat(Distribution.of(decimals("14.8", "14.9", "15.0")).mean(1)).isEqualTo("14.9");
    assertThat(Distribution.of(decimals("100", "80")).mean(0)).isEqualTo("90");
  }

  @Example
  void anEvenNumberOfValuesHasItsMedianBetweenTwo() {
    assertThat(Distribution.of(decimals("62", "63", "50", "80")).median()).isEqualTo("62.5");
  }

  @Example
  void noValuesHaveNoDistribution() {
    assertThatThrownBy(() -> Distribution.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static List<BigDecimal> decimals(String... values) {
    return List.of(values).stream().map(BigDecimal::new).toList();
  }

  private static double typeSeven(List<BigDecimal> values, double percent) {
    Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
    return percentile.evaluate(
        values.stream().mapToDouble(BigDecimal::doubleValue).toArray(), percent);
  }

  private static void assertClose(BigDecimal actual, double expected) {
    assertThat(actual.doubleValue()).isCloseTo(expected, within(NEGLIGIBLE));
  }
}
