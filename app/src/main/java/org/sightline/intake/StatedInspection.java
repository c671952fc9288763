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
    @Nullable LocalDate publishedOn,
    @Nullable String leadInspector,
    @Nullable String report,
    int line,
    SortedMap<String, Verdict> verdicts) {

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

  /** How many days lie between the two: first days, or days of publication where one has none. */
  OptionalLong daysFrom(StatedInspection other) {
    if (firstDay != null && other.firstDay != null) {
      return OptionalLong.of(Math.abs(ChronoUnit.DAYS.between(firstDay, other.firstDay)));
    }
    return publishedOn == null || other.publishedOn == null
        ? OptionalLong.empty()
        : OptionalLong.of(Math.abs(ChronoUnit.DAYS.between(publishedOn, other.publishedOn)));
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
        publishedOn,
        leadInspector,
        report,
        line,
        new TreeMap<>(judged));
  }
}
