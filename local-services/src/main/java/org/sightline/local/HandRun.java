package org.sightline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;

/**
 * Lets a person run the program's other commands against the database that is running: a file with
 * its settings, readable by this user only, and a script that reads the file and runs the jar. A
 * script, so that nobody has to bring the settings into the own shell, where the next {@code mvn}
 * would take them for a given server.
 */
record HandRun(Repository repository) {
  /** Writes both files and gives the command to type, from the repository's root. */
  String write() {
    try {
      Files.createDirectories(repository.kept());
      replace(environmentFile(), "rw-------", environment());
      replace(script(), "rwx------", scriptText());
      return repository.root().relativize(script()).toString();
    } catch (IOException e) {
      throw Disk.failure("write the settings for other commands", repository.kept(), e);
    }
  }

  /** Removes both; they name a server that is about to stop. */
  void remove() {
    try {
      Files.deleteIfExists(environmentFile());
      Files.deleteIfExists(script());
    } catch (IOException e) {
      System.err.println(Disk.failure("remove", environmentFile(), e).getMessage());
    }
  }

  private Path environmentFile() {
    return repository.kept().resolve("environment");
  }

  private Path script() {
    return repository.kept().resolve("sightline");
  }

  private static void replace(Path file, String permissions, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
    Files.writeString(file, text);
  }

  private static String environment() {
    return System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.matches("sightline\\.(database|keycloak)\\..*"))
        .sorted()
        .map(name -> Settings.environmentName(name) + "=" + quoted(System.getProperty(name, "")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private String scriptText() {
    return """
        #!/bin/sh
        # Made by `mvn` while it runs, removed when it stops.
        set -a
        . %s
        set +a
        exec %s --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -jar %s "$@"
        """
        .formatted(
            quoted(environmentFile().toString()),
            quoted(Path.of(System.getProperty("java.home", ""), "bin", "java").toString()),
            quoted(repository.root().resolve("app/target/sightline.jar").toString()));
  }

  /** For a POSIX shell: nothing inside single quotes means anything but a single quote. */
  private static String quoted(String value) {
    return "'" + value.replace("'", "'\\''") + "'";
  }
}
