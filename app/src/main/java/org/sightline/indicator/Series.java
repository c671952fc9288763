package org.sightline.indicator;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.BadUserInput;

/**
 * The periods in which an indicator has figures as known on a day, each with the editions that give
 * them: the official one, and one of each council that shows figures of its own.
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
    return editions.stream().map(PeriodEdition::period).distinct().toList();
  }

  /** Whether official figures speak of a period, whatever councils say of it themselves. */
  public boolean isOfficial(Period period) {
    return editions.stream()
        .anyMatch(edition -> edition.official() && edition.period().equals(period));
  }

  /** The period right before another, where the series has it. */
  public Optional<Period> before(Period period) {
    return periods().stream().filter(period::follows).findFirst();
  }

  /**
   * The period that is asked for: one of official figures before one that only councils show, so
   * that a council's return does not change what everybody's question means.
   *
   * @param asked a period's code or the year that names it, or null for the newest
   * @throws BadUserInput when the series has no such period; the message names those it has
   */
  public Period period(@Nullable String asked) {
    return editions.reversed().stream()
        .filter(edition -> asked == null || edition.period().isAskedForBy(asked))
        .sorted(Comparator.comparing(PeriodEdition::official).reversed())
        .map(PeriodEdition::period)
        .findFirst()
        .orElseThrow(() -> noSuchPeriod(asked));
  }

  /**
   * The newest period of all, whether of official figures or not.
   *
   * @throws BadUserInput when the series has no period
   */
  public Period newest() {
    if (editions.isEmpty()) {
      throw noSuchPeriod(null);
    }
    return editions.getLast().period();
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
