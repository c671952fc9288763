package org.sightline.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sightline.graphql.BadUserInput;
import org.sightline.indicator.Period;
import org.sightline.indicator.PeriodType;
import org.sightline.indicator.Series;

/**
 * The periods of a trend: all of one type.
 *
 * @param list the oldest first
 */
record TrendPeriods(PeriodType type, List<Period> list) {

  /**
   * The type that is known before any figure is read: the one asked for, otherwise that of official
   * figures. Where neither says it, the council's own newest figure does.
   */
  static Optional<PeriodType> typeAsked(Series series, TrendQuestion question) {
    return Optional.ofNullable(question.periodType()).or(series::officialType);
  }

  /**
   * Those asked for in which something is said of the council.
   *
   * @throws BadUserInput when the series has no such type or period, or the first comes after the
   *     last
   */
  static TrendPeriods of(Series series, TrendQuestion question, Predicate<Period> isSpokenOf) {
    PeriodType type =
        typeAsked(series, question)
            .or(
                () ->
                    series.periods().reversed().stream()
                        .filter(isSpokenOf)
                        .map(Period::type)
                        .findFirst())
            .orElseGet(() -> series.period(null).type());
    series.period(null, type);
    List<Period> all = series.periods(type);
    Period last = question.to() == null ? all.getLast() : series.period(question.to(), type);
    Period first = question.from() == null ? all.getFirst() : series.period(question.from(), type);
    if (all.indexOf(first) > all.indexOf(last)) {
      throw new BadUserInput(
          "The first period, %s, comes after the last, %s.".formatted(first.code(), last.code()),
          "from");
    }
    return new TrendPeriods(
        type,
        all.subList(all.indexOf(first), all.indexOf(last) + 1).stream()
            .filter(isSpokenOf)
            .toList());
  }
}
