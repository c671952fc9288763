package org.sightline.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sightline.FreePort;

/** One Sightline as an operator runs it: a process, which listens at the same ports each time. */
public final class Instance implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(4);
  private static final Duration LONGEST_END = Duration.ofMinutes(1);
  private static final List<String> JAVA =
      List.of(
          Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
          "-XX:+UseSerialGC",
          "-Xmx400m",
          "--sun-misc-unsafe-memory-access=allow",
          "-jar");

  private final String name;
  private final Map<String, String> settings;
  private final int port = FreePort.any();
  private final int managementPort = FreePort.any();
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private @Nullable Process process;

  /**
   * @param name of its log in {@code target/soak}
   * @param settings environment variables, all but the ports
   */
  public Instance(String name, Map<String, String> settings) {
    this.name = name;
    this.settings = settings;
  }

  /** The program that this build has made. */
  public static Path builtJar() {
    return repository().resolve("app/target/sightline.jar");
  }

  private static Path repository() {
    return Path.of(System.getProperty("sightline.repository", "..")).toAbsolutePath().normalize();
  }

  /** Starts a program with a command and does not wait until it answers. */
  public void start(Path jar, String... command) {
    process = launch(jar, command);
    Process started = process;
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
  }

  /** Runs a command to its end and returns its exit code. */
  int run(Path jar, String... command) {
    Process running = launch(jar, command);
    try {
      if (!running.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError(name + " does not end");
      }
      return running.exitValue();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } finally {
      running.destroyForcibly();
    }
  }

  private Process launch(Path jar, String... command) {
    List<String> whole = new ArrayList<>(JAVA);
    whole.add(jar.toString());
    whole.addAll(List.of(command));
    try {
      Path log = Files.createDirectories(repository().resolve("app/target/soak"));
      ProcessBuilder builder =
          new ProcessBuilder(whole)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(log.resolve(name + ".log").toFile()));
      builder.environment().keySet().removeIf(one -> one.startsWith("SIGHTLINE_"));
      builder.environment().putAll(settings);
      builder.environment().put("SIGHTLINE_PORT", Integer.toString(port));
      builder.environment().put("SIGHTLINE_MANAGEMENT_PORT", Integer.toString(managementPort));
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  /** Where it tells of its health and its metrics. */
  public int managementPort() {
    return managementPort;
  }

  /** The process's number, for whoever asks the system about it. */
  public long pid() {
    return running().pid();
  }

  /** Returns when it is ready. */
  public void awaitReady() {
    Instant end = Instant.now().plus(LONGEST_START);
    while (!isReady()) {
      if (Instant.now().isAfter(end) || process == null || !process.isAlive()) {
        throw new AssertionError(name + " is not ready; see its log in target/soak");
      }
      pause(Duration.ofMillis(100));
    }
  }

  /** What its own readiness says, as a balancer asks it. */
  boolean isReady() {
    URI address = URI.create("http://127.0.0.1:%d/health/readiness".formatted(managementPort));
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    end(running()::destroyForcibly);
  }

  /** Asks it to leave (SIGTERM). */
  void leave() {
    running().destroy();
  }

  /** Asks it to leave, and returns its exit code when it has. */
  int drain() {
    end(running()::destroy);
    return running().exitValue();
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException(name + " was not started");
    }
    return process;
  }

  private void end(Runnable signal) {
    signal.run();
    try {
      if (!running().waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError(name + " does not end");
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  public static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }

  @Override
  public void close() {
    if (process != null) {
      Process _ = process.destroyForcibly();
    }
    client.close();
  }
}
