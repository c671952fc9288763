package org.sightline.indicator;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.BadUserInput;

/**
 * The periods in which an indicator has figures as known on a day, each with the editions that give
 * them: the official one, and one of each council that shows figures of its own. Periods of
 * different types stand in it side by side: what is compared is of one type and one definition.
 * Single days are told apart as {@link DaysOfSeries} does, so that a council's month ends are no
 * points of an official yearly series.
 *
 * @param knownAt by when the editions had come in, or null for whenever
 * @param editions the oldest period first
 */
public record Series(
    Indicator indicator,
    LocalDate asAt,
    @Nullable OffsetDateTime knownAt,
    List<PeriodEdition> editions) {
  public Series {
    editions =
        DaysOfSeries.told(editions).stream()
            .sorted(Comparator.comparing(PeriodEdition::period, Period.OLDEST_FIRST))
            .toList();
  }

  /** The periods, the oldest first. */
  public List<Period> periods() {
    return editions.stream().map(PeriodEdition::period).distinct().toList();
  }

  /** The periods of a type, the oldest first. */
  public List<Period> periods(PeriodType type) {
    return periods().stream().filter(period -> period.type() == type).toList();
  }

  /** The types of the periods, that of the newest period first. */
  public List<PeriodType> types() {
    return periods().reversed().stream().map(Period::type).distinct().toList();
  }

  /** The type of the newest period of which official figures speak, where they speak of any. */
  public Optional<PeriodType> officialType() {
    return editions.reversed().stream()
        .filter(PeriodEdition::official)
        .map(edition -> edition.period().type())
        .findFirst();
  }

  /** Whether official figures speak of a period, whatever councils say of it themselves. */
  public boolean isOfficial(Period period) {
    return editions.stream()
        .anyMatch(edition -> edition.official() && edition.period().equals(period));
  }

  /**
   * The version of the definition by which a period's figures are made, from 1.
   *
   * @throws java.util.NoSuchElementException when the series has no such period
   */
  public int version(Period period) {
    return definition(period).version();
  }

  /** Whether a period is the first of a definition that does not compare with the one before. */
  public boolean isSeriesBreak(Period period) {
    return periods(period.type()).reversed().stream()
        .filter(other -> Period.OLDEST_FIRST.compare(other, period) < 0)
        .findFirst()
        .filter(other -> !isOneDefinition(other, period))
        .isPresent();
  }

  /**
   * The period right before another, where the series has it and the definition is the same: never
   * across a break of the series, and never of another type.
   */
  public Optional<Period> before(Period period) {
    return comparable(period, period::follows);
  }

  /** The same period a year before, where the series has it and the definition is the same. */
  public Optional<Period> yearBefore(Period period) {
    return comparable(period, period::isAYearAfter);
  }

  /**
   * Whether figures of two periods of the series compare: of one type, and by one definition.
   *
   * @throws java.util.NoSuchElementException when the series has not both of them
   */
  public boolean compares(Period one, Period other) {
    return one.type() == other.type() && isOneDefinition(one, other);
  }

  /** A period and those that its figures are compared with: the one before, and a year before. */
  public List<Period> compared(Period period) {
    return Stream.of(Optional.of(period), before(period), yearBefore(period))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** Whether the series has the period right before, but by another definition. */
  public boolean isBrokenBefore(Period period) {
    return isBroken(period, period::follows);
  }

  /** Whether the series has the same period a year before, but by another definition. */
  public boolean isBrokenSinceTheYearBefore(Period period) {
    return isBroken(period, period::isAYearAfter);
  }

  private Optional<Period> comparable(Period period, Predicate<Period> earlier) {
    return periods().stream()
        .filter(earlier)
        .filter(other -> isOneDefinition(other, period))
        .findFirst();
  }

  private boolean isBroken(Period period, Predicate<Period> earlier) {
    return periods().stream().filter(earlier).anyMatch(other -> !isOneDefinition(other, period));
  }

  private boolean isOneDefinition(Period one, Period other) {
    return definition(one).stretch() == definition(other).stretch();
  }

  private PeriodEdition.Definition definition(Period period) {
    return editions.stream()
        .filter(edition -> edition.period().equals(period))
        .findFirst()
        .map(PeriodEdition::definition)
        .orElseThrow();
  }

  /**
   * The period that is asked for: {@link #period(String, PeriodType)} of any type.
   *
   * @throws BadUserInput when the series has no such period, or the code fits several types
   */
  public Period period(@Nullable String asked) {
    return period(asked, null);
  }

  /**
   * The period that is asked for: one of official figures before one that only councils show, so
   * that a council's return does not change what everybody's question means.
   *
   * @param asked a period's code or the year that names it, or null for the one that {@link
   *     DefaultPeriod} holds
   * @param type the period's type, or null for any
   * @throws BadUserInput when the series has no such period, or the code fits periods of several
   *     types; the message names those there are
   */
  public Period period(@Nullable String asked, @Nullable PeriodType type) {
    return new AskedPeriod(this, asked, type).find();
  }

  /**
   * The newest period of all, whether of official figures or not.
   *
   * @throws BadUserInput when the series has no period
   */
  public Period newest() {
    if (editions.isEmpty()) {
      throw new AskedPeriod(this, null, null).none();
    }
    return editions.getLast().period();
  }
}
