package org.sightline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

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
  private final Map<String, String> settings;
  private final Database database;
  private EmbeddedServer server;

  private OwnPostgres(
      Path home,
      Path binaries,
      Map<String, String> settings,
      EmbeddedServer server,
      Database database) {
    this.home = home;
    this.binaries = binaries;
    this.settings = settings;
    this.server = server;
    this.database = database;
  }

  /** A new server with one empty database. */
  public static OwnPostgres start() {
    return start(Map.of());
  }

  /**
   * A new server with one empty database.
   *
   * @param settings of the server besides an installation's, name and value
   */
  public static OwnPostgres start(Map<String, String> settings) {
    try {
      TestFolders.removeLeftovers(TestServer.FOLDER_PREFIX, TestServer::stopEarlier);
      Path home = Files.createTempDirectory(TestServer.FOLDER_PREFIX);
      Path binaries = PostgresBinaries.unpackedIn(Repository.ofThisProcess().kept());
      EmbeddedServer server = serve(home, binaries, settings);
      Login owner = DatabaseOwner.renew(server.administrator());
      DatabaseOwner.requireDatabase(server.administrator(), NAME);
      Login login = owner.in(NAME);
      Database database = new Database(login.url(), login.username(), login.password());
      return new OwnPostgres(home, binaries, settings, server, database);
    } catch (IOException e) {
      throw Disk.failure("make a folder for tests", Path.of("."), e);
    } catch (SQLException e) {
      throw new StartFailure("The test's server does not accept its owner: " + e.getMessage(), e);
    }
  }

  private static EmbeddedServer serve(Path home, Path binaries, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(EmbeddedServer.DURABLE);
    all.putAll(settings);
    return EmbeddedServer.start(home, binaries, all, line -> {});
  }

  /** Its one database; the same after a restart. */
  public Database database() {
    return database;
  }

  /** The same database, for the server's superuser: to count what others' statements cost. */
  public Database forAdministrator() {
    Login login = server.administrator().in(NAME);
    return new Database(login.url(), login.username(), login.password());
  }

  /** Ends every session, stops the server as an operator would, and starts it at the same port. */
  public void restart() {
    server.close();
    server = serve(home, binaries, settings);
  }

  @Override
  public void close() {
    server.close();
    Disk.deleteTree(home);
  }
}
