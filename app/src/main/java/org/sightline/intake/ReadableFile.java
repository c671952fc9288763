package org.sightline.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sightline.intake.workbook.Workbook;
import org.sightline.intake.workbook.WorkbookRefusedException;

/**
 * A file as its rows are read: CSV, or the CSV that was made of a workbook, whose line n is the
 * sheet's row n. Closing removes what was made.
 *
 * @param csv where the rows are
 * @param facts of the file as it came
 * @param made what was made, null where the file itself is read
 */
record ReadableFile(Path csv, FileFacts facts, @Nullable Path made) implements Closeable {
  /**
   * Takes a first look at every byte.
   *
   * @throws ImportRefusedException when the file is no text, and no workbook that may be read
   */
  static ReadableFile of(Delivery delivery) throws IOException {
    Path file = delivery.file();
    return Workbook.looksLikeOne(file)
        ? ofWorkbook(file, delivery.sheet())
        : new ReadableFile(file, FileFacts.of(file), null);
  }

  private static ReadableFile ofWorkbook(Path file, String sheet) throws IOException {
    FileFacts facts = FileFacts.ofBytes(file);
    Path csv = TemporaryFile.create("workbook", ".csv");
    try {
      Workbook.writeCsv(file, csv, sheet);
      return new ReadableFile(csv, facts, csv);
    } catch (WorkbookRefusedException e) {
      Files.deleteIfExists(csv);
      throw new ImportRefusedException(String.valueOf(e.getMessage()));
    } catch (IOException | UncheckedIOException e) {
      Files.deleteIfExists(csv);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    if (made != null) {
      Files.deleteIfExists(made);
    }
  }
}
