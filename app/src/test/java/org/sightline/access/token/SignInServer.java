package org.sightline.access.token;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.sightline.StatementCount;
import org.sightline.TestClient;
import org.sightline.TestSightline;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;

/**
 * A running Sightline on a real database, which takes the tokens of one issuer, shows published
 * figures to everybody and counts its statements.
 */
final class SignInServer implements AutoCloseable {
  private static final String QUESTION = "{\"query\": \"{ indicators { code } }\"}";

  private final Database database =
      TestPostgres.freshDatabase("people", TestSightline::migrateWithPeople);
  private final TestClient client = new TestClient();
  private final EmbeddedServer server;
  private final StatementCount statements;

  SignInServer(String issuer) {
    Map<String, Object> settings = new HashMap<>(TestSightline.settings(database));
    settings.put("micronaut.server.host", "127.0.0.1");
    settings.put("micronaut.server.port", "-1");
    settings.put("sightline.anonymous", "PUBLISHED");
    settings.put("sightline.keycloak.issuer", issuer);
    server = ApplicationContext.run(EmbeddedServer.class, settings);
    statements = server.getApplicationContext().getBean(StatementCount.class);
  }

  /** An answer, and how many statements it took. */
  record Reply(int status, Map<String, String> headers, String body, long statements) {}

  /** Asks a question of the database with a bearer token. */
  Reply askWith(String token) {
    return ask("Bearer " + token);
  }

  /** Asks with whichever Authorization headers, of which there may be none or many. */
  Reply ask(String... authorization) {
    return send(
        HttpRequest.newBuilder(URI.create(server.getURL() + "/graphql"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(QUESTION)),
        authorization);
  }

  /** Asks by GET. */
  Reply get(String query, String... authorization) {
    return send(
        HttpRequest.newBuilder(URI.create(server.getURL() + "/graphql" + query)), authorization);
  }

  private Reply send(HttpRequest.Builder request, String... authorization) {
    for (String one : authorization) {
      request.header("Authorization", one);
    }
    statements.reset();
    HttpResponse<String> response = client.send(request.build());
    Map<String, String> headers = new HashMap<>();
    response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
    return new Reply(response.statusCode(), headers, response.body(), statements.total());
  }

  @Override
  public void close() {
    client.close();
    server.close();
    TestPostgres.drop(database);
  }
}
