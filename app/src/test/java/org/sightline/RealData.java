package org.sightline;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The real official files. They are not part of the project: where they are absent, tests say so
 * and are skipped.
 */
public final class RealData {
  private RealData() {}

  /** A file below the folder, such as {@code ees/csww_indicators_2017_to_2025.csv}. */
  public static Path file(String path) {
    Path folder = folder();
    Assumptions.assumeTrue(
        Files.isDirectory(folder),
        () -> "The real official files are not at " + folder + ": set SIGHTLINE_REAL_DATA.");
    return folder.resolve(path);
  }

  private static Path folder() {
    return Path.of(System.getProperty("sightline.realData", "../../shared/data"));
  }
}
