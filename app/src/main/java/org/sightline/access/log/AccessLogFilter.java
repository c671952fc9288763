package org.sightline.access.log;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.BadUserInput;

/**
 * Which entries. Each null means all.
 *
 * @param firstDay in England
 * @param lastDay in England, the day itself included
 * @param readerOrganisationKey of whose members
 * @param dataset by name
 */
record AccessLogFilter(
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    @Nullable Integer readerOrganisationKey,
    @Nullable String dataset) {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int OLDEST_YEAR = 1900;
  private static final int LAST_YEAR = 9998;

  AccessLogFilter {
    requireSane(firstDay, "from");
    requireSane(lastDay, "to");
    if (firstDay != null && lastDay != null && lastDay.isBefore(firstDay)) {
      throw new BadUserInput("The day to must not be earlier than the day from.", "to");
    }
  }

  private static void requireSane(@Nullable LocalDate day, String argument) {
    if (day != null && (day.getYear() < OLDEST_YEAR || day.getYear() > LAST_YEAR)) {
      throw new BadUserInput(
          "The day %s must lie in the years %d to %d.".formatted(argument, OLDEST_YEAR, LAST_YEAR),
          argument);
    }
  }

  /** The first instant; null without that bound. */
  @Nullable OffsetDateTime from() {
    return firstDay == null ? null : firstDay.atStartOfDay(LONDON).toOffsetDateTime();
  }

  /** The first instant after the last; null without that bound. */
  @Nullable OffsetDateTime before() {
    return lastDay == null ? null : lastDay.plusDays(1).atStartOfDay(LONDON).toOffsetDateTime();
  }
}
