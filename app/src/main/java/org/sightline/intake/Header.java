package org.sightline.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sightline.graphql.Suggestions;

/** A file's column names and where they stand. The order is the publisher's. */
final class Header {
  private static final Pattern CHILD_LEVEL =
      Pattern.compile(
          "upn|uln|dob|nhs|postcode|surname|forename|name|full name"
              + "|(.* )?(child|pupil|person|client|case|la child) (id|ids|identifier|reference|ref|name|number)"
              + "|(.* )?(upn|uln|dob|postcode|post code|surname|forename|first name|last name|given name|family name)( .*)?"
              + "|(.* )?(date of birth|birth date|birthdate|birthday|day of birth)( .*)?"
              + "|(.* )?(unique pupil number|unique learner number|nhs number|home address)( .*)?"
              + "|(child|pupil)(id|name|ref|upn)|dateofbirth|nhsnumber|address");
  private static final int MOST_SAID = 5;
  private static final int LONGEST_SHOWN = 60;
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

  /** In the file's order. */
  Set<String> names() {
    return positions.keySet();
  }

  int columns() {
    return positions.size();
  }

  boolean has(String column) {
    return positions.containsKey(column);
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

  /**
   * Every required column must be there, optional ones may be, and no other.
   *
   * @throws ImportRefusedException with the nearest name of a column that is not known
   */
  void require(Set<String> required, Set<String> optional) {
    Set<String> known = new LinkedHashSet<>(required);
    known.addAll(optional);
    StringBuilder sentence = new StringBuilder();
    required.stream()
        .filter(one -> !positions.containsKey(one))
        .forEach(one -> sentence.append("The column '%s' is missing. ".formatted(one)));
    positions.keySet().stream()
        .filter(one -> !known.contains(one))
        .limit(MOST_SAID)
        .forEach(
            one ->
                sentence.append(
                    "'%s' is no column of a return.%s "
                        .formatted(shown(one), Suggestions.didYouMean(one, known))));
    if (!sentence.isEmpty()) {
      throw new ImportRefusedException(
          sentence + "A return's columns are " + quoted(known) + ". Nothing was read.");
    }
  }

  private static String shown(String column) {
    return column.length() <= LONGEST_SHOWN ? column : column.substring(0, LONGEST_SHOWN) + "...";
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
    return columns.stream().limit(60).map(Header::shown).collect(Collectors.joining(", "));
  }
}
