package org.sightline.benchmark.independent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.BesideOthers;
import org.sightline.TestSightline;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;
import org.sightline.tenancy.Sql;

/**
 * The care-leaver and stability files whole: every count and percentage of every council and of
 * England in one year is found again through the API, and totals over ages are those of SQL over
 * the raw files.
 */
@BesideOthers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeFilesTest {
  private static final String STANDINGS =
      """
      england { value missing observation { numerator numeratorMissing } }
      standings { area { code ... on Council { codes { scheme code } } } value missing numerator
        observation { numeratorMissing derived } }
      """;

  private Database scratch;
  private Connection connection;
  private @Nullable TestSightline sightline;

  @BeforeAll
  void start() throws Exception {
    sightline = TestSightline.withOfficialReleases();
    scratch = TestPostgres.freshDatabase();
    connection = scratch.connect();
    execute(Sql.beside(IndependentAnswers.class, "tables.sql"));
    RawFiles files = new RawFiles(connection);
    files.load("ees/la_care_leavers_activity.csv");
    files.load("ees/la_care_leavers_accommodation_suitability.csv");
    files.load("ees/la_cla_placement_stability.csv");
    execute(Sql.beside(WholeFilesTest.class, "whole-files.sql"));
  }

  @AfterAll
  void stop() throws Exception {
    if (connection != null) {
      connection.close();
      TestPostgres.drop(scratch);
    }
    if (sightline != null) {
      sightline.close();
    }
  }

  @Test
  void everyRowOfTheFilesIsOneThatAMeasureAsksFor() throws SQLException {
    assertThat(texts("SELECT DISTINCT row_kind FROM cell WHERE indicator IS NULL")).isEmpty();
    assertThat(texts("SELECT count(DISTINCT row_kind) FROM cell")).containsExactly("38");
    assertThat(texts("SELECT count(*) FROM raw_row")).containsExactly("31730");
  }

  @Test
  void rowsOfCouncilsThatHaveEndedSayNothing() throws SQLException {
    assertThat(texts("SELECT DISTINCT concat_ws(' ', counted, share) FROM of_ended"))
        .containsExactly("z z");
  }

  @Test
  void everyCellOfACouncilAndOfEnglandIsFoundAgain() throws SQLException {
    Map<String, String> ours = ours();
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (String cell :
        texts(
            "SELECT concat_ws('|', indicator, age, area, what, figure) FROM cell WHERE year = 2025")) {
      int end = cell.lastIndexOf('|');
      String key = cell.substring(0, end);
      String figure = cell.substring(end + 1);
      @Nullable String found = ours.get(key);
      compared++;
      if (!figure.equals(found)) {
        differences.add(cell + " but " + found);
      }
    }

    assertThat(differences).isEmpty();
    // England and 153 councils, each 2 ages of 25 cells on activity and 8 on accommodation, 12 on
    // stability.
    assertThat(compared).isEqualTo(154 * (2 * 25 + 2 * 8 + 12));
  }

  @Test
  void theTotalsOfTheAgesAreThoseOfSqlOverTheRawFiles() throws SQLException {
    int summed = 0;
    for (String indicator :
        texts("SELECT DISTINCT indicator FROM cell WHERE age <> '' ORDER BY 1")) {
      JsonNode total =
          sightline()
              .ask(
                  "{ benchmarkByDimension(indicator: \"%s\", dimension: \"age\", period: \"2025\") { total { derived noTotalBecause benchmark { %s } } } }"
                      .formatted(indicator, STANDINGS))
              .at("/benchmarkByDimension/total");
      Map<String, String> ours = new TreeMap<>();
      put(ours, "", total.at("/benchmark"));
      Map<String, String> theirs = totals(indicator);
      for (Map.Entry<String, String> one : theirs.entrySet()) {
        assertThat(ours).as(indicator).containsEntry(one.getKey(), one.getValue());
        summed += one.getValue().matches("[0-9]+") ? 1 : 0;
      }
      assertThat(theirs).hasSize(154);
      assertThat(total.at("/derived").asBoolean()).as(indicator).isTrue();
    }

    assertThat(summed).isGreaterThan(1_000);
  }

  private Map<String, String> totals(String indicator) throws SQLException {
    Map<String, String> totals = new TreeMap<>();
    texts(
            "SELECT concat_ws('|', '', area, 'value', figure) FROM total WHERE indicator = '%s'"
                .formatted(indicator))
        .forEach(
            text -> {
              int end = text.lastIndexOf('|');
              totals.put(text.substring(0, end), text.substring(end + 1));
            });
    return totals;
  }

  /** By indicator, age, area and what, the figure or the reason. */
  private Map<String, String> ours() throws SQLException {
    Map<String, String> ours = new TreeMap<>();
    for (String indicator : texts("SELECT DISTINCT indicator FROM cell WHERE age <> ''")) {
      for (JsonNode column :
          sightline()
              .ask(
                  "{ benchmarkByDimension(indicator: \"%s\", dimension: \"age\", period: \"2025\") { columns { member benchmark { %s } } } }"
                      .formatted(indicator, STANDINGS))
              .at("/benchmarkByDimension/columns")) {
        put(ours, indicator + "|" + column.at("/member").asText() + "|", column.at("/benchmark"));
      }
    }
    for (String indicator : texts("SELECT DISTINCT indicator FROM cell WHERE age = ''")) {
      JsonNode benchmark =
          sightline()
              .ask(
                  "{ benchmark(indicator: \"%s\", period: \"2025\") { %s } }"
                      .formatted(indicator, STANDINGS))
              .at("/benchmark");
      put(ours, indicator + "||", benchmark);
    }
    return ours;
  }

  private static void put(Map<String, String> ours, String before, JsonNode benchmark) {
    String prefix = before.isEmpty() ? "|" : before;
    JsonNode england = benchmark.at("/england");
    ours.put(prefix + "E92000001|value", figure(england.at("/value"), england.at("/missing")));
    JsonNode ofEngland = england.at("/observation");
    ours.put(
        prefix + "E92000001|numerator",
        figure(ofEngland.at("/numerator"), ofEngland.at("/numeratorMissing")));
    for (JsonNode standing : benchmark.at("/standings")) {
      for (JsonNode code : standing.at("/area/codes")) {
        String area = prefix + code.at("/code").asText();
        ours.put(area + "|value", figure(standing.at("/value"), standing.at("/missing")));
        ours.put(
            area + "|numerator",
            figure(standing.at("/numerator"), standing.at("/observation/numeratorMissing")));
      }
    }
  }

  private static String figure(JsonNode value, JsonNode missing) {
    return value.isNull() ? missing.asText() : value.asText();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private TestSightline sightline() {
    return Objects.requireNonNull(sightline);
  }
}
