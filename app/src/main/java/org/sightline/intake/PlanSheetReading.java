package org.sightline.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** One plan's sheet being read: its file, and where its rows and rejections are counted. */
record PlanSheetReading(
    PlanSheetDelivery delivery,
    Path csv,
    ImportProgress progress,
    RejectionSpool rejections,
    Tally tally,
    Stop stop) {

  /**
   * Reads every row by the sheet's own columns.
   *
   * @throws ImportRefusedException when the columns are not those of the layout, the sheet has too
   *     many rows, or no row of it can be taken
   */
  void forEach(Consumer<PlanSheetCells> taker) throws IOException {
    try (RowReading rows = new RowReading(delivery, csv, progress, rejections, tally, stop)) {
      PlanColumns columns =
          PlanColumns.of(rows.columns(), delivery.request().layout(), delivery.plan().scheme());
      rows.forEach(
          row -> {
            refuseTooMany();
            taker.accept(new PlanSheetCells(columns, row));
            tally.take(1);
          });
    }
    progress.enter(ImportPhase.CHECKING);
    if (tally.rowsTaken() == 0) {
      throw new ImportRefusedException(
          "No row of the file can be taken, so nothing was written; the rejections say why.");
    }
    Importing.refuseWhenStrict(delivery, tally);
  }

  private void refuseTooMany() {
    if (tally.rowsRead() > PlanSheetDelivery.MOST_ROWS) {
      throw new ImportRefusedException(
          "A plan's sheet has at most %d rows. Nothing was written."
              .formatted(PlanSheetDelivery.MOST_ROWS));
    }
  }
}
