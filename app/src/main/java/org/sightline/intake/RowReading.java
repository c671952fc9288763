package org.sightline.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Goes through one file from front to back: counts its rows and notes those that are rejected. */
final class RowReading implements Closeable {
  private final Delivery delivery;
  private final ImportProgress progress;
  private final RejectionSpool rejections;
  private final Tally tally;
  private final Stop stop;
  private final CsvFile csv;
  private final Header header;

  /** Takes one row. */
  @FunctionalInterface
  interface RowTaker {
    /**
     * Takes a row that has as many fields as the header.
     *
     * @throws RejectedRowException when it cannot be taken
     */
    void take(CsvRecord row) throws IOException;
  }

  /**
   * Opens the file and reads its header.
   *
   * @throws ImportRefusedException when the file is empty, or its header cannot be one
   */
  RowReading(
      Delivery delivery,
      Path file,
      ImportProgress progress,
      RejectionSpool rejections,
      Tally tally,
      Stop stop)
      throws IOException {
    this.delivery = delivery;
    this.progress = progress;
    this.rejections = rejections;
    this.tally = tally;
    this.stop = stop;
    this.csv = new CsvFile(file, progress::bytesRead);
    this.header = header();
  }

  private Header header() throws IOException {
    try {
      return new Header(
          csv.next().orElseThrow(() -> new ImportRefusedException("The file is empty.")));
    } catch (IOException | RuntimeException e) {
      csv.close();
      throw e;
    }
  }

  /** The file's columns. */
  Header columns() {
    return header;
  }

  /** Every row but blank lines, in the file's order. */
  void forEach(RowTaker taker) throws IOException {
    for (Optional<CsvRecord> row = csv.next(); row.isPresent(); row = csv.next()) {
      if (CsvFile.isBlankLine(row.get())) {
        tally.warn("blank line left out");
      } else {
        take(row.get(), taker);
      }
    }
    progress.rowsRead(tally.rowsRead());
  }

  private void take(CsvRecord row, RowTaker taker) throws IOException {
    stop.check();
    tally.read();
    progress.rowsRead(tally.rowsRead());
    try {
      requireFields(row);
      taker.take(row);
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

  private void requireFields(CsvRecord row) {
    if (row.getFieldCount() != header.columns()) {
      throw new RejectedRowException(
          "(whole row)",
          "wrong-number-of-fields",
          String.join(",", row.getFields()),
          "Fields of the row: %d; of the header: %d."
              .formatted(row.getFieldCount(), header.columns()));
    }
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
