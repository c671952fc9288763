package org.sightline.indicator;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.BadUserInput;

/**
 * The periods in which an indicator has figures as known on a day, each with the edition that gives
 * them.
 *
 * @param editions the oldest period first
 */
public record Series(Indicator indicator, LocalDate asAt, List<PeriodEdition> editions) {
  public Series {
    editions =
        editions.stream()
            .sorted(Comparator.comparing(PeriodEdition::period, Period.OLDEST_FIRST))
            .toList();
  }

  /** The periods, the oldest first. */
  public List<Period> periods() {
    return editions.stream().map(PeriodEdition::period).toList();
  }

  /** The period right before another, where the series has it. */
  public Optional<Period> before(Period period) {
    return periods().stream().filter(period::follows).findFirst();
  }

  /**
   * The period that is asked for.
   *
   * @param asked a period's code or the year that names it, or null for the newest
   * @throws BadUserInput when the series has no such period; the message names those it has
   */
  public Period period(@Nullable String asked) {
    return editions.reversed().stream()
        .map(PeriodEdition::period)
        .filter(period -> asked == null || period.isAskedForBy(asked))
        .findFirst()
        .orElseThrow(() -> noSuchPeriod(asked));
  }

  private BadUserInput noSuchPeriod(@Nullable String asked) {
    if (editions.isEmpty()) {
      return new BadUserInput(
          "'%s' has no figures as known on %s. Import a release that holds it, or ask with a later asAt."
              .formatted(indicator.code(), asAt));
    }
    String allowed = periods().stream().map(Period::code).collect(Collectors.joining(", "));
    return new BadUserInput(
        "'%s' has no period '%s' as known on %s. Allowed: %s."
            .formatted(indicator.code(), asked, asAt, allowed));
  }
}
