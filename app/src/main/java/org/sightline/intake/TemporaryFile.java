package org.sightline.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that last as long as an import: of this user alone, under names of our own. */
final class TemporaryFile {
  /** What every one of them is called by at first. */
  static final String PREFIX = "sightline-";

  private TemporaryFile() {}

  static Path create(String what, String ending) throws IOException {
    return Files.createTempFile(PREFIX + what + "-", ending);
  }
}
