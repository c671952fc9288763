package org.sightline.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeLogParameters;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCountCommandStep;
import liquibase.command.core.helpers.DatabaseChangelogCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.ui.LoggerUIService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;

/** What was written before 019 is marked with the class that its plan had then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordsOfDraftsTest {
  private static final String WORDS_OF_DRAFTS = "019-words-of-drafts.sql";

  /** Held here, because a logger that nobody holds forgets its level. */
  private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

  private static final Pattern INCLUDED = Pattern.compile("include file=\"([^\"]+)\"");

  private Database database;

  @BeforeAll
  void migrateWhatIsThere() throws Exception {
    LIQUIBASE.setLevel(Level.WARNING);
    database = TestPostgres.freshDatabase();
    try (Connection owner = database.connect()) {
      new DatabaseRoles(MigrationsTest.settings(database)).ensure(owner);
      migrateBeforeWordsOfDrafts(owner);
    }
    try (Connection owner = database.connect()) {
      owner.setAutoCommit(false);
      new ReferenceData(Optional.empty()).load(owner);
      write(owner);
      owner.commit();
    }
    new Migrations(MigrationsTest.settings(database)).run(step -> {});
  }

  @Test
  void eachChangeHasTheClassOfItsDay() throws SQLException {
    assertThat(
            texts(
                """
                SELECT concat_ws(' ', plan.name, reference, changed_on, written_while)
                FROM (SELECT *, (action_change.changed_at AT TIME ZONE 'UTC')::date AS changed_on FROM action_change) AS change
                JOIN action ON action.id = change.action_id JOIN plan ON plan.id = action.plan_id
                ORDER BY plan.name, reference, change.id
                """))
        .containsExactly(
            "Embargo unchanged 1 2025-02-15 EMBARGOED",
            "Embargo unchanged 1 2025-03-15 PUBLISHED",
            "Four classes 1 2025-01-15 COUNCIL_ONLY",
            "Four classes 1 2025-02-15 SHARED",
            "Four classes 1 2025-04-15 COUNCIL_ONLY",
            "Four classes 1 2025-06-15 EMBARGOED",
            "Four classes 1 2025-07-15 PUBLISHED",
            "Four classes 2 2025-01-15 COUNCIL_ONLY",
            "Four classes 2 2025-02-15 SHARED",
            "Four classes 2 2025-04-15 COUNCIL_ONLY",
            "Shared unchanged 1 2025-01-15 SHARED");
  }

  @Test
  void eachReportHasTheClassOfTheDayOnWhichItWasIssued() throws SQLException {
    assertThat(
            texts(
                """
                SELECT concat_ws(' ', plan.name, as_at, written_while)
                FROM status_report JOIN plan ON plan.id = plan_id ORDER BY plan.name, as_at
                """))
        .containsExactly(
            "Embargo unchanged 2025-02-15 EMBARGOED",
            "Embargo unchanged 2025-03-15 PUBLISHED",
            "Four classes 2025-01-15 COUNCIL_ONLY",
            "Four classes 2025-02-15 SHARED",
            "Four classes 2025-04-15 COUNCIL_ONLY",
            "Four classes 2025-06-15 EMBARGOED",
            "Four classes 2025-07-15 PUBLISHED",
            "Shared unchanged 2025-01-15 SHARED");
  }

  /** Of an action without a history by its own days. */
  @Test
  void eachActionHasTheClassesOfItsFirstDayItsRemovalAndItsLastChange() throws SQLException {
    assertThat(
            texts(
                """
                SELECT concat_ws(' ', plan.name, reference, coalesce(first_day_set_while, '-'), coalesce(removed_while, '-'),
                  changed_while)
                FROM action JOIN plan ON plan.id = plan_id ORDER BY plan.name, reference
                """))
        .containsExactly(
            "Embargo unchanged 1 - - PUBLISHED",
            "Four classes 1 COUNCIL_ONLY - PUBLISHED",
            "Four classes 2 SHARED COUNCIL_ONLY COUNCIL_ONLY",
            "Four classes 3 SHARED EMBARGOED PUBLISHED",
            "Shared unchanged 1 SHARED - SHARED");
  }

  private static void write(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute(
          """
          INSERT INTO organisation (id, kind, name, council_id, code, onboarded_at)
            SELECT 1, 'COUNCIL', 'A council', area_id, 'hull', now() FROM area_code WHERE code = 'E06000010';
          INSERT INTO member (id, organisation_id, organisation_kind, kind, subject, name, email, roles, accepted_at)
            VALUES (1, 1, 'COUNCIL', 'PERSON', 'owner', 'Owner', 'owner@council.example', '{data-owner}', now());
          INSERT INTO plan (id, owner_organisation_id, council_id, access_class, embargoed_until, name, kind, state, scheme_id,
              created_by_name)
            SELECT given.id, 1, council_id, class, until::timestamptz, given.name, 'IMPROVEMENT', 'LIVE',
              (SELECT id FROM status_scheme WHERE code = 'rag' AND owner_organisation_id IS NULL), 'Somebody'
            FROM organisation, (VALUES (1, 'EMBARGOED', '2025-07-01Z', 'Four classes'), (2, 'SHARED', NULL, 'Shared unchanged'),
              (3, 'EMBARGOED', '2025-03-01Z', 'Embargo unchanged')) AS given (id, class, until, name)
            WHERE organisation.id = 1;
          INSERT INTO record_class_change (record_type, record_id, owner_organisation_id, from_class, to_class, embargoed_until,
              changed_by, changed_by_name, changed_at)
            VALUES ('PLAN', 1, 1, 'COUNCIL_ONLY', 'SHARED', NULL, 1, 'Owner', '2025-02-01Z'),
              ('PLAN', 1, 1, 'SHARED', 'COUNCIL_ONLY', NULL, 1, 'Owner', '2025-04-01Z'),
              ('PLAN', 1, 1, 'COUNCIL_ONLY', 'EMBARGOED', '2025-07-01Z', 1, 'Owner', '2025-06-01Z'),
              ('FINDING', 2, 1, 'SHARED', 'COUNCIL_ONLY', NULL, 1, 'Owner', '2025-01-01Z');
          INSERT INTO workstream (id, plan_id, owner_organisation_id, position, name) SELECT id, id, 1, 1, 'Practice' FROM plan;
          INSERT INTO action (id, plan_id, workstream_id, owner_organisation_id, reference, text, original_due_on, removed_at,
              created_at, changed_at)
            VALUES (1, 1, 1, 1, '1', 'x', '2025-12-31', NULL, '2025-01-15Z', '2025-07-15Z'),
              (2, 1, 1, 1, '2', 'x', '2025-12-31', '2025-04-15Z', '2025-01-15Z', '2025-04-15Z'),
              (3, 1, 1, 1, '3', 'x', '2025-12-31', '2025-06-15Z', '2025-02-15Z', '2025-07-15Z'),
              (4, 2, 2, 1, '1', 'x', '2025-12-31', NULL, '2025-01-15Z', '2025-01-15Z'),
              (5, 3, 3, 1, '1', 'x', NULL, NULL, '2025-02-15Z', '2025-03-15Z');
          INSERT INTO action_change (action_id, owner_organisation_id, changed_at, changed_by_name, field, kind)
            SELECT given.action, 1, given.at::timestamptz, 'Somebody', given.field, given.kind
            FROM (VALUES (1, '2025-01-15Z', 'action', 'CREATED'), (1, '2025-02-15Z', 'text', 'CHANGED'),
              (1, '2025-04-15Z', 'text', 'CHANGED'), (1, '2025-06-15Z', 'text', 'CHANGED'), (1, '2025-07-15Z', 'text', 'CHANGED'),
              (2, '2025-01-15Z', 'action', 'CREATED'), (2, '2025-02-15Z', 'originalDueOn', 'CHANGED'),
              (2, '2025-04-15Z', 'action', 'REMOVED'), (4, '2025-01-15Z', 'action', 'CREATED'),
              (5, '2025-02-15Z', 'action', 'CREATED'), (5, '2025-03-15Z', 'text', 'CHANGED')) AS given (action, at, field, kind);
          INSERT INTO status_report (plan_id, owner_organisation_id, as_at, title, made_from, source, issued_by_name, issued_at)
            SELECT DISTINCT plan_id, 1, (action_change.changed_at AT TIME ZONE 'UTC')::date, 'Report', 'COUNTS', 'A test', 'Somebody',
              action_change.changed_at
            FROM action_change JOIN action ON action.id = action_id;
          """);
    }
  }

  private static void migrateBeforeWordsOfDrafts(Connection owner) throws Exception {
    liquibase.database.Database tables =
        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(owner));
    ChangeLogParameters parameters = new ChangeLogParameters(tables);
    parameters.set("appRole", DatabaseRoles.quoted("sightline_app"));
    parameters.set("releaseWriterRole", DatabaseRoles.quoted("sightline_release_writer"));
    int before = changesBeforeWordsOfDrafts();
    Scope.child(
        Scope.Attr.ui,
        new LoggerUIService(),
        () ->
            new CommandScope(UpdateCountCommandStep.COMMAND_NAME)
                .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, tables)
                .addArgumentValue(UpdateCountCommandStep.CHANGELOG_FILE_ARG, "db/changelog.xml")
                .addArgumentValue(UpdateCountCommandStep.COUNT_ARG, before)
                .addArgumentValue(DatabaseChangelogCommandStep.CHANGELOG_PARAMETERS, parameters)
                .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
                .execute());
  }

  private static int changesBeforeWordsOfDrafts() throws IOException {
    int changes = 0;
    for (String line : lines("changelog.xml")) {
      Matcher included = INCLUDED.matcher(line);
      if (!included.find()) {
        continue;
      }
      if (included.group(1).equals(WORDS_OF_DRAFTS)) {
        return changes;
      }
      changes +=
          (int)
              lines(included.group(1)).stream()
                  .filter(one -> one.startsWith("--changeset "))
                  .count();
    }
    throw new AssertionError("The changelog has no " + WORDS_OF_DRAFTS);
  }

  private static List<String> lines(String file) throws IOException {
    InputStream found =
        Objects.requireNonNull(WordsOfDraftsTest.class.getResourceAsStream("/db/" + file), file);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  private List<String> texts(String sql) throws SQLException {
    try (Connection owner = database.connect()) {
      return MigrationsTest.texts(owner, sql);
    }
  }
}
