package org.sightline.intake;

import java.io.IOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.sightline.intake.ImportReport.Written;
import org.sightline.intake.StatedInspection.TellingSource;

/** Brings a table of inspections in, inside the import's transaction. */
final class InspectionImport {
  private static final String WHOLE_ROW = "(whole row)";

  private final InspectionDelivery delivery;
  private final ImportProgress progress;
  private final RejectionSpool rejections;
  private final Tally tally;
  private final Stop stop;
  private boolean hasChangedAnything;
  private String more = "";

  InspectionImport(
      InspectionDelivery delivery,
      ImportProgress progress,
      RejectionSpool rejections,
      Tally tally,
      Stop stop) {
    this.delivery = delivery;
    this.progress = progress;
    this.rejections = rejections;
    this.tally = tally;
    this.stop = stop;
  }

  /** Whether anything stands otherwise than before. */
  boolean hasChangedAnything() {
    return hasChangedAnything;
  }

  /** What else to say of it, empty or with a leading blank. */
  String more() {
    return more;
  }

  /**
   * Reads the file, puts its accounts beside those of other sources and writes what is new.
   *
   * @throws ImportRefusedException when the file is of the wrong shape or none of its rows holds;
   *     when some do not and the import is strict
   */
  Written run(Connection connection, ReadableFile file) throws IOException {
    InspectionStatementStore store = new InspectionStatementStore(connection);
    store.lock();
    TellingSource source = store.source(delivery, file.facts().sha256());
    KnownFrameworks frameworks = store.frameworks();
    KnownCouncils councils = new AttributeStatementStore(connection).councils();
    List<StatedInspection> given = read(file, source, councils, frameworks);
    progress.enter(ImportPhase.CHECKING);
    if (given.isEmpty()) {
      throw new ImportRefusedException(
          "No row of the file speaks of an inspection that can be taken, so nothing was written; the rejections say why.");
    }
    Importing.refuseWhenStrict(delivery, tally);
    List<StatedInspection> standing = store.standing();
    List<StatedInspection> all =
        new StandingAccounts(frameworks, source.code()).with(standing, given);
    List<StatedInspection> settled =
        new InspectionSettling(frameworks, this::reasons)
            .settle(new InspectionIdentity(frameworks).together(all), store::newIds);
    progress.enter(ImportPhase.WRITING);
    AccountChanges changes = AccountChanges.of(standing, settled, source.code());
    store.write(changes, source.code(), frameworks);
    boolean hasNewValues = new GradedValues(delivery, tally).write(connection, given, this::say);
    hasChangedAnything = !changes.isEmpty() || hasNewValues;
    return new Written(
        null,
        given.size(),
        changes.written(),
        given.size() - changes.written(),
        0,
        missing(settled, source.code()));
  }

  private void say(String sentence) {
    more = " " + sentence;
  }

  private List<StatedInspection> read(
      ReadableFile file, TellingSource source, KnownCouncils councils, KnownFrameworks frameworks)
      throws IOException {
    List<StatedInspection> given = new ArrayList<>();
    Map<StatedInspection.Key, Integer> lines = new HashMap<>();
    try (RowReading reading =
        new RowReading(delivery, file.csv(), progress, rejections, tally, stop)) {
      InspectionRows rows =
          new InspectionRows(delivery, source, reading.columns(), councils, frameworks);
      reading.forEach(
          row -> {
            refuseTooMany();
            List<StatedInspection> read = rows.read(row);
            refuseRepeated(read, lines);
            read.forEach(one -> lines.put(one.key(), one.line()));
            given.addAll(read);
            tally.take(read.size());
          });
    }
    return given;
  }

  private void refuseTooMany() {
    if (tally.rowsRead() > OfficialTable.MOST_ROWS) {
      throw new ImportRefusedException(
          "A table of inspections has at most %d rows. Nothing was written."
              .formatted(OfficialTable.MOST_ROWS));
    }
  }

  private static void refuseRepeated(
      List<StatedInspection> read, Map<StatedInspection.Key, Integer> lines) {
    Set<StatedInspection.Key> own = new HashSet<>();
    for (StatedInspection one : read) {
      if (lines.containsKey(one.key()) || !own.add(one.key())) {
        throw new RejectedRowException(
            WHOLE_ROW,
            "duplicate-row",
            String.valueOf(one.day()),
            "Line %d speaks of the same inspection; the first counts."
                .formatted(lines.getOrDefault(one.key(), one.line())));
      }
    }
  }

  private Map<String, String> reasons(String mapping) {
    return delivery.catalogue().list().stream()
        .filter(one -> one.name().equals(mapping))
        .map(one -> one.inspections())
        .filter(Objects::nonNull)
        .map(rule -> Objects.requireNonNull(rule).reasons())
        .findFirst()
        .orElse(Map.of());
  }

  private static Map<String, Long> missing(List<StatedInspection> settled, String source) {
    Map<String, Long> missing = new TreeMap<>();
    settled.stream()
        .filter(one -> one.source().code().equals(source))
        .flatMap(one -> one.verdicts().values().stream())
        .filter(verdict -> verdict.missing() != null)
        .forEach(
            verdict -> missing.merge(Objects.requireNonNull(verdict.missing()), 1L, Long::sum));
    return missing;
  }
}
