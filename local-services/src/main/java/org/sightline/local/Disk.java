package org.sightline.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What can go wrong with a disk, in one sentence each. */
final class Disk {
  /** PostgreSQL's programs take 70 MB, Keycloak's 190 MB, the databases the rest. */
  static final long NEEDED_BYTES = 1L << 30;

  private Disk() {}

  /** Fails when the folder's disk has less than 1 GB free, or when the folder cannot be made. */
  static void requireSpace(Path folder) {
    requireSpace(folder, NEEDED_BYTES);
  }

  static void requireSpace(Path folder, long neededBytes) {
    try {
      Files.createDirectories(folder);
      if (!Files.isWritable(folder)) {
        throw new AccessDeniedException(folder.toString());
      }
      long usable = Files.getFileStore(folder).getUsableSpace();
      if (usable < neededBytes) {
        throw full(folder, usable >> 20);
      }
    } catch (IOException e) {
      throw failure("prepare a server", folder, e);
    }
  }

  static StartFailure failure(String what, Path folder, IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return new StartFailure(
          "Cannot %s: %s is not writable; make it writable for this user."
              .formatted(what, cause.getMessage()),
          cause);
    }
    if (saysDiskFull(Objects.toString(cause.getMessage(), ""))) {
      return new StartFailure("Cannot " + what + ": the disk that holds " + folder + " is full.");
    }
    return new StartFailure("Cannot %s in %s: %s.".formatted(what, folder, cause), cause);
  }

  static boolean saysDiskFull(String message) {
    return message.contains("No space left on device");
  }

  private static StartFailure full(Path folder, long freeMegabytes) {
    return new StartFailure(
        "The disk that holds %s has %d MB free and Sightline needs 1024 MB: free some space."
            .formatted(folder, freeMegabytes));
  }

  static Path parent(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a folder above " + file);
  }

  /** Removes a folder with everything in it; what is gone already is no error. */
  static void deleteTree(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw failure("remove", folder, e);
    }
  }
}
