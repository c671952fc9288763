package org.sightline.access.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.access.world.KeycloakWorld.HULL_OWNER;
import static org.sightline.access.world.KeycloakWorld.OPERATOR;
import static org.sightline.access.world.KeycloakWorld.OTHER_OPERATOR;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.sightline.access.world.KeycloakWorld;
import org.sightline.local.Database;
import org.sightline.tenancy.Viewer;

/** Onboarding in a real Keycloak and a real database, stopped after each of its steps. */
final class OnboardingTest {
  private static final String FIELDS =
      "code name kind firstDataOwner { name email } nextStep completedAt";
  private static final String LEEDS =
      """
      mutation { onboardCouncil(input: {council: "E08000035",
          firstDataOwner: {name: "Lena Brook", email: "lena@leeds.example"}}) {
        onboarding { code name kind firstDataOwner { name email } nextStep completedAt }
        stoppedBecause errors { field code message } } }
      """;

  private static KeycloakWorld world;

  @BeforeAll
  static void start() {
    world = KeycloakWorld.start();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @AfterEach
  void crashNoMore() {
    world.get(OnboardingSteps.class).afterEach(_ -> {});
  }

  @Test
  void makesACouncilInBothPlacesAndInvitesItsFirstDataOwner() {
    JsonNode payload = world.ask(OPERATOR, LEEDS).path("onboardCouncil");
    assertThat(payload.path("errors")).isEmpty();
    assertThat(payload.path("stoppedBecause").isNull()).isTrue();
    assertThat(payload.at("/onboarding/code").asText()).isEqualTo("e08000035");
    assertThat(payload.at("/onboarding/name").asText()).isEqualTo("Leeds");
    assertThat(payload.at("/onboarding/nextStep").isNull()).isTrue();
    assertThat(payload.at("/onboarding/completedAt").asText()).isNotEmpty();
    assertThat(world.mailbox().to("lena@leeds.example")).hasSize(1);
    assertThat(world.mailbox().link("lena@leeds.example")).contains("token=");
    JsonNode made = inKeycloak("e08000035");
    assertThat(made.at("/attributes/gss/0").asText()).isEqualTo("E08000035");
    assertThat(
            world.texts(
                "SELECT keycloak_id FROM organisation WHERE code = 'e08000035' AND onboarded_at IS NOT NULL"))
        .containsExactly(made.path("id").asText());
    assertThat(world.texts("SELECT roles FROM member WHERE email = 'lena@leeds.example'"))
        .containsExactly("{analyst,data-owner}");
    assertThat(halfDone(OPERATOR).findValuesAsText("code")).doesNotContain("e08000035");
    isDoneOnce();
  }

  private static void isDoneOnce() {
    assertThat(world.ask(OPERATOR, LEEDS).at("/onboardCouncil/errors/0/code").asText())
        .isEqualTo("ALREADY_ONBOARDED");
    assertThat(undo(OPERATOR, "e08000035").at("/errors/0/code").asText()).isEqualTo("COMPLETE");
    assertThat(world.mailbox().to("lena@leeds.example")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "KEYCLOAK_ORGANISATION_REMOVED")
  void isCompletedByTheSameCallAfterACrash(Milestone milestone) {
    String code = code("complete", milestone);
    crashAfter(milestone);
    assertThat(onboardAnswer(OPERATOR, code).at("/errors/0/extensions/code").asText())
        .isEqualTo("INTERNAL");
    boolean isComplete = milestone == Milestone.COMPLETION_WRITTEN;
    assertThat(halfDone(OPERATOR).findValuesAsText("code").contains(code)).isEqualTo(!isComplete);
    crashNoMore();
    JsonNode payload = onboard(OTHER_OPERATOR, code);
    assertThat(payload.at("/errors/0/code").asText())
        .isEqualTo(isComplete ? "ALREADY_ONBOARDED" : "");
    assertThat(payload.path("stoppedBecause").isNull()).isTrue();
    assertThat(world.texts("SELECT code FROM organisation WHERE onboarded_at IS NOT NULL"))
        .contains(code);
    assertThat(world.texts("SELECT id FROM member WHERE email = '%s'".formatted(email(code))))
        .hasSize(1);
    assertThat(allInKeycloak(code)).hasSize(1);
    assertThat(world.mailbox().to(email(code))).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"COMPLETION_WRITTEN", "KEYCLOAK_ORGANISATION_REMOVED"})
  void isUndoneInBothPlacesAfterACrash(Milestone milestone) {
    String code = code("undo", milestone);
    crashAfter(milestone);
    JsonNode _ = onboardAnswer(OPERATOR, code);
    crashNoMore();
    JsonNode undone = undo(OTHER_OPERATOR, code);
    assertThat(undone.path("errors")).isEmpty();
    assertThat(undone.path("code").asText()).isEqualTo(code);
    assertThat(world.texts("SELECT id FROM organisation WHERE code = '%s'".formatted(code)))
        .isEmpty();
    assertThat(world.texts("SELECT id FROM member WHERE email = '%s'".formatted(email(code))))
        .isEmpty();
    assertThat(allInKeycloak(code)).isEmpty();
    assertThat(undo(OPERATOR, code).at("/errors/0/code").asText()).isEqualTo("NOT_FOUND");
    assertThat(onboard(OPERATOR, code).path("stoppedBecause").isNull()).isTrue();
  }

  @Test
  void undoingGoesOnAfterACrash() {
    String code = "undo-twice";
    crashAfter(Milestone.INVITATION_SENT);
    JsonNode _ = onboardAnswer(OPERATOR, code);
    crashAfter(Milestone.KEYCLOAK_ORGANISATION_REMOVED);
    assertThat(world.answer(OPERATOR, undoing(code)).path("data").isNull()).isTrue();
    assertThat(halfDone(OPERATOR).findValuesAsText("code")).contains(code);
    crashNoMore();
    assertThat(undo(OPERATOR, code).path("code").asText()).isEqualTo(code);
    assertThat(halfDone(OPERATOR).findValuesAsText("code")).doesNotContain(code);
  }

  @Test
  void saysHowFarItCameWhileKeycloakIsAway() {
    String code = "cut-off";
    world.relay().cut();
    JsonNode stopped = onboard(OPERATOR, code);
    JsonNode notUndone = undo(OPERATOR, code);
    world.relay().mend();
    assertThat(stopped.path("stoppedBecause").asText())
        .startsWith("Keycloak does not answer.")
        .endsWith("the same call completes it, undoOnboarding removes it.");
    assertThat(stopped.at("/onboarding/nextStep").asText()).isEqualTo("KEYCLOAK_ORGANISATION");
    assertThat(notUndone.path("code").isNull()).isTrue();
    assertThat(notUndone.path("stoppedBecause").asText()).startsWith("Keycloak does not answer.");
    assertThat(halfDone(OTHER_OPERATOR).findValuesAsText("code")).contains(code);
    JsonNode completed = onboard(OPERATOR, code);
    assertThat(completed.path("stoppedBecause").isNull()).isTrue();
    assertThat(completed.at("/onboarding/nextStep").isNull()).isTrue();
  }

  @Test
  void stopsWhereTheFirstDataOwnerIsAMemberElsewhere() {
    JsonNode payload =
        onboard(OPERATOR, "taken-address", "taken-address", "hull-owner@e06000010.example");
    assertThat(payload.path("stoppedBecause").asText()).contains("of another organisation");
    assertThat(payload.at("/onboarding/nextStep").asText()).isEqualTo("FIRST_DATA_OWNER");
    assertThat(onboard(OPERATOR, "taken-address").path("stoppedBecause").isNull()).isTrue();
  }

  @Test
  void isCompletedWithItsOwnWordsOnly() {
    crashAfter(Milestone.FIRST_DATA_OWNER_WRITTEN);
    JsonNode _ = onboardAnswer(OPERATOR, "own-words");
    crashNoMore();
    assertThat(
            onboard(OTHER_OPERATOR, "own-words", "own-words", "else@body.example")
                .at("/errors/0/code")
                .asText())
        .isEqualTo("BEGUN_OTHERWISE");
    assertThat(
            onboard(OPERATOR, "own-words", "Another name", email("own-words"))
                .at("/errors/0/code")
                .asText())
        .isEqualTo("BEGUN_OTHERWISE");
    assertThat(undo(OPERATOR, "own-words").path("code").asText()).isEqualTo("own-words");
  }

  @Test
  void isNotUndoneOnceTheFirstDataOwnerHasSignedIn() {
    crashAfter(Milestone.INVITATION_SENT);
    JsonNode _ = onboardAnswer(OPERATOR, "signed-in");
    crashNoMore();
    world.execute(
        "UPDATE member SET subject = 'signed-in-subject', accepted_at = now() WHERE email = '%s'"
            .formatted(email("signed-in")));
    assertThat(undo(OPERATOR, "signed-in").at("/errors/0/code").asText()).isEqualTo("ACCEPTED");
    assertThat(onboard(OPERATOR, "signed-in").at("/onboarding/completedAt").isNull()).isFalse();
  }

  @Test
  void anOrganisationOfKeycloakThatWasThereBeforeIsUsedAndNeverRemoved() {
    JsonNode _ =
        world.administer(
            "POST", "/organizations", "{\"name\": \"there-before\", \"alias\": \"there-before\"}");
    crashAfter(Milestone.KEYCLOAK_ID_WRITTEN);
    JsonNode _ = onboardAnswer(OPERATOR, "there-before");
    crashNoMore();
    assertThat(undo(OPERATOR, "there-before").path("code").asText()).isEqualTo("there-before");
    assertThat(allInKeycloak("there-before")).hasSize(1);
  }

  @Test
  void refusesWhatCannotBeOnboarded() {
    assertThat(error("Bad Code", "x", "REGIONAL_BODY")).isEqualTo("NO_CODE");
    assertThat(error("e08000033", "x", "REGIONAL_BODY")).isEqualTo("A_COUNCIL");
    assertThat(error("a-council", "x", "COUNCIL")).isEqualTo("A_COUNCIL");
    assertThat(error("an-operator", "x", "OPERATOR")).isEqualTo("AN_OPERATOR");
    assertThat(error("no-name", " ", "REGIONAL_BODY")).isEqualTo("EMPTY");
    assertThat(error("same-name", "City of York Council", "REGIONAL_BODY")).isEqualTo("NAME_TAKEN");
    assertThat(
            world
                .ask(OPERATOR, LEEDS.replace("E08000035", "E10000009"))
                .at("/onboardCouncil/errors/0/code")
                .asText())
        .isEqualTo("ENDED");
    JsonNode unknown = world.answer(OPERATOR, LEEDS.replace("E08000035", "E99999999"));
    assertThat(unknown.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
    assertThat(undo(OPERATOR, "No\\u0000Code").at("/errors/0/code").asText())
        .isEqualTo("NOT_FOUND");
  }

  private static String error(String code, String name, String kind) {
    return world
        .ask(OPERATOR, onboarding(code, name, kind, "a@b.example"))
        .at("/onboardOrganisation/errors/0/code")
        .asText();
  }

  @Test
  void theDatabaseLetsNoOperatorAddADataOwnerToACompleteOrganisation() throws SQLException {
    Database database = world.database();
    try (Connection app =
            DriverManager.getConnection(database.url(), "sightline_app", "app-password");
        Statement statement = app.createStatement()) {
      statement.execute(
          "SELECT set_config('sightline.viewer', '%s', false)".formatted(OPERATOR.subject()));
      assertThatThrownBy(
              () ->
                  statement.execute(
                      """
                      INSERT INTO member (organisation_id, organisation_kind, kind, name, email, roles, invited_by)
                      SELECT id, kind, 'PERSON', 'Intruder', 'intruder@body.example', ARRAY['analyst', 'data-owner'], viewer_member()
                      FROM organisation WHERE code = 'e06000010'
                      """))
          .hasMessageContaining("row-level security");
    }
  }

  @Test
  void isForOperatorsOnly() {
    for (Viewer viewer : List.of(HULL_OWNER, Viewer.ANONYMOUS)) {
      for (String document :
          List.of(
              LEEDS,
              onboarding("not-ours", "not ours", "REGIONAL_BODY", "a@b.example"),
              undoing("e06000010"),
              "{ onboardings { code } }")) {
        assertThat(world.answer(viewer, document).at("/errors/0/extensions/code").asText())
            .as("%s: %s", viewer, document)
            .isEqualTo("FORBIDDEN");
      }
    }
  }

  private static void crashAfter(Milestone milestone) {
    world
        .get(OnboardingSteps.class)
        .afterEach(
            done -> {
              if (done == milestone) {
                throw new IllegalStateException("A crash after " + milestone);
              }
            });
  }

  private static String code(String prefix, Milestone milestone) {
    return prefix + "-" + milestone.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String email(String code) {
    return "first@%s.example".formatted(code);
  }

  private static JsonNode onboard(Viewer viewer, String code) {
    return onboard(viewer, code, code, email(code));
  }

  private static JsonNode onboard(Viewer viewer, String code, String name, String email) {
    return world
        .ask(viewer, onboarding(code, name, "REGIONAL_BODY", email))
        .path("onboardOrganisation");
  }

  private static JsonNode onboardAnswer(Viewer viewer, String code) {
    return world.answer(viewer, onboarding(code, code, "REGIONAL_BODY", email(code)));
  }

  private static String onboarding(String code, String name, String kind, String email) {
    return """
        mutation { onboardOrganisation(input: {code: "%s", name: "%s", kind: %s,
            firstDataOwner: {name: "First Owner", email: "%s"}}) {
          onboarding { %s } stoppedBecause errors { field code message } } }
        """
        .formatted(code, name, kind, email, FIELDS);
  }

  private static JsonNode undo(Viewer viewer, String code) {
    return world.ask(viewer, undoing(code)).path("undoOnboarding");
  }

  private static String undoing(String code) {
    return """
        mutation { undoOnboarding(input: {code: "%s"}) { code stoppedBecause errors { field code message } } }
        """
        .formatted(code);
  }

  private static JsonNode halfDone(Viewer viewer) {
    return world.ask(viewer, "{ onboardings { %s } }".formatted(FIELDS)).path("onboardings");
  }

  private static List<String> allInKeycloak(String code) {
    return world
        .administer("GET", "/organizations?first=0&max=1000", "")
        .findValuesAsText("alias")
        .stream()
        .filter(code::equals)
        .toList();
  }

  private static JsonNode inKeycloak(String code) {
    JsonNode found = world.administer("GET", "/organizations?q=sightline:" + code, "").path(0);
    return world.administer("GET", "/organizations/" + found.path("id").asText(), "");
  }
}
