package org.sightline.migrations.leaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
 * What the page says is held is what the database can hold: no table and no column more or less.
 */
class DataProtectionPageTest {
  private static final Path PAGE = Path.of("../docs/guides/data-protection.md");
  private static final Pattern NAME = Pattern.compile("`([a-z0-9_]+)`");

  private static final Pattern STATEMENT = Pattern.compile("`((?:UPDATE|SELECT) [^`]*)`");

  /** Words, and numbers of members. What PostgreSQL computes of other columns is not asked for. */
  private static final String COLUMNS =
      """
      SELECT relname, attname FROM pg_class
      LEFT JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
        AND (format_type(atttypid, NULL) IN ('text', 'text[]', 'character varying', 'jsonb', 'json', 'xml', 'bytea')
          OR attname ~ '(_by|member_id)$'
          OR EXISTS (SELECT FROM pg_constraint WHERE conrelid = pg_class.oid
            AND confrelid = 'public.member'::regclass AND attnum = ANY (conkey) AND attname !~ 'organisation'))
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
        AND relname !~ '^access_log_detached_'
      """;

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
  void listsEachTableAndEachColumnThatCanHoldWordsOrPeople() throws SQLException, IOException {
    assertThat(ofThePage())
        .as("write it down in docs/guides/data-protection.md, or take it out there")
        .containsExactlyInAnyOrderEntriesOf(ofTheDatabase());
  }

  @Test
  void listsEachColumnOnce() throws IOException {
    assertThat(rows().flatMap(DataProtectionPageTest::columns)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE newer (id integer)",
        "ALTER TABLE plan ADD COLUMN newer text",
        "ALTER TABLE plan ADD COLUMN newer jsonb",
        "ALTER TABLE plan ADD COLUMN approved_by integer",
        "ALTER TABLE plan ADD COLUMN newer integer REFERENCES member",
        "ALTER TABLE plan DROP COLUMN source",
      })
  void aChangeOfTheTablesIsFound(String change) throws SQLException, IOException {
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement()) {
      statement.execute(change);
    }

    assertThat(ofTheDatabase()).isNotEqualTo(ofThePage());
  }

  /** What can hold something of a council is a table that the page has, too. */
  @Test
  void hasEachTableOfACouncil() throws IOException {
    assertThat(ofThePage().keySet())
        .containsAll(CouncilTables.all().stream().map(CouncilTable::name).toList());
  }

  /** They are typed by hand, on a bad day. */
  @Test
  void itsStatementsAreWhatTheDatabaseTakes() throws SQLException, IOException {
    List<String> statements =
        STATEMENT
            .matcher(Files.readString(PAGE).replaceAll("\\s+", " "))
            .results()
            .map(one -> one.group(1))
            .toList();
    assertThat(statements).hasSize(4);
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement()) {
      int former = formerMember(statement);
      int changed = 0;
      for (String one : statements) {
        String sql =
            one.replace("import_id = '...'", "import_id = gen_random_uuid()")
                .replace("id = ...", "id = " + former);
        changed += statement.execute(sql) ? 0 : statement.getUpdateCount();
      }
      assertThat(changed).isEqualTo(1);
    }
  }

  private static int formerMember(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            """
            WITH operations AS (
              INSERT INTO organisation (code, name, kind) VALUES ('operations', 'Operations', 'OPERATOR') RETURNING id, kind)
            INSERT INTO member (organisation_id, organisation_kind, kind, name, email, roles, subject, accepted_at, revoked_at)
            SELECT id, kind, 'PERSON', 'Sam Carter', 'sam.carter@operator.example', ARRAY['operator'], 'subject', now(), now()
            FROM operations RETURNING id
            """)) {
      assertThat(row.next()).isTrue();
      return row.getInt(1);
    }
  }

  private Map<String, Set<String>> ofTheDatabase() throws SQLException {
    Map<String, Set<String>> tables = new TreeMap<>();
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery(COLUMNS)) {
      while (rows.next()) {
        Set<String> columns = tables.computeIfAbsent(rows.getString(1), name -> new TreeSet<>());
        if (rows.getString(2) != null) {
          columns.add(rows.getString(2));
        }
      }
    }
    return tables;
  }

  private static Map<String, Set<String>> ofThePage() throws IOException {
    Map<String, Set<String>> tables = new TreeMap<>();
    rows()
        .forEach(
            row ->
                tables
                    .computeIfAbsent(names(row.get(0)).getFirst(), name -> new TreeSet<>())
                    .addAll(names(row.get(1))));
    return tables;
  }

  /** The first two cells of each row that begins with a table's name. */
  private static Stream<List<String>> rows() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("| `"))
        .map(line -> List.of(line.split("\\|", -1)).subList(1, 3));
  }

  private static Stream<String> columns(List<String> row) {
    return names(row.get(1)).stream().map(column -> names(row.get(0)).getFirst() + "." + column);
  }

  private static List<String> names(String cell) {
    return NAME.matcher(cell).results().map((MatchResult one) -> one.group(1)).toList();
  }
}
