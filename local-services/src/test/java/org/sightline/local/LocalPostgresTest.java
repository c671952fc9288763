package org.sightline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.local.LocalPostgres.Kind.CONTAINER;
import static org.sightline.local.LocalPostgres.Kind.EMBEDDED;
import static org.sightline.local.LocalPostgres.Kind.GIVEN;
import static org.sightline.local.LocalPostgres.Purpose.RUN;
import static org.sightline.local.LocalPostgres.Purpose.TEST;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LocalPostgresTest {
  private static final Map<String, String> NOTHING = Map.of();

  @Test
  void usesTheEmbeddedServerWhereNoDockerAnswers() {
    assertThat(decision(NOTHING, false).decide(TEST)).isEqualTo(EMBEDDED);
    assertThat(decision(NOTHING, false).decide(RUN)).isEqualTo(EMBEDDED);
  }

  @Test
  void usesAContainerForTestsWhereDockerAnswersButKeepsTheDataOfARun() {
    assertThat(decision(NOTHING, true).decide(TEST)).isEqualTo(CONTAINER);
    assertThat(decision(NOTHING, true).decide(RUN)).isEqualTo(EMBEDDED);
  }

  @Test
  void usesWhatIsForced() {
    assertThat(decision(Map.of("SIGHTLINE_POSTGRES", "embedded"), true).decide(TEST))
        .isEqualTo(EMBEDDED);
    assertThat(decision(Map.of("SIGHTLINE_POSTGRES", "docker"), false).decide(RUN))
        .isEqualTo(CONTAINER);
  }

  @Test
  void refusesToBeForcedToSomethingElse() {
    assertThatThrownBy(() -> decision(Map.of("SIGHTLINE_POSTGRES", "podman"), true).decide(TEST))
        .isInstanceOf(StartFailure.class)
        .hasMessage("SIGHTLINE_POSTGRES is \"podman\" and must be embedded or docker.");
  }

  @Test
  void usesTheGivenServerBeforeAnythingElse() {
    Map<String, String> given =
        Map.of(
            "SIGHTLINE_DATABASE_URL", "jdbc:postgresql://localhost/x",
            "SIGHTLINE_POSTGRES", "docker");

    assertThat(decision(given, true).decide(RUN)).isEqualTo(GIVEN);
    assertThat(decision(given, true).decide(TEST)).isEqualTo(GIVEN);
  }

  @Test
  void namesTheSettingThatIsMissingBesideTheGivenServer() {
    Map<String, String> given =
        Map.of(
            "SIGHTLINE_DATABASE_URL", "jdbc:postgresql://localhost/x",
            "SIGHTLINE_DATABASE_OWNER_USERNAME", "me");

    assertThatThrownBy(() -> decision(given, false).start(RUN, Path.of("."), line -> {}))
        .hasMessage(
            "SIGHTLINE_DATABASE_URL is given, so SIGHTLINE_DATABASE_OWNER_PASSWORD is needed too.");
  }

  @Test
  void saysWhenTheGivenServerDoesNotAnswer() {
    Map<String, String> given =
        Map.of(
            "SIGHTLINE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/x",
            "SIGHTLINE_DATABASE_OWNER_USERNAME", "me",
            "SIGHTLINE_DATABASE_OWNER_PASSWORD", "not printed");

    assertThatThrownBy(() -> decision(given, false).start(RUN, Path.of("."), line -> {}))
        .isInstanceOf(StartFailure.class)
        .hasMessageStartingWith(
            "The database given by SIGHTLINE_DATABASE_URL (me at jdbc:postgresql://127.0.0.1:1/x)"
                + " cannot be used: ")
        .hasMessageNotContaining("not printed");
  }

  @Test
  void connectsToTheGivenServer() {
    Database database = TestPostgres.freshDatabase();
    Map<String, String> given =
        Map.of(
            "SIGHTLINE_DATABASE_URL", database.url(),
            "SIGHTLINE_DATABASE_OWNER_USERNAME", database.ownerUsername(),
            "SIGHTLINE_DATABASE_OWNER_PASSWORD", database.ownerPassword());

    try (PostgresServer server = decision(given, false).start(RUN, Path.of("."), line -> {})) {
      assertThat(server.description()).isEqualTo("the PostgreSQL at " + database.url());
    }
  }

  private static LocalPostgres decision(Map<String, String> environment, boolean dockerAnswers) {
    return new LocalPostgres(new Settings(new Properties(), environment), () -> dockerAnswers);
  }
}
