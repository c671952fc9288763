package org.sightline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A data directory belongs to one major version of PostgreSQL. */
final class MajorVersion {
  private MajorVersion() {}

  /** Fails with a sentence when another major version made the directory. */
  static void require(Path data, Path binaries) {
    String made = madeBy(data);
    String ours = of(binaries);
    if (!made.equals(ours)) {
      throw new StartFailure(
          ("The data in %s was made by PostgreSQL %s and this is PostgreSQL %s: move that folder away"
                  + " to start anew, or give a PostgreSQL %s server by %s.")
              .formatted(data, made, ours, made, Settings.environmentName(Settings.DATABASE_URL)));
    }
  }

  private static String madeBy(Path data) {
    try {
      return Files.readString(data.resolve("PG_VERSION")).strip();
    } catch (IOException e) {
      throw Disk.failure("read the database's version", data, e);
    }
  }

  /** "postgres (PostgreSQL) 18.6" is major version 18. */
  static String of(Path binaries) {
    String line = Shell.run(java.util.List.of(binaries + "/bin/postgres", "--version")).output();
    return line.substring(line.lastIndexOf(' ') + 1).replaceFirst("\\..*", "");
  }
}
