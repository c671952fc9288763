package org.sightline.local;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** The settings by which the program finds its database and the roles it is to use. */
final class DatabaseSettings {
  private static final String DATABASE = "sightline";

  private DatabaseSettings() {}

  /**
   * System properties for the program. Makes the database and its owner on a server of our own; on
   * a given server both are there. What is given already stays as it is.
   */
  static Map<String, String> forProgram(PostgresServer server, Settings given) throws SQLException {
    Login owner = owner(server);
    Map<String, String> settings = new TreeMap<>();
    settings.put(Settings.DATABASE_URL, owner.url());
    settings.put(Settings.OWNER_USERNAME, owner.username());
    settings.put(Settings.OWNER_PASSWORD, owner.password());
    putRole(settings, given, "sightline.database.app", "sightline_app");
    putRole(settings, given, "sightline.database.release-writer", "sightline_release_writer");
    return settings;
  }

  private static Login owner(PostgresServer server) throws SQLException {
    Login administrator = server.administrator();
    if (server instanceof GivenServer) {
      return administrator;
    }
    Login owner = DatabaseOwner.renew(administrator);
    DatabaseOwner.requireDatabase(administrator, DATABASE);
    return owner.in(DATABASE);
  }

  /** A password nobody gave is a new one at every start: the program sets it when it migrates. */
  private static void putRole(
      Map<String, String> settings, Settings given, String setting, String role) {
    String username = setting + ".username";
    String password = setting + ".password";
    settings.put(username, given.find(username).orElse(role));
    settings.put(password, given.find(password).orElseGet(Secrets::random));
  }
}
