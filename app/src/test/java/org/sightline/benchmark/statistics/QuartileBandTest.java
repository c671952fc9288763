package org.sightline.benchmark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.benchmark.statistics.DistributionTest.decimals;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuartileBandTest {
  private static final Distribution ONE_TO_NINE =
      Distribution.of(decimals("1", "2", "3", "4", "5", "6", "7", "8", "9"));

  @Provide
  Arbitrary<List<BigDecimal>> values() {
    return Arbitraries.integers()
        .between(0, 100)
        .map(BigDecimal::valueOf)
        .list()
        .ofMinSize(4)
        .ofMaxSize(153);
  }

  @Example
  void theUpperEdgeBelongsToTheLowerQuarterOfTheScale() {
    assertThat(bands(Direction.LOWER_FIRST)).isEqualTo("AAABBCCDD");
    assertThat(bands(Direction.HIGHER_FIRST)).isEqualTo("DDDCCBBAA");
  }

  @Property
  void noBandIsBetterThanThatOfABetterValue(
      @ForAll("values") List<BigDecimal> values, @ForAll Direction direction) {
    Distribution distribution = Distribution.of(values);

    List<QuartileBand> inOrder =
        values.stream()
            .sorted(direction)
            .map(value -> QuartileBand.of(value, distribution, direction))
            .toList();

    assertThat(inOrder).isSorted();
  }

  @Property
  void atLeastAQuarterIsAtOrBelowTheFirstCut(@ForAll("values") List<BigDecimal> values) {
    Distribution distribution = Distribution.of(values);

    long first =
        values.stream()
            .filter(
                value ->
                    QuartileBand.of(value, distribution, Direction.LOWER_FIRST) == QuartileBand.A)
            .count();

    assertThat(first * 4).isGreaterThanOrEqualTo(values.size());
  }

  private static String bands(Direction direction) {
    return String.join(
        "",
        Stream.iterate(1, one -> one <= 9, one -> one + 1)
            .map(one -> QuartileBand.of(BigDecimal.valueOf(one), ONE_TO_NINE, direction).name())
            .toList());
  }
}
