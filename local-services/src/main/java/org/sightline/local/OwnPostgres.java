package org.sightline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

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
  private final Map<String, String> options;
  private EmbeddedServer server;

  private OwnPostgres(
      Path home,
      Path binaries,
      Map<String, String> options,
      EmbeddedServer server,
      Database database) {
    this.home = home;
    this.binaries = binaries;
    this.options = options;
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
    Map<String, String> options = new TreeMap<>(EmbeddedServer.DURABLE);
    options.putAll(settings);
    return startAs(options);
  }

  /**
   * A new server with one empty database, which offers TLS.
   *
   * @param certificate its own, in PEM; the path has no blanks
   * @param key in PEM, readable by this user only
   */
  public static OwnPostgres startWithTls(Path certificate, Path key) {
    Map<String, String> options = new TreeMap<>(EmbeddedServer.DISPOSABLE);
    options.put("ssl", "on");
    options.put("ssl_cert_file", certificate.toString());
    options.put("ssl_key_file", key.toString());
    return startAs(options);
  }

  private static OwnPostgres startAs(Map<String, String> options) {
    try {
      TestFolders.removeLeftovers(TestServer.FOLDER_PREFIX, TestServer::stopEarlier);
      Path home = Files.createTempDirectory(TestServer.FOLDER_PREFIX);
      Path binaries = PostgresBinaries.unpackedIn(Repository.ofThisProcess().kept());
      EmbeddedServer server = serve(home, binaries, options);
      Login owner = DatabaseOwner.renew(server.administrator());
      DatabaseOwner.requireDatabase(server.administrator(), NAME);
      Login login = owner.in(NAME);
      Database database = new Database(login.url(), login.username(), login.password());
      return new OwnPostgres(home, binaries, options, server, database);
    } catch (IOException e) {
      throw Disk.failure("make a folder for tests", Path.of("."), e);
    } catch (SQLException e) {
      throw new StartFailure("The test's server does not accept its owner: " + e.getMessage(), e);
    }
  }

  private static EmbeddedServer serve(Path home, Path binaries, Map<String, String> options) {
    return EmbeddedServer.start(home, binaries, options, line -> {});
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

  /** What the server has written down, refused statements too. */
  public String log() {
    try {
      return Files.readString(home.resolve("server.log"));
    } catch (IOException e) {
      throw Disk.failure("read the server's log", home, e);
    }
  }

  /** Ends every session, stops the server as an operator would, and starts it at the same port. */
  public void restart() {
    server.close();
    server = serve(home, binaries, options);
  }

  @Override
  public void close() {
    server.close();
    Disk.deleteTree(home);
  }
}
