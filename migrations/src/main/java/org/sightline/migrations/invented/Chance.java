package org.sightline.migrations.invented;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Chance that is the same each time: a checksum of what it is for. */
final class Chance {
  private Chance() {}

  /** From 0 up to one less than the size. */
  static int below(int size, String what) {
    CRC32 checksum = new CRC32();
    checksum.update(what.getBytes(StandardCharsets.UTF_8));
    return (int) ((checksum.getValue() / 97) % size);
  }

  /** Whether something happens that happens in so many of a hundred cases. */
  static boolean happens(int percent, String what) {
    return below(100, what) < percent;
  }
}
