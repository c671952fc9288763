package org.sightline.local;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Databases for tests, on one server that this JVM starts at the first call and stops at its end.
 *
 * <p>Roles belong to the server, not to a database: every database here has the same owner, and
 * roles which one test's migration makes are there for the next. Fails with {@link StartFailure}.
 */
public final class TestPostgres {
  /** Brings a new, empty database into the state that tests want to start from. */
  @FunctionalInterface
  public interface Preparation {
    /** Must have closed all its connections to the database when it returns. */
    void prepare(Database database) throws Exception;
  }

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Map<String, Database> PREPARED = new ConcurrentHashMap<>();

  private TestPostgres() {}

  /** A new, empty database with a name of its own. */
  public static Database freshDatabase() {
    return create("");
  }

  /**
   * A new copy of a database.
   *
   * @param template nobody may be connected to it
   */
  public static Database freshDatabase(Database template) {
    return create(" template " + template.name());
  }

  /**
   * A new copy of the database that the preparation made when this JVM first asked for it by this
   * name: so that tests migrate once.
   *
   * @param name of the prepared state, such as "migrated"
   */
  public static Database freshDatabase(String name, Preparation preparation) {
    return freshDatabase(PREPARED.computeIfAbsent(name, any -> prepared(preparation)));
  }

  /**
   * Removes a database and ends whoever is connected to it. Nobody must: the server goes anyway.
   */
  public static void drop(Database database) {
    execute("drop database if exists " + database.name() + " with (force)");
  }

  private static Database prepared(Preparation preparation) {
    Database database = freshDatabase();
    try {
      preparation.prepare(database);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("The preparation of a test database failed", e);
    }
    return database;
  }

  private static Database create(String template) {
    TestServer server = TestServer.shared();
    String name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    execute("create database " + name + " owner " + server.owner().username() + template);
    Login login = server.owner().in(name);
    return new Database(login.url(), login.username(), login.password());
  }

  private static void execute(String sql) {
    try (Connection connection = TestServer.shared().administrator().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new StartFailure("The test server refuses \"" + sql + "\": " + e.getMessage(), e);
    }
  }
}
