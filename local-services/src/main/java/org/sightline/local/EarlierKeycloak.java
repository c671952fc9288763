package org.sightline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Clears away the Keycloak that an earlier, killed process left in a folder we have locked. */
final class EarlierKeycloak {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private EarlierKeycloak() {}

  /** Stops the server that still runs on the folder, if one does, and says so. */
  static void clear(Path home, Consumer<String> progress) {
    Path pidFile = home.resolve("keycloak.pid");
    try {
      if (!Files.exists(pidFile)) {
        return;
      }
      Optional<ProcessHandle> running = find(Files.readString(pidFile).strip(), home);
      running.ifPresent(
          process -> {
            stop(process, PATIENCE);
            progress.accept(
                "Stopped the Keycloak (process %d) that an earlier, killed Sightline left running."
                    .formatted(process.pid()));
          });
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw Disk.failure("read " + pidFile, home, e);
    }
  }

  /** Politely first; returns when it has ended. */
  static void stop(ProcessHandle process, Duration patience) {
    process.destroy();
    try {
      process.onExit().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  /** The process of that id, if it is a Keycloak on this very folder. */
  private static Optional<ProcessHandle> find(String pid, Path home) {
    return pid.matches("\\d{1,10}")
        ? ProcessHandle.of(Long.parseLong(pid))
            .filter(process -> process.isAlive() && isServerOf(process, home))
        : Optional.empty();
  }

  private static boolean isServerOf(ProcessHandle process, Path home) {
    String flag = KeycloakJvm.homeFlag(home) + " ";
    return process.info().commandLine().orElse("").contains(flag);
  }
}
