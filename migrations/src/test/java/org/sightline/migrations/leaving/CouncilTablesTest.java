package org.sightline.migrations.leaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;
import org.sightline.migrations.Migrations;
import org.sightline.migrations.MigrationsTest;

/**
 * Walks the catalogue: a table that can hold something of a council and is not in the list fails.
 */
class CouncilTablesTest {
  private static final Path GUIDE = Path.of("../docs/guides/when-a-council-leaves.md");

  private Database database;

  @BeforeEach
  void migrate() {
    database =
        TestPostgres.freshDatabase(
            "migrated-for-council-tables",
            fresh -> new Migrations(MigrationsTest.settings(fresh)).run(step -> {}));
  }

  @AfterEach
  void drop() {
    TestPostgres.drop(database);
  }

  @Test
  void everyTableThatCanHoldSomethingOfACouncilIsInTheList() throws SQLException {
    assertThat(unknown())
        .as("say in CouncilTables what becomes of it when a council leaves")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE newer (owner_organisation_id integer)",
        "CREATE TABLE newer (owner_key integer)",
        "CREATE TABLE newer (reader_organisation_id integer)",
        "CREATE TABLE newer (holder integer REFERENCES organisation)",
        "CREATE TABLE newer (id integer); ALTER TABLE newer ENABLE ROW LEVEL SECURITY",
        "CREATE TABLE newer (owner_key integer, at date) PARTITION BY RANGE (at)",
        "ALTER TABLE saved_group RENAME TO newer",
      })
  void aNewOneIsFound(String change) throws SQLException {
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement()) {
      statement.execute(change);
    }

    assertThat(unknown()).contains("newer");
  }

  @Test
  void noneIsThereTwice() {
    assertThat(CouncilTables.all().stream().map(CouncilTable::name)).doesNotHaveDuplicates();
  }

  /** The guide's table is what an operator shows a council before it signs. */
  @Test
  void theGuideNamesEachThatStaysAndWhy() throws IOException {
    List<String> told = new ArrayList<>();
    for (Fate fate : List.of(Fate.STAYS, Fate.NOBODYS)) {
      CouncilTables.of(fate)
          .forEach(table -> told.add("| `%s` | %s |".formatted(table.name(), table.why())));
    }

    assertThat(Files.readAllLines(GUIDE).stream().filter(line -> line.startsWith("| `")).toList())
        .containsExactlyElementsOf(told);
  }

  private Iterable<String> unknown() throws SQLException {
    try (Connection owner = database.connect()) {
      return CouncilTables.unknown(owner);
    }
  }
}
