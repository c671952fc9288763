package org.sightline.intake.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.PeriodType;

/**
 * How a file's time period becomes a period. The file only says "Reporting year", even of
 * snapshots, so the mapping says what is meant.
 *
 * @param type what the period spans
 * @param day the day of a snapshot, the last day of a census year; null for the other types
 */
public record PeriodRule(PeriodType type, @Nullable MonthDay day) {
  private static final Set<PeriodType> OF_RETURNS =
      EnumSet.of(
          PeriodType.MONTH,
          PeriodType.MONTH_END,
          PeriodType.OTHER_DAY,
          PeriodType.ROLLING_YEAR,
          PeriodType.YEAR_TO_DATE);

  public PeriodRule {
    if (OF_RETURNS.contains(type)) {
      throw new IllegalArgumentException(
          "an official file has years, days and quarters, no period of type " + type);
    }
    boolean needsDay = type == PeriodType.SNAPSHOT || type == PeriodType.CENSUS_YEAR;
    if (needsDay != (day != null)) {
      throw new IllegalArgumentException(
          "a SNAPSHOT has 'at' (a month and day, as 03-31), a CENSUS_YEAR has 'ends', and the other period types have neither");
    }
  }

  @JsonCreator
  static PeriodRule read(
      @JsonProperty(value = "type", required = true) PeriodType type,
      @JsonProperty("at") @Nullable String at,
      @JsonProperty("ends") @Nullable String ends) {
    boolean misplaced =
        (at != null && type != PeriodType.SNAPSHOT)
            || (ends != null && type != PeriodType.CENSUS_YEAR);
    if (misplaced) {
      throw new IllegalArgumentException("'at' belongs to a SNAPSHOT and 'ends' to a CENSUS_YEAR");
    }
    String day = at == null ? ends : at;
    return new PeriodRule(type, day == null ? null : monthDay(day));
  }

  private static MonthDay monthDay(String text) {
    try {
      return MonthDay.parse("--" + text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is not a month and day such as 03-31", e);
    }
  }
}
