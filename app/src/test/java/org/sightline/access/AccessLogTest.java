package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.StatementCount;
import org.sightline.TestSightline;
import org.sightline.tenancy.Viewer;

/** Every read of another's unpublished data is written down before the answer leaves. */
class AccessLogTest {
  private static final String EVERYTHING =
      """
      at readerName readerOrganisation { code } dataset agreement { id } protocol { id } operationName document requestId
      kind rows indicators periods
      """;

  /** Entries of the last hours: who, when, of which dataset. */
  private static final String MANY =
      """
      INSERT INTO access_log (at, owner_organisation_id, dataset, reader_member_id, reader_organisation_id, reader_name,
        request_id, document, kind, row_count)
      SELECT now() - make_interval(mins => number / 2), 1, CASE WHEN number %% 5 = 0 THEN 'PLANS' ELSE 'INDICATORS' END,
        reader.id, reader.organisation_id, reader.name, 'request ' || number, '{ x }', 'READ', number
      FROM generate_series(1, %d) AS number
      JOIN member AS reader ON reader.id = CASE WHEN number %% 3 = 0 THEN 7 ELSE 10 END
      """;

  private Partners partners;

  @BeforeEach
  void start() {
    partners = new Partners();
  }

  @AfterEach
  void stop() {
    if (partners != null) {
      partners.close();
    }
  }

  @Test
  void oneEntrySaysWhoReadWhatByWhichAgreement() {
    String agreement = partners.liveAgreement("yorkshire", Partners.YORKSHIRE_OWNER, "");
    assertThat(partners.seenOfHull(Partners.YORKSHIRE_ANALYST)).containsExactly("2024", "2025");

    JsonNode log = log(Partners.HULL_OWNER, "");

    assertThat(log.get("totalCount").asInt()).isOne();
    JsonNode entry = log.at("/edges/0/node");
    assertThat(entry.get("readerName").asText()).isEqualTo("Yorkshire Analyst");
    assertThat(entry.at("/readerOrganisation/code").asText()).isEqualTo("yorkshire");
    assertThat(entry.get("dataset").asText()).isEqualTo("INDICATORS");
    assertThat(entry.at("/agreement/id").asText()).isEqualTo(agreement);
    assertThat(entry.get("protocol").isNull()).isTrue();
    assertThat(entry.get("operationName").asText()).isEqualTo("Figures");
    assertThat(entry.get("document").asText())
        .startsWith("query Figures {")
        .contains("trend(")
        .doesNotContain("810")
        .doesNotContain("re-referrals-percent");
    assertThat(entry.get("requestId").asText()).isEqualTo("test");
    assertThat(entry.get("kind").asText()).isEqualTo("READ");
    assertThat(entry.get("rows").asInt()).isEqualTo(2);
    assertThat(entry.get("indicators")).hasToString("[\"re-referrals-percent\"]");
    assertThat(entry.get("periods")).hasToString("[\"2024\",\"2025\"]");
    assertThat(partners.texts("SELECT (now() - at < interval '1 minute')::text FROM access_log"))
        .containsExactly("true");
  }

  /** While a council is deleted, its row is locked, and nothing can be logged of it. */
  @Test
  void whatCannotBeLoggedInTimeIsNotToldAndIsNobodysFault() throws SQLException {
    String agreement = partners.liveAgreement("yorkshire", Partners.YORKSHIRE_OWNER, "");
    assertThat(agreement).isNotEmpty();
    try (Connection owner = partners.sightline().database().connect();
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      assertThat(statement.execute("SELECT FROM organisation WHERE code = 'e06000010' FOR UPDATE"))
          .isTrue();
      JsonNode answer = partners.figuresOfHull(Partners.YORKSHIRE_ANALYST);
      assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("TIMEOUT");
      assertThat(answer.has("data")).isFalse();
    }
  }

  @Test
  void whatIsOwnOrPublishedOrNotSeenIsNotLogged() {
    partners.liveAgreement("yorkshire", Partners.YORKSHIRE_OWNER, "");

    partners.seenOfHull(Partners.HULL_ANALYST);
    partners.seenOfHull(Partners.YORK_ANALYST);
    partners.seenOfHull(Viewer.ANONYMOUS);
    JsonNode _ =
        partners.ask(Partners.YORKSHIRE_ANALYST, "{ viewer { name } organisations { name } }");

    assertThat(partners.texts("SELECT reader_name FROM access_log")).isEmpty();
  }

  @Test
  void withoutTheLogNoDataLeaves() {
    partners.liveAgreement("yorkshire", Partners.YORKSHIRE_OWNER, "");
    partners.execute("REVOKE INSERT ON access_log FROM sightline_app");

    JsonNode refused = partners.answer(Partners.YORKSHIRE_ANALYST, Partners.HULLS_FIGURES);

    assertThat(refused.toString())
        .doesNotContain("41.5")
        .doesNotContain("trend")
        .doesNotContain("access_log");
    assertThat(refused.at("/errors/0/extensions/code").asText()).isEqualTo("INTERNAL");
    assertThat(partners.seenOfHull(Partners.HULL_ANALYST)).containsExactly("2024", "2025");
    partners.execute("GRANT INSERT ON access_log TO sightline_app");
    assertThat(partners.seenOfHull(Partners.YORKSHIRE_ANALYST)).containsExactly("2024", "2025");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE access_log SET row_count = 0",
        "DELETE FROM access_log",
        "TRUNCATE access_log",
        "SELECT FROM access_log_other",
        "ALTER TABLE access_log DISABLE ROW LEVEL SECURITY"
      })
  void theServicesRoleAddsToItAndDoesNothingElse(String sql) {
    assertThatThrownBy(() -> asApp("yorkshire-analyst", sql))
        .isInstanceOf(SQLException.class)
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
  }

  @Test
  void nobodyWritesInAnothersName() {
    String entry =
        """
        INSERT INTO access_log (owner_organisation_id, dataset, reader_member_id, reader_organisation_id, reader_name,
          request_id, document, kind, row_count)
        VALUES (1, 'INDICATORS', 7, 2, 'x', 'x', 'x', 'READ', 1)
        """;
    assertThatThrownBy(() -> asApp("yorkshire-analyst", entry))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("row-level security");
  }

  @Test
  void eachDataOwnerReadsTheOwnLogOnly() {
    partners.liveAgreement("yorkshire", Partners.YORKSHIRE_OWNER, "");
    partners.seenOfHull(Partners.YORKSHIRE_ANALYST);

    assertThat(log(Partners.YORKSHIRE_OWNER, "").get("totalCount").asInt()).isZero();
    assertThat(log(Partners.YORK_OWNER, "").get("edges")).isEmpty();
    assertThat(log(Partners.HULL_OWNER, "").get("edges")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"first: 1", "organisation: \"nobody\""})
  void whoIsNoDataOwnerIsToldNothing(String arguments) {
    JsonNode answer =
        partners.answer(
            Partners.HULL_ANALYST, "{ accessLog(%s) { totalCount } }".formatted(arguments));

    assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "organisation: \"e06000014\" | 20",
        "dataset: PLANS | 12",
        "organisation: \"yorkshire\", dataset: PLANS | 8",
        "from: \"2000-01-01\", to: \"2000-12-31\" | 0",
        "from: \"2000-01-01\" | 60",
        "dataset: AUDITS | 0"
      })
  void itIsNarrowed(String arguments, int expected) {
    partners.execute(MANY.formatted(60));

    assertThat(log(Partners.HULL_OWNER, "(" + arguments + ")").get("totalCount").asInt())
        .isEqualTo(expected);
  }

  @Test
  void itsPagesHoldEachEntryOnceTheNewestFirst() {
    partners.execute(MANY.formatted(45));
    List<String> seen = new ArrayList<>();
    String after = "";
    boolean isMore = true;
    while (isMore) {
      JsonNode page = log(Partners.HULL_OWNER, "(first: 20" + after + ")");
      seen.addAll(page.findValuesAsText("requestId"));
      after = ", after: \"%s\"".formatted(page.at("/pageInfo/endCursor").asText());
      isMore = page.at("/pageInfo/hasNextPage").asBoolean();
    }

    assertThat(seen).hasSize(45).doesNotHaveDuplicates();
    assertThat(seen)
        .isEqualTo(partners.texts("SELECT request_id FROM access_log ORDER BY at DESC, id DESC"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "organisation: \"york\" | No organisation has the code 'york'.",
        "from: \"2026-02-01\", to: \"2026-01-31\" | The day to must not be earlier than the day from.",
        "to: \"9999-12-31\" | The day to must lie in the years 1900 to 9998.",
        "after: \"x\" | That is no cursor of accessLog: give the endCursor of an earlier answer, or begin again without after."
      })
  void whatCannotBeAskedIsToldInASentence(String arguments, String message) {
    assertThat(
            partners
                .answer(
                    Partners.HULL_OWNER, "{ accessLog(%s) { totalCount } }".formatted(arguments))
                .at("/errors/0/message")
                .asText())
        .startsWith(message);
  }

  @Test
  void moreEntriesCostNoMoreStatements() {
    partners.liveAgreement("yorkshire", Partners.YORKSHIRE_OWNER, "");
    partners.seenOfHull(Partners.YORKSHIRE_ANALYST);
    JsonNode _ = log(Partners.HULL_OWNER, "(first: 100)");
    long one = statements();

    partners.execute(MANY.formatted(80));

    assertThat(statements()).isEqualTo(one).isLessThanOrEqualTo(6);
  }

  private long statements() {
    StatementCount count = partners.sightline().get(StatementCount.class);
    count.reset();
    JsonNode _ = log(Partners.HULL_OWNER, "(first: 100)");
    return count.total();
  }

  private JsonNode log(Viewer viewer, String arguments) {
    return partners
        .ask(
            viewer,
            "{ accessLog%s { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { %s } } } }"
                .formatted(arguments, EVERYTHING))
        .get("accessLog");
  }

  private void asApp(String subject, String sql) throws SQLException {
    Map<String, Object> settings = TestSightline.settings(partners.sightline().database());
    try (Connection app =
            DriverManager.getConnection(
                String.valueOf(settings.get("sightline.database.url")),
                String.valueOf(settings.get("sightline.database.app.username")),
                String.valueOf(settings.get("sightline.database.app.password")));
        Statement statement = app.createStatement()) {
      app.setAutoCommit(false);
      statement.execute("SELECT set_config('sightline.viewer', '" + subject + "', true)");
      statement.execute(sql);
    }
  }
}
