package org.sightline.governance.timeline;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.governance.StatedDay;
import org.sightline.inspection.DatePrecision;
import org.sightline.inspection.Inspection;
import org.sightline.inspection.InspectionService;
import org.sightline.inspection.framework.Grade;
import org.sightline.inspection.framework.InspectionType;
import org.sightline.inspection.framework.VisitTheme;

/** Inspections, visits and their letters on the timeline. */
@Singleton
class InspectionEntries implements TimelineSource {
  private static final String BY_PUBLICATION =
      "placed at the day of publication, for no source in sight gives its own days";

  private final InspectionService inspections;

  InspectionEntries(InspectionService inspections) {
    this.inspections = inspections;
  }

  @Override
  public Set<TimelineKind> kinds() {
    return Set.of(TimelineKind.INSPECTION, TimelineKind.VISIT, TimelineKind.LETTER);
  }

  @Override
  public List<TimelineEntry> entries(Collection<Integer> councilKeys, Set<TimelineKind> kinds) {
    Map<Integer, List<Inspection>> found = inspections.ofCouncils(councilKeys);
    List<TimelineEntry> entries = new ArrayList<>();
    for (Inspection one : found.values().stream().flatMap(List::stream).toList()) {
      addInspection(one, entries);
      addLetter(one, entries);
    }
    return entries;
  }

  private static void addInspection(Inspection one, List<TimelineEntry> entries) {
    @Nullable LocalDate first = one.firstDay();
    @Nullable LocalDate published = one.publishedOn();
    if (first == null && published != null) {
      addByPublication(one, published, entries);
    }
    if (first == null) {
      return;
    }
    @Nullable LocalDate last = one.lastDay();
    StatedDay from = stated(first, one.precision());
    TimelineEntry.Cited cited = cited(one);
    entries.add(
        new TimelineEntry(
            "inspection-" + one.key(),
            one.councilKey(),
            isVisit(one) ? TimelineKind.VISIT : TimelineKind.INSPECTION,
            from,
            last == null ? from : stated(last, one.lastDayPrecision()),
            TimelineEnd.KNOWN,
            title(one),
            detail(one),
            cited.source(),
            cited.paragraph(),
            List.of(one)));
  }

  /** Where no source gives its days it stands at its publication, before which it took place. */
  private static void addByPublication(
      Inspection one, LocalDate published, List<TimelineEntry> entries) {
    @Nullable String detail = detail(one);
    entries.add(
        TimelineEntry.onDay(
            "inspection-" + one.key(),
            one.councilKey(),
            isVisit(one) ? TimelineKind.VISIT : TimelineKind.INSPECTION,
            StatedDay.of(published),
            title(one),
            (detail == null ? "" : detail + "; ") + BY_PUBLICATION,
            cited(one),
            one));
  }

  private static void addLetter(Inspection one, List<TimelineEntry> entries) {
    @Nullable LocalDate published = one.publishedOn();
    if (published != null) {
      entries.add(
          TimelineEntry.onDay(
              "letter-" + one.key(),
              one.councilKey(),
              TimelineKind.LETTER,
              StatedDay.of(published),
              "Published: " + title(one),
              detail(one),
              cited(one),
              one));
    }
  }

  private static boolean isVisit(Inspection one) {
    @Nullable InspectionType type = one.type();
    return type != null && !type.isGraded();
  }

  private static String title(Inspection one) {
    @Nullable InspectionType type = one.type();
    return type == null ? one.framework().name() : type.name();
  }

  /** Its grades by area, or what it was about and what came of it; null where nothing is known. */
  private static @Nullable String detail(Inspection one) {
    List<String> said = new ArrayList<>();
    one.judged()
        .forEach(
            judgement -> {
              @Nullable Grade grade = judgement.grade();
              if (grade != null) {
                said.add("%s: %s".formatted(judgement.area().name(), grade.name()));
              }
            });
    if (!one.visitThemes().isEmpty()) {
      said.add(one.visitThemes().stream().map(VisitTheme::name).collect(Collectors.joining(", ")));
    }
    @Nullable String outcome = one.outcome();
    if (outcome != null) {
      said.add(outcome);
    }
    return said.isEmpty() ? null : String.join("; ", said);
  }

  /** The source of best precedence. */
  private static TimelineEntry.Cited cited(Inspection one) {
    return one.accounts().stream()
        .findFirst()
        .map(account -> new TimelineEntry.Cited(account.source().title(), account.paragraph()))
        .orElseGet(() -> new TimelineEntry.Cited(one.framework().source(), null));
  }

  private static StatedDay stated(LocalDate day, DatePrecision precision) {
    return new StatedDay(day, StatedDay.Precision.valueOf(precision.name()));
  }
}
