package org.sightline.governance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.BesideOthers;
import org.sightline.SharedAgreement;
import org.sightline.TestSightline;
import org.sightline.tenancy.Viewer;

/** A review's life, and who reads it meanwhile. */
@BesideOthers
class ReviewsTest {
  private static final String REVIEW =
      "council: \"810\", heldOn: \"2021-02-10\", title: \"Review of progress\", conclusion: \"Slow.\", "
          + "points: [{kind: CONCERN, theme: \"management-oversight\", text: \"Oversight\"}, {kind: NEXT_STEP, text: \"Again in May\"}]";
  private static final String EVERYTHING =
      "id council { code } organisation { code } heldOn title conclusion points { position kind themeCode themeName text } writtenBy issuedAt version";

  private Governed governed;

  @BeforeEach
  void start() throws SQLException {
    governed = new Governed();
    try (Connection owner = governed.sightline.database().connect();
        Statement statement = owner.createStatement()) {
      statement.execute(
          """
          INSERT INTO theme (code, name, description, position)
          VALUES ('management-oversight', 'Management oversight', 'A test', 6) ON CONFLICT DO NOTHING
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
  void theCouncilReadsItFromItsIssueOnAndNobodyElseEver() {
    List<Viewer> others =
        List.of(governed.yorkAnalyst, governed.partner, governed.herefordshire.dataOwnerViewer());
    String id = begun();
    List<Viewer> hulls =
        List.of(governed.hullAnalyst, governed.hullContributor, governed.hullOwner);

    assertThat(hulls).allSatisfy(viewer -> assertThat(titles(viewer)).isEmpty());
    assertThat(hulls).allSatisfy(viewer -> assertThat(node(viewer, id)).isTrue());
    assertThat(titles(governed.adviser)).containsExactly("Review of progress");
    assertThat(titles(governed.otherAdviser)).containsExactly("Review of progress");
    assertThat(titles(governed.dfe.dataOwnerViewer())).containsExactly("Review of progress");

    JsonNode issued =
        governed.done(
            governed.adviser,
            "issueReview",
            "id: \"%s\", version: 0".formatted(id),
            "review { issuedAt version }");

    assertThat(issued.at("/review/issuedAt").asText()).isNotEmpty();
    assertThat(hulls)
        .allSatisfy(viewer -> assertThat(titles(viewer)).containsExactly("Review of progress"));
    assertThat(others).allSatisfy(viewer -> assertThat(titles(viewer)).isEmpty());
    assertThat(others).allSatisfy(viewer -> assertThat(node(viewer, id)).isTrue());
    JsonNode read =
        governed.ask(governed.hullAnalyst, page(EVERYTHING)).at("/reviews/edges/0/node");
    assertThat(read.at("/organisation/code").asText()).isEqualTo("dfe");
    assertThat(read.at("/writtenBy").asText()).isEqualTo("Member adviser");
    assertThat(read.get("points").toString())
        .isEqualTo(
            "[{\"position\":1,\"kind\":\"CONCERN\",\"themeCode\":\"management-oversight\",\"themeName\":\"Management oversight and supervision\",\"text\":\"Oversight\"},"
                + "{\"position\":2,\"kind\":\"NEXT_STEP\",\"themeCode\":null,\"themeName\":null,\"text\":\"Again in May\"}]");
    assertThat(governed.log(governed.hull)).isEmpty();
  }

  @Test
  void aDraftIsChangedByItsAuthorUntilItIsIssuedAndThenNothingChangesIt() {
    String id = begun();
    JsonNode amended =
        governed.done(
            governed.adviser,
            "amendReview",
            "id: \"%s\", version: 0, conclusion: \"Better.\", points: [{kind: STRENGTH, text: \"Leaders\"}]"
                .formatted(id),
            "review { title conclusion points { kind text } version }");
    assertThat(amended.get("review"))
        .hasToString(
            "{\"title\":\"Review of progress\",\"conclusion\":\"Better.\",\"points\":[{\"kind\":\"STRENGTH\",\"text\":\"Leaders\"}],\"version\":1}");
    assertThat(mistake(governed.adviser, "amendReview", id, 0))
        .isEqualTo("VERSION_CHANGED It was changed since: read it again, now it is version 1.");
    assertThat(mistake(governed.otherAdviser, "amendReview", id, 1))
        .startsWith("NOT_ALLOWED Member adviser wrote this review");
    assertThat(mistake(governed.otherAdviser, "issueReview", id, 1)).startsWith("NOT_ALLOWED");

    JsonNode _ =
        governed.done(
            governed.adviser,
            "issueReview",
            "id: \"%s\", version: 1".formatted(id),
            "review { version }");
    for (String mutation : List.of("amendReview", "issueReview")) {
      assertThat(mistake(governed.adviser, mutation, id, 2))
          .isEqualTo(
              "ISSUED This review was issued, and nothing changes it any more: write another one.");
    }
  }

  /** Below every sentence the policies refuse the same. */
  @Test
  void theDatabaseItselfRefusesToChangeWhatIsIssuedOrAnothers() throws SQLException {
    String id = begun();
    assertThat(updated("other-adviser")).isZero();
    assertThat(updated("adviser")).isEqualTo(1);
    JsonNode _ =
        governed.done(
            governed.adviser,
            "issueReview",
            "id: \"%s\", version: 0".formatted(id),
            "review { id }");
    assertThat(updated("adviser")).isZero();
    assertThat(updated("hull-owner")).isZero();
  }

  @Test
  void withoutTheAgreementItIsReadAndNeitherChangedNorIssued() {
    String id = begun();
    SharedAgreement.revoke(governed.world, governed.assignment);

    assertThat(titles(governed.adviser)).containsExactly("Review of progress");
    for (String mutation : List.of("amendReview", "issueReview")) {
      assertThat(mistake(governed.adviser, mutation, id, 0))
          .isEqualTo(
              "NO_AGREEMENT The council shares nothing with you by an agreement any more: you can go on reading this review, and neither change nor issue it.");
    }
    assertThat(
            governed
                .change(governed.adviser, "recordReview", REVIEW, "review { id }")
                .at("/errors/0/code")
                .asText())
        .isEqualTo("NOT_ALLOWED");
  }

  /** York takes part, Leeds does not: an adviser with neither's agreement cannot tell. */
  @Test
  void aCouncilWithoutAnAgreementIsRefusedLikeOneThatTakesNoPart() {
    String york = refused(governed.adviser, "816").replace("York", "the council");
    String leeds = refused(governed.adviser, "383").replace("Leeds", "the council");

    assertThat(york)
        .isEqualTo(leeds)
        .startsWith("NOT_ALLOWED You can review councils that share something with you");
    assertThat(refused(governed.otherAdviser, "810")).startsWith("NOT_ALLOWED");
    assertThat(refused(governed.adviser, "E06009999")).startsWith("UNKNOWN_COUNCIL No council");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "heldOn: \"2999-01-01\", title: \"x\", conclusion: \"x\" | heldOn | A review is recorded once it was held: 2999-01-01 lies in the future.",
        "heldOn: \"2021-01-01\", title: \" \", conclusion: \"x\" | title | Write something into title.",
        "heldOn: \"2021-01-01\", title: \"x\", conclusion: \"x\", points: [{kind: CONCERN, theme: \"management\", text: \"x\"}] | points.0.theme | No theme has the code 'management'.",
        "heldOn: \"2021-01-01\", title: \"x\", conclusion: \"x\", points: [{kind: CONCERN, text: \"\"}] | points.0.text | Write something into points.0.text.",
      })
  void whatCannotBeIsTold(String input, String field, String message) {
    JsonNode payload =
        governed.change(
            governed.adviser, "recordReview", "council: \"810\", " + input, "review { id }");

    assertThat(payload.get("review").isNull()).isTrue();
    assertThat(payload.at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(payload.at("/errors/0/message").asText()).startsWith(message);
  }

  @Test
  void onlyAdvisersWriteAndOnlyMembersAsk() {
    for (Viewer viewer : List.of(governed.hullOwner, governed.dfe.dataOwnerViewer())) {
      assertThat(
              governed.refusal(
                  viewer,
                  "mutation { recordReview(input: {%s}) { errors { code } } }".formatted(REVIEW)))
          .isEqualTo("FORBIDDEN");
    }
    assertThat(governed.refusal(Viewer.ANONYMOUS, page("title"))).isEqualTo("FORBIDDEN");
  }

  @Test
  void pagesGoOnAndManyReviewsTakeAsManyStatementsAsOne() {
    String _ = begun();
    long one = governed.statements(governed.adviser, page(EVERYTHING));
    for (int i = 0; i < 4; i++) {
      String _ = begun();
    }
    assertThat(governed.statements(governed.adviser, page(EVERYTHING))).isEqualTo(one);
    JsonNode first = reviews("first: 2");
    JsonNode second =
        reviews("first: 9, after: \"%s\"".formatted(first.at("/pageInfo/endCursor").asText()));
    assertThat(first.get("totalCount").asInt()).isEqualTo(5);
    assertThat(first.get("edges")).hasSize(2);
    assertThat(second.get("edges")).hasSize(3);
    assertThat(reviews("among: {councils: [\"816\"]}").get("totalCount").asInt()).isZero();
    assertThat(reviews("among: {councils: [\"810\"]}").get("totalCount").asInt()).isEqualTo(5);
  }

  private JsonNode reviews(String arguments) {
    return governed
        .ask(
            governed.adviser,
            "{ reviews(%s) { totalCount pageInfo { endCursor } edges { node { id } } } }"
                .formatted(arguments))
        .get("reviews");
  }

  private String begun() {
    return governed
        .done(governed.adviser, "recordReview", REVIEW, "review { id }")
        .at("/review/id")
        .asText();
  }

  private String refused(Viewer viewer, String council) {
    JsonNode error =
        governed
            .change(viewer, "recordReview", REVIEW.replace("810", council), "review { id }")
            .at("/errors/0");
    return error.path("code").asText() + " " + error.path("message").asText();
  }

  private String mistake(Viewer viewer, String mutation, String id, int version) {
    JsonNode error =
        governed
            .change(
                viewer, mutation, "id: \"%s\", version: %d".formatted(id, version), "review { id }")
            .at("/errors/0");
    return error.path("code").asText() + " " + error.path("message").asText();
  }

  private List<String> titles(Viewer viewer) {
    return governed.ask(viewer, page("title")).findValuesAsText("title");
  }

  /** Whether a thing of that id is nothing to a viewer. */
  private boolean node(Viewer viewer, String id) {
    return governed.ask(viewer, "{ node(id: \"%s\") { id } }".formatted(id)).get("node").isNull();
  }

  private static String page(String selection) {
    return "{ reviews { totalCount edges { node { %s } } } }".formatted(selection);
  }

  /** How many reviews a member's own statement changes, as the role of the service. */
  private int updated(String subject) throws SQLException {
    Map<String, Object> settings = TestSightline.settings(governed.sightline.database());
    try (Connection service =
            DriverManager.getConnection(
                governed.sightline.database().url(),
                String.valueOf(settings.get("sightline.database.app.username")),
                String.valueOf(settings.get("sightline.database.app.password")));
        Statement statement = service.createStatement()) {
      service.setAutoCommit(false);
      statement.execute("SET LOCAL sightline.viewer = '" + subject + "'");
      int changed = statement.executeUpdate("UPDATE review SET title = 'Other words'");
      service.rollback();
      return changed;
    }
  }
}
