package org.sightline.intake;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one source says of one inspection.
 *
 * @param accountId of the account as it stands, null for a new one
 * @param inspectionId of the inspection that it stands at, null for a new one
 * @param type null where the source does not say
 * @param precision how well the days are known: DAY, MONTH or YEAR
 * @param line of the file
 * @param verdicts by the area's code
 */
record StatedInspection(
    @Nullable Integer accountId,
    @Nullable Integer inspectionId,
    TellingSource source,
    int councilId,
    String framework,
    @Nullable String type,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    String precision,
    @Nullable LocalDate publishedOn,
    @Nullable String leadInspector,
    @Nullable String report,
    int line,
    SortedMap<String, Verdict> verdicts) {
  static final String DAY = "DAY";
  private static final String MONTH = "MONTH";
  private static final String YEAR = "YEAR";

  /**
   * Who says it.
   *
   * @param mapping by which the source's newest file was read, null where by none
   * @param precedence the lower, the more it is believed
   */
  record TellingSource(
      String code, int precedence, @Nullable LocalDate publishedOn, @Nullable String mapping) {}

  /** What tells it from the other inspections of its own source. */
  record Key(
      int councilId,
      String framework,
      @Nullable String type,
      @Nullable LocalDate firstDay,
      @Nullable LocalDate publishedOn) {}

  Key key() {
    return new Key(councilId, framework, type, firstDay, publishedOn);
  }

  /** The first day, or that of publication where no first day is known. */
  @Nullable LocalDate day() {
    return firstDay == null ? publishedOn : firstDay;
  }

  /** Whether both are of one council under one framework. */
  boolean isAlike(StatedInspection other) {
    return councilId == other.councilId && framework.equals(other.framework);
  }

  /**
   * Whether no mapping reads its source: it stands as somebody else has written it, and an import
   * neither changes nor moves it.
   */
  boolean isKept() {
    return accountId != null && source.mapping() == null;
  }

  /**
   * How many days lie between the two: first days, or days of publication where one has none. A
   * month is as near as its nearest day; a year says too little.
   */
  OptionalLong daysFrom(StatedInspection other) {
    @Nullable LocalDate own = precision.equals(YEAR) ? null : firstDay;
    @Nullable LocalDate others = other.precision.equals(YEAR) ? null : other.firstDay;
    if (own != null && others != null) {
      long after = ChronoUnit.DAYS.between(last(own, precision), first(others, other.precision));
      long before = ChronoUnit.DAYS.between(last(others, other.precision), first(own, precision));
      return OptionalLong.of(Math.max(0, Math.max(after, before)));
    }
    return publishedOn == null || other.publishedOn == null
        ? OptionalLong.empty()
        : OptionalLong.of(Math.abs(ChronoUnit.DAYS.between(publishedOn, other.publishedOn)));
  }

  private static LocalDate first(LocalDate day, String precision) {
    return precision.equals(MONTH) ? day.withDayOfMonth(1) : day;
  }

  private static LocalDate last(LocalDate day, String precision) {
    return precision.equals(MONTH) ? day.withDayOfMonth(day.lengthOfMonth()) : day;
  }

  /** The same, standing where another of the same source stood. */
  StatedInspection inPlaceOf(StatedInspection other) {
    return new StatedInspection(
        other.accountId,
        other.inspectionId,
        source,
        councilId,
        framework,
        type,
        firstDay,
        lastDay,
        precision,
        publishedOn,
        leadInspector,
        report,
        line,
        verdicts);
  }

  /** The same at an inspection, with other verdicts. */
  StatedInspection settled(int inspection, Map<String, Verdict> judged) {
    return new StatedInspection(
        accountId,
        inspection,
        source,
        councilId,
        framework,
        type,
        firstDay,
        lastDay,
        precision,
        publishedOn,
        leadInspector,
        report,
        line,
        new TreeMap<>(judged));
  }
}
