package org.sightline.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.DemonstrationPeople.ADVISER;
import static org.sightline.DemonstrationPeople.ASHMERE;
import static org.sightline.DemonstrationPeople.BRACKENDALE;
import static org.sightline.DemonstrationPeople.FENWICK_BAY;
import static org.sightline.DemonstrationPeople.GORSEFIELD;
import static org.sightline.DemonstrationPeople.HARROWBECK;
import static org.sightline.DemonstrationPeople.HULL_ANALYST;
import static org.sightline.DemonstrationPeople.NORTHMERE_PARTNER;
import static org.sightline.DemonstrationPeople.OPERATOR;
import static org.sightline.DemonstrationPeople.YORKSHIRE_PARTNER;
import static org.sightline.DemonstrationPeople.YORK_ANALYST;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.TestSightline;
import org.sightline.tenancy.Viewer;

/** What each of the demonstration's people sees of the others' unpublished figures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationTest {
  private TestSightline sightline;

  @BeforeAll
  void start() {
    sightline = TestSightline.withDemonstration();
  }

  @AfterAll
  void stop() {
    sightline.close();
  }

  @Test
  void everyRowOfEveryReturnStands() throws SQLException {
    assertThat(texts("SELECT DISTINCT state || ' ' || (report ->> 'rowsRejected') FROM import_run"))
        .containsExactly("IMPORTED 0");
    assertThat(
            texts(
                """
                SELECT access_class || ' ' || count(*) FROM edition
                WHERE owner_organisation_id IS NOT NULL GROUP BY access_class ORDER BY 1
                """))
        .containsExactly("COUNCIL_ONLY 2", "EMBARGOED 1", "SHARED 10");
  }

  @Test
  void loadingItAgainChangesNothing() throws SQLException {
    List<String> before = texts("SELECT count(*) FROM observation");
    List<String> progress = new ArrayList<>();

    sightline.get(Demonstration.class).load(progress::add);

    assertThat(progress).hasSize(13).allMatch(step -> step.endsWith(" stands already."));
    assertThat(texts("SELECT count(*) FROM observation")).isEqualTo(before);
  }

  @Test
  void thePartnershipSeesFiveCouncilsFigures() {
    assertThat(withValue(NORTHMERE_PARTNER, "contacts-received", "2026-05"))
        .containsExactly("Ashmere", "Brackendale", "Coldwater Vale", "Dunmarsh", "Eastmoor");
  }

  @Test
  void eastmoorsAgreementIsNarrowedToTwoIndicatorsFrom2026() {
    assertThat(withValue(NORTHMERE_PARTNER, "contacts-received", "2025-12"))
        .containsExactly("Ashmere", "Brackendale", "Coldwater Vale", "Dunmarsh");
    assertThat(withValue(NORTHMERE_PARTNER, "contacts-to-referrals-percent", "2026-05"))
        .containsExactly("Ashmere", "Brackendale", "Coldwater Vale", "Dunmarsh");
  }

  @Test
  void thoseWhoSignedTheProtocolSeeOneAnother() {
    for (Viewer signatory : List.of(ASHMERE, BRACKENDALE, FENWICK_BAY)) {
      assertThat(withValue(signatory, "contacts-received", "2026-05"))
          .containsExactly(
              "Ashmere", "Brackendale", "Coldwater Vale", "Dunmarsh", "Eastmoor", "Fenwick Bay");
    }
    assertThat(withValue(GORSEFIELD, "contacts-received", "2026-05")).containsExactly("Gorsefield");
    assertThat(withValue(HARROWBECK, "contacts-received", "2026-05")).containsExactly("Harrowbeck");
  }

  @Test
  void whatACouncilHasNotReleasedItDoesNotSeeOfTheOthers() {
    assertThat(withValue(FENWICK_BAY, "supervisions-completed-percent", "2026-05")).isEmpty();
    assertThat(withValue(BRACKENDALE, "contacts-received", "2026-09")).isEmpty();
    assertThat(withValue(ASHMERE, "contacts-received", "2026-09"))
        .containsExactly("Ashmere", "Coldwater Vale", "Dunmarsh", "Eastmoor", "Fenwick Bay");
  }

  @Test
  void anEmbargoedMonthIsItsOwnersAlone() {
    assertThat(withValue(FENWICK_BAY, "contacts-received", "2026-10"))
        .containsExactly("Fenwick Bay");
    assertThat(withValue(ASHMERE, "contacts-received", "2026-10"))
        .containsExactly("Ashmere", "Coldwater Vale", "Dunmarsh", "Eastmoor");
  }

  @Test
  void theAdviserSeesHullsAndHerefordshiresAndNotYorks() {
    assertThat(values(ADVISER, "E06000010", "adoption-decisions")).containsExactly("55", "87");
    assertThat(values(ADVISER, "E06000019", "supervisions-completed-percent"))
        .containsExactly("62", "84");
    assertThat(values(ADVISER, "E06000014", "average-caseload-local")).isEmpty();
    assertThat(values(YORKSHIRE_PARTNER, "E06000014", "average-caseload-local"))
        .containsExactly("22");
  }

  @Test
  void yorkIsToldTheTwoOfHullsPeriodsThatItsAgreementCovers() {
    assertThat(values(HULL_ANALYST, "E06000010", "assessments-within-45-days-local"))
        .containsExactly("89", "60.1", "58", "58");
    assertThat(values(YORK_ANALYST, "E06000010", "assessments-within-45-days-local"))
        .containsExactly("60.1", "58");
  }

  @Test
  void whatACouncilKeepsToItselfNobodyElseSees() {
    assertThat(values(HULL_ANALYST, "E06000010", "team-manager-vacancies"))
        .containsExactly("10", "5");
    for (Viewer other : List.of(ADVISER, YORKSHIRE_PARTNER, YORK_ANALYST, OPERATOR)) {
      assertThat(values(other, "E06000010", "team-manager-vacancies")).isEmpty();
    }
  }

  @Test
  void nobodyWithoutATokenSeesAnyOfIt() {
    assertThat(withValue(Viewer.ANONYMOUS, "contacts-received", "2026-05")).isEmpty();
    assertThat(values(Viewer.ANONYMOUS, "E06000010", "adoption-decisions")).isEmpty();
  }

  /** The councils of Northmere for which the viewer is told a value, by name. */
  private List<String> withValue(Viewer viewer, String indicator, String period) {
    JsonNode answer =
        sightline.answer(
            viewer,
            """
            { benchmark(indicator: "%s", period: "%s", among: {region: "Northmere"}) {
                standings { area { name } value } } }
            """
                .formatted(indicator, period));
    return each(answer.at("/data/benchmark/standings"))
        .filter(standing -> !standing.path("value").isNull())
        .map(standing -> standing.at("/area/name").asText())
        .sorted()
        .toList();
  }

  /** A council's values that the viewer is told, of every type of period, the oldest first. */
  private List<String> values(Viewer viewer, String council, String indicator) {
    JsonNode types =
        sightline
            .ask(viewer, "{ indicator(code: \"%s\") { periodTypes } }".formatted(indicator))
            .at("/indicator/periodTypes");
    return each(types)
        .flatMap(type -> points(viewer, council, indicator, type.asText()))
        .filter(point -> !point.path("value").isNull())
        .sorted(Comparator.comparing(point -> point.at("/period/endsOn").asText()))
        .map(point -> point.path("value").asText())
        .toList();
  }

  private Stream<JsonNode> points(Viewer viewer, String council, String indicator, String type) {
    return each(
        sightline
            .ask(
                viewer,
                "{ trend(council: \"%s\", indicator: \"%s\", periodType: %s) { points { value period { endsOn } } } }"
                    .formatted(council, indicator, type))
            .at("/trend/points"));
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private List<String> texts(String sql) throws SQLException {
    try (Connection owner = sightline.database().connect();
        Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
