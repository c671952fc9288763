package org.sightline.local;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A real Keycloak for tests, with the demonstration's realm, that this JVM starts at the first call
 * and stops at its end. What a test changes in it, the next one finds changed.
 *
 * <p>A person's access token says {@code sub}, {@code iss}, {@code aud} (one text), {@code azp},
 * {@code sid}, {@code name}, {@code email} and {@code email_verified}. With the scope {@code
 * organization:e06000010} it also says {@code "organization": ["e06000010"]}, a list of texts, if
 * the person is a member there; if not, Keycloak gives a token without the claim and without the
 * scope.
 *
 * <p>Fails with {@link StartFailure}.
 */
public final class TestKeycloak {
  static final String ADMINISTRATOR = "sightline-test-admin";
  private static final String PASSWORD = "demonstration";
  private static final String REALM = "sightline";

  private final HttpClient client = HttpClient.newHttpClient();
  private final String baseUrl;
  private final String provisionerSecret;
  private final String administratorSecret;

  TestKeycloak(String baseUrl, String provisionerSecret, String administratorSecret) {
    this.baseUrl = baseUrl;
    this.provisionerSecret = provisionerSecret;
    this.administratorSecret = administratorSecret;
  }

  /** Started when first asked for; the class loader keeps it one. */
  private static final class Holder {
    private static final TestKeycloak SHARED = startShared();
  }

  /** The one of this JVM: ten seconds when first asked for, a minute on a new machine. */
  public static TestKeycloak shared() {
    return Holder.SHARED;
  }

  private static TestKeycloak startShared() {
    OwnKeycloak own = OwnKeycloak.start();
    Runtime.getRuntime().addShutdownHook(new Thread(own::close, "stop-test-keycloak"));
    return own.people();
  }

  /** Such as {@code http://127.0.0.1:34567}. */
  public String baseUrl() {
    return baseUrl;
  }

  /** What its tokens say in {@code iss}. */
  public String issuer() {
    return baseUrl + "/realms/" + REALM;
  }

  /** What its access tokens say in {@code aud}. */
  public String audience() {
    return KeycloakSettings.AUDIENCE;
  }

  /** The service account by which Sightline keeps organisations and machine clients. */
  public String provisionerClientId() {
    return KeycloakSettings.PROVISIONER;
  }

  /** The same in every run on this machine. */
  public String provisionerSecret() {
    return provisionerSecret;
  }

  /**
   * A new access token that may do everything in every realm by the administration's addresses; it
   * lasts a minute.
   */
  public String adminToken() {
    return field(
        "access_token",
        ask(
            "master",
            Map.of(
                "grant_type", "client_credentials",
                "client_id", ADMINISTRATOR,
                "client_secret", administratorSecret)));
  }

  /** An access token of one of the demonstration's people. */
  public String token(String username) {
    return tokens(username).access();
  }

  /** Signs one of the demonstration's people in at the command line's client. */
  public Tokens tokens(String username) {
    return tokens(username, "");
  }

  /**
   * The same with more in the tokens.
   *
   * @param extraScope such as {@code organization:e06000010}
   */
  public Tokens tokens(String username, String extraScope) {
    String answer =
        ask(
            REALM,
            Map.of(
                "grant_type",
                "password",
                "client_id",
                KeycloakSettings.COMMAND_LINE,
                "username",
                username,
                "password",
                PASSWORD,
                "scope",
                ("openid " + extraScope).strip()));
    return new Tokens(
        field("access_token", answer), field("id_token", answer), field("refresh_token", answer));
  }

  /** An access token of a machine, which has neither an ID token nor one to refresh. */
  public String machineToken(String clientId, String secret) {
    return field(
        "access_token",
        ask(
            REALM,
            Map.of(
                "grant_type", "client_credentials",
                "client_id", clientId,
                "client_secret", secret)));
  }

  private String ask(String realm, Map<String, String> form) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(baseUrl + "/realms/" + realm + "/protocol/openid-connect/token"))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            "Keycloak refuses %s a token: %s".formatted(form.get("client_id"), answer.body()));
      }
      return answer.body();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("Keycloak does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking for a token", e);
    }
  }

  private static String encoded(Map<String, String> form) {
    return new TreeMap<>(form)
        .entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** Tokens hold neither quotes nor backslashes, so this needs no JSON library. */
  private static String field(String name, String json) {
    Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
    if (!matcher.find()) {
      throw new IllegalStateException("Keycloak's answer has no " + name);
    }
    return matcher.group(1);
  }
}
