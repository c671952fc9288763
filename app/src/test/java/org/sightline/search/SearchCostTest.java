package org.sightline.search;

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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sightline.TestSightline;

/**
 * What a search costs over 20,000 findings and 50,000 actions, as the service's role against the
 * owner of the tables, whom no policy holds; with an index over the words and without.
 */
@Tag("soak")
class SearchCostTest {
  private static final int TURNS = 30;

  /** Medians in a noisy place. */
  private static final double TOO_MUCH = 4;

  /** Of each council that exists: half of it published, the rest shared or its own. */
  private static final String MANY =
      """
      INSERT INTO organisation (id, kind, name, code, council_id)
        SELECT row_number() OVER (ORDER BY id), 'COUNCIL', 'Council ' || id, 'council-' || id, id
        FROM area WHERE kind = 'COUNCIL' AND NOT generated AND exists_to IS NULL;
      INSERT INTO member (id, organisation_id, organisation_kind, kind, subject, accepted_at, name, email, roles)
        SELECT id, id, 'COUNCIL', 'PERSON', 'person-' || id, now(), 'Person', id || '@example.org', '{analyst,data-owner}'
        FROM organisation;
      INSERT INTO sharing_agreement (id, owner_organisation_id, recipient_organisation_id, recipient_kind, datasets,
          purpose, onward_publication, foi_answered_by, valid_from, valid_to, proposed_by, proposed_by_organisation_id)
        SELECT id, id, 1, 'COUNCIL', '{INSPECTIONS,PLANS}', 'x', 'NONE', 'OWNER',
          now() - interval '1 day', now() + interval '1 day', id, id
        FROM organisation WHERE id BETWEEN 2 AND 21;
      INSERT INTO sharing_agreement_signature (agreement_id, organisation_id, signed_by, signed_by_name, signed_as)
        SELECT id, owner_organisation_id, owner_organisation_id, 'x', 'x' FROM sharing_agreement
        UNION ALL SELECT id, 1, 1, 'x', 'x' FROM sharing_agreement;
      INSERT INTO inspection (id, council_id, framework_code, access_class)
        SELECT number, organisation.council_id, 'ilacs', 'PUBLISHED'
        FROM generate_series(1, 2000) AS number
        JOIN organisation ON organisation.id = 1 + number % (SELECT count(*) FROM organisation);
      INSERT INTO inspection_source (id, code, kind, title, publisher) VALUES (1, 'x', 'REPORT', 'x', 'x');
      INSERT INTO inspection_account (inspection_id, source_id, starts_on)
        SELECT id, 1, date '2010-01-01' + id * 2 FROM inspection;
      INSERT INTO finding (inspection_id, council_id, owner_organisation_id, access_class, kind, theme_code, text, source)
        SELECT inspection.id, inspection.council_id, organisation.id,
          CASE number % 4 WHEN 0 THEN 'COUNCIL_ONLY' WHEN 1 THEN 'SHARED' ELSE 'PUBLISHED' END,
          'AREA_FOR_IMPROVEMENT', 'workforce', words.text || ' number ' || number, 'x'
        FROM generate_series(1, 20000) AS number
        JOIN inspection ON inspection.id = 1 + number % 2000
        JOIN organisation ON organisation.council_id = inspection.council_id
        CROSS JOIN LATERAL (SELECT string_agg(word, ' ') AS text FROM (
          SELECT word FROM unnest('{management,oversight,children,plans,social,workers,caseloads,quality,timely,visits,carers,school,
            health,partners,decisions,records,supervision,leaders,risk,neglect,permanence,sufficiency,audit,voice}'::text[]) AS word
          ORDER BY md5(word || number) LIMIT 14) AS some) AS words;
      INSERT INTO plan (id, owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, created_by_name)
        SELECT number, organisation.id, organisation.council_id,
          CASE number % 4 WHEN 0 THEN 'COUNCIL_ONLY' WHEN 1 THEN 'SHARED' ELSE 'PUBLISHED' END,
          'Plan ' || number, 'IMPROVEMENT', 'LIVE', (SELECT id FROM status_scheme WHERE code = 'brag'), 'x'
        FROM generate_series(1, 500) AS number
        JOIN organisation ON organisation.id = 1 + number % (SELECT count(*) FROM organisation);
      INSERT INTO workstream (id, plan_id, owner_organisation_id, position, name, theme_code)
        SELECT id, id, owner_organisation_id, 1, 'All', 'workforce' FROM plan;
      INSERT INTO action (plan_id, workstream_id, owner_organisation_id, reference, text, status_code, created_at)
        SELECT plan.id, plan.id, plan.owner_organisation_id, 'A' || number, finding.text, 'A', now() - make_interval(mins => number)
        FROM generate_series(1, 50000) AS number JOIN plan ON plan.id = 1 + number % 500
        JOIN (SELECT text, row_number() OVER () AS place FROM finding) AS finding ON finding.place = 1 + number % 20000;
      ANALYZE;
      """;

  private static final String INDEXES =
      """
      CREATE INDEX finding_by_words ON finding USING gin (words);
      CREATE INDEX action_by_words ON action USING gin (words);
      ANALYZE finding, action;
      """;

  @Test
  void aSearchIsFastEnoughUnderThePoliciesAndAnIndexOverTheWordsIsNotUsed() throws Exception {
    try (TestSightline sightline = TestSightline.empty();
        Connection owner = sightline.database().connect();
        Connection app = app(sightline)) {
      execute(owner, MANY);
      String all =
          "ARRAY(SELECT id FROM area WHERE kind = 'COUNCIL' AND NOT generated AND exists_to IS NULL)";
      String ten = all.replace(")", " ORDER BY id LIMIT 10)");
      measure("findings page, all", findings("findings-page.sql", all), app, owner);
      measure("findings page, ten councils", findings("findings-page.sql", ten), app, owner);
      measure("findings tally, all", findings("findings-tally.sql", all), app, owner);
      measure("actions page, all", actions("actions-page.sql", all), app, owner);
      measure("actions page, ten councils", actions("actions-page.sql", ten), app, owner);
      measure("actions tally, all", actions("actions-tally.sql", all), app, owner);
      measure("similar, 20 findings", similar(all), app, owner);
      execute(owner, INDEXES);
      measure("with an index: findings page, all", findings("findings-page.sql", all), app, owner);
      String plain = "SELECT id FROM %s WHERE words @@ websearch_to_tsquery('english', 'zebra')";
      assertThat(plan(app, plain.formatted("finding"))).doesNotContain("finding_by_words");
      assertThat(plan(app, plain.formatted("action"))).doesNotContain("action_by_words");
      assertThat(plan(owner, plain.formatted("finding"))).contains("finding_by_words");
      System.out.println(plan(app, findings("findings-page.sql", ten)));
    }
  }

  private static String findings(String file, String councils) throws Exception {
    return fill(
        text("matched-findings.sql") + text(file),
        councils,
        councils,
        "NULL",
        "'{workforce}'",
        "NULL",
        "NULL",
        "false",
        "'management oversight'",
        "NULL",
        "NULL",
        "2147483647",
        "21");
  }

  private static String actions(String file, String councils) throws Exception {
    return fill(
        text("matched-actions.sql") + text(file),
        councils,
        councils,
        "NULL",
        "NULL",
        "'management oversight'",
        "NULL",
        "NULL",
        "2147483647",
        "21");
  }

  private static String similar(String councils) throws Exception {
    String some =
        "ARRAY(SELECT id FROM finding WHERE access_class = 'PUBLISHED' ORDER BY id LIMIT 20)";
    return fill(text("similar-findings.sql"), some, councils, some, councils, "5");
  }

  private static String fill(String sql, String... values) {
    String filled = sql;
    for (String value : values) {
      filled = filled.replaceFirst("\\?", value);
    }
    return filled;
  }

  private static void measure(String name, String sql, Connection app, Connection owner)
      throws SQLException {
    List<Long> guarded = new ArrayList<>();
    List<Long> free = new ArrayList<>();
    for (int i = 0; i < TURNS; i++) {
      guarded.add(nanoseconds(app, sql));
      free.add(nanoseconds(owner, sql));
    }
    double ratio = (double) median(guarded) / median(free);
    System.out.printf(
        "%s: %.1f ms with the policies, %.1f ms without, ratio %.2f%n",
        name, median(guarded) / 1e6, median(free) / 1e6, ratio);
    assertThat(ratio).as(name).isLessThan(TOO_MUCH);
  }

  private static long nanoseconds(Connection connection, String sql) throws SQLException {
    connection.setAutoCommit(false);
    bind(connection);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
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

  private static String plan(Connection connection, String sql) throws SQLException {
    connection.setAutoCommit(false);
    bind(connection);
    List<String> lines = new ArrayList<>();
    try (PreparedStatement statement =
            connection.prepareStatement("EXPLAIN (ANALYZE, COSTS OFF, BUFFERS OFF) " + sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    } finally {
      connection.rollback();
    }
    return lines.stream().collect(Collectors.joining("\n"));
  }

  private static void bind(Connection connection) throws SQLException {
    try (PreparedStatement bind =
        connection.prepareStatement("SELECT set_config('sightline.viewer', 'person-1', true)")) {
      bind.execute();
    }
  }

  private static long median(List<Long> times) {
    List<Long> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static void execute(Connection owner, String sql) throws SQLException {
    owner.setAutoCommit(true);
    try (var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(String file) throws Exception {
    try (var stream = SearchStore.class.getResourceAsStream(file)) {
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
