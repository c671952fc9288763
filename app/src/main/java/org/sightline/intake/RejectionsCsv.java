package org.sightline.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.sightline.export.SafeCell;

/** Every rejection of an import as CSV, safe to open in a spreadsheet. */
final class RejectionsCsv {
  private final Importer imports;

  RejectionsCsv(Importer imports) {
    this.imports = imports;
  }

  StreamedFile of(UUID id) {
    try {
      Path file = written(id);
      return new StreamedFile(
              Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE),
              MediaType.of("text/csv;charset=utf-8"))
          .attach("rejections-" + id + ".csv");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path written(UUID id) throws IOException {
    Path file = TemporaryFile.create("rejections", ".csv");
    try {
      write(id, file);
      return file;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private void write(UUID id, Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord("line", "column", "rule", "value", "message");
      imports.forEachRejection(
          id,
          one ->
              csv.writeRecord(
                  Integer.toString(one.line()),
                  SafeCell.of(one.column()),
                  SafeCell.of(one.rule()),
                  SafeCell.of(one.value()),
                  SafeCell.of(one.message())));
    }
  }
}
