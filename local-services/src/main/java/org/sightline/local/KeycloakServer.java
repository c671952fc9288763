package org.sightline.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One Keycloak that this process has started, on a home that it has locked. */
final class KeycloakServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
  private static final long INTERVAL_MILLISECONDS = 100;

  private final Path log;
  private final Path pidFile;
  private final Process process;
  private final Guardian guardian;

  private KeycloakServer(Path log, Path pidFile, Process process, Guardian guardian) {
    this.log = log;
    this.pidFile = pidFile;
    this.process = process;
    this.guardian = guardian;
  }

  /**
   * Starts it on loopback only, and does not wait until it answers.
   *
   * @param port 0 for any free one
   */
  static KeycloakServer start(Path home, KeycloakProgram program, int port) {
    Path log = home.resolve("server.log");
    Path pidFile = home.resolve("keycloak.pid");
    Process process =
        KeycloakJvm.start(
            program.folder(),
            home,
            List.of(
                "start",
                "--optimized",
                // Otherwise it looks for others of its kind, on every address of this machine.
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname-strict=false"),
            Map.of(),
            log);
    Guardian guardian = Guardian.over(process.pid(), "TERM");
    try {
      Files.writeString(pidFile, Long.toString(process.pid()));
    } catch (IOException e) {
      guardian.close();
      process.destroyForcibly();
      throw Disk.failure("write " + pidFile, home, e);
    }
    return new KeycloakServer(log, pidFile, process, guardian);
  }

  /**
   * Waits until the realm answers.
   *
   * @return such as {@code http://127.0.0.1:8180}
   */
  String awaitAddress() {
    Instant end = Instant.now().plus(PATIENCE);
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (Instant.now().isBefore(end)) {
        String address = KeycloakLog.address(log);
        if (!address.isEmpty() && answers(client, address)) {
          return address;
        }
        if (process.waitFor(INTERVAL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
          throw explain("Keycloak ended while it started");
        }
      }
      throw explain("Keycloak does not answer after %d s".formatted(PATIENCE.toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("Interrupted while Keycloak started.", e);
    }
  }

  private static boolean answers(HttpClient client, String address) throws InterruptedException {
    URI discovery = URI.create(address + "/realms/sightline/.well-known/openid-configuration");
    try {
      HttpRequest request =
          HttpRequest.newBuilder(discovery).timeout(Duration.ofSeconds(10)).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns when the server has ended, for whatever reason. */
  void awaitEnd() {
    process.onExit().join();
  }

  StartFailure explain(String what) {
    return KeycloakLog.explain(what, log);
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    guardian.close();
    EarlierKeycloak.stop(process.toHandle(), STOP_PATIENCE);
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw Disk.failure("remove " + pidFile, Disk.parent(pidFile), e);
    }
  }
}
