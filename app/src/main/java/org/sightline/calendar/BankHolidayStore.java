package org.sightline.calendar;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import org.sightline.tenancy.Sql;

/** The bank holidays of England, from PostgreSQL. */
@Singleton
class BankHolidayStore {
  private final Connection connection;

  BankHolidayStore(Connection connection) {
    this.connection = connection;
  }

  /** Every one that is known, the earliest first. */
  List<LocalDate> list() {
    return Sql.list(
        connection,
        "SELECT day FROM bank_holiday ORDER BY day",
        row -> row.getObject("day", LocalDate.class));
  }
}
