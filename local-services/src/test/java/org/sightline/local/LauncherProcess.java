package org.sightline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A launcher in a JVM of its own, which a test may kill. */
record LauncherProcess(Process process, Path output, Path repository) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String GIVEN_KEYCLOAK =
      "-Dsightline.keycloak.issuer=http://127.0.0.1:1/realms/given";

  /** A Keycloak is given to it, so that it starts none. */
  static LauncherProcess start(Path repository, int port, String... arguments) throws IOException {
    return start(List.of(), repository, port, GIVEN_KEYCLOAK, arguments);
  }

  static LauncherProcess startWithKeycloak(Path repository, int port, int keycloakPort)
      throws IOException {
    return start(List.of(), repository, port, "-Dsightline.keycloak.port=" + keycloakPort);
  }

  /** Started by a shell, as the launcher is started by Maven. */
  static LauncherProcess startUnderShell(Path repository, int port) throws IOException {
    return start(List.of("/bin/sh", "-c", "\"$@\" & wait", "sh"), repository, port, GIVEN_KEYCLOAK);
  }

  private static LauncherProcess start(
      List<String> before, Path repository, int port, String keycloak, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Dsightline.repository=" + repository,
            "-Dsightline.port=" + port,
            keycloak,
            "-classpath",
            System.getProperty("java.class.path"),
            Launcher.class.getName(),
            SampleProgram.class.getName()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(repository, "output-", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("SIGHTLINE_"));
    return new LauncherProcess(builder.start(), output, repository);
  }

  LauncherProcess awaitServing() {
    await("Serving", () -> said().contains("Serving ") || !process.isAlive());
    assertThat(said()).contains("Serving sightline of sightline_owner");
    return this;
  }

  /** The exit code; everything it said is there by then. */
  int awaitExit() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  String said() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  ProcessHandle postgres() throws IOException {
    Path pidFile = repository.resolve(".sightline/postgresql/data/postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
    return ProcessHandle.of(pid).orElseThrow();
  }

  ProcessHandle keycloak() throws IOException {
    Path pidFile = repository.resolve(".sightline/keycloak/keycloak.pid");
    return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip())).orElseThrow();
  }

  LauncherProcess awaitSaying(String text) {
    await(text, () -> said().contains(text) || !process.isAlive());
    assertThat(said()).contains(text);
    return this;
  }

  /** {@code kill -9}, and with it the guardians that would stop the servers. */
  void killWithGuardian() {
    List<ProcessHandle> guardians =
        process
            .descendants()
            .filter(child -> !child.info().commandLine().orElse("").contains("-Dkc.home.dir="))
            .toList();
    guardians.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    await("the end of the process", () -> !process.isAlive());
  }

  static void await(String what, BooleanSupplier condition) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waiting for %s", what).isBefore(end);
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends it and what it started, whatever the test came to. */
  @Override
  public void close() {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroy();
    process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    await("the end of what it started", () -> started.stream().noneMatch(ProcessHandle::isAlive));
  }
}
