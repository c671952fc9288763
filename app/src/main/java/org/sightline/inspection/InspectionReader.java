package org.sightline.inspection;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Arguments;
import org.sightline.inspection.WrittenInspection.WrittenGrade;
import org.sightline.inspection.framework.Framework;
import org.sightline.inspection.framework.FrameworkVersion;
import org.sightline.inspection.framework.Frameworks;
import org.sightline.inspection.framework.Grade;
import org.sightline.inspection.framework.InspectionType;
import org.sightline.inspection.framework.JudgementArea;

/** Reads what a council writes of an inspection, and says in a sentence each what is wrong. */
@Singleton
class InspectionReader {
  private static final int LONGEST_ADDRESS = 500;

  /**
   * The inspection as it is to be; nothing where its type or its first day cannot be read.
   *
   * @param before what stands, null for a new one
   */
  Optional<WrittenInspection> read(
      Written written, @Nullable InspectionAccount before, Frameworks definitions) {
    List<InspectionType> types =
        definitions.frameworks().stream().flatMap(one -> one.types().stream()).toList();
    @Nullable InspectionType type =
        written.known("type", before == null ? null : before.type(), types, InspectionType::code);
    @Nullable LocalDate asked = written.day("firstDay", before == null ? null : before.firstDay());
    written.wrongIf(
        asked == null, "firstDay", "EMPTY", "Say when it began: firstDay may not be taken away.");
    written.wrongIf(
        type == null && written.errors().isEmpty(),
        "type",
        "EMPTY",
        "Say what it was: type may not be taken away.");
    if (type == null || asked == null) {
      return Optional.empty();
    }
    DatePrecision precision =
        written.choice(
            "precision",
            DatePrecision.class,
            before == null ? DatePrecision.DAY : before.precision());
    LocalDate firstDay = precision.begins(asked);
    @Nullable LocalDate lastDay =
        Optional.ofNullable(written.day("lastDay", before == null ? null : before.lastDay()))
            .map(precision::begins)
            .orElse(null);
    @Nullable LocalDate publishedOn =
        written.day("publishedOn", before == null ? null : before.publishedOn());
    checkDays(written, firstDay, lastDay, publishedOn);
    return Optional.of(
        new WrittenInspection(
            type,
            firstDay,
            lastDay,
            precision,
            publishedOn,
            isPublished(written, before, publishedOn),
            written.listOfKnown(
                "visitThemes",
                before == null ? List.of() : before.visitThemes(),
                definitions.visitThemes(),
                theme -> theme.code()),
            written.optional("leadInspector", before == null ? null : before.leadInspector()),
            address(written, before == null ? null : before.reportUrl()),
            written.optional("outcome", before == null ? null : before.outcome()),
            written.optional("paragraph", before == null ? null : before.paragraph()),
            grades(written, type, firstDay, definitions)));
  }

  /** What has a day of publication is published; of what has none that is not known unless said. */
  private static @Nullable Boolean isPublished(
      Written written, @Nullable InspectionAccount before, @Nullable LocalDate publishedOn) {
    @Nullable Boolean said =
        written.flag("isPublished", before == null ? null : before.isPublished());
    written.wrongIf(
        publishedOn != null && Boolean.FALSE.equals(said) && written.has("isPublished"),
        "isPublished",
        "NOT_ALLOWED",
        "What has a day of publication is published: leave one of the two away.");
    return publishedOn == null ? said : Boolean.TRUE;
  }

  private static void checkDays(
      Written written,
      LocalDate firstDay,
      @Nullable LocalDate lastDay,
      @Nullable LocalDate publishedOn) {
    LocalDate today = Arguments.today();
    written.wrongIf(
        firstDay.isAfter(today),
        "firstDay",
        "FUTURE",
        "What is recorded has begun: %s comes after today, %s.".formatted(firstDay, today));
    written.wrongIf(
        lastDay != null && lastDay.isBefore(firstDay),
        "lastDay",
        "NOT_ALLOWED",
        "lastDay, %s, comes before firstDay, %s.".formatted(lastDay, firstDay));
    written.wrongIf(
        publishedOn != null && publishedOn.isBefore(firstDay),
        "publishedOn",
        "NOT_ALLOWED",
        "publishedOn, %s, comes before firstDay, %s.".formatted(publishedOn, firstDay));
    written.wrongIf(
        publishedOn != null && publishedOn.isAfter(today),
        "publishedOn",
        "FUTURE",
        "What is published has a day up to today, %s: publishedOn is %s."
            .formatted(today, publishedOn));
  }

  private static @Nullable String address(Written written, @Nullable String before) {
    @Nullable String address = written.optional("reportUrl", before);
    written.wrongIf(
        address != null
            && (address.length() > LONGEST_ADDRESS || !address.matches("https?://[^\\s\"<>]+")),
        "reportUrl",
        "NOT_ALLOWED",
        "reportUrl is an address that begins with https:// or http://, of %d characters at most."
            .formatted(LONGEST_ADDRESS));
    return address;
  }

  private static List<WrittenGrade> grades(
      Written written, InspectionType type, LocalDate firstDay, Frameworks definitions) {
    Framework framework = definitions.find(type.framework()).orElseThrow();
    FrameworkVersion version = framework.versionOn(firstDay);
    List<JudgementArea> judged =
        framework.areas().stream()
            .filter(area -> version.judges(area) && type.judges(area))
            .toList();
    List<WrittenGrade> grades = new ArrayList<>();
    for (Written item : written.items("judgements")) {
      @Nullable JudgementArea area = item.known("area", null, judged, JudgementArea::code);
      if (area != null) {
        @Nullable Grade grade =
            item.known("grade", null, definitions.grades(area.scale()), Grade::code);
        item.wrongIf(
            grades.stream().anyMatch(one -> one.area().equals(area)),
            "area",
            "TWICE",
            "'%s' is given twice.".formatted(area.code()));
        grades.add(new WrittenGrade(area, grade, item.optional("statedAs", null)));
      }
    }
    return grades;
  }
}
