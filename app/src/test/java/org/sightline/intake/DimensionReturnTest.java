package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.SharedWorld;
import org.sightline.SharedWorld.Organisation;
import org.sightline.TestSightline;
import org.sightline.indicator.AccessClass;
import org.sightline.tenancy.Role;
import org.sightline.tenancy.Viewer;

/** Two councils bring figures by team, locality and placement, and share them. */
class DimensionReturnTest {
  private static final String HEADER = "indicator,period,breakdown,value,numerator,denominator\n";
  private static final String CONTACTS = "contacts-received,2025-12,%s,%s,,\n";
  private static final String PORTAL = "referrals-through-portal-percent,2025-12,%s,%s,%s,%s\n";
  private static final String TABLE =
      """
      { benchmarkByDimension(indicator: "%s", dimension: "%s", period: "2025-12", direction: HIGHER_FIRST, among: {councils: ["810", "816"]}) {
          columns { member benchmark { summary { n size } standings { area { name } value missing rank { position of sharedBy }
            interval { lower upper } observation { accessClass } } } }
          total { derived noTotalBecause benchmark { standings { area { name } value missing rank { position } } } } } }
      """;

  private TestSightline sightline;
  private SharedWorld world;
  private Organisation hull;
  private Organisation york;
  private Viewer ofHull;
  private Viewer ofYork;

  @BeforeEach
  void start() {
    sightline = TestSightline.withFirstFigures();
    world = new SharedWorld(sightline.database());
    hull = world.council("E06000010");
    york = world.council("E06000014");
    ofHull = world.member(hull, "of-hull", Role.CONTRIBUTOR, Role.DATA_OWNER, Role.ANALYST);
    ofYork = world.member(york, "of-york", Role.CONTRIBUTOR, Role.DATA_OWNER, Role.ANALYST);
  }

  @AfterEach
  void stop() {
    world.close();
    sightline.close();
  }

  @Test
  void councilsThatShareSeeEachOthersTeamsSideBySide() throws IOException {
    bring(
        ofHull,
        HEADER
            + CONTACTS.formatted("", "100")
            + CONTACTS.formatted("team=front-door", "70")
            + CONTACTS.formatted("team=north", "30")
            + PORTAL.formatted("team=front-door", "40", "28", "70"));
    bring(
        ofYork,
        HEADER
            + CONTACTS.formatted("team=front-door", "55")
            + PORTAL.formatted("team=front-door", "60", "33", "55"));
    world.agreement(hull, york).make();
    world.agreement(york, hull).make();

    JsonNode seen = table(ofYork, "contacts-received", "team");

    assertThat(seen.at("/columns").findValuesAsText("member"))
        .containsExactly("front-door", "north");
    assertThat(standings(seen.at("/columns/0/benchmark")))
        .containsExactly("Kingston upon Hull, City of 70 SHARED 1", "York 55 SHARED 2");
    assertThat(standings(seen.at("/columns/1/benchmark")))
        .containsExactly("Kingston upon Hull, City of 30 SHARED 1", "York NOT_COLLECTED");
    assertThat(seen.at("/total/benchmark/standings/0/value").asText()).isEqualTo("100");
    assertThat(seen.at("/total/derived").asBoolean()).isFalse();
    JsonNode shares = table(ofHull, "referrals-through-portal-percent", "team");
    assertThat(standings(shares.at("/columns/0/benchmark")))
        .containsExactly("York 60 SHARED 1", "Kingston upon Hull, City of 40 SHARED 2");
    assertThat(shares.at("/columns/0/benchmark/standings/0/interval/lower").isNull()).isFalse();
    assertThat(shares.at("/total/noTotalBecause").asText()).isEqualTo("NOT_A_PARTITION");
  }

  @Test
  void withoutAnAgreementEachSeesItsOwnAndAStrangerNothing() throws IOException {
    bring(
        ofHull,
        HEADER
            + CONTACTS.formatted("locality=east;placement=own-home", "7")
            + CONTACTS.formatted("locality=east", "70"));
    bring(
        ofYork,
        HEADER
            + CONTACTS.formatted("locality=east", "55")
            + CONTACTS.formatted("locality=outer", "5"));

    assertThat(standings(table(ofHull, "contacts-received", "locality").at("/columns/0/benchmark")))
        .containsExactly("Kingston upon Hull, City of 70 SHARED 1", "York NOT_COLLECTED");
    assertThat(table(ofHull, "contacts-received", "locality").at("/columns")).hasSize(1);
    assertThat(table(ofYork, "contacts-received", "locality").at("/columns")).hasSize(2);
    assertThat(sightline.mistake(TABLE.formatted("contacts-received", "locality")))
        .doesNotContain("east", "outer", "placement");
  }

  @Test
  void theWordTotalIsNoMember() throws IOException {
    ImportRun run =
        bring(
            ofHull,
            HEADER + CONTACTS.formatted("team=total", "70") + CONTACTS.formatted("team=a", "1"));

    List<Rejection> rejections = new ArrayList<>();
    sightline
        .get(ReturnService.class)
        .forEachRejection(ofHull, ReturnWorld.QUESTION, run.id(), rejections::add);
    assertThat(Reports.of(run).rowsTaken()).isEqualTo(1);
    assertThat(rejections)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.rule()).isEqualTo("bad-breakdown");
              assertThat(one.toString()).contains("Leave 'team' out in the row of the total.");
            });
  }

  private ImportRun bring(Viewer viewer, String text) throws IOException {
    Path file = Files.createTempFile("dimension-return-", ".csv");
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
      ImportRun run =
          sightline
              .get(ReturnService.class)
              .run(
                  viewer,
                  ReturnWorld.QUESTION,
                  new ReturnRequest(
                      file, "return.csv", null, null, AccessClass.SHARED, null, false));
      assertThat(run.state()).as(run.message()).isEqualTo(ImportState.IMPORTED);
      return run;
    } finally {
      Files.delete(file);
    }
  }

  private JsonNode table(Viewer viewer, String indicator, String dimension) {
    return sightline.ask(viewer, TABLE.formatted(indicator, dimension)).at("/benchmarkByDimension");
  }

  private static List<String> standings(JsonNode benchmark) {
    List<String> standings = new ArrayList<>();
    for (JsonNode standing : benchmark.at("/standings")) {
      String name = standing.at("/area/name").asText();
      standings.add(
          standing.at("/value").isNull()
              ? name + " " + standing.at("/missing").asText()
              : "%s %s %s %s"
                  .formatted(
                      name,
                      standing.at("/value").asText(),
                      standing.at("/observation/accessClass").asText(),
                      standing.at("/rank/position").asText()));
    }
    return standings;
  }
}
