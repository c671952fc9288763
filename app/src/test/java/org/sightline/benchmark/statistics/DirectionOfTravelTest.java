package org.sightline.benchmark.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Example;
import org.jspecify.annotations.Nullable;

class DirectionOfTravelTest {
  @Example
  void fallingImprovesWhereLowerComesFirst() {
    assertThat(between("22.6", "22.5", 1, Direction.LOWER_FIRST))
        .isEqualTo(DirectionOfTravel.IMPROVED);
    assertThat(between("22.6", "22.5", 1, Direction.HIGHER_FIRST))
        .isEqualTo(DirectionOfTravel.WORSENED);
    assertThat(between("22.6", "22.5", 1, null)).isEqualTo(DirectionOfTravel.LOWER);
    assertThat(between("22.5", "22.6", 1, null)).isEqualTo(DirectionOfTravel.HIGHER);
  }

  @Example
  void whatIsTheSameAtTheIndicatorsDecimalsIsTheSame() {
    assertThat(between("66.8", "67.1", 0, Direction.LOWER_FIRST)).isEqualTo(DirectionOfTravel.SAME);
    assertThat(between("67", "67.0", 1, null)).isEqualTo(DirectionOfTravel.SAME);
    assertThat(between("67.4", "67.5", 0, null)).isEqualTo(DirectionOfTravel.HIGHER);
  }

  private static DirectionOfTravel between(
      String previous, String current, int decimals, @Nullable Direction direction) {
    return DirectionOfTravel.between(
        new BigDecimal(previous), new BigDecimal(current), decimals, direction);
  }
}
