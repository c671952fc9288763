package org.sightline.access.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.access.worlds.World.Access;

/** What is taken back is gone with the next request, on every instance of the service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevocationTest {
  private Story story;

  @BeforeAll
  void start() throws SQLException {
    story = new Story();
  }

  @AfterAll
  void stop() throws SQLException {
    if (story != null) {
      story.close();
    }
  }

  @Test
  void anAgreementThatIsRevokedShowsNothingAnyMore() throws SQLException {
    story.beginWithAnAgreement();
    assertThat(story.yearsOf(1, 2)).containsExactly(2023, 2024);
    assertThat(story.yearsOf(2, 1)).as("it goes one way").isEmpty();

    change("UPDATE sharing_agreement SET revoked_at = now(), revoked_by = 1");

    assertThat(story.yearsOf(1, 2)).isEmpty();
    assertThat(story.yearsOf(1, 1)).as("to its owner").containsExactly(2023, 2024);
  }

  @Test
  void anAgreementEndsAtItsInstant() throws SQLException, InterruptedException {
    story.beginWithAnAgreement();
    Instant end = Instant.now().plusSeconds(3);
    change("UPDATE sharing_agreement SET valid_to = timestamptz '%s'".formatted(end));
    assertThat(story.yearsOf(1, 2)).containsExactly(2023, 2024);

    Thread.sleep(Duration.between(Instant.now(), end));

    assertThat(story.yearsOf(1, 2)).isEmpty();
  }

  @Test
  void anAgreementThatLosesASignatureIsNone() throws SQLException {
    story.beginWithAnAgreement();

    change("DELETE FROM sharing_agreement_signature WHERE organisation_id = 2");

    assertThat(story.yearsOf(1, 2)).isEmpty();
  }

  @Test
  void aMemberWhoIsRevokedIsRefused() throws SQLException {
    story.beginWithAnAgreement();
    assertThat(story.yearsOf(1, 2)).containsExactly(2023, 2024);

    change("UPDATE member SET revoked_at = now(), revoked_by = 1 WHERE id = 2");

    assertThat(story.yearsOf(1, 2)).isEmpty();
    assertThat(story.errorOf(2)).isEqualTo("FORBIDDEN");
  }

  @Test
  void whoLeavesAProtocolTakesTheOwnFiguresAndLosesTheOthersWhileTheOthersKeepTheirs()
      throws SQLException {
    story.beginWithAProtocol(false, Access.SHARED);
    assertThat(story.yearsOf(1, 2)).containsExactly(2023, 2024);
    assertThat(story.yearsOf(2, 1)).containsExactly(2023, 2024);

    change("UPDATE sharing_protocol_party SET left_at = now(), left_by = 2 WHERE id = 202");

    assertThat(story.yearsOf(1, 2)).isEmpty();
    assertThat(story.yearsOf(2, 1)).isEmpty();
    assertThat(story.yearsOf(1, 3)).containsExactly(2023, 2024);
    assertThat(story.yearsOf(3, 1)).containsExactly(2023, 2024);
  }

  @Test
  void whoHasReleasedNothingSeesNothingUnderAReciprocalProtocolUntilItReleases()
      throws SQLException {
    story.beginWithAProtocol(true, Access.COUNCIL_ONLY);
    assertThat(story.yearsOf(1, 2)).isEmpty();
    assertThat(story.yearsOf(1, 3)).as("to one that has").containsExactly(2023, 2024);

    change(
        """
        UPDATE edition SET access_class = 'SHARED' WHERE id = 2;
        UPDATE observation SET access_class = 'SHARED' WHERE edition_id = 2;
        """);

    assertThat(story.yearsOf(1, 2)).containsExactly(2023, 2024);
  }

  @Test
  void aReleaseWithoutAnyValueIsNoReleaseOfThatPeriod() throws SQLException {
    story.beginWithAProtocol(true, Access.SHARED);

    change(
        """
        UPDATE edition_coverage SET has_value = false WHERE edition_id = 2 AND period_id = 2024;
        UPDATE observation SET value = NULL, missing = 'NOT_AVAILABLE' WHERE edition_id = 2 AND period_id = 2024;
        """);

    assertThat(story.yearsOf(1, 2)).containsExactly(2023);
    assertThat(story.yearsOf(1, 3)).containsExactly(2023, 2024);
  }

  private void change(String sql) throws SQLException {
    story.database().change(sql);
  }
}
