package org.sightline.governance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.BesideOthers;
import org.sightline.tenancy.Viewer;

/** A council's homes are its own; what others may see is a count of them. */
@BesideOthers
class ChildrensHomesTest {
  private static final String SOURCE = "source: \"Report to Cabinet\", paragraph: \"5.8\"";
  private static final String COUNTS =
      "{ childrensHomeCounts(at: \"2021-12-31\") { council { code } asAt homes byGrade { gradeCode gradeName homes } notYetInspected accessClass source } }";

  /** As Hull's paper tells of February 2021. */
  private static final Map<String, String> GRADES = new LinkedHashMap<>();

  static {
    List.of("A", "B", "C").forEach(name -> GRADES.put(name, "\"Outstanding\""));
    List.of("D", "E", "1123", "G").forEach(name -> GRADES.put(name, "\"good\""));
    GRADES.put("H", "\"Requires Improvement\"");
    List.of("I", "J", "K", "L").forEach(name -> GRADES.put(name, "null"));
  }

  private Governed governed;

  @BeforeEach
  void start() throws SQLException {
    governed = new Governed();
    try (Connection owner = governed.sightline.database().connect();
        Statement statement = owner.createStatement()) {
      statement.execute(
          """
          INSERT INTO grade (scale_code, code, name, position, aliases)
          VALUES ('ofsted-four-point', 'outstanding', 'Outstanding', 1, '{}'), ('ofsted-four-point', 'good', 'Good', 2, '{}'),
            ('ofsted-four-point', 'requires-improvement', 'Requires improvement to be good', 3, '{requires improvement}'),
            ('ofsted-four-point', 'inadequate', 'Inadequate', 4, '{}')
          ON CONFLICT DO NOTHING
          """);
    }
  }

  @AfterEach
  void stop() {
    if (governed != null) {
      governed.close();
    }
  }

  @Test
  void hullsHomesAreCountedByGradeAndThoseNotInspectedYetAreToldApart() {
    recordHulls();

    JsonNode given = giveOut("COUNCIL_ONLY").get("counts");

    assertThat(given.get("homes").asInt()).isEqualTo(12);
    assertThat(given.get("byGrade").findValuesAsText("homes")).containsExactly("3", "4", "1", "0");
    assertThat(given.get("notYetInspected").asInt()).isEqualTo(4);
    assertThat(governed.ask(governed.hullAnalyst, COUNTS).at("/childrensHomeCounts/0").toString())
        .isEqualTo(
            "{\"council\":{\"code\":\"E06000010\"},\"asAt\":\"2021-02\",\"homes\":12,\"byGrade\":["
                + "{\"gradeCode\":\"outstanding\",\"gradeName\":\"Outstanding\",\"homes\":3},"
                + "{\"gradeCode\":\"good\",\"gradeName\":\"Good\",\"homes\":4},"
                + "{\"gradeCode\":\"requires-improvement\",\"gradeName\":\"Requires improvement to be good\",\"homes\":1},"
                + "{\"gradeCode\":\"inadequate\",\"gradeName\":\"Inadequate\",\"homes\":0}],"
                + "\"notYetInspected\":4,\"accessClass\":\"COUNCIL_ONLY\",\"source\":\"Report to Cabinet\"}");
  }

  @Test
  void noAgreementOpensAHomeAndCountsGoByTheirClass() {
    recordHulls();
    String id =
        governed
            .ask(governed.hullAnalyst, "{ childrensHomes { id name } }")
            .at("/childrensHomes/0/id")
            .asText();
    List<Viewer> others =
        List.of(governed.adviser, governed.otherAdviser, governed.yorkAnalyst, governed.partner);

    assertThat(others)
        .allSatisfy(
            viewer -> {
              assertThat(
                      governed.ask(
                          viewer, "{ childrensHomes(closed: true) { name grades { source } } }"))
                  .hasToString("{\"childrensHomes\":[]}");
              assertThat(governed.ask(viewer, "{ node(id: \"%s\") { id } }".formatted(id)))
                  .hasToString("{\"node\":null}");
            });
    assertThat(seenBy(others)).containsExactly(0, 0, 0, 0);
    JsonNode _ = giveOut("COUNCIL_ONLY");
    assertThat(seenBy(others)).containsExactly(0, 0, 0, 0);
    JsonNode _ = giveOut("SHARED");
    assertThat(governed.log(governed.hull)).isEmpty();
    assertThat(seenBy(others)).containsExactly(1, 0, 0, 0);
    assertThat(governed.log(governed.hull))
        .containsExactly("Member adviser INSPECTIONS 5 " + governed.assignment);
    JsonNode _ = giveOut("PUBLISHED");
    assertThat(seenBy(others)).containsExactly(1, 1, 1, 1);
    assertThat(governed.sightline.ask(COUNTS).get("childrensHomeCounts")).hasSize(1);
    assertThat(governed.log(governed.hull)).hasSize(1);
  }

  @Test
  void theLatestGradeIsTheOneKnownOnTheDay() {
    String home = record("Lime", "openedOn: \"2019-01-01\"");
    grade(home, "2020-03", "null");
    grade(home, "2021-02", "\"good\"");
    String asked =
        "{ childrensHomes { name latest(at: \"%s\") { asAt gradeCode gradeName notYetInspected paragraph } grades { asAt } version } }";

    assertThat(
            governed
                .ask(governed.hullAnalyst, asked.formatted("2020-12-31"))
                .at("/childrensHomes/0"))
        .hasToString(
            "{\"name\":\"Lime\",\"latest\":{\"asAt\":\"2020-03\",\"gradeCode\":null,\"gradeName\":null,\"notYetInspected\":true,\"paragraph\":\"5.8\"},\"grades\":[{\"asAt\":\"2021-02\"},{\"asAt\":\"2020-03\"}],\"version\":0}");
    assertThat(
            governed
                .ask(governed.hullAnalyst, asked.formatted("2021-02-01"))
                .at("/childrensHomes/0/latest/gradeName")
                .asText())
        .isEqualTo("Good");
    grade(home, "2021-02", "\"inadequate\"");
    assertThat(
            governed
                .ask(governed.hullAnalyst, asked.formatted("2021-02-01"))
                .findValuesAsText("gradeCode"))
        .containsExactly("inadequate");
    assertThat(
            governed
                .ask(governed.hullAnalyst, asked.formatted("2019-06-01"))
                .at("/childrensHomes/0/latest")
                .isNull())
        .isTrue();
  }

  @Test
  void aHomeThatHasClosedIsCountedNoMore() {
    String home = record("Lime", "openedOn: \"2019-01-01\"");
    String other = record("Ash", "");
    grade(home, "2020-03", "\"good\"");
    grade(other, "2020-03", "\"outstanding\"");
    JsonNode closed =
        governed.done(
            governed.hullContributor,
            "amendChildrensHome",
            "id: \"%s\", version: 0, closedOn: \"2021-01-31\"".formatted(home),
            "home { name openedOn closedOn version }");

    assertThat(closed.get("home"))
        .hasToString(
            "{\"name\":\"Lime\",\"openedOn\":\"2019-01-01\",\"closedOn\":\"2021-01-31\",\"version\":1}");
    assertThat(giveOut("COUNCIL_ONLY").at("/counts/homes").asInt()).isEqualTo(1);
    assertThat(
            governed
                .ask(governed.hullAnalyst, "{ childrensHomes { name } }")
                .findValuesAsText("name"))
        .containsExactly("Ash");
    assertThat(
            governed
                .ask(governed.hullAnalyst, "{ childrensHomes(closed: true) { name } }")
                .findValuesAsText("name"))
        .containsExactly("Ash", "Lime");
    assertThat(
            governed
                .change(
                    governed.hullContributor,
                    "amendChildrensHome",
                    "id: \"%s\", version: 0, name: \"Oak\"".formatted(home),
                    "home { id }")
                .at("/errors/0/message")
                .asText())
        .isEqualTo("Somebody has changed it since: now it is version 1.");
  }

  @Test
  void aHomeOfWhichNothingIsKnownStopsTheCountRatherThanBeingLeftOut() {
    assertThat(mistake(giveOutPayload("SHARED")))
        .isEqualTo("No home of your council is recorded as open in February 2021.");
    String _ = record("Lime", "");
    assertThat(mistake(giveOutPayload("SHARED")))
        .isEqualTo(
            "Nothing is recorded by then of Lime: record a grade, or that it had not been inspected yet.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "grade: \"splendid\" | There is no grade 'splendid'. Allowed: outstanding, good, requires-improvement, inadequate; leave it out for a home that had not been inspected yet.",
        "inspectedOn: \"2021-01-01\" | A home that had not been inspected yet has no day of inspection: name its grade, or leave the day out.",
      })
  void whatCannotBeIsTold(String input, String message) {
    String home = record("Lime", "");
    assertThat(
            mistake(
                governed.change(
                    governed.hullContributor,
                    "recordChildrensHomeGrade",
                    "home: \"%s\", asAt: \"2021-02\", %s, %s".formatted(home, SOURCE, input),
                    "home { id }")))
        .isEqualTo(message);
    assertThat(
            mistake(
                governed.change(
                    governed.hullContributor,
                    "recordChildrensHome",
                    "name: \"Lime\"",
                    "home { id }")))
        .isEqualTo("Your council has a children's home of the name 'Lime' already.");
    assertThat(
            mistake(
                governed.change(
                    governed.yorkContributor,
                    "recordChildrensHomeGrade",
                    "home: \"%s\", asAt: \"2021-02\", %s".formatted(home, SOURCE),
                    "home { id }")))
        .isEqualTo("Your council has no children's home of that id.");
  }

  @Test
  void manyHomesTakeAsManyStatementsAsOne() {
    String asked = "{ childrensHomes { name latest { gradeName } grades { source } } }";
    grade(record("Lime", ""), "2020-03", "\"good\"");
    long one = governed.statements(governed.hullAnalyst, asked);
    recordHulls();

    assertThat(governed.statements(governed.hullAnalyst, asked)).isEqualTo(one);
  }

  private List<Integer> seenBy(List<Viewer> viewers) {
    return viewers.stream()
        .map(viewer -> governed.ask(viewer, COUNTS).get("childrensHomeCounts").size())
        .toList();
  }

  private void recordHulls() {
    GRADES.forEach((name, grade) -> grade(record(name, ""), "2021-02", grade));
  }

  private String record(String name, String more) {
    return governed
        .done(
            governed.hullContributor,
            "recordChildrensHome",
            "name: \"%s\" %s".formatted(name, more),
            "home { id }")
        .at("/home/id")
        .asText();
  }

  private void grade(String home, String asAt, String grade) {
    JsonNode _ =
        governed.done(
            governed.hullContributor,
            "recordChildrensHomeGrade",
            "home: \"%s\", asAt: \"%s\", grade: %s, %s".formatted(home, asAt, grade, SOURCE),
            "home { id }");
  }

  private JsonNode giveOut(String accessClass) {
    JsonNode payload = giveOutPayload(accessClass);
    assertThat(payload.get("errors")).isEmpty();
    return payload;
  }

  private JsonNode giveOutPayload(String accessClass) {
    return governed.change(
        governed.hullOwner,
        "giveOutChildrensHomeCounts",
        "asAt: \"2021-02\", accessClass: %s, source: \"Report to Cabinet\"".formatted(accessClass),
        "counts { homes byGrade { homes } notYetInspected }");
  }

  private static String mistake(JsonNode payload) {
    return payload.at("/errors/0/message").asText();
  }
}
