package org.sightline.access.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.sightline.TestClient;

/** What browsers and programs do at Keycloak and at Sightline. */
public final class Web implements AutoCloseable {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final TestClient client = new TestClient();
  private final String issuer;

  /** An answer; the body is missing where it is no JSON. */
  public record Reply(int status, JsonNode body) {}

  Web(String baseUrl, String realm) {
    issuer = baseUrl + "/realms/" + realm;
  }

  public String issuer() {
    return issuer;
  }

  /** Keycloak's answer to a machine that asks for a token. */
  public Reply machineToken(String clientId, String secret) {
    return tokens(
        Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
  }

  /** An access token of a person. */
  public String token(String username, String password, String scope) {
    Reply reply =
        tokens(
            Map.of(
                "grant_type",
                "password",
                "client_id",
                "sightline-cli",
                "username",
                username,
                "password",
                password,
                "scope",
                scope));
    if (reply.status() != 200) {
      throw new AssertionError("No token for " + username + ": " + reply.body());
    }
    return reply.body().path("access_token").asText();
  }

  private Reply tokens(Map<String, String> form) {
    return post(issuer + "/protocol/openid-connect/token", "", FORM, encoded(form));
  }

  /** The JSON of an answer that must be a success. */
  JsonNode send(String method, String address, String token, String type, String body) {
    Reply reply = reply(method, address, token, type, body);
    if (reply.status() / 100 != 2) {
      throw new AssertionError(method + " " + address + ": " + reply);
    }
    return reply.body();
  }

  Reply post(String address, String token, String type, String body) {
    return reply("POST", address, token, type, body);
  }

  private Reply reply(String method, String address, String token, String type, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<byte[]> answer = client.sendForBytes(request.build());
    boolean isJson = answer.headers().firstValue("Content-Type").orElse("").contains("json");
    return new Reply(
        answer.statusCode(),
        isJson ? KeycloakWorld.parse(answer.body()) : MissingNode.getInstance());
  }

  static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  @Override
  public void close() {
    client.close();
  }
}
