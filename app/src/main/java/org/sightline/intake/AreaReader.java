package org.sightline.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.sightline.intake.AreaCodes.Kind;

/** Finds the area of a tidy file's row, by code. */
final class AreaReader {
  private final AreaCodes codes;
  private final Tally tally;
  private final Map<Council, Integer> known = new HashMap<>();

  private record Council(String officialCode, String number) {}

  AreaReader(AreaCodes codes, Tally tally) {
    this.codes = codes;
    this.tally = tally;
  }

  /**
   * @throws RejectedRowException by rule {@code unknown-area} or {@code blank-cell}
   */
  int country(String code) {
    return whole(Kind.COUNTRY, "country_code", code);
  }

  /**
   * @throws RejectedRowException by rule {@code unknown-area} or {@code blank-cell}
   */
  int region(String code) {
    return whole(Kind.REGION, "region_code", code);
  }

  private int whole(Kind kind, String column, String code) {
    return codes.find(kind, notBlank(column, code)).orElseThrow(() -> unknown(column, code));
  }

  /**
   * A council, or councils that publish together.
   *
   * @param officialCode nine characters, or two such joined by " / "; blank where the file has none
   * @param number three digits, likewise; asked only where the official code is blank
   * @param day the row's last day: numbers have passed from one council to another
   * @throws RejectedRowException by rule {@code unknown-area}, {@code blank-cell} or {@code
   *     council-codes-disagree}
   */
  int council(String officialCode, String number, LocalDate day) {
    Council council = new Council(officialCode, number);
    Integer before = known.get(council);
    if (before != null) {
      return before;
    }
    if (officialCode.isBlank()) {
      return byNumber(number, day);
    }
    Set<Integer> found = codes.councilsByOfficialCode(officialCode.strip());
    boolean isDated = found.size() > 1;
    int id =
        only(
            isDated ? codes.councilsByOfficialCode(officialCode.strip(), day) : found,
            "new_la_code",
            officialCode);
    boolean isConfirmed = agrees(id, officialCode, number);
    if (isConfirmed && !isDated) {
      known.put(council, id);
    }
    return id;
  }

  private int byNumber(String number, LocalDate day) {
    notBlank("new_la_code", number);
    return only(codes.councilsByNumber(number.strip(), day), "old_la_code", number);
  }

  private boolean agrees(int id, String officialCode, String number) {
    if (number.isBlank()) {
      return true;
    }
    Set<Integer> byNumber = codes.councilsByNumber(number.strip());
    if (byNumber.isEmpty()) {
      tally.warn("old_la_code unknown, area taken from new_la_code");
      return false;
    }
    if (!byNumber.contains(id)) {
      throw new RejectedRowException(
          "old_la_code",
          "council-codes-disagree",
          number,
          "The codes " + officialCode + " and " + number + " belong to different councils.");
    }
    return true;
  }

  private static int only(Set<Integer> found, String column, String code) {
    if (found.size() != 1) {
      throw unknown(column, code);
    }
    return found.iterator().next();
  }

  private static String notBlank(String column, String code) {
    if (code.isBlank()) {
      throw new RejectedRowException(
          column, "blank-cell", code, "The code is blank, so the area is not known.");
    }
    return code.strip();
  }

  private static RejectedRowException unknown(String column, String code) {
    return new RejectedRowException(
        column,
        "unknown-area",
        code,
        "No area of England known here has the code '" + code.strip() + "' at that time.");
  }
}
