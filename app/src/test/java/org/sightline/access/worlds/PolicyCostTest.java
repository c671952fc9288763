package org.sightline.access.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sightline.TestSightline;

/**
 * What the policies cost on the official releases: the stores' own statements as the service's role
 * against the owner of the tables, whom no policy holds. Measured turn by turn, so that whatever
 * else the machine does meets both.
 */
@Tag("soak")
class PolicyCostTest {
  private static final int TURNS = 300;

  /** Medians in a noisy place: the aim is 1.3, and this says that it has gone wrong. */
  private static final double TOO_MUCH = 2;

  /** A member with ten whole and ten narrowed agreements, each over figures of two periods. */
  private static final String GRANTS =
      """
      INSERT INTO organisation (id, kind, name, code, council_id)
        SELECT row_number() OVER (ORDER BY id), 'COUNCIL', 'Council ' || id, 'council-' || id, id
        FROM area WHERE kind = 'COUNCIL' AND NOT generated AND exists_to IS NULL ORDER BY id LIMIT 21;
      INSERT INTO member (id, organisation_id, organisation_kind, kind, subject, accepted_at, name, email, roles)
        SELECT id, id, 'COUNCIL', 'PERSON', 'person-' || id, now(), 'Person', id || '@example.org', '{analyst,data-owner}'
        FROM organisation;
      INSERT INTO release (id, code, publication, title, published_on, source, owner_organisation_id)
        SELECT 90000 + id, 'upload', 'x', 'Upload', '2025-01-01', 'x', id FROM organisation;
      INSERT INTO edition (id, release_id, table_code, access_class, owner_organisation_id)
        SELECT 90000 + id, 90000 + id, 'x', 'SHARED', id FROM organisation;
      INSERT INTO edition_coverage (edition_id, indicator_id, period_id, owner_key)
        SELECT 90000 + organisation.id, covered.indicator_id, covered.period_id, organisation.id
        FROM organisation CROSS JOIN (SELECT DISTINCT indicator_id, period_id FROM edition_coverage) AS covered;
      INSERT INTO sharing_agreement (id, owner_organisation_id, recipient_organisation_id, recipient_kind, datasets, periods_from,
          purpose, onward_publication, foi_answered_by, valid_from, valid_to, proposed_by, proposed_by_organisation_id)
        SELECT id, id, 1, 'COUNCIL', '{INDICATORS}', CASE WHEN id % 2 = 0 THEN date '2023-01-01' END, 'x', 'NONE', 'OWNER',
          now() - interval '1 day', now() + interval '1 day', id, id
        FROM organisation WHERE id > 1;
      INSERT INTO sharing_agreement_signature (agreement_id, organisation_id, signed_by, signed_by_name, signed_as)
        SELECT id, owner_organisation_id, owner_organisation_id, 'x', 'x' FROM sharing_agreement
        UNION ALL SELECT id, 1, 1, 'x', 'x' FROM sharing_agreement;
      ANALYZE;
      """;

  private record Asked(String name, String sql) {}

  @Test
  void thePoliciesCostLittleBesideTheStatementsThemselves() throws Exception {
    try (TestSightline sightline = TestSightline.withOfficialReleases();
        Connection owner = sightline.database().connect();
        Connection app = app(sightline)) {
      try (var statement = owner.createStatement()) {
        statement.execute(GRANTS);
      }
      for (Asked asked : List.of(figures(owner), editions())) {
        double ratio = ratio(asked, app, owner);
        assertThat(ratio).as(asked.name()).isLessThan(TOO_MUCH);
      }
    }
  }

  private static double ratio(Asked asked, Connection app, Connection owner) throws SQLException {
    List<Long> guarded = new ArrayList<>();
    List<Long> free = new ArrayList<>();
    for (int i = 0; i < TURNS; i++) {
      guarded.add(nanoseconds(app, asked.sql()));
      free.add(nanoseconds(owner, asked.sql()));
    }
    double ratio = (double) median(guarded) / median(free);
    System.out.printf(
        "%s: %.2f ms with the policies, %.2f ms without, ratio %.2f%n",
        asked.name(), median(guarded) / 1e6, median(free) / 1e6, ratio);
    return ratio;
  }

  private static long nanoseconds(Connection connection, String sql) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement bind =
            connection.prepareStatement("SELECT set_config('sightline.viewer', 'person-1', true)");
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind.execute();
      long start = System.nanoTime();
      int rows = 0;
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows++;
        }
      }
      assertThat(rows).isPositive();
      return System.nanoTime() - start;
    } finally {
      connection.rollback();
    }
  }

  private static long median(List<Long> times) {
    List<Long> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  /** Every period of one indicator, for all areas, as a trend of all councils reads them. */
  private static Asked figures(Connection owner) throws Exception {
    List<String> periods = new ArrayList<>();
    List<String> editions = new ArrayList<>();
    try (var statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT period_id, edition_id FROM edition_coverage
                WHERE indicator_id = (SELECT id FROM indicator WHERE code = 're-referrals-percent') AND owner_key = 0
                """)) {
      while (rows.next()) {
        periods.add(rows.getString(1));
        editions.add(rows.getString(2));
      }
    }
    String each = "array_fill(%s, ARRAY[" + periods.size() + "])";
    String sql =
        text("observations.sql")
            .replaceFirst(
                "\\?::int\\[\\]",
                each.formatted("(SELECT id FROM indicator WHERE code = 're-referrals-percent')"))
            .replaceFirst("\\?::int\\[\\]", "'{%s}'::int[]".formatted(String.join(",", periods)))
            .replaceFirst("\\?::int\\[\\]", "'{%s}'::int[]".formatted(String.join(",", editions)))
            .replace("?::text[]", each.formatted("''::text"))
            .replace("?::boolean[]", each.formatted("true"))
            .replace("?::int[]", "NULL::int[]");
    return new Asked("figures of one indicator", sql);
  }

  /** What there is of every indicator. */
  private static Asked editions() throws Exception {
    return new Asked(
        "editions of every indicator",
        "WITH seen AS (%s)\n%s"
            .formatted(text("seen-coverage.sql"), text("current-editions.sql"))
            .replace("?::int[]", "ARRAY(SELECT id FROM indicator)")
            .replace("?::date", "current_date"));
  }

  private static String text(String file) throws Exception {
    try (var stream =
        PolicyCostTest.class.getResourceAsStream("/org/sightline/indicator/" + file)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Connection app(TestSightline sightline) throws SQLException {
    Map<String, Object> settings = TestSightline.settings(sightline.database());
    return DriverManager.getConnection(
        sightline.database().url(),
        Objects.toString(settings.get("sightline.database.app.username")),
        Objects.toString(settings.get("sightline.database.app.password")));
  }
}
