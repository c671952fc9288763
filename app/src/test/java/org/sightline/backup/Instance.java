package org.sightline.backup;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.sightline.TestClient;
import org.sightline.TestSightline;
import org.sightline.access.token.TestIssuer;
import org.sightline.council.AreasAtStart;
import org.sightline.local.Database;

/** Sightline with its HTTP server on a database. */
final class Instance implements AutoCloseable {
  private static final String BUDGET = "\"budget\":\\{[^}]*}";

  private final TestIssuer issuer;
  private final TestClient client = new TestClient();
  private final EmbeddedServer server;

  Instance(Database database, TestIssuer issuer) {
    this.issuer = issuer;
    Map<String, Object> settings = new HashMap<>(TestSightline.settings(database));
    settings.putAll(issuer.settings());
    settings.put("sightline.anonymous", "PUBLISHED");
    settings.put("micronaut.server.host", "127.0.0.1");
    settings.put("micronaut.server.port", "-1");
    server = ApplicationContext.run(EmbeddedServer.class, settings);
    server.getApplicationContext().getBean(AreasAtStart.class).read();
  }

  /** The bytes of an answer, a character each, but for what is left of the asker's budget. */
  String answer(Question question) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.getURL() + "/graphql"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(question.body()));
    question
        .subject()
        .ifPresent(subject -> request.header("Authorization", "Bearer " + issuer.token(subject)));
    HttpResponse<byte[]> response = client.sendForBytes(request.build());
    String bytes = new String(response.body(), StandardCharsets.ISO_8859_1);
    return response.statusCode() + " " + bytes.replaceFirst(BUDGET, "\"budget\":{}");
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
