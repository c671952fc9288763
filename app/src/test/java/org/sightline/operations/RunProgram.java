package org.sightline.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, and all that it prints. */
final class RunProgram implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final Process process;
  private final Path output;

  /**
   * @param settings environment variables
   * @param flags of Java
   */
  RunProgram(Path folder, Map<String, String> settings, List<String> flags, String... arguments) {
    try {
      output = Files.createTempFile(folder, "output-", ".txt");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
      command.addAll(
          List.of("-XX:+UseSerialGC", "-Xmx400m", "--sun-misc-unsafe-memory-access=allow"));
      command.addAll(flags);
      command.addAll(
          List.of(
              "-classpath", System.getProperty("java.class.path", ""), "org.sightline.Sightline"));
      command.addAll(List.of(arguments));
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("SIGHTLINE_"));
      builder.environment().putAll(settings);
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its exit code, when it has ended. */
  int awaitEnd() {
    try {
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("It does not end: " + said());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Returns when it has said something. */
  void await(String words) {
    Instant end = Instant.now().plus(LONGEST);
    while (!said().contains(words)) {
      if (Instant.now().isAfter(end) || !process.isAlive()) {
        throw new AssertionError("It does not say '%s': %s".formatted(words, said()));
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** Asks it to leave (SIGTERM). */
  void leave() {
    process.destroy();
  }

  /** What everybody on this machine can read of it. */
  String commandLine() {
    return process.info().commandLine().orElse("");
  }

  String said() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Process _ = process.destroyForcibly();
  }
}
