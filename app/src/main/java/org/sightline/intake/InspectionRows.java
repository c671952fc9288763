package org.sightline.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.intake.KnownFrameworks.Grade;
import org.sightline.intake.StatedInspection.TellingSource;
import org.sightline.intake.mapping.AccountRule;
import org.sightline.intake.mapping.InspectionRule;

/** Turns the rows of a table of inspections into what its source says of them. */
final class InspectionRows {
  private static final String WHOLE_ROW = "(whole row)";
  private static final String NOT_STATED = "NOT_STATED";
  private static final List<DateTimeFormatter> DAYS =
      List.of(strict("dd/MM/uuuu"), strict("dd/MM/uu"), DateTimeFormatter.ISO_LOCAL_DATE);

  private final InspectionRule rule;
  private final TellingSource source;
  private final Header header;
  private final KnownCouncils councils;
  private final KnownFrameworks frameworks;

  /**
   * @throws ImportRefusedException when the file does not have the mapping's columns, or the
   *     mapping names what is not defined
   */
  InspectionRows(
      InspectionDelivery delivery,
      TellingSource source,
      Header header,
      KnownCouncils councils,
      KnownFrameworks frameworks) {
    this.rule = delivery.rule();
    this.source = source;
    this.header = header;
    this.councils = councils;
    this.frameworks = frameworks;
    Set<String> expected = new LinkedHashSet<>(rule.columns());
    expected.addAll(new TreeSet<>(delivery.layout().ignored().keySet()));
    header.require("the mapping " + delivery.mapping(), expected);
    rule.accounts().forEach(account -> requireDefined(delivery.mapping(), account));
  }

  private void requireDefined(String mapping, AccountRule account) {
    Set<String> types = new TreeSet<>(account.types().values());
    if (account.type() != null) {
      types.add(account.type());
    }
    types.removeIf(
        type ->
            frameworks.types().containsKey(type)
                && account
                    .framework()
                    .equals(Objects.requireNonNull(frameworks.types().get(type)).framework()));
    Set<String> areas = new TreeSet<>(account.judgements().values());
    areas.removeIf(area -> frameworks.hasArea(account.framework(), area));
    if (!types.isEmpty() || !areas.isEmpty()) {
      throw new ImportRefusedException(
          "The mapping %s names what the framework %s does not have: types %s, areas %s."
              .formatted(mapping, account.framework(), types, areas));
    }
  }

  /**
   * What a row says of the inspections that it speaks of.
   *
   * @throws RejectedRowException when it says what cannot be, or speaks of no council
   */
  List<StatedInspection> read(CsvRecord row) {
    String council = text(row, rule.council());
    refuseWhatIsNoRow(row, council);
    return rule.accounts().stream()
        .filter(account -> speaksOf(row, account))
        .map(account -> inspection(row, council, account))
        .toList();
  }

  /** Published tables hold blank rows, headings and their header again. */
  private void refuseWhatIsNoRow(CsvRecord row, String council) {
    if (council.equals(rule.council())) {
      throw new RejectedRowException(
          rule.council(), "repeated-header", council, "The header stands here once more.");
    }
    List<String> given =
        row.getFields().stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    if (given.isEmpty()) {
      throw new RejectedRowException(WHOLE_ROW, "blank-row", "", "No cell of the row has a text.");
    }
    if (council.isEmpty() && given.size() == 1) {
      throw new RejectedRowException(
          WHOLE_ROW, "heading", given.getFirst(), "One text and no council: it is a heading.");
    }
    if (council.isEmpty()) {
      throw new RejectedRowException(rule.council(), "blank-cell", "", "The cell is blank.");
    }
  }

  private boolean speaksOf(CsvRecord row, AccountRule account) {
    return account.columns().stream().anyMatch(column -> !text(row, column).isEmpty());
  }

  private StatedInspection inspection(CsvRecord row, String council, AccountRule account) {
    @Nullable LocalDate firstDay = day(row, account.firstDay());
    @Nullable LocalDate lastDay = day(row, account.lastDay());
    @Nullable LocalDate published = day(row, account.published());
    @Nullable LocalDate known = firstDay == null ? published : firstDay;
    if (known == null) {
      throw new RejectedRowException(
          String.valueOf(account.published() == null ? account.firstDay() : account.published()),
          "blank-cell",
          "",
          "The row has grades of an inspection and no day for it.");
    }
    refuseWrongOrder(account, firstDay, lastDay, published);
    return new StatedInspection(
        null,
        null,
        source,
        councils.get(rule.council(), council, known),
        account.framework(),
        type(row, account),
        firstDay,
        lastDay,
        StatedInspection.DAY,
        published,
        said(row, account.leadInspector()),
        said(row, account.report()),
        Math.toIntExact(row.getStartingLineNumber()),
        verdicts(row, account));
  }

  private static void refuseWrongOrder(
      AccountRule account,
      @Nullable LocalDate firstDay,
      @Nullable LocalDate lastDay,
      @Nullable LocalDate published) {
    if (firstDay != null && lastDay != null && lastDay.isBefore(firstDay)) {
      throw new RejectedRowException(
          String.valueOf(account.lastDay()),
          "ends-before-it-begins",
          lastDay.toString(),
          "The last day is before the first, %s.".formatted(firstDay));
    }
    if (firstDay != null && published != null && published.isBefore(firstDay)) {
      throw new RejectedRowException(
          String.valueOf(account.published()),
          "published-before-it-begins",
          published.toString(),
          "The day of publication is before the first day, %s.".formatted(firstDay));
    }
  }

  private @Nullable String type(CsvRecord row, AccountRule account) {
    if (account.typeColumn() == null) {
      return account.type();
    }
    @Nullable String text = said(row, account.typeColumn());
    if (text == null) {
      return null;
    }
    @Nullable String type = account.types().get(text);
    if (type == null) {
      throw new RejectedRowException(
          account.typeColumn(),
          "unknown-type",
          text,
          "This is no type of inspection that the mapping knows. Allowed: %s."
              .formatted(String.join(", ", new TreeSet<>(account.types().keySet()))));
    }
    return type;
  }

  private SortedMap<String, Verdict> verdicts(CsvRecord row, AccountRule account) {
    SortedMap<String, Verdict> verdicts = new TreeMap<>();
    account
        .judgements()
        .forEach(
            (column, area) ->
                verdicts.put(area, verdict(account.framework(), area, column, text(row, column))));
    return verdicts;
  }

  private Verdict verdict(String framework, String area, String column, String text) {
    @Nullable String reason = rule.reasons().get(text);
    if (reason != null) {
      return Verdict.missing(reason, text);
    }
    if (text.isEmpty() || rule.nothing().contains(text)) {
      return Verdict.missing(NOT_STATED, text.isEmpty() ? null : text);
    }
    Grade grade =
        frameworks
            .grade(framework, area, text)
            .orElseThrow(
                () ->
                    new RejectedRowException(
                        column,
                        "unknown-grade",
                        text,
                        "This is no grade of %s. Allowed: %s."
                            .formatted(
                                area,
                                frameworks.grades(framework, area).stream()
                                    .map(Grade::name)
                                    .collect(Collectors.joining(", ")))));
    return new Verdict(grade.code(), null, text.equals(grade.name()) ? null : text);
  }

  private @Nullable LocalDate day(CsvRecord row, @Nullable String column) {
    @Nullable String text = said(row, column);
    if (column == null || text == null) {
      return null;
    }
    for (DateTimeFormatter form : DAYS) {
      try {
        return LocalDate.parse(text, form);
      } catch (DateTimeException e) {
        // The next form may fit.
      }
    }
    throw new RejectedRowException(
        column, "not-a-day", text, "A day is written as 31/03/2025, 31/03/25 or 2025-03-31.");
  }

  private @Nullable String said(CsvRecord row, @Nullable String column) {
    if (column == null) {
      return null;
    }
    String text = text(row, column);
    return text.isEmpty() || rule.nothing().contains(text) ? null : text;
  }

  private String text(CsvRecord row, String column) {
    return row.getField(header.position(column)).strip();
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }
}
