package org.sightline.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.FreePort;
import org.sightline.TestSightline;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;

/** What a probe makes of how the database answers. */
final class DatabaseProbeTest {
  private Database database;
  private Map<String, Object> settings;

  @BeforeEach
  void start() {
    database = TestPostgres.freshDatabase("migrated", TestSightline::migrate);
    settings = TestSightline.settings(database);
  }

  @AfterEach
  void stop() {
    TestPostgres.drop(database);
  }

  @Test
  void findsNothingWrongWhereItGetsAConnection() {
    assertThat(probe(database.url(), "app-password").failure()).isEmpty();
  }

  /** As when the role was given another one since: whoever is connected stays so. */
  @Test
  void isNotDownWhereItRefusesThePassword() {
    assertThat(probe(database.url(), "yesterday's").failure())
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.sqlState()).isEqualTo("28P01");
              assertThat(failure.sentence()).contains("sightline_app").doesNotContain("yesterday");
              assertThat(failure.isDown()).isFalse();
            });
  }

  @Test
  void isDownWhereNobodyAnswers() {
    String nowhere = "jdbc:postgresql://127.0.0.1:%d/none".formatted(FreePort.any());

    assertThat(probe(nowhere, "app-password").failure())
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.sqlState()).isEqualTo("08001");
              assertThat(failure.isDown()).isTrue();
            });
  }

  @Test
  void isDownWhereTheDatabaseIsNotThere() {
    String gone = database.url().replaceFirst("/[a-z0-9_]+$", "/gone");

    assertThat(probe(gone, "app-password").failure())
        .hasValueSatisfying(failure -> assertThat(failure.isDown()).isTrue());
  }

  private DatabaseProbe probe(String url, String password) {
    return new DatabaseProbe(
        url, String.valueOf(settings.get("sightline.database.app.username")), password);
  }
}
