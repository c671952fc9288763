package org.sightline.intake.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * A cell as a CSV file would have it. A number has the fifteen digits that a spreadsheet keeps, so
 * that 0.1 + 0.2 is 0.3; one shown as a percentage is the number before the sign; one shown as a
 * date is the day, or the month where no day is shown. Of a formula the value last computed counts.
 *
 * @param from1904 whether the workbook counts its days from 1904
 */
record CellText(boolean from1904) {
  private static final MathContext SHOWN = new MathContext(15);
  private static final int LARGEST_EXPONENT = 40;
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
  private static final LocalDate DAY_0_OF_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);

  /** Without ends of lines, so that a row of the sheet is a line of the CSV file. */
  String of(@Nullable Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    String text = cell.getValue() instanceof BigDecimal number ? number(number, cell) : plain(cell);
    return text.replaceAll("[\\r\\n]+", " ");
  }

  private static String plain(Cell cell) {
    Object value = cell.getValue();
    if (value instanceof Boolean truth) {
      return truth ? "TRUE" : "FALSE";
    }
    String raw = cell.getRawValue();
    return value == null ? (raw == null ? "" : raw) : value.toString();
  }

  private String number(BigDecimal number, Cell cell) {
    DateFormat format = DateFormat.of(cell.getDataFormatId(), cell.getDataFormatString());
    BigDecimal shown = number.round(SHOWN);
    boolean isDay =
        format != DateFormat.NONE && shown.signum() >= 0 && shown.compareTo(LAST_DAY) <= 0;
    if (isDay) {
      return date(shown, format);
    }
    String code = cell.getDataFormatString();
    boolean isPercentage = code != null && code.contains("%");
    return decimal(isPercentage ? shown.movePointRight(2) : shown);
  }

  private static String decimal(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    boolean isPlain = Math.abs((long) stripped.precision() - stripped.scale()) <= LARGEST_EXPONENT;
    return isPlain ? stripped.toPlainString() : stripped.toString();
  }

  private String date(BigDecimal serial, DateFormat format) {
    LocalDate day =
        (from1904 ? DAY_0_OF_1904 : DAY_0_OF_1900).plusDays(serial.toBigInteger().longValue());
    boolean hasTime = serial.stripTrailingZeros().scale() > 0;
    return switch (format) {
      case MONTH -> day.toString().substring(0, "2020-12".length());
      case YEAR -> Integer.toString(day.getYear());
      case DAY, NONE -> hasTime ? day + " with a time of day" : day.toString();
    };
  }

  /** What a number's format shows of a date. */
  enum DateFormat {
    NONE,
    DAY,
    MONTH,
    YEAR;

    private static final int MONTH_AND_YEAR = 17;

    static DateFormat of(@Nullable Integer id, @Nullable String code) {
      if (id != null && isBuiltIn(id)) {
        return id == MONTH_AND_YEAR ? MONTH : DAY;
      }
      return code == null ? NONE : ofCode(code);
    }

    /** The formats that have no code of their own in the file: 14 to 17, and 22 with a time. */
    private static boolean isBuiltIn(int id) {
      return (id >= 14 && id <= MONTH_AND_YEAR) || id == 22;
    }

    private static DateFormat ofCode(String code) {
      String letters =
          code.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.", "").toLowerCase(Locale.ROOT);
      if (letters.startsWith("general") || letters.indexOf('y') < 0) {
        return letters.indexOf('d') >= 0 && letters.indexOf('m') >= 0 ? DAY : NONE;
      }
      if (letters.indexOf('d') >= 0) {
        return DAY;
      }
      return letters.indexOf('m') >= 0 ? MONTH : YEAR;
    }
  }
}
