package org.sightline.benchmark;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.ChangeTest;
import org.sightline.indicator.IndicatorKind;
import org.sightline.indicator.IndicatorNature;
import org.sightline.indicator.Observation;

/**
 * Whether a change is more than chance, two-sided at 95%: of flows only, and of figures that do not
 * overlap.
 *
 * @param moreThanChance null with the reason in noTestBecause
 * @param p the probability of a change as large by chance alone, at fifteen significant digits
 * @param basis in a sentence
 */
record MoreThanChance(
    @Nullable Boolean moreThanChance,
    @Nullable BigDecimal p,
    @Nullable NoStatisticReason noTestBecause,
    String basis) {
  /** Two such counts have a sum that is a whole number to a computer too. */
  private static final BigDecimal MOST_EVENTS = BigDecimal.valueOf(1_000_000_000);

  /** Not tested, and why. */
  static MoreThanChance none(NoStatisticReason reason) {
    return new MoreThanChance(
        null, null, reason, "Not tested against chance: %s.".formatted(Reasons.words(reason)));
  }

  /** Not tested, because there is no change. */
  static MoreThanChance none(NoChangeReason reason) {
    return none(
        switch (reason) {
          case NO_VALUE, PREVIOUS_VALUE_MISSING -> NoStatisticReason.NO_VALUE;
          case NO_PREVIOUS_PERIOD -> NoStatisticReason.TOO_FEW_POINTS;
          case DEFINITION_CHANGED -> NoStatisticReason.DEFINITION_CHANGED;
        });
  }

  /** Of two figures of one area, both there. */
  static MoreThanChance of(Observation before, Observation current) {
    if (Overlap.isIn(current.indicator(), current.period().type())) {
      return none(NoStatisticReason.OVERLAPPING_PERIODS);
    }
    if (current.indicator().nature() == IndicatorNature.STOCK) {
      return none(NoStatisticReason.STOCK);
    }
    Statistic<Parts> then = Parts.ofQuotient(before);
    Statistic<Parts> now = Parts.ofQuotient(current);
    @Nullable Parts first = then.value();
    @Nullable Parts second = now.value();
    if (first == null || second == null) {
      return none(Objects.requireNonNull(first == null ? then.noneBecause() : now.noneBecause()));
    }
    if (!isWhole(first) || !isWhole(second)) {
      return none(NoStatisticReason.NOT_WHOLE_COUNTS);
    }
    return of(before, first, current, second);
  }

  private static MoreThanChance of(Observation before, Parts then, Observation current, Parts now) {
    boolean isProportion = now.kind() == IndicatorKind.PROPORTION;
    ChangeTest test = isProportion ? proportions(then, now) : rates(then, now);
    return new MoreThanChance(
        test.moreThanChance(),
        Rounding.statistic(test.p()),
        null,
        "%s, two-sided at 95%%: %s (%s) against %s (%s), %s; from %s."
            .formatted(
                isProportion
                    ? "z-test of two proportions, pooled"
                    : "Exact conditional test of two Poisson rates",
                now.words(),
                current.period().label(),
                then.words(),
                before.period().label(),
                current.area().name(),
                Origin.of(List.of(current, before))));
  }

  private static ChangeTest proportions(Parts then, Parts now) {
    return ChangeTest.twoProportions(
        then.count().doubleValue(),
        then.denominator().doubleValue(),
        now.count().doubleValue(),
        now.denominator().doubleValue());
  }

  private static ChangeTest rates(Parts then, Parts now) {
    return ChangeTest.twoRates(
        then.count().doubleValue(),
        then.denominator().doubleValue(),
        now.count().doubleValue(),
        now.denominator().doubleValue());
  }

  /** Events come in whole numbers: full-time equivalents are no count that chance moves. */
  private static boolean isWhole(Parts parts) {
    return parts.count().stripTrailingZeros().scale() <= 0
        && parts.count().compareTo(MOST_EVENTS) <= 0;
  }
}
