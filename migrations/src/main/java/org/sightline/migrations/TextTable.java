package org.sightline.migrations;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.migrations.DefinitionFiles.DefinitionFile;

/** Definitions on their way to a table of texts. */
final class TextTable {
  private TextTable() {}

  /** The texts of the values, null where there is none. */
  static List<@Nullable String> row(@Nullable Object... values) {
    return Arrays.stream(values)
        .<@Nullable String>map(value -> value == null ? null : value.toString().strip())
        .toList();
  }

  static DefinitionFile of(String name, String columns, Stream<List<@Nullable String>> rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(columns.split(",", -1));
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new DefinitionFile(name, text.toString());
  }
}
