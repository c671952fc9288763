package org.sightline.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.TestSightline;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;

/** Each reason not to start is one sentence, and a good installation has none. */
final class StartUpChecksTest {
  private Database database = TestPostgres.freshDatabase("migrated", TestSightline::migrate);
  private final Map<String, String> settings = new HashMap<>();

  @BeforeEach
  void settle() {
    TestSightline.settings(database)
        .forEach((name, value) -> settings.put(Settings.environmentName(name), value.toString()));
  }

  @AfterEach
  void drop() {
    TestPostgres.drop(database);
  }

  @Test
  void startsWhereAllIsWell() {
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void saysThatThePortIsTaken() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      settings.put("SIGHTLINE_PORT", Integer.toString(other.getLocalPort()));
      assertThatExceptionOfType(StartFailure.class)
          .isThrownBy(() -> checks().requireFreePorts())
          .withMessage(
              "Port %d is in use: stop what uses it, or choose another by SIGHTLINE_PORT=%d.",
              other.getLocalPort(), other.getLocalPort() % 65535 + 1);
    }
  }

  @Test
  void saysThatThePortOfManagementIsTaken() throws IOException {
    settings.put("SIGHTLINE_PORT", "0");
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      settings.put("SIGHTLINE_MANAGEMENT_PORT", Integer.toString(other.getLocalPort()));
      assertThatExceptionOfType(StartFailure.class)
          .isThrownBy(() -> checks().requireFreePorts())
          .withMessageContaining("choose another by SIGHTLINE_MANAGEMENT_PORT=");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "8123, SIGHTLINE_MANAGEMENT_PORT and SIGHTLINE_PORT are both 8123",
    "0, 'SIGHTLINE_MANAGEMENT_PORT is 0, and whoever asks there has to know which it is'",
    "health, SIGHTLINE_MANAGEMENT_PORT is 'health' and must be a port",
  })
  void saysWhatThePortOfManagementIs(String port, String sentence) {
    settings.put("SIGHTLINE_PORT", "8123");
    settings.put("SIGHTLINE_MANAGEMENT_PORT", port);
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> checks().settings().managementPort())
        .withMessageStartingWith(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "SIGHTLINE_SLOW_OPERATION, soon, 'SIGHTLINE_SLOW_OPERATION is ''soon'' and must be a time'",
    "SIGHTLINE_DRAIN_DELAY, 5, 'SIGHTLINE_DRAIN_DELAY is ''5'' and must be a time'",
    "SIGHTLINE_DRAIN_TIMEOUT, -1s, 'SIGHTLINE_DRAIN_TIMEOUT is ''-1s'' and must be a time'",
    "SIGHTLINE_OTLP_ENDPOINT, collector:4318, 'SIGHTLINE_OTLP_ENDPOINT is ''collector:4318'' and must be the address'",
    "SIGHTLINE_UPLOAD_SPACE, much, 'SIGHTLINE_UPLOAD_SPACE is ''much'' and must be an amount of bytes'",
    "SIGHTLINE_UPLOAD_SPACE, 999999999999Ti, 'SIGHTLINE_UPLOAD_SPACE is ''999999999999Ti'' and must be an amount of bytes'",
    "SIGHTLINE_UPLOAD_SPACE, 500Mi, 'SIGHTLINE_UPLOAD_SPACE is ''500Mi'' and must be 2Gi or more'",
  })
  void saysWhatIsReadOnlyWhenSomethingIsAsked(String name, String value, String sentence) {
    settings.put(name, value);
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> checks().requireReadable())
        .withMessageStartingWith(sentence);
  }

  @Test
  void takesTimesAndAddressesThatAreSome() {
    settings.put("SIGHTLINE_SLOW_OPERATION", "500ms");
    settings.put("SIGHTLINE_DRAIN_DELAY", "0s");
    settings.put("SIGHTLINE_OTLP_ENDPOINT", "http://collector.example:4318");
    settings.put("SIGHTLINE_UPLOAD_SPACE", "4Gi");
    assertThatCode(() -> checks().requireReadable()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "-1", "65536", "99999999999"})
  void saysWhatAPortIs(String port) {
    settings.put("SIGHTLINE_PORT", port);
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> checks().requireFreePorts())
        .withMessage(
            "SIGHTLINE_PORT is '%s' and must be a port, 1 to 65535, or 0 for any that is free.",
            port);
  }

  @Test
  void saysThatTheHostIsNone() {
    settings.put("SIGHTLINE_HOST", "203.0.113.1");
    settings.put("SIGHTLINE_PORT", "0");
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> checks().requireFreePorts())
        .withMessageContaining("203.0.113.1 cannot be opened");
  }

  @Test
  void saysThatNoDatabaseIsNamed() {
    settings.remove("SIGHTLINE_DATABASE_URL");
    refuses("SIGHTLINE_DATABASE_URL is not set: give the JDBC URL");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:mysql://localhost/sightline, must begin with jdbc:postgresql:",
    "jdbc:postgresql://127.0.0.1:1/sightline?password=secret, holds a login",
    "jdbc:postgresql://127.0.0.1:1/sightline?sslmode=disable, 'The database at"
        + " jdbc:postgresql://127.0.0.1:1/sightline cannot be reached'",
    "jdbc:postgresql://db.example/sightline, without sslmode=verify-full",
  })
  void saysThatTheDatabaseIsOutOfReach(String url, String sentence) {
    settings.put("SIGHTLINE_DATABASE_URL", url);
    refuses(sentence);
  }

  @Test
  void saysThatThereIsNoSuchDatabase() {
    settings.put("SIGHTLINE_DATABASE_URL", database.url().replace(database.name(), "nowhere"));
    refuses("There is no database at");
  }

  @Test
  void saysThatTheDatabaseIsNotMigrated() {
    TestPostgres.drop(database);
    database = TestPostgres.freshDatabase();
    settings.put("SIGHTLINE_DATABASE_URL", database.url());
    refuses("The database has none of Sightline's tables: run 'migrate' first");
  }

  @Test
  void saysThatTheDatabaseIsOfAnEarlierRelease() throws SQLException {
    change("DELETE FROM databasechangelog WHERE id = 'class-at-writing'");
    refuses(
        "The database is older than this release: of its changes 1 are missing, the first is"
            + " 'class-at-writing'. Run this release's 'migrate' first.");
  }

  @Test
  void saysThatTheDatabaseIsOfAReleaseThatDidNotTellItsChanges() throws SQLException {
    change(
        "REVOKE SELECT (id) ON databasechangelog FROM "
            + settings.get("SIGHTLINE_DATABASE_APP_USERNAME"));
    refuses("The database is older than this release");
  }

  @Test
  void startsOnTheDatabaseOfALaterRelease() throws SQLException {
    change(
        "INSERT INTO databasechangelog SELECT 'of-a-later-release', author, filename, dateexecuted, orderexecuted + 1000, exectype FROM databasechangelog LIMIT 1");
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  private void change(String sql) throws SQLException {
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isLessThan(2);
    }
  }

  @Test
  void saysThatTheRoleIsMissing() {
    settings.put("SIGHTLINE_DATABASE_APP_USERNAME", "nobody_at_all");
    refuses("does not let the role nobody_at_all in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"APP", "RELEASE_WRITER"})
  void refusesTheOwnerInTheServicesPlace(String role) {
    settings.put("SIGHTLINE_DATABASE_" + role + "_USERNAME", database.ownerUsername());
    settings.put("SIGHTLINE_DATABASE_" + role + "_PASSWORD", database.ownerPassword());
    refuses(
        "The role "
            + database.ownerUsername()
            + " could bypass row-level security, because it is or may become a superuser, an owner"
            + " of the tables, or a role with BYPASSRLS or CREATEROLE: give another by"
            + " SIGHTLINE_DATABASE_"
            + role
            + "_USERNAME.");
  }

  @Test
  void refusesARoleThatMayBecomeTheOwner() throws SQLException {
    String member = "member_of_owner_" + ProcessHandle.current().pid();
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement()) {
      statement.execute("CREATE ROLE tables_" + member + " NOLOGIN");
      statement.execute(
          "CREATE ROLE " + member + " LOGIN NOINHERIT PASSWORD 'p' IN ROLE tables_" + member);
      statement.execute("GRANT tables_" + member + " TO " + database.ownerUsername());
      statement.execute("GRANT CREATE ON SCHEMA public TO tables_" + member);
      statement.execute("ALTER TABLE edition OWNER TO tables_" + member);
    }
    settings.put("SIGHTLINE_DATABASE_APP_USERNAME", member);
    settings.put("SIGHTLINE_DATABASE_APP_PASSWORD", "p");
    try {
      refuses("The role " + member + " could bypass row-level security");
    } finally {
      dropRoles(member, "tables_" + member);
    }
  }

  /** Roles belong to the server and would outlive the test's database. */
  private void dropRoles(String member, String tables) throws SQLException {
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement()) {
      statement.execute("REASSIGN OWNED BY " + tables + " TO CURRENT_USER");
      statement.execute("DROP OWNED BY " + tables);
      statement.execute("DROP ROLE " + member + ", " + tables);
    }
  }

  private void refuses(String sentence) {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(this::check)
        .withMessageContaining(sentence)
        .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("secret"));
  }

  private void check() {
    checks().requireSafeDatabase();
  }

  private StartUpChecks checks() {
    return new StartUpChecks(new Settings(new Properties(), settings));
  }
}
