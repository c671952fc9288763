package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that mean no good. */
final class CsvFileTest {
  private static final int MEBIBYTES = 64;
  private static final int READ_AT_MOST = 4 << 20;

  @TempDir private Path folder = Path.of("");

  /** It is read until it is longer than any row, and not to its end. */
  @ParameterizedTest
  @ValueSource(strings = {"a line without an end", "\"quotes that do not close", "x,"})
  void aRowWithoutAnEndIsNotKept(String part) throws IOException {
    Path file = folder.resolve("endless.csv");
    try (Writer writer = Files.newBufferedWriter(file)) {
      writer.write("area,value\n");
      String block = part.repeat((1 << 20) / part.length());
      for (int i = 0; i < MEBIBYTES; i++) {
        writer.write(block);
      }
    }

    long[] read = {0};
    try (CsvFile rows = new CsvFile(file, bytes -> read[0] = bytes)) {
      assertThat(rows.next()).isPresent();
      assertThatThrownBy(
              () -> {
                while (rows.next().isPresent()) {
                  assertThat(read[0]).isLessThan(READ_AT_MOST);
                }
              })
          .isInstanceOf(ImportRefusedException.class)
          .hasMessageStartingWith("The file is no CSV");
    }
    assertThat(read[0]).isLessThan(READ_AT_MOST);
  }
}
