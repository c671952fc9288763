package org.sightline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Clears away the PostgreSQL that an earlier, killed process left in a folder we have locked. */
final class EarlierServer {
  private EarlierServer() {}

  /**
   * Stops the server that still runs on the data directory, if one does, and says so; a process id
   * file without such a server is removed.
   */
  static void clear(Path data, Path binaries, Consumer<String> progress) {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> running = find(data, pidFile);
    if (running.isEmpty()) {
      delete(pidFile);
      progress.accept("PostgreSQL was not stopped properly last time; it recovers by itself now.");
      return;
    }
    stop(data, binaries);
    progress.accept(
        "Stopped the PostgreSQL (process %d) that an earlier, killed Sightline left running."
            .formatted(running.get().pid()));
  }

  /** The process named by the file, if it is a PostgreSQL on this very directory. */
  private static Optional<ProcessHandle> find(Path data, Path pidFile) {
    try {
      List<String> lines = Files.readAllLines(pidFile);
      return lines.isEmpty()
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
              .filter(process -> isServerOf(process, data));
    } catch (IOException e) {
      throw Disk.failure("read " + pidFile, data, e);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean isServerOf(ProcessHandle process, Path data) {
    String commandLine = process.info().commandLine().orElse("");
    return process.isAlive()
        && commandLine.contains("postgres")
        && commandLine.contains(data.toString());
  }

  private static void stop(Path data, Path binaries) {
    if (!PgCtl.stop(data, binaries, "fast").isSuccess()) {
      Shell.Result result = PgCtl.stop(data, binaries, "immediate");
      if (!result.isSuccess()) {
        throw new StartFailure(
            "An earlier PostgreSQL still runs on %s and does not stop: %s."
                .formatted(data, result.output()));
      }
    }
  }

  private static void delete(Path pidFile) {
    try {
      Files.delete(pidFile);
    } catch (IOException e) {
      throw Disk.failure("remove " + pidFile, Disk.parent(pidFile), e);
    }
  }
}
