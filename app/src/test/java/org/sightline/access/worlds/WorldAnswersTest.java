package org.sightline.access.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.BesideOthers;
import org.sightline.access.worlds.World.Person;
import org.sightline.access.worlds.World.Standing;
import org.sightline.tenancy.Viewer;

/**
 * In every invented world the answers show each viewer what it may see, and are the same, byte for
 * byte, where there is nothing else.
 */
@BesideOthers
@Order(BesideOthers.FIRST)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorldAnswersTest {
  private static final long ALWAYS_THE_SAME = 20_260;

  private WorldDatabase database;
  private Documents documents;
  private Map<String, Integer> indicators;
  private Map<Integer, String> councils;

  @BeforeAll
  void start() throws SQLException {
    database = new WorldDatabase();
    documents = database.documents();
    indicators = new TreeMap<>(database.indicators());
    indicators.remove("children-in-need-rate");
    councils = database.councils();
  }

  @AfterAll
  void stop() throws SQLException {
    if (database != null) {
      database.close();
    }
  }

  @Test
  void trendsHoldTheFiguresThatTheOracleSays() throws SQLException {
    proveFigures(ALWAYS_THE_SAME, 15);
    proveFigures(randomSeed(), 10);
  }

  @Test
  void whatAViewerMayNotSeeChangesNoByteOfAnyAnswer() throws SQLException {
    proveNothingElseMatters(ALWAYS_THE_SAME, 1);
    proveNothingElseMatters(randomSeed(), 1);
  }

  @Test
  @Tag("soak")
  void trendsHoldTheFiguresThatTheOracleSaysInTwoThousandWorlds() throws SQLException {
    proveFigures(randomSeed(), 2_000);
  }

  @Test
  @Tag("soak")
  void whatAViewerMayNotSeeChangesNoByteOfAnyAnswerInAHundredWorlds() throws SQLException {
    proveNothingElseMatters(randomSeed(), 100);
  }

  private static long randomSeed() {
    return new Random().nextInt(1_000_000_000);
  }

  private void proveFigures(long seed, int count) throws SQLException {
    System.out.printf("figures of %d worlds from seed %d%n", count, seed);
    for (int i = 0; i < count; i++) {
      World world = database.hold(seed + i);
      for (Viewer viewer : callers(world)) {
        for (Map.Entry<String, Integer> indicator : indicators.entrySet()) {
          assertThat(shown(world, viewer, indicator.getKey()))
              .as("%s for %s, world %d", indicator.getKey(), viewer.subject(), world.seed())
              .isEqualTo(new Oracle(world, viewer.subject()).figures(indicator.getValue()));
        }
      }
    }
  }

  /** Each point of the trends of a world's councils, as the oracle says it. */
  private Map<String, String> shown(World world, Viewer viewer, String indicator) {
    List<Integer> areas =
        world.organisations().stream()
            .filter(World.Organisation::isCouncil)
            .map(World.Organisation::area)
            .toList();
    StringBuilder document = new StringBuilder("{");
    areas.forEach(
        area ->
            document.append(
                " a%d: trend(council: \"%s\", indicator: \"%s\") { points { period { year } value missing } }"
                    .formatted(area, councils.get(area), indicator)));
    JsonNode answer = database.sightline().answer(viewer, document.append(" }").toString());
    Map<String, String> figures = new TreeMap<>();
    areas.forEach(
        area ->
            answer
                .at("/data/a" + area + "/points")
                .forEach(
                    point ->
                        figures.put(point.at("/period/year").asText() + " " + area, text(point))));
    return figures;
  }

  private static String text(JsonNode point) {
    return point.get("value").isNull()
        ? "missing"
        : point.get("value").decimalValue().stripTrailingZeros().toPlainString();
  }

  private void proveNothingElseMatters(long seed, int count) throws SQLException {
    System.out.printf("answers of %d worlds from seed %d%n", count, seed);
    for (int i = 0; i < count; i++) {
      World world = database.world(seed + i);
      for (Viewer viewer : callers(world)) {
        Oracle oracle = new Oracle(world, viewer.subject());
        database.hold(world);
        Map<String, String> all = answers(world, viewer);

        database.hold(oracle.visible());
        forgetTheWorkOfOthers(oracle.organisation());

        assertThat(answers(world, viewer))
            .as("%s, world %d", viewer.subject(), world.seed())
            .containsExactlyEntriesOf(all);
      }
    }
  }

  private void forgetTheWorkOfOthers(int organisation) throws SQLException {
    database.change(
        """
        DELETE FROM import_rejection WHERE owner_key <> %1$d;
        DELETE FROM import_run WHERE owner_key <> %1$d;
        DELETE FROM access_class_change WHERE owner_organisation_id <> %1$d;
        DELETE FROM access_log WHERE owner_organisation_id <> %1$d;
        DELETE FROM record_class_change WHERE owner_organisation_id <> %1$d;
        DELETE FROM saved_group WHERE owner_organisation_id <> %1$d;
        DELETE FROM indicator_target WHERE owner_organisation_id <> %1$d;
        DELETE FROM dictionary_entry WHERE edition_id = %2$d;
        DELETE FROM edition WHERE id = %2$d;
        DELETE FROM release WHERE id = %2$d;
        """
            .formatted(organisation, WorldSql.HELD_BACK));
  }

  private Map<String, String> answers(World world, Viewer viewer) {
    Map<String, String> answers = new LinkedHashMap<>();
    documents
        .of(world)
        .forEach(
            (name, document) ->
                answers.put(name, database.sightline().answer(viewer, document).toString()));
    return answers;
  }

  private static List<Viewer> callers(World world) {
    return Stream.concat(
            Stream.of(Viewer.ANONYMOUS),
            world.people().stream()
                .filter(person -> person.standing() == Standing.LIVE)
                .map(Person::subject)
                .map(Viewer::new))
        .toList();
  }
}
