package org.sightline.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A file's column names and where they stand. The order is the publisher's. */
final class Header {
  private static final Pattern CHILD_LEVEL =
      Pattern.compile(
          "upn|uln|dob|nhs|postcode|surname|forename"
              + "|(.* )?(child|pupil|person|client|case|la child) (id|ids|identifier|reference|ref|name|number)"
              + "|(.* )?(upn|uln|dob|postcode|post code|surname|forename|first name|last name|given name|family name)( .*)?"
              + "|(.* )?(date of birth|birth date|birthdate|birthday|day of birth)( .*)?"
              + "|(.* )?(unique pupil number|unique learner number|nhs number|home address)( .*)?"
              + "|(child|pupil)(id|name|ref|upn)|dateofbirth|nhsnumber|address");
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z0-9]+");

  private final Map<String, Integer> positions = new LinkedHashMap<>();

  /**
   * @throws ImportRefusedException when two columns share a name, or a column looks like
   *     child-level data
   */
  Header(CsvRecord row) {
    List<String> twice = new ArrayList<>();
    for (int i = 0; i < row.getFieldCount(); i++) {
      if (positions.putIfAbsent(row.getField(i).strip(), i) != null) {
        twice.add(row.getField(i).strip());
      }
    }
    refuseChildLevel();
    if (!twice.isEmpty()) {
      throw new ImportRefusedException(
          "The file has two columns of the name " + quoted(twice) + ". Nothing was read.");
    }
  }

  int columns() {
    return positions.size();
  }

  /** The position of a column that {@link #require} has found. */
  int position(String column) {
    Integer position = positions.get(column);
    if (position == null) {
      throw new IllegalStateException("No column " + column);
    }
    return position;
  }

  /**
   * Every expected column must be there, and no other.
   *
   * @param layout what was expected, in words
   * @throws ImportRefusedException with what was expected and what was found
   */
  void require(String layout, Set<String> expected) {
    List<String> missing = expected.stream().filter(one -> !positions.containsKey(one)).toList();
    List<String> unknown =
        positions.keySet().stream().filter(one -> !expected.contains(one)).toList();
    if (missing.isEmpty() && unknown.isEmpty()) {
      return;
    }
    StringBuilder sentence =
        new StringBuilder("The file does not have the shape of " + layout + ".");
    if (!missing.isEmpty()) {
      sentence.append(" Missing: ").append(quoted(missing)).append('.');
    }
    if (!unknown.isEmpty()) {
      sentence.append(" Not expected: ").append(quoted(unknown)).append('.');
    }
    sentence.append(" Expected: ").append(quoted(expected)).append('.');
    sentence.append(" Found: ").append(quoted(positions.keySet())).append(". Nothing was read.");
    throw new ImportRefusedException(sentence.toString());
  }

  private void refuseChildLevel() {
    List<String> personal = positions.keySet().stream().filter(Header::looksPersonal).toList();
    if (!personal.isEmpty()) {
      throw new ImportRefusedException(
          "The file seems to hold data about single children: "
              + quoted(personal)
              + ". Sightline takes figures about areas only. Nothing was read.");
    }
  }

  private static boolean looksPersonal(String column) {
    String spaced = CAMEL.matcher(column).replaceAll(" ").toLowerCase(Locale.ROOT);
    return CHILD_LEVEL.matcher(NOT_LETTERS.matcher(spaced).replaceAll(" ").strip()).matches();
  }

  private static String quoted(Collection<String> columns) {
    return columns.stream().limit(60).collect(Collectors.joining(", "));
  }
}
