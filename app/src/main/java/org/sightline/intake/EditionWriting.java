package org.sightline.intake;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sightline.indicator.dictionary.DictionaryEntry;
import org.sightline.intake.EditionStore.Differences;
import org.sightline.intake.EditionStore.SourceFile;
import org.sightline.intake.ImportReport.Written;
import org.sightline.intake.ReferenceStore.Release;
import org.sightline.intake.StagingStore.RepeatedLine;

/**
 * Turns what is staged into one edition of the delivery's table, inside the import's transaction.
 */
final class EditionWriting {
  private static final int LINES_AT_ONCE = 250_000;
  private static final String DUPLICATE_ROW = "duplicate-row";

  private final EditionDelivery delivery;
  private final ImportProgress progress;
  private final RejectionSpool rejections;
  private final Tally tally;
  private final Stop stop;
  private final StagingStore staging;
  private final EditionStore editions;
  private final DictionaryEditionStore dictionary;

  EditionWriting(
      Connection connection,
      EditionDelivery delivery,
      ImportProgress progress,
      RejectionSpool rejections,
      Tally tally,
      Stop stop) {
    this.delivery = delivery;
    this.progress = progress;
    this.rejections = rejections;
    this.tally = tally;
    this.stop = stop;
    this.staging = new StagingStore(connection);
    this.editions = new EditionStore(connection, delivery.belonging());
    this.dictionary = new DictionaryEditionStore(connection);
  }

  /** Rejects rows that repeat earlier ones and fills in what other rows hold. */
  void check(Names names) {
    progress.enter(ImportPhase.CHECKING);
    staging.addNames(names);
    long repeated = staging.removeRepeatedLines(this::reject);
    if (repeated > 0) {
      tally.rejectAfterAll(DUPLICATE_ROW, repeated);
    }
    long notFound = delivery.looksElsewhere() ? staging.findDenominators() : 0;
    if (notFound > 0) {
      tally.warn("denominator's row not found", notFound);
    }
    staging.summarise();
  }

  private void reject(RepeatedLine repeated) {
    rejections.add(
        new Rejection(
            repeated.line(),
            "(whole row)",
            DUPLICATE_ROW,
            repeated.area(),
            "The row gives the same indicator, area, period and breakdown as line "
                + repeated.firstLine()
                + "; the first counts."));
  }

  /**
   * Writes what is new.
   *
   * @throws ImportRefusedException when a figure contradicts one that stands in this edition
   */
  Written write(Release release, SourceFile file) {
    long observations = staging.observations();
    if (observations == 0) {
      throw new ImportRefusedException(
          "No row of the file can be taken, so nothing was written; the rejections say why.");
    }
    editions.knowPeriodsAndBreakdowns();
    Optional<Integer> standing = editions.findEdition(release.id(), delivery.table());
    standing.ifPresent(edition -> refuseDifferences(edition, release));
    progress.enter(ImportPhase.WRITING);
    int edition = standing.orElseGet(() -> editions.addEdition(release.id(), delivery.table()));
    int fileId = editions.addSourceFile(edition, file);
    long moved = standing.isPresent() ? moveProvenance(edition, fileId, file) : 0;
    long alreadyThere = standing.isPresent() ? editions.leaveOutStanding(edition) : 0;
    editions.addCoverage(edition);
    long written = addObservations(edition, fileId, file.name());
    return new Written(
        edition, observations, written, alreadyThere, moved, staging.missingByReason());
  }

  /**
   * Writes the entries of a data dictionary that are new.
   *
   * @throws ImportRefusedException when an entry stands in this edition with other words
   */
  Written write(Release release, SourceFile file, List<DictionaryEntry> entries) {
    Optional<Integer> standing = editions.findEdition(release.id(), delivery.table());
    standing.ifPresent(
        edition -> refuseOtherWords(dictionary.differing(edition, entries), release));
    progress.enter(ImportPhase.WRITING);
    int edition = standing.orElseGet(() -> editions.addEdition(release.id(), delivery.table()));
    editions.addSourceFile(edition, file);
    long written = dictionary.add(edition, entries);
    progress.observationsWritten(written);
    return new Written(edition, entries.size(), written, entries.size() - written, 0, Map.of());
  }

  private static void refuseOtherWords(List<DictionaryEntry> differing, Release release) {
    if (!differing.isEmpty()) {
      DictionaryEntry first = differing.getFirst();
      throw new ImportRefusedException(
          "Entries of the file that differ from those that stand in the release %s: %d (line %d, %s of %s). Entries of a release do not change: name a new release. Nothing was written."
              .formatted(
                  release.code(),
                  differing.size(),
                  first.sourceLine(),
                  first.measure(),
                  first.topic()));
    }
  }

  private long moveProvenance(int edition, int fileId, SourceFile file) {
    return editions.moveProvenance(edition, fileId, file.name(), delivery.restatements());
  }

  private long addObservations(int edition, int fileId, String fileName) {
    editions.indexLines();
    long lastLine = tally.rowsRead() + 1;
    long written = 0;
    for (int first = 1; first <= lastLine; first += LINES_AT_ONCE) {
      stop.check();
      boolean isLast = first + LINES_AT_ONCE > lastLine;
      written +=
          editions.addObservations(
              edition,
              fileId,
              fileName,
              first,
              isLast ? Integer.MAX_VALUE : first + LINES_AT_ONCE - 1);
      progress.observationsWritten(written);
    }
    return written;
  }

  private void refuseDifferences(int edition, Release release) {
    Differences differences = editions.differences(edition);
    if (differences.count() > 0) {
      String first =
          differences.first().stream()
              .limit(1)
              .map(
                  one ->
                      "line %d, %s of %s for %s: %s stands, the file has %s"
                          .formatted(
                              one.line(),
                              one.indicator(),
                              one.area(),
                              one.period(),
                              one.standing(),
                              one.given()))
              .collect(Collectors.joining());
      throw new ImportRefusedException(
          "Figures of the file that differ from those that stand for %s in the release %s: %d (%s). Figures of a release do not change: name a new release. Nothing was written."
              .formatted(delivery.table(), release.code(), differences.count(), first),
          differences.first(),
          differences.count());
    }
  }
}
