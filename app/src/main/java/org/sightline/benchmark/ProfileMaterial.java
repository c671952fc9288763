package org.sightline.benchmark;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.Direction;
import org.sightline.indicator.Breakdown;
import org.sightline.indicator.Figures;
import org.sightline.indicator.Series;

/**
 * What a profile's lines on one indicator are made of.
 *
 * @param standing all areas' figures are there in the period of the standings and before
 * @param trends the same figures; whoever compares points with other groups has all areas read
 */
record ProfileMaterial(Material standing, Material trends) {

  /**
   * Of figures that are read already.
   *
   * @param everybody all areas' figures in all periods, by indicator
   */
  static ProfileMaterial of(
      Series series,
      Breakdown breakdown,
      Figures figures,
      Surroundings.Shared shared,
      Supplier<Map<Integer, Figures>> everybody) {
    int id = series.indicator().id();
    @Nullable Direction direction = Directions.byPolarity(series.indicator());
    return new ProfileMaterial(
        new Material(
            series,
            breakdown,
            figures,
            new Surroundings(shared, id, direction, figures, () -> figures)),
        new Material(
            series,
            breakdown,
            figures,
            new Surroundings(
                shared,
                id,
                direction,
                figures,
                () -> Objects.requireNonNull(everybody.get().get(id)))));
  }
}
