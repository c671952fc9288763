package org.sightline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.SharedWorld;
import org.sightline.SharedWorld.Organisation;
import org.sightline.TestSightline;
import org.sightline.indicator.AccessClass;
import org.sightline.tenancy.OrganisationKind;
import org.sightline.tenancy.Role;
import org.sightline.tenancy.Viewer;

/**
 * What councils bring themselves, beside official figures: who sees it, which of several stands,
 * and what is computed from it. In 2026 there are councils' figures only.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CouncilFiguresTest {
  private static final String RE_REFERRALS = "re-referrals-percent";
  private static final String LOOKED_AFTER = "children-looked-after-rate";

  private TestSightline sightline;
  private SharedWorld world;
  private Organisation hull;
  private Organisation leeds;
  private Viewer partner;
  private int hullAgreement;

  @BeforeAll
  void start() {
    sightline = TestSightline.withFirstFigures();
    world = new SharedWorld(sightline.database());
    world.reportingYear(2026);
    world.reportingYear(2027);
    for (String day : List.of("2025-06-30", "2026-03-31")) {
      LocalDate date = LocalDate.parse(day);
      world.period("SNAPSHOT", day, date, date, date.getYear());
    }
    Organisation region = world.organisation("yorkshire", OrganisationKind.REGIONAL_BODY);
    partner = world.member(region, "partner", Role.ANALYST);
    hull = world.council("E06000010");
    leeds = world.council("E08000035");
    Organisation wakefield = world.council("E08000036");
    Organisation kirklees = world.council("E08000034");
    Organisation calderdale = world.council("E08000033");
    Organisation york = world.council("E06000014");
    Organisation bradford = world.council("E08000032");
    Organisation sheffield = world.council("E08000039");
    Organisation doncaster = world.council("E08000017");

    hullAgreement = world.agreement(hull, region).make();
    for (Organisation shares : List.of(leeds, wakefield, kirklees, calderdale, bradford)) {
      world.agreement(shares, region).make();
    }
    world.agreement(york, region).over(LOOKED_AFTER).make();
    world.agreement(sheffield, region).signedBy(region).make();

    share(hull, "21.0");
    share(leeds, "18.5");
    share(wakefield, "25.0");
    share(kirklees, "18.5");
    world
        .councilReturn(calderdale)
        .ofClass(AccessClass.SHARED)
        .missing(RE_REFERRALS, "2026", "SUPPRESSED")
        .add();
    share(york, "12.3");
    share(sheffield, "9.9");
    share(doncaster, "28.0");
    world.councilReturn(bradford).figure(RE_REFERRALS, "2026", "30.0").add();
  }

  private void share(Organisation council, String value) {
    world
        .councilReturn(council)
        .ofClass(AccessClass.SHARED)
        .figure(RE_REFERRALS, "2026", value)
        .add();
  }

  @AfterAll
  void stop() {
    world.close();
    sightline.close();
  }

  @ParameterizedTest
  @CsvSource({
    "e06000010-owner, E06000010, 21.0",
    "e08000032-owner, E08000032, 30.0",
    "e06000014-owner, E06000014, 12.3",
    "e06000014-owner, E06000010, ",
    "e08000017-owner, E08000032, ",
    "partner, E06000010, 21.0",
    "partner, E08000035, 18.5",
    "partner, E06000014, ",
    "partner, E08000032, ",
    "partner, E08000039, ",
    "partner, E08000017, ",
    "anonymous, E06000010, "
  })
  void aFigureIsSeenByItsOwnersAndByThoseWhomAnAgreementLets(
      String viewer, String council, String value) {
    JsonNode points =
        ask(
            new Viewer(viewer),
            """
            { trend(council: "%s", indicator: "%s") { points { period { code } value observation { accessClass } } } }
            """
                .formatted(council, RE_REFERRALS),
            "/trend/points");

    List<String> inSixth =
        StreamSupport.stream(points.spliterator(), false)
            .filter(point -> point.at("/period/code").asText().equals("2026"))
            .map(point -> point.at("/value").asText())
            .toList();
    assertThat(inSixth).isEqualTo(value == null ? List.of() : List.of(value));
  }

  @Test
  void aBenchmarkIsComputedFromWhatItsViewerMaySeeAndNothingElse() {
    Map<String, Double> visible =
        Map.of(
            "Kingston upon Hull, City of",
            21.0,
            "Leeds",
            18.5,
            "Wakefield",
            25.0,
            "Kirklees",
            18.5);

    JsonNode benchmark =
        ask(
            partner,
            """
            { benchmark(indicator: "re-referrals-percent", period: "2026", among: {region: "E12000003"}) {
                summary { n size lowerQuartile median upperQuartile mean missing { reason areas { name } } }
                basis { bandsOver text }
                standings { area { name } value missing rank { position of sharedBy } band } } }
            """,
            "/benchmark");

    assertThat(benchmark.at("/summary/n").asInt()).isEqualTo(4);
    assertThat(benchmark.at("/summary/size").asInt()).isEqualTo(15);
    assertThat(benchmark.at("/summary/lowerQuartile").asDouble()).isEqualTo(type7(visible, 0.25));
    assertThat(benchmark.at("/summary/median").asDouble()).isEqualTo(type7(visible, 0.5));
    assertThat(benchmark.at("/summary/upperQuartile").asDouble()).isEqualTo(type7(visible, 0.75));
    assertThat(benchmark.at("/summary/mean").asDouble()).isEqualTo(20.75);
    assertThat(benchmark.at("/summary/missing/0/reason").asText()).isEqualTo("SUPPRESSED");
    assertThat(benchmark.at("/summary/missing/0/areas").findValuesAsText("name"))
        .containsExactly("Calderdale");
    assertThat(benchmark.at("/summary/missing/1/reason").asText()).isEqualTo("NOT_COLLECTED");
    assertThat(benchmark.at("/summary/missing/1/areas")).hasSize(10);
    assertThat(benchmark.at("/basis/bandsOver").asInt()).isEqualTo(4);
    assertThat(benchmark.at("/basis/text").asText())
        .contains("4 of 15", "as given by 5 councils' returns");
    Map<String, Double> standings = new TreeMap<>();
    benchmark
        .at("/standings")
        .forEach(
            one -> {
              if (one.at("/value").isNull()) {
                assertThat(one.at("/rank").isNull()).isTrue();
                return;
              }
              double value = one.at("/value").asDouble();
              standings.put(one.at("/area/name").asText(), value);
              assertThat(one.at("/rank/position").asLong()).isEqualTo(1 + below(visible, value));
              assertThat(one.at("/rank/of").asInt()).isEqualTo(4);
              assertThat(one.at("/band").asText()).isEqualTo(band(visible, value));
            });
    assertThat(standings).isEqualTo(new TreeMap<>(visible));
  }

  @Test
  void theNewestPeriodIsThatOfOfficialFigures() {
    assertThat(
            ask(
                partner,
                "{ benchmark(indicator: \"%s\") { period { code } } }",
                "/benchmark/period/code"))
        .hasToString("\"2025\"");
  }

  @Test
  void aPeriodThatOnlyHiddenFiguresHaveIsUnknown() {
    String question =
        "{ benchmark(indicator: \"re-referrals-percent\", period: \"2026\") { summary { n } } }";

    assertThat(sightline.mistake(question)).contains("no period '2026'").endsWith("2025.");
    assertThat(sightline.answer(partner, question).at("/data/benchmark/summary/n").asInt())
        .isEqualTo(4);
  }

  @Test
  void whatOfficialFiguresSayStandsBeItThatTheValueIsMissing() {
    Organisation city = world.council("E09000001");
    world.councilReturn(hull).figure(RE_REFERRALS, "2025", "1.1").add();
    world.councilReturn(city).figure(LOOKED_AFTER, "2025-03-31", "55").add();

    assertThat(value(hull, "E06000010", RE_REFERRALS, "2025")).isEqualTo("21.7");
    assertThat(missing(city, "E09000001", LOOKED_AFTER, "2025-03-31")).isEqualTo("SUPPRESSED");
  }

  @Test
  void aJointReturnSpeaksForItsCouncils() {
    String agency = "social-worker-agency-rate";
    Organisation kingston = world.council("E09000021");
    String period =
        sightline
            .ask("{ benchmark(indicator: \"%s\") { period { code } } }".formatted(agency))
            .at("/benchmark/period/code")
            .asText();
    world.councilReturn(kingston).figure(agency, period, "3.3").add();

    assertThat(missing(kingston, "E09000021", agency, period)).isEqualTo("REPORTED_JOINTLY");
  }

  @Test
  void theNewestOfAnOwnersReturnsStandsAmongThoseTheViewerMaySee() {
    String indicator = "children-in-need-started";
    world
        .councilReturn(hull)
        .ofClass(AccessClass.SHARED)
        .publishedOn("2025-11-01")
        .figure(indicator, "2026", "100")
        .add();
    world
        .councilReturn(hull)
        .ofClass(AccessClass.SHARED)
        .publishedOn("2025-11-10")
        .figure(indicator, "2026", "110")
        .add();
    world.councilReturn(hull).publishedOn("2025-11-20").figure(indicator, "2026", "120").add();

    assertThat(value(hull, "E06000010", indicator, "2026")).isEqualTo("120");
    assertThat(valueFor(partner, "E06000010", indicator, "2026", "")).isEqualTo("110");
    assertThat(valueFor(partner, "E06000010", indicator, "2026", ", asAt: \"2025-11-05\""))
        .isEqualTo("100");
  }

  @Test
  void anAgreementOverSomePeriodsShowsTheBreakdownsOfThese() {
    String indicator = "children-in-need-ended";
    Organisation east = world.council("E06000011");
    Organisation asker = world.council("E06000012");
    world
        .agreement(east, asker)
        .between(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31))
        .make();
    world
        .councilReturn(east)
        .ofClass(AccessClass.SHARED)
        .figure(indicator, "2026", "age=0-4", "7")
        .figure(indicator, "2027", "age=5-9", "8")
        .add();
    String question =
        "{ indicator(code: \"%s\") { periods { code } dimensions { members } releases { code } } }"
            .formatted(indicator);

    JsonNode seen = ask(asker.dataOwnerViewer(), question, "/indicator");
    JsonNode owned = ask(east.dataOwnerViewer(), question, "/indicator");

    assertThat(seen.at("/dimensions/0/members")).hasToString("[\"0-4\"]");
    assertThat(seen.at("/periods").findValuesAsText("code")).containsExactly("2026");
    assertThat(seen.at("/releases")).hasSize(1);
    assertThat(owned.at("/dimensions/0/members")).hasToString("[\"0-4\",\"5-9\"]");
    assertThat(ask(Viewer.ANONYMOUS, question, "/indicator"))
        .hasToString("{\"periods\":[],\"dimensions\":[],\"releases\":[]}");
    assertThat(
            sightline
                .answer(
                    asker.dataOwnerViewer(),
                    """
                    { benchmark(indicator: "%s", period: "2026", breakdown: [{dimension: "age", member: "5-9"}]) {
                        summary { n } } }
                    """
                        .formatted(indicator))
                .at("/errors/0/message")
                .asText())
        .endsWith("Allowed: age: 0-4.");
  }

  @Test
  void aDerivedFigureIsOfTheStrictestClassOfItsPartsAndCountsThemAll() {
    world
        .councilReturn(leeds)
        .ofClass(AccessClass.SHARED)
        .figure("children-in-need-at-31-march", "2026-03-31", "500")
        .figure("population-aged-0-to-17", "2025-06-30", "20000")
        .add();
    world
        .councilReturn(hull)
        .ofClass(AccessClass.SHARED)
        .figure("children-in-need-at-31-march", "2026-03-31", "600")
        .add();
    world.councilReturn(hull).figure("population-aged-0-to-17", "2025-06-30", "30000").add();
    String question =
        """
        query derived_%1$s { benchmark(indicator: "children-in-need-rate", period: "2026-03-31", among: {councils: ["%1$s"]}) {
            standings { value missing observation { accessClass derivedFrom releases { official } } } } }
        """;

    JsonNode ofLeeds = ask(partner, question.formatted("E08000035"), "/benchmark/standings/0");
    assertThat(ofLeeds.at("/value")).hasToString("250.0");
    assertThat(ofLeeds.at("/observation/accessClass").asText()).isEqualTo("SHARED");
    JsonNode ofHull = ask(partner, question.formatted("E06000010"), "/benchmark/standings/0");
    assertThat(ofHull.at("/missing").asText()).isEqualTo("NOT_COLLECTED");
    JsonNode own =
        ask(hull.dataOwnerViewer(), question.formatted("E06000010"), "/benchmark/standings/0");
    assertThat(own.at("/value")).hasToString("200.0");
    assertThat(own.at("/observation/accessClass").asText()).isEqualTo("COUNCIL_ONLY");
    assertThat(logged("derived_E08000035"))
        .contains("e08000035 2 {children-in-need-at-31-march,population-aged-0-to-17}");
  }

  @Test
  void whatIsReadOfOthersIsLoggedWithTheAgreementThatAllowsIt() {
    ask(
        partner,
        """
        query marked { benchmark(indicator: "re-referrals-percent", period: "2026", among: {councils: ["E06000010"]}) {
            summary { n } } }
        """,
        "/benchmark");

    assertThat(logged("marked"))
        .containsExactlyInAnyOrder(
            "e06000010 1 {re-referrals-percent}",
            "e08000033 1 {re-referrals-percent}",
            "e08000034 1 {re-referrals-percent}",
            "e08000035 1 {re-referrals-percent}",
            "e08000036 1 {re-referrals-percent}");
    assertThat(
            world.texts(
                """
                SELECT agreement_id::text FROM access_log JOIN organisation ON organisation.id = owner_organisation_id
                WHERE operation_name = 'marked' AND organisation.code = 'e06000010'
                """))
        .containsExactly(String.valueOf(hullAgreement));
  }

  @Test
  void whatAloneExistsIsLoggedAsNoRow() {
    ask(partner, "query existence { indicator(code: \"%s\") { periods { code } } }", "/indicator");

    assertThat(logged("existence")).contains("e06000010 0 {re-referrals-percent}");
  }

  @Test
  void ownAndPublishedFiguresAreNotLogged() {
    ask(
        hull.dataOwnerViewer(),
        "query own { benchmark(indicator: \"%s\", period: \"2026\") { summary { n } } }",
        "/benchmark");

    assertThat(logged("own")).isEmpty();
  }

  /** Owner, rows and indicators of the log's entries for an operation. */
  private List<String> logged(String operation) {
    return world.texts(
        """
        SELECT DISTINCT organisation.code || ' ' || access_log.row_count || ' ' || access_log.indicator_codes::text
        FROM access_log JOIN organisation ON organisation.id = access_log.owner_organisation_id
        WHERE access_log.operation_name = ?
        """,
        operation);
  }

  private String value(Organisation viewer, String council, String indicator, String period) {
    return valueFor(viewer.dataOwnerViewer(), council, indicator, period, "");
  }

  private String valueFor(
      Viewer viewer, String council, String indicator, String period, String more) {
    return standing(viewer, council, indicator, period, more).at("/value").asText();
  }

  private String missing(Organisation viewer, String council, String indicator, String period) {
    return standing(viewer.dataOwnerViewer(), council, indicator, period, "")
        .at("/missing")
        .asText();
  }

  private JsonNode standing(
      Viewer viewer, String council, String indicator, String period, String more) {
    return ask(
        viewer,
        """
        { benchmark(indicator: "%s", period: "%s", among: {councils: ["%s"]}%s) { standings { value missing } } }
        """
            .formatted(indicator, period, council, more),
        "/benchmark/standings/0");
  }

  private JsonNode ask(Viewer viewer, String question, String pointer) {
    return sightline.ask(viewer, question.replace("%s", RE_REFERRALS)).at(pointer);
  }

  private static long below(Map<String, Double> values, double value) {
    return values.values().stream().filter(other -> other < value).count();
  }

  private static String band(Map<String, Double> values, double value) {
    return IntStream.of(1, 2, 3)
        .filter(quarter -> value <= type7(values, quarter / 4.0))
        .mapToObj(quarter -> "ABC".substring(quarter - 1, quarter))
        .findFirst()
        .orElse("D");
  }

  /** The quantile of R's default type, written down a second time. */
  private static double type7(Map<String, Double> values, double share) {
    double[] sorted = values.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double place = (sorted.length - 1) * share;
    int low = (int) Math.floor(place);
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
  }
}
