package org.sightline.image;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.sightline.FreePort;
import org.sightline.TestClient;
import org.sightline.local.Database;
import org.sightline.local.TestKeycloak;
import org.sightline.local.TestPostgres;

/** What the image needs around it, and how to ask it: a database, a Keycloak, two free ports. */
final class Surroundings implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  private final Database database;
  private final TestKeycloak keycloak = TestKeycloak.shared();
  private final TestClient client = new TestClient();
  private final int port = FreePort.any();
  private final int managementPort = FreePort.any();

  /** With an empty database. */
  Surroundings() {
    this(TestPostgres.freshDatabase());
  }

  /**
   * With a database.
   *
   * @param database dropped at the end
   */
  Surroundings(Database database) {
    this.database = database;
  }

  /** What an operator sets. */
  Map<String, String> settings(Map<String, String> further) {
    Map<String, String> settings = new TreeMap<>(further);
    settings.put("SIGHTLINE_DATABASE_URL", database.url());
    settings.put("SIGHTLINE_DATABASE_OWNER_USERNAME", database.ownerUsername());
    settings.put("SIGHTLINE_DATABASE_OWNER_PASSWORD", database.ownerPassword());
    settings.put("SIGHTLINE_DATABASE_APP_PASSWORD", "app-password");
    settings.put("SIGHTLINE_DATABASE_RELEASE_WRITER_PASSWORD", "writer-password");
    settings.put("SIGHTLINE_CURSOR_KEY", "the-same-secret-for-every-instance-of-it");
    settings.put("SIGHTLINE_KEYCLOAK_ISSUER", keycloak.issuer());
    settings.put("SIGHTLINE_ANONYMOUS", "PUBLISHED");
    settings.put("SIGHTLINE_LOGS", "JSON");
    settings.put("SIGHTLINE_PORT", Integer.toString(port));
    settings.put("SIGHTLINE_MANAGEMENT_PORT", Integer.toString(managementPort));
    return settings;
  }

  /** Returns when it answers a document of GraphQL, with its answer. */
  String awaitAnswer(Process process, String document) {
    Instant end = Instant.now().plus(LONGEST_START);
    while (process.isAlive() && Instant.now().isBefore(end)) {
      try {
        return ask(document);
      } catch (UncheckedIOException e) {
        pause();
      }
    }
    throw new AssertionError("The image does not answer.");
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The answer to a document of GraphQL. */
  String ask(String document) {
    return send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/graphql".formatted(port)))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"query\": \"%s\"}".formatted(document.replace("\"", "\\\"")))));
  }

  /** What is answered at the operators' port. */
  String managed(String path) {
    return send(
        HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:%d%s".formatted(managementPort, path))));
  }

  private String send(HttpRequest.Builder request) {
    return client.send(request.build()).body();
  }

  @Override
  public void close() {
    client.close();
    TestPostgres.drop(database);
  }
}
