package org.sightline.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** Stands for Sightline: asks its database, says so, and stays until it is stopped. */
public final class SampleProgram {
  private SampleProgram() {}

  /** Fails when it is told to by its first argument. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals("fail")) {
      throw new IllegalArgumentException("told to fail");
    }
    Connection connection =
        DriverManager.getConnection(
            System.getProperty("sightline.database.url"),
            System.getProperty("sightline.database.owner.username"),
            System.getProperty("sightline.database.owner.password"));
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select current_database() || ' of ' || current_user")) {
      rows.next();
      System.out.println("Serving " + rows.getString(1));
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> finish(connection)));
    Thread.ofPlatform().start(SampleProgram::stay);
  }

  private static void finish(Connection connection) {
    try (connection;
        Statement statement = connection.createStatement()) {
      Thread.sleep(300);
      statement.execute("select 1");
      System.out.println("Finished with the database still there");
    } catch (Exception e) {
      System.out.println("The database went first: " + e.getMessage());
    }
  }

  private static void stay() {
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
