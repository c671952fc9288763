package org.sightline.governance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day as far as it is known: the day, or only its month or its year.
 *
 * @param first the day, or the first one of the month or year
 */
public record StatedDay(LocalDate first, Precision precision) {
  private static final int LENGTH_OF_A_YEAR = 4;
  private static final int LENGTH_OF_A_MONTH = 7;
  private static final DateTimeFormatter DAY_IN_WORDS =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter MONTH_IN_WORDS =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

  /** How much of a day is known. */
  public enum Precision {
    DAY,
    MONTH,
    YEAR
  }

  /** A day that is known. */
  public static StatedDay of(LocalDate day) {
    return new StatedDay(day, Precision.DAY);
  }

  /**
   * Reads the schema's PartialDate.
   *
   * @throws java.time.DateTimeException when the text is none
   */
  public static StatedDay parse(String text) {
    return switch (text.length()) {
      case LENGTH_OF_A_YEAR -> new StatedDay(Year.parse(text).atDay(1), Precision.YEAR);
      case LENGTH_OF_A_MONTH -> new StatedDay(YearMonth.parse(text).atDay(1), Precision.MONTH);
      default -> of(LocalDate.parse(text));
    };
  }

  /** From a row's two columns; nothing where the first is null. */
  public static Optional<StatedDay> read(ResultSet row, String day, String precision)
      throws SQLException {
    @Nullable LocalDate first = row.getObject(day, LocalDate.class);
    return first == null
        ? Optional.empty()
        : Optional.of(new StatedDay(first, Precision.valueOf(row.getString(precision))));
  }

  /** The last day that it can be. */
  public LocalDate last() {
    return switch (precision) {
      case DAY -> first;
      case MONTH -> YearMonth.from(first).atEndOfMonth();
      case YEAR -> LocalDate.of(first.getYear(), 12, 31);
    };
  }

  /** Such as 14 February 2020, February 2020 or 2020. */
  public String inWords() {
    return switch (precision) {
      case DAY -> first.format(DAY_IN_WORDS);
      case MONTH -> first.format(MONTH_IN_WORDS);
      case YEAR -> String.valueOf(first.getYear());
    };
  }

  /** As the schema's PartialDate: 2020-02-14, 2020-02 or 2020. */
  @Override
  public String toString() {
    return switch (precision) {
      case DAY -> first.toString();
      case MONTH -> YearMonth.from(first).toString();
      case YEAR -> String.valueOf(first.getYear());
    };
  }
}
