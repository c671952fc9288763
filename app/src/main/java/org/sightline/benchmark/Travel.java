package org.sightline.benchmark;

import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.Direction;
import org.sightline.benchmark.statistics.DirectionOfTravel;
import org.sightline.indicator.Indicator;

/** Directions of travel in the schema's words. */
final class Travel {
  private Travel() {}

  /** Where a change went, or null where there is no change to tell of. */
  static @Nullable DirectionOfTravel of(
      YearBefore change, Indicator indicator, @Nullable Direction direction) {
    if (change.value() == null || change.previousValue() == null) {
      return null;
    }
    return DirectionOfTravel.between(
        change.previousValue(),
        change.previousValue().add(change.value()),
        indicator.decimals(),
        direction);
  }

  /** The schema's name: what has no polarity is higher or lower. */
  static @Nullable String name(@Nullable DirectionOfTravel direction) {
    if (direction == null) {
      return null;
    }
    return switch (direction) {
      case IMPROVED, WORSENED, SAME -> direction.name();
      case ROSE -> "HIGHER";
      case FELL -> "LOWER";
    };
  }
}
