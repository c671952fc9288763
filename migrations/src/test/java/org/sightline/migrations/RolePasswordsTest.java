package org.sightline.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sightline.local.Database;
import org.sightline.local.OwnPostgres;

/** A server writes refused statements into its log: passwords of roles are not in them. */
class RolePasswordsTest {
  private static OwnPostgres server;

  @BeforeAll
  static void start() {
    server = OwnPostgres.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aRefusedStatementTellsTheLogNoPassword() {
    // Names that begin so are PostgreSQL's own, and refused.
    Migrations migrations = migrations("pg_sightline", "hunter2-of-the-app");

    assertThatExceptionOfType(MigrationFailure.class)
        .isThrownBy(() -> migrations.makeRoles(step -> {}))
        .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("hunter2"));
    assertThat(server.log())
        .contains("CREATE ROLE", "pg_sightline", "SCRAM-SHA-256$")
        .doesNotContain("hunter2");
  }

  @Test
  void theRolesSignInWithTheirPasswordsAndWithChangedOnes() throws SQLException {
    for (String password :
        List.of("first 'quoted' one", "second p\u00e4ssw\u00f6rd \u2014 with \\ and $")) {
      migrations("sightline_app", password).makeRoles(step -> {});
      try (Connection app =
          DriverManager.getConnection(server.database().url(), "sightline_app", password)) {
        assertThat(app.isValid(5)).isTrue();
      }
    }
  }

  @Test
  void noStepIsToldAPassword() {
    List<String> steps = new ArrayList<>();
    Database database = server.database();
    migrations("sightline_app", "hunter2").makeRoles(steps::add);

    assertThat(steps).isNotEmpty();
    assertThat(String.join(" ", steps)).doesNotContain("hunter2", database.ownerPassword());
    assertThat(settings("sightline_app", "hunter2").toString())
        .doesNotContain("hunter2", database.ownerPassword());
  }

  private static Migrations migrations(String app, String password) {
    return new Migrations(settings(app, password));
  }

  private static MigrationSettings settings(String app, String password) {
    Database database = server.database();
    return new MigrationSettings(
        database.url(),
        database.ownerUsername(),
        database.ownerPassword(),
        app,
        password,
        "sightline_release_writer",
        "of-the-writer");
  }
}
