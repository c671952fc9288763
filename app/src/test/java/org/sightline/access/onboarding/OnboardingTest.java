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
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.sightline.access.world.KeycloakWorld;
import org.sightline.access.world.Visitor;
import org.sightline.local.Database;
import org.sightline.tenancy.Viewer;

/** Onboarding in a real Keycloak and a real database, stopped after each of its steps. */
final class OnboardingTest {
  private static final String FIELDS =
      "code name kind firstDataOwner { name email } nextStep invitedAt completedAt";
  private static final String LEEDS =
      """
      mutation { onboardCouncil(input: {council: "E08000035",
          firstDataOwner: {name: "Lena Brook", email: "lena@leeds.example"}}) {
        onboarding { code name kind firstDataOwner { name email } nextStep invitedAt completedAt }
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
    assertThat(payload.at("/onboarding/nextStep").asText()).isEqualTo("FIRST_SIGN_IN");
    assertThat(payload.at("/onboarding/invitedAt").isNull()).isFalse();
    assertThat(payload.at("/onboarding/completedAt").isNull()).isTrue();
    assertThat(world.mailbox().to("lena@leeds.example")).hasSize(1);
    assertThat(world.mailbox().link("lena@leeds.example")).contains("token=");
    JsonNode made = inKeycloak("e08000035");
    assertThat(made.at("/attributes/gss/0").asText()).isEqualTo("E08000035");
    assertThat(
            world.texts(
                "SELECT keycloak_id FROM organisation WHERE code = 'e08000035' AND onboarded_at IS NULL"))
        .containsExactly(made.path("id").asText());
    assertThat(world.texts("SELECT roles FROM member WHERE email = 'lena@leeds.example'"))
        .containsExactly("{analyst,data-owner}");
    assertThat(halfDone(OTHER_OPERATOR).findValuesAsText("code")).contains("e08000035");
    isCompleteOnceThatOneSignsIn();
  }

  private static void isCompleteOnceThatOneSignsIn() {
    JsonNode viewer = world.ask(signedIn("lena@leeds.example"), "{ viewer { name roles } }");
    assertThat(viewer.at("/viewer/name").asText()).isEqualTo("Lena Brook");
    assertThat(halfDone(OPERATOR).findValuesAsText("code")).doesNotContain("e08000035");
    assertThat(world.ask(OPERATOR, LEEDS).at("/onboardCouncil/errors/0/code").asText())
        .isEqualTo("ALREADY_ONBOARDED");
    assertThat(undo(OPERATOR, "e08000035").at("/errors/0/code").asText()).isEqualTo("COMPLETE");
    assertThat(world.mailbox().to("lena@leeds.example")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"INVITATION_WITHDRAWN", "KEYCLOAK_ORGANISATION_REMOVED"})
  void isCompletedByTheSameCallAfterACrash(Milestone milestone) {
    String code = code("complete", milestone);
    crashAfter(milestone);
    assertThat(onboardAnswer(OPERATOR, code).at("/errors/0/extensions/code").asText())
        .isEqualTo("INTERNAL");
    assertThat(halfDone(OPERATOR).findValuesAsText("code")).contains(code);
    crashNoMore();
    JsonNode payload = onboard(OTHER_OPERATOR, code);
    assertThat(payload.path("errors")).isEmpty();
    assertThat(payload.path("stoppedBecause").isNull()).isTrue();
    assertThat(payload.at("/onboarding/nextStep").asText()).isEqualTo("FIRST_SIGN_IN");
    assertThat(world.texts("SELECT id FROM member WHERE email = '%s'".formatted(email(code))))
        .hasSize(1);
    assertThat(allInKeycloak(code)).hasSize(1);
    assertThat(world.mailbox().to(email(code))).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"INVITATION_WITHDRAWN", "KEYCLOAK_ORGANISATION_REMOVED"})
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
    assertThat(completed.at("/onboarding/nextStep").asText()).isEqualTo("FIRST_SIGN_IN");
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
            onboard(OPERATOR, "own-words", "Another name", email("own-words"))
                .at("/errors/0/code")
                .asText())
        .isEqualTo("BEGUN_OTHERWISE");
    assertThat(undo(OPERATOR, "own-words").path("code").asText()).isEqualTo("own-words");
  }

  @Test
  void isNotUndoneOnceTheFirstDataOwnerHasSignedIn() {
    JsonNode _ = onboard(OPERATOR, "signed-in");
    JsonNode _ = world.ask(signedIn(email("signed-in")), "{ viewer { name } }");
    assertThat(undo(OPERATOR, "signed-in").at("/errors/0/code").asText()).isEqualTo("COMPLETE");
    assertThat(
            onboard(OPERATOR, "signed-in", "signed-in", "else@signed-in.example")
                .at("/errors/0/code")
                .asText())
        .isEqualTo("ALREADY_ONBOARDED");
  }

  @Test
  void sendsAnInvitationThatHasExpiredAgain() {
    administerLifespan(1);
    JsonNode first = onboard(OPERATOR, "expired");
    administerLifespan(43_200);
    String old = world.mailbox().link(email("expired"));
    sleepUntilExpired();
    JsonNode again = onboard(OTHER_OPERATOR, "expired");
    assertThat(again.path("stoppedBecause").isNull()).isTrue();
    assertThat(again.at("/onboarding/invitedAt")).isNotEqualTo(first.at("/onboarding/invitedAt"));
    assertThat(world.mailbox().to(email("expired"))).hasSize(2);
    assertThat(world.mailbox().link(email("expired"))).isNotEqualTo(old);
    Map<String, String> form =
        Map.of(
            "username",
            email("expired"),
            "email",
            email("expired"),
            "firstName",
            "First",
            "lastName",
            "Owner");
    try (Visitor visitor = new Visitor()) {
      visitor.fillIn(world.mailbox().link(email("expired")), form);
    }
    // Keycloak goes on to verify the address.
    assertThat(world.mailbox().to(email("expired"))).hasSize(3);
  }

  /** How long the realm keeps an invitation open. */
  private static void administerLifespan(int seconds) {
    JsonNode _ =
        world.administer(
            "PUT", "", "{\"actionTokenGeneratedByAdminLifespan\": %d}".formatted(seconds));
  }

  private static void sleepUntilExpired() {
    try {
      Thread.sleep(Duration.ofSeconds(2));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void invitesAnotherFirstDataOwnerInThePlaceOfOneWhoHasNotSignedIn() {
    String other = "second@replaced.example";
    JsonNode _ = onboard(OPERATOR, "replaced");
    JsonNode payload = onboard(OTHER_OPERATOR, "replaced", "replaced", other);
    assertThat(payload.path("errors")).isEmpty();
    assertThat(payload.at("/onboarding/firstDataOwner/email").asText()).isEqualTo(other);
    assertThat(payload.at("/onboarding/nextStep").asText()).isEqualTo("FIRST_SIGN_IN");
    assertThat(invitations("replaced")).containsExactly(other);
    assertThat(world.mailbox().to(other)).hasSize(1);
    Viewer first = signedIn(email("replaced"));
    assertThat(world.answer(first, "{ viewer { name } }").at("/errors/0/extensions/code").asText())
        .isEqualTo("FORBIDDEN");
    assertThat(world.ask(signedIn(other), "{ viewer { name } }").at("/viewer/name").asText())
        .isEqualTo("First Owner");
  }

  @Test
  void goesOnWithReplacingTheFirstDataOwnerAfterACrash() {
    JsonNode _ = onboard(OPERATOR, "half-replaced");
    crashAfter(Milestone.INVITATION_WITHDRAWN);
    String other = "second@half-replaced.example";
    JsonNode _ =
        world.answer(
            OPERATOR, onboarding("half-replaced", "half-replaced", "REGIONAL_BODY", other));
    crashNoMore();
    assertThat(invitations("half-replaced")).isEmpty();
    JsonNode taken =
        onboard(OPERATOR, "half-replaced", "half-replaced", "hull-owner@e06000010.example");
    assertThat(taken.path("stoppedBecause").asText()).contains("of another organisation");
    assertThat(taken.at("/onboarding/firstDataOwner/email").asText())
        .isEqualTo(email("half-replaced"));
    assertThat(taken.at("/onboarding/nextStep").asText()).isEqualTo("INVITATION");
    assertThat(
            onboard(OTHER_OPERATOR, "half-replaced", "half-replaced", other)
                .at("/onboarding/firstDataOwner/email")
                .asText())
        .isEqualTo(other);
    assertThat(invitations("half-replaced")).containsExactly(other);
    assertThat(undo(OPERATOR, "half-replaced").path("code").asText()).isEqualTo("half-replaced");
  }

  /** Somebody whose address the sign-in service has verified. */
  private static Viewer signedIn(String email) {
    return new Viewer("subject of " + email, Optional.empty(), Optional.of(email));
  }

  private static List<String> invitations(String code) {
    String id = inKeycloak(code).path("id").asText();
    return world
        .administer("GET", "/organizations/" + id + "/invitations", "")
        .findValuesAsText("email");
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
