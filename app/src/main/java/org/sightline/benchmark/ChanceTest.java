package org.sightline.benchmark;

import java.math.BigDecimal;
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
record ChanceTest(
    @Nullable Boolean moreThanChance,
    @Nullable BigDecimal p,
    @Nullable NoStatisticReason noTestBecause,
    String basis) {

  /** Not tested, and why. */
  static ChanceTest none(NoStatisticReason reason) {
    return new ChanceTest(
        null, null, reason, "Not tested against chance: %s.".formatted(Reasons.words(reason)));
  }

  /** Not tested, because there is no change. */
  static ChanceTest none(NoChangeReason reason) {
    return none(
        switch (reason) {
          case NO_VALUE, PREVIOUS_VALUE_MISSING -> NoStatisticReason.NO_VALUE;
          case NO_PREVIOUS_PERIOD -> NoStatisticReason.TOO_FEW_POINTS;
          case DEFINITION_CHANGED -> NoStatisticReason.DEFINITION_CHANGED;
        });
  }

  /** Of two figures of one area, both there. */
  static ChanceTest of(Observation before, Observation current) {
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
    if (!isTestable(first) || !isTestable(second)) {
      return none(NoStatisticReason.NOT_A_PROPORTION_OR_RATE);
    }
    return of(before, first, current, second);
  }

  private static ChanceTest of(Observation before, Parts then, Observation current, Parts now) {
    boolean isProportion = now.kind() == IndicatorKind.PROPORTION;
    ChangeTest test = isProportion ? proportions(then, now) : rates(then, now);
    return new ChanceTest(
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
                Reasons.releases(java.util.List.of(current, before))));
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
  private static boolean isTestable(Parts parts) {
    return parts.count().stripTrailingZeros().scale() <= 0
        && parts.count().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0;
  }
}
