package org.sightline.inspection;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Who says something of inspections: a report, a file of statistics, a council's paper.
 *
 * @param publishedOn null where that is not known
 * @param fileName null where it was no file
 */
public record InspectionSource(
    int key,
    SourceKind kind,
    String title,
    String publisher,
    @Nullable LocalDate publishedOn,
    @Nullable String fileName) {

  /**
   * The one to be shown first: by kind, then the one published later, then the one that came later.
   */
  static final Comparator<InspectionSource> BY_PRECEDENCE =
      Comparator.comparing(InspectionSource::kind)
          .thenComparing(
              InspectionSource::publishedOn, Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(InspectionSource::key, Comparator.reverseOrder());

  /** 1 comes first. */
  public int precedence() {
    return kind.precedence();
  }
}
