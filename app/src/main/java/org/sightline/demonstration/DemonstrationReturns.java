package org.sightline.demonstration;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sightline.indicator.AccessClass;
import org.sightline.migrations.DefinitionFiles;
import org.sightline.migrations.DefinitionFiles.DefinitionFile;

/** Every return of the demonstration, and who uploads it under which class. */
final class DemonstrationReturns {
  /** When Fenwick Bay's last month becomes public. */
  static final Instant END_OF_EMBARGO = Instant.parse("2027-01-31T00:00:00Z");

  private static final String PAPERS = "demonstration-returns";
  private static final String PERSON = "00000000-0000-4000-8000-0000000000";

  private final Instant now;

  /**
   * @param now an embargo that is over by then is none: its return is published
   */
  DemonstrationReturns(Instant now) {
    this.now = now;
  }

  List<DemonstrationReturn> all() {
    List<DemonstrationReturn> returns = new ArrayList<>(ofThePapers());
    for (InventedCouncil council : InventedCouncil.values()) {
      returns.addAll(of(council));
    }
    return returns;
  }

  /** What the papers of three councils state; Hull keeps its vacancies to itself. */
  private static List<DemonstrationReturn> ofThePapers() {
    Map<String, String> texts =
        DefinitionFiles.list(PAPERS, ".csv", Optional.empty()).stream()
            .collect(Collectors.toMap(DefinitionFile::name, DefinitionFile::text));
    return List.of(
        ofPaper(
            texts, "hull", "Hull, figures of its paper of March 2021", "02", AccessClass.SHARED),
        ofPaper(
            texts,
            "hull-workforce",
            "Hull, vacancies of its paper of March 2021",
            "02",
            AccessClass.COUNCIL_ONLY),
        ofPaper(
            texts,
            "herefordshire",
            "Herefordshire, figures of its paper of June 2020",
            "05",
            AccessClass.SHARED),
        ofPaper(
            texts, "york", "York, figures of its paper of January 2020", "08", AccessClass.SHARED));
  }

  private static DemonstrationReturn ofPaper(
      Map<String, String> texts,
      String name,
      String title,
      String person,
      AccessClass accessClass) {
    String text = texts.get(name + ".csv");
    if (text == null) {
      throw new IllegalStateException("No " + name + ".csv in " + PAPERS);
    }
    return new DemonstrationReturn(name + ".csv", title, PERSON + person, accessClass, null, text);
  }

  private List<DemonstrationReturn> of(InventedCouncil council) {
    YearMonth last = NorthmereFigures.LAST;
    return switch (council) {
      case HARROWBECK ->
          List.of(months(council, NorthmereFigures.FIRST, last, AccessClass.COUNCIL_ONLY));
      case FENWICK_BAY ->
          List.of(
              months(council, NorthmereFigures.FIRST, last.minusMonths(1), AccessClass.SHARED),
              months(council, last, last, embargo()));
      default -> List.of(months(council, NorthmereFigures.FIRST, last, AccessClass.SHARED));
    };
  }

  private AccessClass embargo() {
    return now.isBefore(END_OF_EMBARGO) ? AccessClass.EMBARGOED : AccessClass.PUBLISHED;
  }

  private static DemonstrationReturn months(
      InventedCouncil council, YearMonth first, YearMonth last, AccessClass accessClass) {
    String name = council.name().toLowerCase(Locale.ROOT).replace('_', '-');
    String span = first.equals(last) ? first.toString() : first + "-to-" + last;
    return new DemonstrationReturn(
        name + "-" + span + ".csv",
        "Generated for the demonstration: %s, %s to %s".formatted(name, first, last),
        PERSON + council.contributor(),
        accessClass,
        accessClass == AccessClass.EMBARGOED ? END_OF_EMBARGO : null,
        new NorthmereFigures(council).csv(first, last));
  }
}
