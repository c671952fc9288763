package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFactsTest {
  private static final int LONGER_THAN_ANY_BUFFER = 600_001;

  @TempDir private Path folder;

  @Test
  void aFileHasALengthAndADigest() throws IOException {
    FileFacts facts = FileFacts.of(file("abc".getBytes(StandardCharsets.UTF_8)));

    assertThat(facts.bytes()).isEqualTo(3);
    assertThat(facts.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void charactersMayLieAcrossBlocks() throws IOException {
    byte[] text = "x€".repeat(LONGER_THAN_ANY_BUFFER / 4).getBytes(StandardCharsets.UTF_8);

    assertThat(FileFacts.of(file(text)).bytes()).isEqualTo(text.length);
  }

  @Test
  void theFirstWrongByteIsNamed() {
    byte[] text = "a\n".repeat(LONGER_THAN_ANY_BUFFER / 2).getBytes(StandardCharsets.UTF_8);
    text[500_001] = (byte) 0x92;

    assertThatThrownBy(() -> FileFacts.of(file(text)))
        .isInstanceOf(ImportRefusedException.class)
        .hasMessageContaining("byte 500001, on line 250001");
  }

  @Test
  void aCharacterBrokenOffAtTheEndIsNamed() {
    assertThatThrownBy(() -> FileFacts.of(file(new byte[] {'a', (byte) 0xE2, (byte) 0x82})))
        .hasMessageContaining("byte 1, on line 1");
  }

  @Test
  void anotherUnicodeFormIsRefused() {
    assertThatThrownBy(() -> FileFacts.of(file("time_period".getBytes(StandardCharsets.UTF_16))))
        .hasMessageContaining("byte 0, on line 1");
  }

  @Test
  void aNulIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> FileFacts.of(file("a,b\n1,\0\n".getBytes(StandardCharsets.UTF_8))))
        .hasMessageContaining("Byte 6 of the file, on line 2, is NUL");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThatThrownBy(() -> FileFacts.of(file(new byte[0]))).hasMessageContaining("empty");
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file.csv"), bytes);
  }
}
