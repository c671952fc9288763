package org.sightline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The server that all tests of one JVM share. */
record TestServer(Login administrator, Login owner) {
  private static final String FOLDER_PREFIX = "sightline-test-postgresql-";
  private static final Duration SURELY_LOCKED_BY_THEN = Duration.ofMinutes(5);

  /** Started when first asked for; the class loader keeps it one. */
  private static final class Holder {
    private static final TestServer SHARED = startShared();
  }

  static TestServer shared() {
    return Holder.SHARED;
  }

  private static TestServer startShared() {
    try {
      LocalPostgres decision = LocalPostgres.ofThisMachine();
      removeLeftovers();
      Path home = Files.createTempDirectory(FOLDER_PREFIX);
      PostgresServer server =
          decision.start(LocalPostgres.Purpose.TEST, home, TestServer::keepSilent);
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> stop(server, home), "stop-test-postgresql"));
      return of(server);
    } catch (IOException e) {
      throw Disk.failure("make a folder for tests", Path.of("."), e);
    } catch (SQLException e) {
      throw new StartFailure("The test server does not accept its owner: " + e.getMessage(), e);
    }
  }

  private static TestServer of(PostgresServer server) throws SQLException {
    Login administrator = server.administrator();
    return server instanceof GivenServer
        ? new TestServer(administrator, administrator)
        : new TestServer(administrator, DatabaseOwner.renew(administrator));
  }

  private static void stop(PostgresServer server, Path home) {
    server.close();
    Disk.deleteTree(home);
  }

  /** What a test JVM that was killed could not remove itself. */
  private static void removeLeftovers() throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> leftovers =
          files.filter(file -> file.getFileName().toString().startsWith(FOLDER_PREFIX)).toList();
      leftovers.forEach(TestServer::removeIfAbandoned);
    }
  }

  private static void removeIfAbandoned(Path home) {
    if (!isOld(home)) {
      return;
    }
    try (HomeLock _ = HomeLock.claim(home)) {
      Path binaries = PostgresBinaries.unpackedIn(Repository.ofThisProcess().kept());
      EarlierServer.clear(home.resolve("data"), binaries, TestServer::keepSilent);
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

  private static void keepSilent(String line) {}
}
