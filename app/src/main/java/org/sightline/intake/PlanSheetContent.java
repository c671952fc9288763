package org.sightline.intake;

import java.io.IOException;
import java.sql.Connection;
import org.sightline.intake.ImportReport.Written;

/** What a plan's sheet holds: how it is read and written, inside the import's transaction. */
interface PlanSheetContent {
  /**
   * Reads the rows, and writes what is new.
   *
   * @throws ImportRefusedException when the sheet is of the wrong shape or cannot be taken
   */
  Brought bring(PlanSheetReading reading, Connection connection) throws IOException;

  /**
   * What came of it. Nothing is new where {@code written} has nothing written.
   *
   * @param sentence what was written, for whoever brought it
   */
  record Brought(Written written, String sentence) {}
}
