package org.sightline.demonstration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.AccessClass;

/**
 * One return, as one of the demonstration's people uploads it.
 *
 * @param fileName what the contributor calls the file
 * @param contributor the subject of the member who uploads it
 * @param embargoedUntil the instant it is published at; null unless the class is EMBARGOED
 * @param csv the file's text
 */
record DemonstrationReturn(
    String fileName,
    String title,
    String contributor,
    AccessClass accessClass,
    @Nullable Instant embargoedUntil,
    String csv) {
  /** The fingerprint of the file's bytes, in lower-case hexadecimals. */
  String sha256() {
    try {
      byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
