package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormReaderTest {
  private static final String TYPE = "multipart/form-data; boundary=b";

  @TempDir private Path folder;

  @Test
  void aBodyThatDripsIsNotWaitedFor() throws Exception {
    byte[] bytes = Form.form("a.csv", "x".repeat(1000), "m", "r").getBytes(StandardCharsets.UTF_8);
    try (ImportForm form = new ImportForm()) {
      FormReader reader = new FormReader(form, TYPE, Duration.ofMillis(50));

      assertThatThrownBy(() -> reader.read(new Dripping(bytes), folder))
          .isInstanceOf(TooSlowException.class);
    }
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void whatAKilledImportLeftIsSweptAndWhatIsNewStays() throws Exception {
    Path old = Files.createFile(folder.resolve("sightline-import-1.upload"));
    Path fresh = Files.createFile(folder.resolve("sightline-workbook-2.csv"));
    Path other = Files.createFile(folder.resolve("other-import-1.upload"));
    FileTime yesterday = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
    Files.setLastModifiedTime(old, yesterday);
    Files.setLastModifiedTime(other, yesterday);

    TemporarySweep.sweep(folder, Instant.now().minus(Duration.ofHours(12)));

    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
    assertThat(other).exists();
  }

  /** One byte every other millisecond. */
  private static final class Dripping extends InputStream {
    private final ByteArrayInputStream bytes;

    Dripping(byte[] bytes) {
      this.bytes = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      try {
        Thread.sleep(2);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return bytes.read(into, offset, 1);
    }
  }
}
