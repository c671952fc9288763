package org.sightline.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.sightline.TestClient;
import org.sightline.TestSightline;
import org.sightline.access.world.MailedKeycloak;

/** Two instances of the service on one database with the demonstration, and one Keycloak. */
final class TwoInstances implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final MailedKeycloak keycloak = new MailedKeycloak();
  private final TestSightline demonstration = TestSightline.withDemonstration();
  private final TestClient client = new TestClient();
  private final EmbeddedServer a = server();
  private final EmbeddedServer b = server();

  private EmbeddedServer server() {
    Map<String, Object> settings = new HashMap<>(TestSightline.settings(demonstration.database()));
    settings.putAll(keycloak.settings());
    settings.put("micronaut.server.host", "127.0.0.1");
    settings.put("micronaut.server.port", "-1");
    return ApplicationContext.run(EmbeddedServer.class, settings);
  }

  EmbeddedServer a() {
    return a;
  }

  EmbeddedServer b() {
    return b;
  }

  MailedKeycloak keycloak() {
    return keycloak;
  }

  /**
   * An answer over HTTP.
   *
   * @param headers without the day's time and the request's id
   * @param bytes of the body, a character each
   */
  record Answer(int status, Map<String, String> headers, String requestId, String bytes) {
    /** All that may tell one thing from another. */
    String told() {
      return status + " " + headers + " " + bytes;
    }

    JsonNode json() {
      try {
        return JSON.readTree(bytes.getBytes(StandardCharsets.ISO_8859_1));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The data of an answer that must have no errors. */
    JsonNode data() {
      if (status != 200 || json().has("errors")) {
        throw new AssertionError(status + " " + bytes);
      }
      return json().path("data");
    }
  }

  /** An access token of one of the demonstration's people. */
  String token(String username) {
    return keycloak.web().token(username, "demonstration", "openid");
  }

  Answer ask(EmbeddedServer server, String token, String document) {
    return send(
        token,
        HttpRequest.newBuilder(URI.create(server.getURL() + "/graphql"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    JSON.createObjectNode().put("query", document).toString())));
  }

  Answer get(EmbeddedServer server, String token, String path) {
    return send(token, HttpRequest.newBuilder(URI.create(server.getURL() + path)));
  }

  private Answer send(String token, HttpRequest.Builder request) {
    HttpResponse<byte[]> response =
        client.sendForBytes(request.header("Authorization", "Bearer " + token).build());
    Map<String, String> headers = new TreeMap<>();
    response.headers().map().forEach((name, values) -> headers.put(name, values.toString()));
    String requestId = response.headers().firstValue("X-Request-Id").orElse("");
    headers.remove("x-request-id");
    headers.remove("date");
    return new Answer(
        response.statusCode(),
        headers,
        requestId,
        new String(response.body(), StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() {
    client.close();
    a.close();
    b.close();
    demonstration.close();
    keycloak.close();
  }
}
