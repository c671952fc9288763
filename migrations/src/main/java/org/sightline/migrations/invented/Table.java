package org.sightline.migrations.invented;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.migrations.DefinitionFiles.DefinitionFile;

/**
 * Rows on their way into a CSV file that has the columns of the demonstration's file of that name.
 */
final class Table {
  private final String name;
  private final List<String> columns;
  private final List<List<@Nullable String>> rows = new ArrayList<>();

  Table(String name, String columns) {
    this.name = name;
    this.columns = List.of(columns.split(",", -1));
  }

  /** One value for each column; null where there is nothing to say. */
  void add(@Nullable Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(
          "%s has %d columns and was given %d values"
              .formatted(name, columns.size(), values.length));
    }
    rows.add(Arrays.stream(values).map(Table::text).toList());
  }

  DefinitionFile file() {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(columns);
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new DefinitionFile(name, text.toString());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : Objects.toString(value);
  }
}
