package org.sightline.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.dictionary.DictionaryEntry;

/** Reads one file of figures from front to back into the staging table, row by row. */
final class FileReading {
  private final EditionDelivery delivery;
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
      EditionDelivery delivery,
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
    try (RowReading reading = new RowReading(delivery, file, progress, rejections, tally, stop)) {
      FileRows rows = delivery.rows(reading.columns(), reference, tally, names);
      try (StagingCopy staging = new StagingCopy(connection)) {
        reading.forEach(row -> take(row, rows, staging));
        staging.finish();
      }
      release = rows.release();
      entries = List.copyOf(rows.entries());
    }
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

  private void take(CsvRecord row, FileRows rows, StagingCopy staging) throws IOException {
    ofOneRow.clear();
    int entriesBefore = rows.entries().size();
    if (rows.read(row, ofOneRow)) {
      stage(staging, rows.entries().size() - entriesBefore);
    }
  }

  private void stage(StagingCopy staging, int entriesOfRow) throws IOException {
    int given = entriesOfRow;
    for (StagedRow staged : ofOneRow) {
      staging.add(staged);
      given += staged.indicatorId() > 0 ? 1 : 0;
    }
    tally.take(given);
  }
}
