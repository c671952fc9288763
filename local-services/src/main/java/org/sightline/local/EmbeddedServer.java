package org.sightline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A PostgreSQL of our own from the embedded binaries, in a folder that only one process may own.
 *
 * <p>The folder holds {@code data}, the superuser's password (readable by this user only), the port
 * last used, the server's log and the lock.
 */
final class EmbeddedServer implements PostgresServer {
  /** For data that is kept: a power cut loses nothing that was committed. */
  static final Map<String, String> DURABLE =
      Map.of("fsync", "on", "synchronous_commit", "on", "max_connections", "100");

  /** For tests: a crash may lose everything, and nobody would miss it. */
  static final Map<String, String> DISPOSABLE =
      Map.of(
          "fsync", "off",
          "synchronous_commit", "off",
          "full_page_writes", "off",
          "max_connections", "300");

  private final HomeLock lock;
  private final Path data;
  private final Path binaries;
  private final Guardian guardian;
  private final Login administrator;

  private EmbeddedServer(
      HomeLock lock, Path data, Path binaries, Guardian guardian, Login administrator) {
    this.lock = lock;
    this.data = data;
    this.binaries = binaries;
    this.guardian = guardian;
    this.administrator = administrator;
  }

  /**
   * Starts the server, making its folder first where there is none.
   *
   * @param options {@link #DURABLE} or {@link #DISPOSABLE}
   * @param progress told one line about every step that somebody might wait for
   */
  static EmbeddedServer start(
      Path home, Path binaries, Map<String, String> options, Consumer<String> progress) {
    HomeLock lock = HomeLock.claim(home);
    try {
      return startLocked(lock, home, binaries, options, progress);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static EmbeddedServer startLocked(
      HomeLock lock,
      Path home,
      Path binaries,
      Map<String, String> options,
      Consumer<String> progress) {
    Path data = home.toAbsolutePath().normalize().resolve("data");
    EarlierServer.clear(data, binaries, progress);
    String password = Secrets.kept(home.resolve("superuser-password"));
    if (Files.exists(data.resolve("PG_VERSION"))) {
      MajorVersion.require(data, binaries);
    } else {
      progress.accept("Making a new PostgreSQL database in " + data + ".");
      initialise(home, data, binaries);
    }
    int port = ServerPort.choose(home);
    Path log = home.resolve("server.log");
    Shell.Result started = PgCtl.start(data, binaries, log, port, options);
    if (!started.isSuccess()) {
      throw ServerLog.explain(log, data, started.output());
    }
    Login administrator =
        new Login("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password);
    return new EmbeddedServer(
        lock, data, binaries, Guardian.over(postmasterPid(data), "INT"), administrator);
  }

  /** Made aside and renamed: a kill in the middle leaves no half database behind. */
  private static void initialise(Path home, Path data, Path binaries) {
    Disk.requireSpace(home);
    Path aside = home.toAbsolutePath().normalize().resolve("data.unfinished");
    Disk.deleteTree(aside);
    Shell.Result made = PgCtl.initialise(aside, binaries, home.resolve("superuser-password"));
    if (!made.isSuccess()) {
      throw ServerLog.explain(made.output(), data);
    }
    try {
      Files.move(aside, data, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw Disk.failure("make a database", home, e);
    }
  }

  private static long postmasterPid(Path data) {
    try {
      return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    } catch (IOException e) {
      throw Disk.failure("read PostgreSQL's process id", data, e);
    }
  }

  @Override
  public Login administrator() {
    return administrator;
  }

  @Override
  public String description() {
    return "embedded PostgreSQL in " + data;
  }

  @Override
  public void close() {
    try {
      if (!PgCtl.stop(data, binaries, "fast").isSuccess()) {
        PgCtl.stop(data, binaries, "immediate");
      }
    } finally {
      guardian.close();
      lock.close();
    }
  }
}
