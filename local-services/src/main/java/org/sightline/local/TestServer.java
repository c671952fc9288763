package org.sightline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** The server that all tests of one JVM share. */
record TestServer(Login administrator, Login owner) {
  static final String FOLDER_PREFIX = "sightline-test-postgresql-";

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
      TestFolders.removeLeftovers(FOLDER_PREFIX, TestServer::stopEarlier);
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

  static void stopEarlier(Path home) {
    Path binaries = PostgresBinaries.unpackedIn(Repository.ofThisProcess().kept());
    EarlierServer.clear(home.resolve("data"), binaries, TestServer::keepSilent);
  }

  private static void keepSilent(String line) {}
}
