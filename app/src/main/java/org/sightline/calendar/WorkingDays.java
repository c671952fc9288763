package org.sightline.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/** Mondays to Fridays that are no bank holiday, between the first and the last known holiday. */
public final class WorkingDays {
  private final SortedSet<LocalDate> holidays;

  /**
   * @param holidays every bank holiday that is known, in any order
   */
  public WorkingDays(Collection<LocalDate> holidays) {
    this.holidays = Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
  }

  /** Whether a day is a working day; nothing where that is not known. */
  public Optional<Boolean> isWorkingDay(LocalDate day) {
    return isKnown(day) ? Optional.of(isWorking(day)) : Optional.empty();
  }

  /**
   * The last of so many working days that follow a day, which itself does not count; the day itself
   * for none.
   *
   * @param count 0 or more
   * @return nothing where it lies beyond the known holidays: {@link #limits} says so in a sentence
   */
  public Optional<LocalDate> after(LocalDate day, int count) {
    if (count < 0) {
      throw new IllegalArgumentException("A clock runs forward: " + count + " working days");
    }
    LocalDate reached = day;
    for (int left = count; left > 0 && isKnown(reached); ) {
      reached = reached.plusDays(1);
      left -= isWorking(reached) ? 1 : 0;
    }
    return isKnown(day) && isKnown(reached) ? Optional.of(reached) : Optional.empty();
  }

  /**
   * How many working days follow one day up to and with another; negative where the other comes
   * first. The inverse of {@link #after}.
   *
   * @return nothing where a day lies beyond the known holidays
   */
  public OptionalInt between(LocalDate from, LocalDate to) {
    if (!isKnown(from) || !isKnown(to)) {
      return OptionalInt.empty();
    }
    boolean isForward = !to.isBefore(from);
    LocalDate first = isForward ? from : to;
    LocalDate last = isForward ? to : from;
    int days =
        Math.toIntExact(
            first.plusDays(1).datesUntil(last.plusDays(1)).filter(this::isWorking).count());
    return OptionalInt.of(isForward ? days : -days);
  }

  /** From when to when working days are counted, as a sentence. */
  public String limits() {
    return holidays.isEmpty()
        ? "No bank holiday is known, so working days are not counted."
        : "Bank holidays are known from %s to %s; before and after, working days are not counted."
            .formatted(holidays.first(), holidays.last());
  }

  private boolean isKnown(LocalDate day) {
    return !holidays.isEmpty() && !day.isBefore(holidays.first()) && !day.isAfter(holidays.last());
  }

  private boolean isWorking(LocalDate day) {
    return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue() && !holidays.contains(day);
  }
}
