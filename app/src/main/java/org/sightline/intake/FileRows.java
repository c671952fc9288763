package org.sightline.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.dictionary.DictionaryEntry;

/** Turns the rows of one family of files into rows of the staging table. */
interface FileRows {
  /**
   * Reads one row.
   *
   * @param into receives what the row gives; what a rejected row has added by then is thrown away
   * @return false when the row is skipped because nothing here speaks of its kind of area
   * @throws RejectedRowException when the row cannot be taken
   * @throws ImportRefusedException when the file cannot be taken
   */
  boolean read(CsvRecord row, List<StagedRow> into);

  /** The entries of a data dictionary that the rows read so far gave; none of other files. */
  default List<DictionaryEntry> entries() {
    return List.of();
  }

  /** The release that the rows read so far name; null where only the operator names it. */
  @Nullable String release();
}
