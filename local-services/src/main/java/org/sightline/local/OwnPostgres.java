package org.sightline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A PostgreSQL of one test's own that keeps what was committed and can be stopped and started
 * again: always the embedded one, with the settings of an installation.
 *
 * <p>Fails with {@link StartFailure}.
 */
public final class OwnPostgres implements AutoCloseable {
  private static final String NAME = "sightline";

  private final Path home;
  private final Path binaries;
  private final Database database;
  private EmbeddedServer server;

  private OwnPostgres(Path home, Path binaries, EmbeddedServer server, Database database) {
    this.home = home;
    this.binaries = binaries;
    this.server = server;
    this.database = database;
  }

  /** A new server with one empty database. */
  public static OwnPostgres start() {
    try {
      TestFolders.removeLeftovers(TestServer.FOLDER_PREFIX, TestServer::stopEarlier);
      Path home = Files.createTempDirectory(TestServer.FOLDER_PREFIX);
      Path binaries = PostgresBinaries.unpackedIn(Repository.ofThisProcess().kept());
      EmbeddedServer server = serve(home, binaries);
      Login owner = DatabaseOwner.renew(server.administrator());
      DatabaseOwner.requireDatabase(server.administrator(), NAME);
      Login login = owner.in(NAME);
      Database database = new Database(login.url(), login.username(), login.password());
      return new OwnPostgres(home, binaries, server, database);
    } catch (IOException e) {
      throw Disk.failure("make a folder for tests", Path.of("."), e);
    } catch (SQLException e) {
      throw new StartFailure("The test's server does not accept its owner: " + e.getMessage(), e);
    }
  }

  private static EmbeddedServer serve(Path home, Path binaries) {
    return EmbeddedServer.start(home, binaries, EmbeddedServer.DURABLE, line -> {});
  }

  /** Its one database; the same after a restart. */
  public Database database() {
    return database;
  }

  /** Ends every session, stops the server as an operator would, and starts it at the same port. */
  public void restart() {
    server.close();
    server = serve(home, binaries);
  }

  @Override
  public void close() {
    server.close();
    Disk.deleteTree(home);
  }
}
