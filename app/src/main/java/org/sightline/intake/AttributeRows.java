package org.sightline.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sightline.intake.mapping.AttributeRule;

/** Turns the rows of a file of attributes into statements about councils. */
final class AttributeRows {
  private static final DateTimeFormatter BRITISH =
      DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final int LONGEST_VALUE = 200;

  private final AttributeDelivery delivery;
  private final AttributeRule rule;
  private final Header header;
  private final KnownCouncils councils;
  private final Map<String, List<String>> allowedValues;

  /**
   * @param allowedValues by the attribute's code; none where any text may be a value
   * @throws ImportRefusedException when the file does not have the mapping's columns, or the
   *     mapping names an attribute that is not defined
   */
  AttributeRows(
      AttributeDelivery delivery,
      Header header,
      KnownCouncils councils,
      Map<String, List<String>> allowedValues) {
    this.delivery = delivery;
    this.rule = delivery.rule();
    this.header = header;
    this.councils = councils;
    this.allowedValues = allowedValues;
    Set<String> expected = new LinkedHashSet<>(rule.columns());
    expected.addAll(new TreeSet<>(delivery.layout().ignored().keySet()));
    header.require("the mapping " + delivery.mapping(), expected);
    if (rule.always() != null && !allowedValues.containsKey(rule.always())) {
      throw new ImportRefusedException(
          "The mapping %s is of the attribute %s, which is not defined. Defined are %s."
              .formatted(delivery.mapping(), rule.always(), attributes()));
    }
  }

  /**
   * What a row says.
   *
   * @throws RejectedRowException when it says what cannot be
   */
  AttributeStatement read(CsvRecord row) {
    String attribute = attribute(row);
    LocalDate from = day(rule.from(), given(row, rule.from()));
    int council = councils.get(rule.council(), given(row, rule.council()), from);
    String value = value(row, attribute);
    @Nullable LocalDate to = lastDay(row, from);
    int line = Math.toIntExact(row.getStartingLineNumber());
    return new AttributeStatement(council, attribute, value, from, to, source(row, line), line);
  }

  private String attribute(CsvRecord row) {
    if (rule.always() != null) {
      return rule.always();
    }
    String column = String.valueOf(rule.attribute());
    String code = given(row, column);
    if (!allowedValues.containsKey(code)) {
      throw new RejectedRowException(
          column,
          "unknown-attribute",
          code,
          "There is no attribute '%s'. Allowed: %s.".formatted(code, attributes()));
    }
    return code;
  }

  private String value(CsvRecord row, String attribute) {
    String text = given(row, rule.value());
    List<String> allowed = allowedValues.getOrDefault(attribute, List.of());
    if (allowed.isEmpty() && text.length() <= LONGEST_VALUE) {
      return text;
    }
    return allowed.stream()
        .filter(one -> one.equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> unknownValue(text, attribute, allowed));
  }

  private RejectedRowException unknownValue(String text, String attribute, List<String> allowed) {
    return new RejectedRowException(
        rule.value(),
        "unknown-value",
        text,
        allowed.isEmpty()
            ? "A value of %s has at most %d characters.".formatted(attribute, LONGEST_VALUE)
            : "This is no value of %s. Allowed: %s."
                .formatted(attribute, String.join(", ", allowed)));
  }

  private @Nullable LocalDate lastDay(CsvRecord row, LocalDate from) {
    if (rule.to() == null || text(row, rule.to()).isEmpty()) {
      return null;
    }
    LocalDate to = day(rule.to(), text(row, rule.to()));
    if (to.isBefore(from)) {
      throw new RejectedRowException(
          rule.to(),
          "ends-before-it-begins",
          to.toString(),
          "The last day is before the first, %s.".formatted(from));
    }
    return to;
  }

  private String source(CsvRecord row, int line) {
    return rule.source() == null
        ? "%s, line %d".formatted(delivery.fileName(), line)
        : given(row, rule.source());
  }

  private String given(CsvRecord row, String column) {
    String text = text(row, column);
    if (text.isEmpty()) {
      throw new RejectedRowException(column, "blank-cell", "", "The cell is blank.");
    }
    return text;
  }

  private String text(CsvRecord row, String column) {
    return row.getField(header.position(column)).strip();
  }

  private String attributes() {
    return String.join(", ", new TreeSet<>(allowedValues.keySet()));
  }

  private static LocalDate day(String column, String text) {
    try {
      return text.contains("/") ? LocalDate.parse(text, BRITISH) : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new RejectedRowException(
          column, "not-a-day", text, "A day is written as 31/03/2025 or 2025-03-31.");
    }
  }
}
