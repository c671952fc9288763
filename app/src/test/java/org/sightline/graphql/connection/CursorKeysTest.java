package org.sightline.graphql.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the secrets of cursors come from. */
class CursorKeysTest {
  private static final byte[] BYTES = {1, 2, 3};
  private static final String KEY = "a secret of thirty-two characters";

  @TempDir Path folder;

  @Test
  void aFileMayHoldTheKey() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), KEY + "\n");

    assertThat(new CursorKeys("file:" + file, null).sealed((byte) 1, BYTES))
        .isEqualTo(new CursorKeys(KEY, null).sealed((byte) 1, BYTES))
        .hasSize(CursorKey.NONCE_BYTES + BYTES.length + CursorKey.TAG_BYTES);
  }

  @Test
  void aKeyThatIsShortOrAbsentWhereItIsSaidToBeIsRefusedByName() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty"), "\n");
    Path absent = folder.resolve("absent");

    assertThatThrownBy(() -> new CursorKeys("x".repeat(31), null))
        .hasMessage("sightline.cursor-key must have at least 32 characters.");
    assertThatThrownBy(() -> new CursorKeys(KEY, "short"))
        .hasMessage("sightline.cursor-key-before must have at least 32 characters.");
    assertThatThrownBy(() -> new CursorKeys("file:" + empty, null))
        .hasMessage("sightline.cursor-key names the file %s, which is empty.", empty);
    assertThatThrownBy(() -> new CursorKeys("file:" + absent, null))
        .hasMessage("sightline.cursor-key names the file %s, which cannot be read.", absent);
  }
}
