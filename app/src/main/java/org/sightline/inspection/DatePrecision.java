package org.sightline.inspection;

import java.time.LocalDate;

/** How exactly a day is known. A month or a year is written as its first day. */
public enum DatePrecision {
  DAY,
  MONTH,
  YEAR;

  /** Whether two days can be the same one, each as exactly as it is known. */
  static boolean agree(
      LocalDate one, DatePrecision precision, LocalDate other, DatePrecision otherPrecision) {
    DatePrecision coarser = precision.compareTo(otherPrecision) > 0 ? precision : otherPrecision;
    return coarser.begins(one).equals(coarser.begins(other));
  }

  /** The day as it is written in words: 2022-11-21, 2022-11 or 2022. */
  public String write(LocalDate day) {
    String text = day.toString();
    return switch (this) {
      case DAY -> text;
      case MONTH -> text.substring(0, text.length() - "-01".length());
      case YEAR -> text.substring(0, text.length() - "-01-01".length());
    };
  }

  /** The day by which one is written that is known so exactly. */
  public LocalDate begins(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> day.withDayOfYear(1);
    };
  }
}
