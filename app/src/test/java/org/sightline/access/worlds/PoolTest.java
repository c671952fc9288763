package org.sightline.access.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sightline.TestSightline;
import org.sightline.access.worlds.World.Standing;
import org.sightline.graphql.operation.Operations;
import org.sightline.tenancy.Viewer;
import org.slf4j.LoggerFactory;

/**
 * Many viewers' requests over eight connections, while statements time out, are cancelled and lose
 * their connections: each answer is its own viewer's or an error, and no connection keeps a viewer.
 */
class PoolTest {
  private static final int CONNECTIONS = 8;
  private static final int AT_ONCE = 24;
  private static final Pattern RELEASE = Pattern.compile("release-\\d+");

  /** One viewer's question, and what it is answered when nobody disturbs. */
  private record Asked(Viewer viewer, String document, String expected) {
    boolean isForeign(String answer) {
      return RELEASE
          .matcher(answer)
          .results()
          .map(MatchResult::group)
          .anyMatch(release -> !expected.contains("\"" + release + "\""));
    }
  }

  private final AtomicInteger right = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean isOver = new AtomicBoolean();

  @Test
  void aThousandInterleavedRequestsGetNothingOfOneAnother() throws Exception {
    prove(1_000);
  }

  @Test
  @Tag("soak")
  void tenThousandInterleavedRequestsGetNothingOfOneAnother() throws Exception {
    prove(10_000);
  }

  /** Every disturbed request would fill a page with where it was. */
  @BeforeAll
  static void keepSilent() {
    LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
    logs.getLogger(Operations.class).setLevel(Level.OFF);
    logs.getLogger("com.zaxxer.hikari").setLevel(Level.OFF);
    logs.getLogger("io.micronaut").setLevel(Level.OFF);
  }

  private void prove(int requests) throws Exception {
    try (WorldDatabase database = new WorldDatabase()) {
      List<Asked> questions = questions(database);
      assertThat(questions.stream().map(Asked::expected).distinct().count())
          .as("different answers")
          .isGreaterThan(10);
      List<String> notOurs = database.texts("SELECT pid::text FROM pg_stat_activity");
      try (TestSightline pooled =
          database
              .sightline()
              .another(
                  Map.of(
                      "sightline.database.connections",
                      String.valueOf(CONNECTIONS),
                      "sightline.limits.statement-timeout",
                      "150ms"))) {
        Thread disturbance = Thread.ofPlatform().start(() -> disturb(database, notOurs));
        askAll(pooled, questions, requests);
        isOver.set(true);
        disturbance.join();

        System.out.printf(
            "%d requests: %d right, %d errors, %d wrong%n",
            requests, right.get(), failed.get(), wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(right.get()).isGreaterThan(requests / 2);
        assertThat(failed.get()).as("disturbed requests").isPositive();
        assertThat(leftOnConnections(pooled)).hasSize(CONNECTIONS).containsOnly("||0");
      }
    }
  }

  private static List<Asked> questions(WorldDatabase database) throws SQLException {
    World world = database.hold(20_260);
    List<String> documents =
        database.documents().of(world).entrySet().stream()
            .filter(one -> one.getKey().startsWith("figures of") || one.getKey().contains("2031"))
            .map(Map.Entry::getValue)
            .toList();
    List<Asked> questions = new ArrayList<>();
    List<Viewer> viewers =
        Stream.concat(
                Stream.of(Viewer.ANONYMOUS),
                world.people().stream()
                    .filter(person -> person.standing() == Standing.LIVE)
                    .map(person -> new Viewer(person.subject())))
            .toList();
    for (Viewer viewer : viewers) {
      for (String document : documents) {
        String expected = database.sightline().answer(viewer, document).toString();
        questions.add(new Asked(viewer, document, expected));
      }
    }
    return questions;
  }

  private void askAll(TestSightline pooled, List<Asked> questions, int requests)
      throws InterruptedException {
    Random random = new Random(20_260);
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int i = 0; i < requests; i++) {
        Asked asked = questions.get(random.nextInt(questions.size()));
        threads.execute(() -> ask(pooled, asked));
      }
    }
  }

  private void ask(TestSightline pooled, Asked asked) {
    String answer;
    boolean isError;
    try {
      JsonNode body = pooled.answer(asked.viewer(), asked.document());
      answer = body.toString();
      isError = body.has("errors");
    } catch (RuntimeException e) {
      // A connection that was ended while the viewer was bound: there is no answer.
      answer = String.valueOf(e.getMessage());
      isError = true;
    }
    if (answer.equals(asked.expected())) {
      right.incrementAndGet();
    } else if (isError && !asked.isForeign(answer)) {
      failed.incrementAndGet();
    } else {
      wrong.add(asked.viewer().subject() + " was answered " + answer);
    }
  }

  /** Cancels a statement now and then, ends a connection, and keeps the table from everybody. */
  private void disturb(WorldDatabase database, List<String> notOurs) {
    Random random = new Random();
    String someOf =
        """
         FROM pg_stat_activity
        WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()
          AND pid <> ALL ('{%s}') AND state <> 'idle' ORDER BY random() LIMIT 1
        """
            .formatted(String.join(",", notOurs));
    try (Connection app = database.connect("app");
        Statement statement = app.createStatement()) {
      while (!isOver.get()) {
        int kind = random.nextInt(20);
        if (kind < 14) {
          statement.execute("SELECT pg_cancel_backend(pid)" + someOf);
        } else if (kind < 18) {
          statement.execute("SELECT pg_terminate_backend(pid)" + someOf);
        } else {
          database.change("BEGIN; LOCK TABLE observation; SELECT pg_sleep(0.2); COMMIT");
        }
        Thread.sleep(30);
      }
    } catch (SQLException | InterruptedException e) {
      wrong.add("The disturbance failed: " + e);
    }
  }

  /** Of every connection of the pool: the viewer, and how long a statement may take. */
  private static List<String> leftOnConnections(TestSightline pooled) throws SQLException {
    DataSource pool = DelegatingDataSource.unwrapDataSource(pooled.get(DataSource.class));
    Map<Connection, String> held = new HashMap<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        Connection connection = pool.getConnection();
        held.put(connection, left(connection));
      }
      return List.copyOf(held.values());
    } finally {
      for (Connection connection : held.keySet()) {
        connection.close();
      }
    }
  }

  private static String left(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT '|' || coalesce(current_setting('sightline.viewer', true), '') || '|' || current_setting('statement_timeout')")) {
      row.next();
      return row.getString(1);
    }
  }
}
