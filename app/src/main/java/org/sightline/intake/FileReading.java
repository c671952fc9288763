package org.sightline.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.dictionary.DictionaryEntry;

/** Reads one file from front to back into the staging table, row by row. */
final class FileReading {
  private final Delivery delivery;
  private final Path file;
  private final ImportProgress progress;
  private final RejectionSpool rejections;
  private final Tally tally;
  private final Stop stop;
  private final Names names = new Names();
  private final List<StagedRow> ofOneRow = new ArrayList<>();
  private @Nullable String release;
  private List<DictionaryEntry> entries = List.of();

  FileReading(
      Delivery delivery,
      Path file,
      ImportProgress progress,
      RejectionSpool rejections,
      Tally tally,
      Stop stop) {
    this.delivery = delivery;
    this.file = file;
    this.progress = progress;
    this.rejections = rejections;
    this.tally = tally;
    this.stop = stop;
  }

  /**
   * Reads the file.
   *
   * @throws ImportRefusedException when the file is of the wrong shape
   */
  Names into(Connection connection) throws IOException {
    ReferenceStore reference = new ReferenceStore(connection, delivery.belonging());
    try (CsvFile csv = new CsvFile(file, progress::bytesRead)) {
      Header header =
          new Header(
              csv.next().orElseThrow(() -> new ImportRefusedException("The file is empty.")));
      FileRows rows = delivery.rows(header, reference, tally, names);
      try (StagingCopy staging = new StagingCopy(connection)) {
        for (Optional<CsvRecord> row = csv.next(); row.isPresent(); row = csv.next()) {
          take(row.get(), header, rows, staging);
        }
        staging.finish();
      }
      release = rows.release();
      entries = List.copyOf(rows.entries());
    }
    progress.rowsRead(tally.rowsRead());
    return names;
  }

  /** The release that the rows named, null where only the operator names it. */
  @Nullable String release() {
    return release;
  }

  /** The entries of a data dictionary; none of other files. */
  List<DictionaryEntry> entries() {
    return entries;
  }

  private void take(CsvRecord row, Header header, FileRows rows, StagingCopy staging)
      throws IOException {
    if (CsvFile.isBlankLine(row)) {
      tally.warn("blank line left out");
      return;
    }
    stop.check();
    tally.read();
    progress.rowsRead(tally.rowsRead());
    ofOneRow.clear();
    try {
      requireFields(row, header);
      int entriesBefore = rows.entries().size();
      if (rows.read(row, ofOneRow)) {
        stage(staging, rows.entries().size() - entriesBefore);
      }
    } catch (RejectedRowException e) {
      reject(row, e);
    }
  }

  private void reject(CsvRecord row, RejectedRowException rejected) {
    if (tally.rowsRejected() >= delivery.mostRejections()) {
      throw new ImportRefusedException(
          "More than %d rows are wrong; the rejections list the first of them. Nothing was written."
              .formatted(delivery.mostRejections()));
    }
    tally.reject(rejected.rule());
    rejections.add(rejected.at(Math.toIntExact(row.getStartingLineNumber())));
  }

  private void stage(StagingCopy staging, int entriesOfRow) throws IOException {
    int given = entriesOfRow;
    for (StagedRow staged : ofOneRow) {
      staging.add(staged);
      given += staged.indicatorId() > 0 ? 1 : 0;
    }
    tally.take(given);
  }

  private static void requireFields(CsvRecord row, Header header) {
    if (row.getFieldCount() != header.columns()) {
      throw new RejectedRowException(
          "(whole row)",
          "wrong-number-of-fields",
          String.join(",", row.getFields()),
          "The row has %d fields; the header has %d."
              .formatted(row.getFieldCount(), header.columns()));
    }
  }
}
