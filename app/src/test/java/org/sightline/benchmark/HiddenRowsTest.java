package org.sightline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.TestSightline;

/**
 * What a viewer may not see changes nothing that they can ask: no value, rank, count, period or
 * error.
 */
class HiddenRowsTest {
  private static final String EVERYTHING =
      """
      { benchmark(indicator: "re-referrals-percent", period: "2025") {
          summary { n size mean median minimum maximum missing { reason count } } basis { text n bandsOver }
          standings { area { name } value missing rank { position of sharedBy } band change { value }
            observation { sources { file line } releases { code } }
            comparators { england { value } region { value } neighbourMean { value n } neighbourMedian { value n } } } } }
      """;
  private static final String TREND =
      "{ trend(council: \"810\", indicator: \"re-referrals-percent\") { points { period { code } value missing } } }";
  private static final String DEFINITION =
      "{ indicator(code: \"re-referrals-percent\") { periods { code } releases { code } dimensions { name members } } }";
  private static final String MISTAKE =
      "{ benchmark(indicator: \"re-referrals-percent\", period: \"2030\") { summary { n } } }";

  private TestSightline sightline;

  @BeforeEach
  void start() {
    sightline = TestSightline.withFirstFigures();
  }

  @AfterEach
  void stop() {
    sightline.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"COUNCIL_ONLY", "SHARED", "EMBARGOED"})
  void aNewerEditionThatIsHiddenChangesNothing(String accessClass) throws SQLException {
    List<String> before = answers();

    addNewerEdition(accessClass, "now() + interval '1 day'");

    assertThat(answers()).isEqualTo(before);
  }

  @Test
  void itIsSeenFromTheInstantItsEmbargoEnds() throws SQLException {
    List<String> before = answers();

    addNewerEdition("EMBARGOED", "now() - interval '1 second'");

    assertThat(answers()).isNotEqualTo(before);
    assertThat(sightline.ask(TREND).at("/trend/points/5/value").asText()).isEqualTo("99.9");
  }

  private List<String> answers() {
    return List.of(EVERYTHING, TREND, DEFINITION, MISTAKE).stream()
        .map(question -> sightline.answer(question).toString())
        .toList();
  }

  /** A release of today that gives every council 99.9 in the years 2025 and 2030. */
  private void addNewerEdition(String accessClass, String embargo) throws SQLException {
    String until = accessClass.equals("EMBARGOED") ? embargo : "NULL";
    try (Connection owner = sightline.database().connect();
        Statement statement = owner.createStatement()) {
      statement.execute(
          """
          INSERT INTO organisation (id, kind, name) VALUES (1, 'COUNCIL', 'Somebody');
          INSERT INTO release (id, code, publication, title, published_on, source)
            VALUES (900, 'newer', 'children-in-need', 'Newer', current_date, 'a test');
          INSERT INTO edition (id, release_id, table_code, access_class, embargoed_until, owner_organisation_id)
            VALUES (900, 900, 'children-in-need/c1', '%1$s', %2$s, 1);
          INSERT INTO period (id, type, starts_on, ends_on, year, code)
            VALUES (900, 'REPORTING_YEAR', '2029-04-01', '2030-03-31', 2030, '2030');
          INSERT INTO source_file (id, edition_id, name, sha256, bytes, mapping)
            VALUES (900, 900, 'newer.csv', repeat('0', 64), 1, 'none');
          INSERT INTO edition_coverage (edition_id, indicator_id, period_id)
            SELECT 900, indicator.id, period.id FROM indicator, period
            WHERE indicator.code = 're-referrals-percent' AND period.type = 'REPORTING_YEAR'
              AND period.year IN (2025, 2030);
          INSERT INTO breakdown (id, code) VALUES (900, 'hidden=dimension');
          INSERT INTO observation (indicator_id, edition_id, period_id, breakdown_id, area_id, owner_organisation_id,
              access_class, embargoed_until, value, source_file_id, source_name, source_line)
            SELECT coverage.indicator_id, 900, coverage.period_id, breakdown.id, area.id, 1, '%1$s', %2$s, 99.9, 900, 'newer.csv', 1
            FROM edition_coverage AS coverage, area, breakdown
            WHERE coverage.edition_id = 900 AND area.kind = 'COUNCIL' AND breakdown.id IN (0, 900)
          """
              .formatted(accessClass, until));
    }
  }
}
