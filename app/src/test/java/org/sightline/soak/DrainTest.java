package org.sightline.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.sightline.TestSightline;
import org.sightline.local.Database;
import org.sightline.local.TestKeycloak;
import org.sightline.local.TestPostgres;

/**
 * One process that is told to leave while members are at work: whatever was sent to it before its
 * balancer knew has its answer. The long form, with two of them, is {@link EnduranceTest}.
 */
final class DrainTest {
  private static final String MEMBER = "york-analyst";
  private static final Duration DELAY = Duration.ofSeconds(3);

  private final Database database =
      TestPostgres.freshDatabase("people", TestSightline::migrateWithPeople);
  private final TestKeycloak keycloak = TestKeycloak.shared();

  @Test
  void failsNoRequestAndFinishesWhatRuns() throws SQLException {
    Map<String, String> tokens =
        Map.of("hull-analyst", keycloak.token("hull-analyst"), MEMBER, keycloak.token(MEMBER));
    try (Instance instance = new Instance("drained", settings())) {
      instance.start(Instance.builtJar(), "serve");
      instance.awaitReady();
      AtomicBoolean isKnownToLeave = new AtomicBoolean();
      Load load =
          Load.begin("drain", tokens, instance.port(), Member.QUERIES, () -> !isKnownToLeave.get());
      Instance.pause(Duration.ofSeconds(2));

      instance.leave();
      Instance.pause(Duration.ofMillis(500));
      assertThat(instance.isReady()).isFalse();
      Instance.pause(Duration.ofSeconds(1));
      isKnownToLeave.set(true);
      Tally slow = writeBeyondTheDelay(instance, tokens);
      load.stop();
      int exitCode = instance.drain();

      assertThat(exitCode).isIn(0, 143);
      assertThat(load.tally().requests()).isGreaterThan(50);
      assertThat(load.tally().failed()).isEmpty();
      assertThat(load.tally().retried()).isEmpty();
      assertThat(slow.failed()).isEmpty();
      assertThat(slow.retried()).isEmpty();
      assertThat(saved())
          .isEqualTo(Line.of("drain", load.tally(), 0).acknowledged() + 1)
          .isGreaterThan(4);
    } finally {
      TestPostgres.drop(database);
    }
  }

  /** Begun before the server takes no more, and held up until after. */
  private Tally writeBeyondTheDelay(Instance instance, Map<String, String> tokens)
      throws SQLException {
    Tally tally = new Tally();
    Instance.pause(DELAY.minusMillis(2_300));
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("LOCK TABLE saved_group IN ACCESS EXCLUSIVE MODE");
      CompletableFuture<Void> written =
          CompletableFuture.runAsync(() -> write(instance, tokens.getOrDefault(MEMBER, ""), tally));
      Instance.pause(Duration.ofMillis(1_400));
      assertThat(written).isNotDone();
      owner.commit();
      written.join();
    }
    return tally;
  }

  private static void write(Instance instance, String token, Tally tally) {
    try (Member member = new Member(MEMBER, token, instance.port(), tally)) {
      member.write("slow");
    }
  }

  private int saved() throws SQLException {
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM saved_group")) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(World.settings(database));
    settings.put("SIGHTLINE_KEYCLOAK_ISSUER", keycloak.issuer());
    settings.put("SIGHTLINE_DRAIN_DELAY", DELAY.toSeconds() + "s");
    return settings;
  }
}
