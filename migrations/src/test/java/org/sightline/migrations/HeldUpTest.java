package org.sightline.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sightline.migrations.MigrationsTest.texts;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;

/** A migration that meets others at work, or that was ended in the middle, and is run again. */
final class HeldUpTest {
  private static final MigrationLimits SHORT =
      new MigrationLimits(
          Duration.ofMillis(200),
          3,
          Duration.ofMillis(100),
          Duration.ofSeconds(10),
          Duration.ofMillis(500));
  private static final String NOTES =
      "SELECT count(*) FROM information_schema.columns WHERE table_name = 'saved_group' AND column_name = 'note'";

  private final Database database =
      TestPostgres.freshDatabase(
          "held-up", one -> migrations(one, "db/changelog.xml").run(_ -> {}));
  private final List<String> said = new ArrayList<>();
  private Connection owner;

  @BeforeEach
  void connect() throws SQLException {
    owner = database.connect();
  }

  @AfterEach
  void drop() throws SQLException {
    owner.close();
    TestPostgres.drop(database);
  }

  @Test
  void givesUpATableInUseAndKeepsNobodyWaiting() throws SQLException {
    try (Connection reader = database.connect()) {
      reader.setAutoCommit(false);
      execute(reader, "SELECT FROM saved_group");

      CompletableFuture<Void> migration =
          CompletableFuture.runAsync(() -> later("column").run(said::add));
      Duration longest = longestRead(migration);

      assertThatExceptionOfType(CompletionException.class)
          .isThrownBy(migration::join)
          .havingCause()
          .isInstanceOfSatisfying(
              MigrationFailure.class, one -> assertThat(one.isWorthAnotherTry()).isTrue())
          .withMessageStartingWith("A table was in use for longer than 200 ms, 3 times;");
      assertThat(longest).isLessThan(Duration.ofSeconds(1));
      assertThat(said.stream().filter(line -> line.startsWith("A table is in use"))).hasSize(2);
      assertThat(texts(owner, NOTES)).containsExactly("0");
      reader.rollback();
    }

    later("column").run(_ -> {});
    later("column").run(_ -> {});
    assertThat(texts(owner, NOTES)).containsExactly("1");
    assertThat(texts(owner, "SELECT count(*) FROM databasechangelog WHERE id LIKE 'later-%'"))
        .containsExactly("2");
  }

  /** Reads the table, each time anew, as long as the migration runs. */
  private Duration longestRead(CompletableFuture<Void> migration) throws SQLException {
    Duration longest = Duration.ZERO;
    while (!migration.isDone()) {
      Instant begun = Instant.now();
      execute(owner, "SELECT FROM saved_group");
      Duration taken = Duration.between(begun, Instant.now());
      longest = taken.compareTo(longest) > 0 ? taken : longest;
    }
    return longest;
  }

  @Test
  void takesItsTurn() throws SQLException {
    try (Connection other = database.connect()) {
      Turn.take(other, Duration.ZERO, _ -> {});

      assertThatExceptionOfType(MigrationFailure.class)
          .isThrownBy(() -> later("column").run(_ -> {}))
          .withMessageStartingWith("Another migration of this database is running:")
          .matches(MigrationFailure::isWorthAnotherTry);
    }
    later("column").run(_ -> {});
    assertThat(texts(owner, NOTES)).containsExactly("1");
  }

  @Test
  void goesOnAfterOneThatWasKilled() throws SQLException {
    execute(
        owner,
        "UPDATE databasechangeloglock SET locked = true, lockgranted = now(), lockedby = 'killed'");

    later("column").run(said::add);

    assertThat(said)
        .contains("The migration before was ended in the middle; this one goes on from there.");
    assertThat(texts(owner, NOTES)).containsExactly("1");
  }

  @Test
  void makesAnIndexAnewThatWasNotFinished() throws SQLException {
    execute(owner, "CREATE TABLE later AS SELECT 1 AS number FROM generate_series(1, 2)");
    assertThatExceptionOfType(MigrationFailure.class)
        .isThrownBy(() -> later("index").run(_ -> {}))
        .withMessageContaining("later_once");
    assertThat(texts(owner, "SELECT indisvalid FROM pg_index WHERE indrelid = 'later'::regclass"))
        .containsExactly("f");

    execute(owner, "DELETE FROM later");
    later("index").run(_ -> {});
    assertThat(texts(owner, "SELECT indisvalid FROM pg_index WHERE indrelid = 'later'::regclass"))
        .containsExactly("t");
    assertThat(texts(owner, "SELECT is_set_back FROM later_timeout")).containsExactly("200ms");
  }

  @Test
  void stopsAStepThatTakesTooLong() {
    MigrationLimits brief = MigrationLimits.of(Duration.ofSeconds(1), Duration.ofSeconds(5));

    assertThatExceptionOfType(MigrationFailure.class)
        .isThrownBy(
            () ->
                new Migrations(MigrationsTest.settings(database), null, brief, changelog("sleep"))
                    .run(_ -> {}))
        .withMessageStartingWith("A step took longer than 5 s and was stopped;")
        .matches(failure -> !failure.isWorthAnotherTry());
  }

  private Migrations later(String what) {
    return migrations(database, changelog(what));
  }

  private static String changelog(String what) {
    return "org/sightline/migrations/later-%s.xml".formatted(what);
  }

  private static Migrations migrations(Database database, String changelog) {
    return new Migrations(MigrationsTest.settings(database), null, SHORT, changelog);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
