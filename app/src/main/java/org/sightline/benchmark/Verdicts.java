package org.sightline.benchmark;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.ComparatorFigure.Method;
import org.sightline.benchmark.statistics.Confidence;
import org.sightline.benchmark.statistics.Verdict;

/** What a council's interval says of it against a comparator, and in which words. */
final class Verdicts {
  private Verdicts() {}

  /**
   * The interval of the council's figure against the comparator's value as it is published, by the
   * indicator's polarity whatever direction is asked for: which end ranks first is a matter of
   * order, which is better is not the asker's to say.
   */
  static Statistic<Verdict> of(ComparatorFigure comparator, Confidence level) {
    return comparator.against((parts, value) -> verdict(comparator, parts, value, level));
  }

  private static Verdict verdict(
      ComparatorFigure comparator, Parts parts, BigDecimal value, Confidence level) {
    Verdict verdict =
        Verdict.of(
            Intervals.of(parts, level),
            value.doubleValue(),
            Directions.byPolarity(comparator.beside().surroundings().indicator()));
    return isEngland(comparator) && funnel(comparator).noFunnelBecause() != null
        ? verdict.withoutOverDispersion()
        : verdict;
  }

  /** Whether councils vary around England by more than chance; null where that is not known. */
  static @Nullable Boolean overDispersed(ComparatorFigure comparator) {
    if (!isEngland(comparator) || comparator.value() == null) {
      return null;
    }
    FunnelPlot.@Nullable Dispersion dispersion = funnel(comparator).overDispersion();
    return dispersion == null ? null : dispersion.isThere();
  }

  /** How a comparator was made, in a sentence or two. */
  static String basis(ComparatorFigure comparator) {
    return "%s: %d of %d with a value, %s, from %s, as known on %s.%s"
        .formatted(
            comparator.name(),
            comparator.n(),
            comparator.size(),
            comparator.period().label(),
            Origin.words(comparator.releases()),
            comparator.beside().surroundings().asAt(),
            ofEngland(comparator));
  }

  private static String ofEngland(ComparatorFigure comparator) {
    if (!isEngland(comparator) || comparator.value() == null) {
      return "";
    }
    FunnelPlot.@Nullable Dispersion dispersion = funnel(comparator).overDispersion();
    if (dispersion == null) {
      return " How far councils vary beyond chance could not be estimated: a council outside"
          + " differs from England, and no more can be said.";
    }
    return dispersion.isThere()
        ? " Councils vary around England by more than chance (phi %s over %d): a council whose interval lies on one side differs from England; the funnel says how unusual that is."
            .formatted(Rounding.brief(dispersion.phi()), funnel(comparator).n())
        : "";
  }

  private static boolean isEngland(ComparatorFigure comparator) {
    return comparator.method() == Method.ENGLAND;
  }

  private static FunnelPlot funnel(ComparatorFigure comparator) {
    return comparator.beside().surroundings().funnel(comparator.period());
  }
}
