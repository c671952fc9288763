package org.sightline.benchmark;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.Observation;

/** How far a council is from a comparator, in whole things that are counted. */
final class Gaps {
  private Gaps() {}

  /**
   * By how many the numerator is above what would give the comparator's value: numerator -
   * comparator x denominator / multiplier, a half rounded away from 0. Negative where it is below.
   */
  static Statistic<Integer> of(ComparatorFigure comparator) {
    return comparator.against(Gaps::gap);
  }

  private static int gap(Parts parts, BigDecimal comparator) {
    BigDecimal same =
        comparator.multiply(parts.denominator()).divide(parts.multiplier(), Rounding.EXACT_ENOUGH);
    return parts.count().subtract(same).setScale(0, RoundingMode.HALF_UP).intValueExact();
  }

  /** What is counted, in the words of the definition; null where there is no gap. */
  static @Nullable String unit(ComparatorFigure comparator) {
    @Nullable Observation council = comparator.beside().observation();
    return council == null || of(comparator).value() == null
        ? null
        : council.indicator().numeratorWords();
  }
}
