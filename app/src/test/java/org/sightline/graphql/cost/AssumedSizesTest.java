package org.sightline.graphql.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.TestSightline;
import org.sightline.tenancy.Viewer;

/** Lists are taken to be as long as the code lets them be, and groups as large as the data are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AssumedSizesTest {
  private static final Path DECISION = Path.of("../docs/decisions/0038-the-cost-of-a-question.md");

  private TestSightline sightline;

  @BeforeAll
  void start() {
    sightline = TestSightline.empty();
  }

  @AfterAll
  void stop() {
    sightline.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Query.savedGroups                    | group.SavedGroupService          | MOST_GROUPS
          SavedGroup.councils                  | group.SavedGroupService          | MOST_COUNCILS
          Plan.workstreams                     | plan.WorkstreamChanges           | MOST
          Plan.workstreams                     | intake.PlanSheetStore            | MOST_WORKSTREAMS
          RecordWorkstreamsPayload.workstreams | plan.WorkstreamChanges           | MOST
          StatusReport.workstreams             | plan.WorkstreamChanges           | MOST
          Workstream.actions                   | plan.ActionRecording             | MOST
          Workstream.actions                   | intake.PlanSheetStore            | MOST_ACTIONS
          StatusReport.actions                 | plan.ActionRecording             | MOST
          PlanMovement.actions                 | plan.ActionRecording             | MOST
          RecordActionsPayload.actions         | plan.ActionRecording             | MOST_AT_ONCE
          StatusScheme.statuses                | plan.SchemeChanges               | MOST_STATUSES
          ActionCounts.byStatus                | plan.SchemeChanges               | MOST_STATUSES
          StatusReport.counts                  | plan.SchemeChanges               | MOST_STATUSES
          StatusReport.notStated               | plan.SchemeChanges               | MOST_STATUSES
          ReportedWorkstream.counts            | plan.SchemeChanges               | MOST_STATUSES
          PlanMovement.byStatus                | plan.SchemeChanges               | MOST_STATUSES
          RecordFindingsPayload.findings       | inspection.FindingChanges        | MOST
          Review.points                        | governance.review.DraftReader    | MOST_POINTS
          SharingProtocol.parties              | access.protocol.InvitedReader    | MOST
          SharingProtocol.indicators           | access.sharing.TermsReader       | MOST_INDICATORS
          SharingAgreement.indicators          | access.sharing.TermsReader       | MOST_INDICATORS
          Grant.indicators                     | access.sharing.TermsReader       | MOST_INDICATORS
          """)
  void isTheMostThatTheCodeAllows(String coordinate, String type, String constant)
      throws ReflectiveOperationException {
    assertThat(assumed(coordinate)).isEqualTo(constant(type, constant));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock = "DimensionTable.columns | benchmark.DimensionService | MOST_MEMBERS")
  void isLessOnlyWhereTheDecisionSaysWhy(String coordinate, String type, String constant)
      throws ReflectiveOperationException, IOException {
    assertThat(assumed(coordinate)).isLessThan(constant(type, constant));
    assertThat(Files.readString(DECISION))
        .contains("`%s`".formatted(coordinate), String.valueOf(constant(type, constant)));
  }

  @Test
  void theWorkstreamsOfAPlanShareItsActions() throws ReflectiveOperationException {
    for (String type : List.of("Plan", "RecordWorkstreamsPayload")) {
      assertThat(assumed(type + ".workstreams") * beneath(type + ".workstreams", "actions"))
          .isEqualTo(constant("plan.ActionRecording", "MOST"));
    }
  }

  @Test
  void asManyRejectionsAreReadAsTheListIsTakenToHave() throws IOException {
    try (InputStream sql =
        Objects.requireNonNull(
            TestSightline.class.getResourceAsStream(
                "/org/sightline/intake/first-rejections.sql"))) {
      assertThat(new String(sql.readAllBytes(), StandardCharsets.UTF_8))
          .contains("LIMIT %d)".formatted(assumed("Import.rejections")));
    }
  }

  @ParameterizedTest
  @CsvSource({"england", "attribute", "protocol", "regionalBody", "saved"})
  void aGroupMayHoldAllOfEngland(String field) {
    assertThat(chosen(field))
        .isEqualTo(sightline.ask("{ councils { code } }").get("councils").size());
  }

  @Test
  void aRegionIsTakenToBeTheLargest() {
    int largest =
        sizes(sightline.ask("{ regions { councils { code } } }").get("regions"), "councils");
    assertThat(largest).isGreaterThan(20);
    assertThat(chosen("region")).isEqualTo(largest);
    assertThat(assumed("Region.councils")).isEqualTo(largest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          region: "E12000003"                | 15
          region: "yorkshire and the humber" | 15
          region: "E12000007"                | 33
          region: "Inner London"             | 14
          region: "Nowhere"                  | 33
          type: LONDON_BOROUGH               | 33
          """)
  void aRegionOrTypeCostsTheCouncilsThatItHas(String group, long councils) {
    assertThat(cost("{ councils(in: {%s}) { code } }".formatted(group))).isEqualTo(councils);
  }

  @Test
  void theProfilesOfARegionWithTheirTrendsMayBeAskedByItsNameToo() {
    String profiles =
        "{ councils(in: {%s}) { profile { themes { indicators { standing { value } trends { points { value } } } } } } }";
    String names =
        StreamSupport.stream(
                sightline
                    .ask("{ councils(in: {region: \"E12000003\"}) { code } }")
                    .get("councils")
                    .spliterator(),
                false)
            .map(council -> council.get("code").toString())
            .collect(Collectors.joining(", "));
    assertThat(cost(profiles.formatted("region: \"E12000003\"")))
        .isEqualTo(cost(profiles.formatted("councils: [%s]".formatted(names))))
        .isLessThan(100_000);
  }

  private long cost(String document) {
    return sightline
        .wholeAnswer(Viewer.ANONYMOUS, document)
        .at("/extensions/cost/requested")
        .asLong();
  }

  @Test
  void noTypeHasMoreCouncils() {
    int largest =
        Stream.of("UNITARY", "METROPOLITAN", "LONDON_BOROUGH", "COUNTY")
            .mapToInt(
                type ->
                    sightline
                        .ask("{ councils(in: {type: %s}) { code } }".formatted(type))
                        .get("councils")
                        .size())
            .max()
            .orElseThrow();
    assertThat(largest).isGreaterThan(50).isLessThanOrEqualTo((int) chosen("type"));
  }

  @Test
  void neighboursAreTenAndTheCouncilItself() {
    int most =
        sizes(sightline.ask("{ councils { neighbours { rank } } }").get("councils"), "neighbours");
    assertThat(assumed("Council.neighbours")).isEqualTo(most);
    assertThat(chosen("neighboursOf")).isEqualTo(most + 1);
  }

  private static int sizes(JsonNode parents, String list) {
    return StreamSupport.stream(parents.spliterator(), false)
        .mapToInt(parent -> parent.get(list).size())
        .max()
        .orElseThrow();
  }

  private static long constant(String type, String name) throws ReflectiveOperationException {
    Field field = Class.forName("org.sightline." + type).getDeclaredField(name);
    field.setAccessible(true);
    return field.getInt(null);
  }

  /** How long a list is taken to be that is asked by itself. */
  private long assumed(String coordinate) {
    return sizes(coordinate)
        .filter(size -> size.sizedFields().isEmpty())
        .findFirst()
        .orElseThrow()
        .assumedSize();
  }

  /** How long the list right beneath is taken to be. */
  private long beneath(String coordinate, String list) {
    return sizes(coordinate)
        .filter(size -> size.sizedFields().contains(list))
        .findFirst()
        .orElseThrow()
        .assumedSize();
  }

  private Stream<ListSize> sizes(String coordinate) {
    String[] parts = coordinate.split("\\.", -1);
    GraphQLObjectType type =
        (GraphQLObjectType) Objects.requireNonNull(schema().getType(parts[0]), coordinate);
    return FieldCost.of(Objects.requireNonNull(type.getFieldDefinition(parts[1]), coordinate))
        .sizes()
        .stream();
  }

  /** How many councils a way to choose a group is taken to give. */
  private long chosen(String field) {
    GraphQLInputObjectType group =
        (GraphQLInputObjectType) Objects.requireNonNull(schema().getType("CouncilGroup"));
    GraphQLInputObjectField found = Objects.requireNonNull(group.getField(field), field);
    return ListSize.of(Objects.requireNonNull(found.getAppliedDirective(Directives.LIST_SIZE)))
        .assumedSize();
  }

  private GraphQLSchema schema() {
    return sightline.get(GraphQLSchema.class);
  }
}
