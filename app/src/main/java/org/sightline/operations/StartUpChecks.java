package org.sightline.operations;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.sightline.migrations.MissingChanges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must be so before anything is served. Each check fails with one sentence. */
public record StartUpChecks(Settings settings) {
  private static final Logger LOG = LoggerFactory.getLogger(StartUpChecks.class);
  private static final String COLLECTOR = "sightline.otlp-endpoint";
  private static final int OLDEST_POSTGRESQL = 15;

  private static final String VERSION = "SELECT current_setting('server_version_num')::int / 10000";

  private static final String UPLOAD_SPACE = "sightline.upload-space";
  private static final long LEAST_SPACE = 2L << 30;

  private static final String HAS_TABLES = "SELECT to_regclass('public.observation') IS NOT NULL";

  /** A role is dangerous by what it is, and by what it may become. */
  private static final String CAN_BYPASS =
      """
      SELECT EXISTS (
          SELECT FROM pg_roles
          WHERE (rolsuper OR rolbypassrls OR rolcreaterole) AND pg_has_role(current_user, oid, 'MEMBER'))
        OR EXISTS (
          SELECT FROM pg_class
          WHERE relnamespace = 'public'::regnamespace AND relrowsecurity
            AND pg_has_role(current_user, relowner, 'MEMBER'))
      """;

  /**
   * Reads what is used only when something is asked, or when the process ends.
   *
   * @throws StartFailure when a time, an address or an amount is none
   */
  public void requireReadable() {
    List.of("sightline.slow-operation", "sightline.drain-delay", "sightline.drain-timeout")
        .forEach(this::requireTime);
    settings.find(COLLECTOR).ifPresent(StartUpChecks::requireAddress);
    settings.find(UPLOAD_SPACE).ifPresent(StartUpChecks::requireRoom);
  }

  private void requireTime(String name) {
    settings
        .find(name)
        .filter(time -> !time.matches("[0-9]{1,6}(ms|s|m|h)"))
        .ifPresent(
            time -> {
              throw new StartFailure(
                  "%s is '%s' and must be a time, such as 500ms, 5s or 1m."
                      .formatted(Settings.environmentName(name), time));
            });
  }

  private static void requireRoom(String space) {
    String variable = Settings.environmentName(UPLOAD_SPACE);
    if (!Amount.isOne(space)) {
      throw new StartFailure(
          "%s is '%s' and must be an amount of bytes, such as 4Gi.".formatted(variable, space));
    }
    if (Amount.bytes(space) < LEAST_SPACE) {
      throw new StartFailure(
          "%s is '%s' and must be 2Gi or more: one file may have 1 GB.".formatted(variable, space));
    }
  }

  private static void requireAddress(String address) {
    if (!address.matches("https?://[^/ ]+(/[^ ]*)?")) {
      throw new StartFailure(
          "%s is '%s' and must be the address of a collector, such as http://collector.example:4318."
              .formatted(Settings.environmentName(COLLECTOR), address));
    }
  }

  /**
   * Tries the ports of the API and of management.
   *
   * @throws StartFailure when nothing can listen on one of them, or they are the same
   */
  public void requireFreePorts() {
    requireFree(settings.port(), "sightline.port");
    settings.managementPort().ifPresent(port -> requireFree(port, Settings.MANAGEMENT_PORT));
  }

  private void requireFree(int port, String setting) {
    String variable = Settings.environmentName(setting);
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(settings.host()), port));
    } catch (BindException e) {
      boolean taken = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("in use");
      throw new StartFailure(
          taken
              ? "Port %d is in use: stop what uses it, or choose another by %s=%d."
                  .formatted(port, variable, port % 65535 + 1)
              : "Port %d of %s cannot be opened (%s): choose others by %s and %s."
                  .formatted(
                      port,
                      settings.host(),
                      e.getMessage(),
                      Settings.environmentName("sightline.host"),
                      variable),
          e);
    } catch (UnknownHostException e) {
      throw new StartFailure(
          "%s is '%s', which is no address of this machine."
              .formatted(Settings.environmentName("sightline.host"), settings.host()),
          e);
    } catch (IOException e) {
      throw new StartFailure("Port %d cannot be opened: %s.".formatted(port, e.getMessage()), e);
    }
  }

  /**
   * Reads whose tokens are taken; asks nobody.
   *
   * @throws StartFailure when no issuer is set, or a check of tokens would be weak or off
   */
  public KeycloakSettings requireSafeSignIn() {
    return KeycloakSettings.of(settings);
  }

  /**
   * Tries the database with the service's own roles.
   *
   * @throws StartFailure when the database is out of reach, too old, without tables or with those
   *     of an earlier release, or when row-level security would not hold one of the service's roles
   */
  public void requireSafeDatabase() {
    if (DatabaseTls.of(settings) == DatabaseTls.NOT_VERIFIED) {
      LOG.warn(
          "{} is NOT_VERIFIED: whoever is in the network before the database can read and answer.",
          Settings.environmentName(DatabaseTls.SETTING));
    }
    try (Connection app = settings.app().connect()) {
      requireVersion(app);
      requireTables(app);
      requireHeld(app, settings.app());
      requireThePresent(app);
    } catch (SQLException e) {
      throw refused(e);
    }
    try (Connection writer = settings.releaseWriter().connect()) {
      requireHeld(writer, settings.releaseWriter());
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  /**
   * Makes the access log's partitions of this month and the next two.
   *
   * @throws StartFailure when the database refuses
   */
  public void makeAccessLogMonths() {
    try (Connection app = settings.app().connect();
        Statement statement = app.createStatement()) {
      statement.execute("SELECT make_access_log_months()");
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  private static void requireVersion(Connection connection) throws SQLException {
    int version = number(connection, VERSION);
    if (version < OLDEST_POSTGRESQL) {
      throw new StartFailure(
          "Sightline needs PostgreSQL %d or later; this server is version %d."
              .formatted(OLDEST_POSTGRESQL, version));
    }
  }

  private static void requireTables(Connection connection) throws SQLException {
    if (!isTrue(connection, HAS_TABLES)) {
      throw new StartFailure(
          "The database has none of Sightline's tables: run 'migrate' first, or 'serve"
              + " --prepare'.");
    }
  }

  private static void requireThePresent(Connection connection) throws SQLException {
    List<String> missing = MissingChanges.in(connection);
    if (!missing.isEmpty()) {
      throw new StartFailure(
          "The database is older than this release: of its changes %d are missing, the first is '%s'. Run this release's 'migrate' first."
              .formatted(missing.size(), missing.getFirst()));
    }
  }

  private static void requireHeld(Connection connection, DatabaseLogin login) throws SQLException {
    if (isTrue(connection, CAN_BYPASS)) {
      throw new StartFailure(
          "The role %s could bypass row-level security, because it is or may become a superuser, an owner of the tables, or a role with BYPASSRLS or CREATEROLE: give another by %s."
              .formatted(login.username(), Settings.environmentName(login.prefix() + ".username")));
    }
  }

  private static boolean isTrue(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  private static StartFailure refused(SQLException failure) {
    return new StartFailure(
        "The database refuses a check before the start: " + failure.getMessage(), failure);
  }
}
