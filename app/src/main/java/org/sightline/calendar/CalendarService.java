package org.sightline.calendar;

import jakarta.inject.Singleton;

/** The working days that are known, for other rooms: one statement each time it is asked. */
@Singleton
public class CalendarService {
  private final BankHolidayStore holidays;

  CalendarService(BankHolidayStore holidays) {
    this.holidays = holidays;
  }

  public WorkingDays workingDays() {
    return new WorkingDays(holidays.list());
  }
}
