package org.sightline.soak;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sightline.local.Database;
import org.sightline.local.OwnKeycloak;
import org.sightline.local.OwnPostgres;

/** Two instances behind a balancer, on a PostgreSQL and a Keycloak that can be taken away. */
final class World implements AutoCloseable {
  private static final List<String> MEMBERS =
      List.of("hull-analyst", "herefordshire-analyst", "york-analyst");

  private static final List<String> QUERIES =
      Stream.concat(Member.QUERIES.stream(), Stream.of(Member.COMPARISON)).toList();

  private final OwnPostgres postgres = OwnPostgres.start();
  private final OwnKeycloak keycloak = OwnKeycloak.start();
  private final Instance first = new Instance("first", settings());
  private final Instance second = new Instance("second", settings());
  private final Balancer balancer = new Balancer(List.of(first, second));

  /** Everything runs when this returns, with the demonstration's people and figures. */
  World(Path jar) {
    try {
      first.start(jar, "serve", "--prepare");
      first.awaitReady();
      second.start(jar, "serve");
      second.awaitReady();
    } catch (RuntimeException | AssertionError e) {
      close();
      throw e;
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(settings(postgres.database()));
    settings.put("SIGHTLINE_KEYCLOAK_ISSUER", keycloak.people().issuer());
    return settings;
  }

  /** What an operator sets, but for who signs people in. */
  static Map<String, String> settings(Database database) {
    return Map.of(
        "SIGHTLINE_DATABASE_URL", database.url(),
        "SIGHTLINE_DATABASE_OWNER_USERNAME", database.ownerUsername(),
        "SIGHTLINE_DATABASE_OWNER_PASSWORD", database.ownerPassword(),
        "SIGHTLINE_DATABASE_APP_PASSWORD", "app-password",
        "SIGHTLINE_DATABASE_RELEASE_WRITER_PASSWORD", "writer-password",
        "SIGHTLINE_CURSOR_KEY", "the-same-secret-for-every-instance-of-it",
        "SIGHTLINE_DRAIN_DELAY", "5s");
  }

  Database database() {
    return postgres.database();
  }

  Instance first() {
    return first;
  }

  Instance second() {
    return second;
  }

  OwnPostgres postgres() {
    return postgres;
  }

  OwnKeycloak keycloak() {
    return keycloak;
  }

  /** Does something while members are at work, and a little longer, and counts what they met. */
  Line during(String phase, Runnable happening) {
    Map<String, String> tokens = new TreeMap<>();
    MEMBERS.forEach(name -> tokens.put(name, keycloak.people().token(name)));
    Load load = Load.begin(phase, tokens, balancer.port(), QUERIES, () -> true);
    try {
      Instance.pause(Duration.ofSeconds(3));
      happening.run();
      Instance.pause(Duration.ofSeconds(5));
    } finally {
      load.stop();
    }
    Tally tally = load.tally();
    Line line = Line.of(phase, tally, Load.found(tally, tokens, balancer.port()));
    line.print();
    forgetGroups();
    return line;
  }

  /** Room for the next phase's. */
  private void forgetGroups() {
    try (Connection owner = postgres.database().connect();
        Statement statement = owner.createStatement()) {
      statement.execute("DELETE FROM saved_group");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    balancer.close();
    first.close();
    second.close();
    keycloak.close();
    postgres.close();
  }
}
