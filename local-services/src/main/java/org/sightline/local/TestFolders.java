package org.sightline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The temporary folders of test servers, each locked by the JVM that uses it. */
final class TestFolders {
  private static final Duration SURELY_LOCKED_BY_THEN = Duration.ofMinutes(5);

  private TestFolders() {}

  /**
   * Removes what test JVMs that were killed could not remove themselves.
   *
   * @param prefix of the folders' names
   * @param stopServer stops a server that still runs in the folder
   */
  static void removeLeftovers(String prefix, Consumer<Path> stopServer) throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> leftovers =
          files.filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
      leftovers.forEach(home -> removeIfAbandoned(home, stopServer));
    }
  }

  private static void removeIfAbandoned(Path home, Consumer<Path> stopServer) {
    if (!isOld(home)) {
      return;
    }
    try (HomeLock _ = HomeLock.claim(home)) {
      stopServer.accept(home);
      Disk.deleteTree(home);
    } catch (StartFailure e) {
      // Another test JVM is at work there, or another user's: theirs to remove.
    }
  }

  private static boolean isOld(Path home) {
    try {
      FileTime changed = Files.getLastModifiedTime(home);
      return changed.toInstant().isBefore(Instant.now().minus(SURELY_LOCKED_BY_THEN));
    } catch (IOException e) {
      return false;
    }
  }
}
