package org.sightline.benchmark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.benchmark.statistics.DistributionTest.decimals;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CompetitionRankTest {
  @Provide
  Arbitrary<List<BigDecimal>> valuesWithTies() {
    return Arbitraries.integers()
        .between(0, 12)
        .map(BigDecimal::valueOf)
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Property
  void oneMoreThanThoseBefore(
      @ForAll("valuesWithTies") List<BigDecimal> values, @ForAll Direction direction) {
    List<BigDecimal> inOrder = values.stream().sorted(direction).toList();

    for (BigDecimal value : values) {
      CompetitionRank rank = CompetitionRank.of(value, values, direction);
      assertThat(rank.position()).isEqualTo(inOrder.indexOf(value) + 1);
      assertThat(rank.of()).isEqualTo(values.size());
      assertThat(rank.sharedBy()).isEqualTo(inOrder.lastIndexOf(value) + 2 - rank.position());
    }
  }

  @Property
  void bothDirectionsTogetherCountEverybody(@ForAll("valuesWithTies") List<BigDecimal> values) {
    for (BigDecimal value : values) {
      CompetitionRank low = CompetitionRank.of(value, values, Direction.LOWER_FIRST);
      CompetitionRank high = CompetitionRank.of(value, values, Direction.HIGHER_FIRST);
      assertThat(low.position() + high.position() + low.sharedBy() - 2).isEqualTo(values.size());
    }
  }

  @Example
  void tiesTakeTheLowestNumber() {
    List<BigDecimal> values = decimals("14.8", "15", "15.0", "20");

    assertThat(
            values.stream()
                .map(value -> CompetitionRank.of(value, values, Direction.LOWER_FIRST).position())
                .collect(Collectors.toList()))
        .containsExactly(1, 2, 2, 4);
  }

  @Example
  void aValueThatIsNotThereHasNoRank() {
    assertThatThrownBy(
            () -> CompetitionRank.of(BigDecimal.ONE, decimals("2"), Direction.LOWER_FIRST))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
