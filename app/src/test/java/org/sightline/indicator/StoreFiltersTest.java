package org.sightline.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.SharedWorld;
import org.sightline.SharedWorld.Organisation;
import org.sightline.TestSightline;
import org.sightline.graphql.GlobalId;
import org.sightline.tenancy.OrganisationKind;
import org.sightline.tenancy.Viewer;

/** The stores' own filters let through what row-level security does, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreFiltersTest {
  private static final String STARTED = "children-in-need-started";
  private static final String ENDED = "children-in-need-ended";

  private static final String WAITING = "children-awaiting-assessment";

  private TestSightline sightline;
  private SharedWorld world;
  private final List<Organisation> councils = new ArrayList<>();
  private Organisation region;

  @BeforeAll
  void start() {
    sightline = TestSightline.empty();
    world = new SharedWorld(sightline.database());
    world.reportingYear(2025);
    world.reportingYear(2026);
    region = world.organisation("yorkshire", OrganisationKind.REGIONAL_BODY);
    Stream.of("E06000010", "E06000011", "E06000012", "E06000013", "E06000014")
        .map(world::council)
        .forEach(councils::add);
    councils.forEach(this::addReturns);
    councils.forEach(council -> world.target(council, ENDED, council.id() + "9"));
    int edition =
        world
            .councilReturn(councils.get(0))
            .ofClass(AccessClass.SHARED)
            .missing("referrals-number", "2026", "NOT_AVAILABLE")
            .figure(WAITING, "2026", "77")
            .add();
    world.keepBack(edition, WAITING);
    agree();
  }

  /** Figures of every class: each return speaks of a year that the others do not, or supersedes. */
  private void addReturns(Organisation council) {
    world
        .councilReturn(council)
        .ofClass(AccessClass.SHARED)
        .publishedOn("2025-11-01")
        .figure(STARTED, "2025", council.id() + "1")
        .figure(STARTED, "2026", council.id() + "2")
        .figure(STARTED, "2026", "age=" + council.id(), council.id() + "3")
        .figure(ENDED, "2026", council.id() + "4")
        .add();
    world
        .councilReturn(council)
        .publishedOn("2025-11-02")
        .figure(STARTED, "2025", council.id() + "5")
        .figure(ENDED, "2025", "only=" + council.id(), council.id() + "6")
        .add();
    world
        .councilReturn(council)
        .embargoedUntil(OffsetDateTime.parse("2100-01-01T00:00:00Z"))
        .publishedOn("2025-11-03")
        .figure(ENDED, "2026", council.id() + "7")
        .add();
    world
        .councilReturn(council)
        .embargoedUntil(OffsetDateTime.parse("2025-12-01T00:00:00Z"))
        .figure("referrals-number", "2025", council.id() + "8")
        .add();
  }

  /** The first shares all, the second one indicator, the third one year, the others by protocol. */
  private void agree() {
    world.agreement(councils.get(0), region).make();
    world.agreement(councils.get(1), region).over(ENDED).make();
    world
        .agreement(councils.get(2), region)
        .between(LocalDate.of(2024, 4, 1), LocalDate.of(2025, 3, 31))
        .make();
    world.agreement(councils.get(3), region).signedBy(councils.get(3)).make();
    world
        .protocol(region)
        .reciprocal()
        .signedBy(region, councils.get(0), councils.get(3), councils.get(4));
  }

  @AfterAll
  void stop() {
    world.close();
    sightline.close();
  }

  @Test
  void theFiltersAloneGiveTheSameAnswers() {
    List<String> guarded = answers();

    world.withoutRowLevelSecurity();

    assertThat(answers()).isEqualTo(guarded);
    // They are not all alike: one who sees nothing proves nothing.
    assertThat(guarded).doesNotHaveDuplicates();
  }

  @Test
  void whereInAFileARowStandsIsForThoseWhomAllOfItIsShared() {
    String document =
        """
        { benchmark(indicator: "%s", period: "%s") { standings { area { name } value
            observation { sources { line } } } } }
        """;

    assertThat(linesSeen(region.dataOwnerViewer(), document.formatted(ENDED, "2026")))
        .containsExactlyInAnyOrder(councils.get(0).id() + "4: 5", councils.get(1).id() + "4: none");
    assertThat(linesSeen(region.dataOwnerViewer(), document.formatted(STARTED, "2025")))
        .containsExactlyInAnyOrder(councils.get(0).id() + "1: 2", councils.get(2).id() + "1: none");
    assertThat(linesSeen(councils.get(1).dataOwnerViewer(), document.formatted(ENDED, "2025")))
        .isEmpty();
    assertThat(linesSeen(Viewer.ANONYMOUS, document.formatted("referrals-number", "2025")))
        .hasSize(5)
        .allMatch(seen -> seen.endsWith(": 2"));
  }

  /** Each figure that is there with the line it stands on. */
  private List<String> linesSeen(Viewer viewer, String document) {
    List<String> seen = new ArrayList<>();
    for (JsonNode standing : sightline.ask(viewer, document).at("/benchmark/standings")) {
      String line = standing.at("/observation/sources/0/line").asText("none");
      if (!standing.get("value").isNull()) {
        seen.add(standing.get("value").asText() + ": " + (line.isEmpty() ? "none" : line));
      }
    }
    return seen;
  }

  private List<String> answers() {
    Stream<Viewer> members =
        Stream.concat(councils.stream(), Stream.of(region)).map(Organisation::dataOwnerViewer);
    return Stream.concat(members, Stream.of(Viewer.ANONYMOUS))
        .flatMap(viewer -> documents().stream().map(document -> answer(viewer, document)))
        .toList();
  }

  private String answer(Viewer viewer, String document) {
    return sightline.answer(viewer, document).toString();
  }

  /** Every indicator and year, every release by its id, and the definitions with what they have. */
  private List<String> documents() {
    List<String> benchmarks =
        Stream.of(STARTED, ENDED, WAITING, "referrals-number")
            .flatMap(
                indicator ->
                    Stream.of("2025", "2026")
                        .map(
                            period ->
                                """
                                : benchmark(indicator: "%s", period: "%s") { summary { n mean } basis { text }
                                    standings { area { name } value missing rank { position }
                                      observation { accessClass releases { id code } sources { file line } } } }
                                """
                                    .formatted(indicator, period)))
            .toList();
    List<String> releases =
        world.texts("SELECT id::text FROM release WHERE owner_key > 0 ORDER BY id").stream()
            .map(id -> new GlobalId("Release", id).encoded())
            .map(": node(id: \"%s\") { ... on Release { code } }"::formatted)
            .toList();
    String definitions =
        "{ indicators { code target { value } periods { code } releases { id } dimensions { name members } } }";
    return List.of(together(benchmarks), together(releases), definitions);
  }

  private static String together(List<String> fields) {
    return IntStream.range(0, fields.size())
        .mapToObj(number -> "f" + number + fields.get(number))
        .collect(Collectors.joining("\n", "{ ", " }"));
  }
}
