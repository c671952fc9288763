package org.sightline.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The Keycloak of plain {@code mvn}, which starts and runs beside everything else. */
final class LocalKeycloak implements AutoCloseable {
  private final Repository repository;
  private final HomeLock lock;
  private final Path home;
  private final int port;
  private final String secret;
  private final Consumer<String> progress;
  private @Nullable KeycloakServer server;
  private boolean closed;

  private LocalKeycloak(
      Repository repository, HomeLock lock, Path home, int port, Consumer<String> progress) {
    this.repository = repository;
    this.lock = lock;
    this.home = home;
    this.port = port;
    this.secret = Secrets.kept(repository.kept().resolve("keycloak-secret"));
    this.progress = progress;
  }

  /**
   * The folder and the port of a Keycloak of our own, or nothing where one is given.
   *
   * @param progress told one line about every step that somebody might wait for
   */
  static Optional<LocalKeycloak> claim(
      Settings settings, Repository repository, Consumer<String> progress) {
    if (settings.find(KeycloakSettings.ISSUER).isPresent()) {
      return Optional.empty();
    }
    Path home = repository.kept().resolve("keycloak");
    HomeLock lock = HomeLock.claim(home);
    try {
      EarlierKeycloak.clear(home, progress);
      int port = ServerPort.requireFreeForKeycloak(settings);
      return Optional.of(new LocalKeycloak(repository, lock, home, port, progress));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** System properties for the program; they hold before the server answers. */
  Map<String, String> settings() {
    return KeycloakSettings.forProgram(port, secret);
  }

  /**
   * Starts the server in a thread of its own, which then watches it.
   *
   * @param failed told in a sentence when it cannot start, or ends without being stopped
   */
  void start(Consumer<@Nullable String> failed) {
    Thread.ofPlatform().daemon().name("keycloak").start(() -> run(failed));
  }

  private void run(Consumer<@Nullable String> failed) {
    try {
      long start = System.nanoTime();
      KeycloakProgram program = KeycloakProgram.preparedIn(repository, progress);
      KeycloakHome.make(home, program);
      KeycloakHome.requireData(home, RealmData.ofRun(secret), program, progress);
      KeycloakServer started = started(program);
      String address = started.awaitAddress();
      progress.accept(
          "Keycloak answers at %s, ready after %.1f s."
              .formatted(address, (System.nanoTime() - start) / 1e9));
      started.awaitEnd();
      throw started.explain("Keycloak has ended by itself");
    } catch (StartFailure e) {
      if (!isClosed()) {
        failed.accept(e.getMessage());
      }
    }
  }

  private synchronized KeycloakServer started(KeycloakProgram program) {
    if (closed) {
      throw new StartFailure("Sightline stops already.");
    }
    KeycloakServer started = KeycloakServer.start(home, program, port);
    server = started;
    return started;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** Stops the server, if it has been started; the second time does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (server != null) {
      server.close();
    }
    lock.close();
  }
}
