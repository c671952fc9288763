package org.sightline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A server of its own from the PostgreSQL 15 that Debian 12 installs, with its tools: for tests of
 * the oldest version that Sightline supports, and of backups, because the embedded binaries have no
 * {@code pg_dump}. It goes, with all its databases, when it is closed.
 *
 * <p>Each has roles of its own: what one's migration makes is not there in another.
 */
public final class InstalledPostgres implements AutoCloseable {
  private static final Path FOLDER = Path.of("/usr/lib/postgresql/15");
  private static final List<String> PROGRAMS =
      List.of("initdb", "pg_ctl", "postgres", "pg_dump", "pg_restore", "psql");
  private static final String HOME_PREFIX = "sightline-test-postgresql15-";

  private final Path home;
  private final EmbeddedServer server;
  private final Login owner;

  private InstalledPostgres(Path home, EmbeddedServer server, Login owner) {
    this.home = home;
    this.server = server;
    this.owner = owner;
  }

  /** Whether its programs are on this machine. */
  public static boolean isThere() {
    return PROGRAMS.stream()
        .allMatch(program -> Files.isExecutable(FOLDER.resolve("bin").resolve(program)));
  }

  /** A new server without databases of ours. */
  public static InstalledPostgres start() {
    try {
      TestFolders.removeLeftovers(
          HOME_PREFIX, home -> EarlierServer.clear(home.resolve("data"), FOLDER, line -> {}));
      Path home = Files.createTempDirectory(HOME_PREFIX);
      EmbeddedServer server =
          EmbeddedServer.start(home, FOLDER, EmbeddedServer.DISPOSABLE, line -> {});
      return new InstalledPostgres(home, server, DatabaseOwner.renew(server.administrator()));
    } catch (IOException e) {
      throw Disk.failure("make a folder for tests", Path.of("."), e);
    } catch (SQLException e) {
      throw new StartFailure("The test server does not accept its owner: " + e.getMessage(), e);
    }
  }

  /** A new, empty database. */
  public Database newDatabase(String name) {
    try (Connection connection = server.administrator().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create database %s owner %s".formatted(name, owner.username()));
    } catch (SQLException e) {
      throw new StartFailure("The test server makes no database: " + e.getMessage(), e);
    }
    Login login = owner.in(name);
    return new Database(login.url(), login.username(), login.password());
  }

  /** The folder of its tools, such as {@code pg_dump}. */
  public static Path tools() {
    return FOLDER.resolve("bin");
  }

  @Override
  public void close() {
    server.close();
    Disk.deleteTree(home);
  }
}
