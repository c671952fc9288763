package org.sightline.access.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.local.TestKeycloak;

/** What only an administrator of the tests' Keycloak does to it. */
final class KeycloakAdministration implements AutoCloseable {
  static final Map<String, Object> AUDIENCE =
      Map.of(
          "name", "audience",
          "protocol", "openid-connect",
          "protocolMapper", "oidc-audience-mapper",
          "config",
              Map.of("included.client.audience", "sightline-api", "access.token.claim", "true"));

  /** The same where the realm has no such client. */
  static final Map<String, Object> NAMED_AUDIENCE =
      Map.of(
          "name", "audience",
          "protocol", "openid-connect",
          "protocolMapper", "oidc-audience-mapper",
          "config",
              Map.of("included.custom.audience", "sightline-api", "access.token.claim", "true"));

  static final Map<String, String> ACCESS_TOKEN_TYPE =
      Map.of("access.token.header.type.rfc9068", "true");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final TestKeycloak keycloak;

  KeycloakAdministration(TestKeycloak keycloak) {
    this.keycloak = keycloak;
  }

  /** Makes a realm that signs with keys of its own. */
  void addRealm(String realm) {
    send("POST", "", Map.of("realm", realm, "enabled", true));
  }

  void removeRealm(String realm) {
    send("DELETE", "/" + realm, null);
  }

  /**
   * Makes a machine client, whose secret is its name.
   *
   * @param more of its representation
   * @return what removes it
   */
  String addMachine(String realm, String name, Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>();
    all.put("clientId", name);
    all.put("secret", name);
    all.put("serviceAccountsEnabled", true);
    all.put("standardFlowEnabled", false);
    all.put("fullScopeAllowed", false);
    all.putAll(more);
    return "/" + realm + "/clients/" + send("POST", "/" + realm + "/clients", all);
  }

  /**
   * Gives the realm a key.
   *
   * @param priority Keycloak signs with that of the highest; its own has 100
   * @return what removes it
   */
  String addKey(String realm, RSAKey key, int priority) {
    String parent = get("/" + realm).path("id").asText();
    Map<String, List<String>> settings =
        Map.of(
            "priority", List.of(Integer.toString(priority)),
            "enabled", List.of("true"),
            "active", List.of("true"),
            "algorithm", List.of("RS256"),
            "privateKey", List.of(pem(key)));
    Map<String, Object> component =
        Map.of(
            "name",
            "key-" + priority,
            "parentId",
            parent,
            "providerId",
            "rsa",
            "providerType",
            "org.keycloak.keys.KeyProvider",
            "config",
            settings);
    return "/" + realm + "/components/" + send("POST", "/" + realm + "/components", component);
  }

  void remove(String what) {
    send("DELETE", what, null);
  }

  /** The key as the realm publishes it, with the id that Keycloak gave it. */
  RSAKey published(String realm, RSAKey key) {
    try {
      String keys =
          text(
              HttpRequest.newBuilder(
                      URI.create(
                          keycloak.baseUrl()
                              + "/realms/"
                              + realm
                              + "/protocol/openid-connect/certs"))
                  .build());
      for (JWK published : JWKSet.parse(keys).getKeys()) {
        if (published.computeThumbprint().equals(key.computeThumbprint())) {
          return new RSAKey.Builder(key).keyID(published.getKeyID()).build();
        }
      }
      throw new AssertionError("The realm does not publish the key.");
    } catch (ParseException | JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** A machine's token, asked for at whichever address of Keycloak. */
  static String machineToken(String issuer, String name, String secret) {
    return token(
        issuer,
        Map.of("grant_type", "client_credentials", "client_id", name, "client_secret", secret));
  }

  /** The token of one of the demonstration's people, by a client that is told the password. */
  static String personToken(String issuer, String username, String client) {
    return token(
        issuer,
        Map.of(
            "grant_type", "password",
            "client_id", client,
            "client_secret", client,
            "username", username,
            "password", "demonstration"));
  }

  private static String token(String issuer, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(
                entry ->
                    entry.getKey()
                        + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    try (HttpClient own = HttpClient.newHttpClient()) {
      String token = parse(checked(own, request).body()).path("access_token").asText();
      if (token.isEmpty()) {
        throw new AssertionError("No token for " + fields.get("client_id"));
      }
      return token;
    }
  }

  private JsonNode get(String path) {
    return parse(text(administration(path).build()));
  }

  /** The new thing's id, where the answer says one. */
  private String send(String method, String path, @Nullable Object body) {
    try {
      HttpRequest request =
          administration(path)
              .header("Content-Type", "application/json")
              .method(
                  method,
                  body == null
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
              .build();
      String location = checked(client, request).headers().firstValue("Location").orElse("");
      return location.substring(location.lastIndexOf('/') + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest.Builder administration(String path) {
    return HttpRequest.newBuilder(URI.create(keycloak.baseUrl() + "/admin/realms" + path))
        .header("Authorization", "Bearer " + keycloak.adminToken());
  }

  private String text(HttpRequest request) {
    return checked(client, request).body();
  }

  private static HttpResponse<String> checked(HttpClient client, HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new AssertionError(
            request.method() + " " + request.uri() + ": " + response + " " + response.body());
      }
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pem(RSAKey key) {
    try {
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getMimeEncoder().encodeToString(key.toPrivateKey().getEncoded())
          + "\n-----END PRIVATE KEY-----\n";
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
