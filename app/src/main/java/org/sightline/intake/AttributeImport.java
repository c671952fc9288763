package org.sightline.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import org.sightline.intake.ImportReport.Written;

/** Brings a file of attributes in, inside the import's transaction. */
record AttributeImport(
    AttributeDelivery delivery,
    ImportProgress progress,
    RejectionSpool rejections,
    Tally tally,
    Stop stop) {

  /**
   * Reads the file, and writes what is new.
   *
   * @throws ImportRefusedException when the file is of the wrong shape or none of its rows holds;
   *     when some do not and the import is strict
   */
  Written run(Connection connection, Path csv) throws IOException {
    AttributeStatementStore store = new AttributeStatementStore(connection);
    store.lock();
    AttributeLedger ledger = new AttributeLedger(store.standing());
    read(csv, store, ledger);
    progress.enter(ImportPhase.CHECKING);
    if (tally.rowsTaken() == 0) {
      throw new ImportRefusedException(
          "No row of the file can be taken, so nothing was written; the rejections say why.");
    }
    Importing.refuseWhenStrict(delivery, tally);
    progress.enter(ImportPhase.WRITING);
    store.add(ledger.added(), delivery.mapping());
    store.end(ledger.ended(), delivery.mapping());
    return new Written(
        null,
        tally.rowsTaken(),
        (long) ledger.added().size() + ledger.ended().size(),
        ledger.alreadyThere(),
        0,
        Map.of());
  }

  private void read(Path csv, AttributeStatementStore store, AttributeLedger ledger)
      throws IOException {
    try (RowReading reading = new RowReading(delivery, csv, progress, rejections, tally, stop)) {
      AttributeRows rows =
          new AttributeRows(delivery, reading.columns(), store.councils(), store.allowedValues());
      reading.forEach(
          row -> {
            if (tally.rowsRead() > OfficialTable.MOST_ROWS) {
              throw new ImportRefusedException(
                  "A file of attributes has at most %d rows. Nothing was written."
                      .formatted(OfficialTable.MOST_ROWS));
            }
            ledger.take(rows.read(row));
            tally.take(1);
          });
    }
  }
}
