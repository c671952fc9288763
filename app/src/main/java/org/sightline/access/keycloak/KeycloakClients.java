package org.sightline.access.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keycloak's clients that stand for machines: each has a service account and no other way to sign
 * in.
 *
 * <p>Every method throws {@link KeycloakFailure} when Keycloak does not do its part.
 */
@Singleton
public final class KeycloakClients {
  private static final String PATH = "/clients";
  private static final String CLIENT_ID = "clientId";
  private static final int PAGE = 100;
  private static final int NOT_FOUND = 404;

  private final AdminRequests requests;
  private final String audience;

  /**
   * A client that was made.
   *
   * @param subject what its tokens say in {@code sub}
   */
  public record Made(String subject, String secret) {}

  KeycloakClients(
      AdminRequests requests,
      @Value("${sightline.keycloak.audience:sightline-api}") String audience) {
    this.requests = requests;
    this.audience = audience;
  }

  /** Makes a client whose tokens are meant for Sightline alone. */
  public Made make(String clientId, String name) {
    String client =
        PATH + "/" + requests.postJson(PATH, representation(clientId, name)).accept().madeId();
    String subject =
        requests
            .get(client + "/service-account-user", Map.of())
            .accept()
            .body()
            .path("id")
            .asText();
    String secret =
        requests.get(client + "/client-secret", Map.of()).accept().body().path("value").asText();
    return new Made(subject, secret);
  }

  /** Gives a client a new secret; nothing where there is no such client. */
  public Optional<String> newSecret(String clientId) {
    return find(clientId)
        .map(client -> requests.post(client + "/client-secret").accept().body())
        .map(secret -> secret.path("value").asText());
  }

  /** Lets a client sign in no more; one that is gone stays so. */
  public void disable(String clientId) {
    find(clientId)
        .ifPresent(
            client ->
                requests
                    .putJson(client, Map.of(CLIENT_ID, clientId, "enabled", false))
                    .accept(NOT_FOUND));
  }

  /** Removes a client; one that is gone stays so. */
  public void delete(String clientId) {
    find(clientId).ifPresent(client -> requests.delete(client).accept(NOT_FOUND));
  }

  /** The client ids that begin so, a hundred at most. */
  public List<String> beginningWith(String prefix) {
    JsonNode found =
        requests
            .get(PATH, Map.of(CLIENT_ID, prefix, "search", "true", "max", String.valueOf(PAGE)))
            .accept()
            .body();
    List<String> ids = new ArrayList<>();
    found.forEach(client -> ids.add(client.path(CLIENT_ID).asText()));
    return ids.stream().filter(id -> id.startsWith(prefix)).toList();
  }

  private Optional<String> find(String clientId) {
    JsonNode found = requests.get(PATH, Map.of(CLIENT_ID, clientId)).accept().body();
    String id = found.path(0).path("id").asText();
    return id.isEmpty() ? Optional.empty() : Optional.of(PATH + "/" + id);
  }

  private Map<String, Object> representation(String clientId, String name) {
    Map<String, Object> mapper =
        Map.of(
            "name",
            "audience of " + audience,
            "protocol",
            "openid-connect",
            "protocolMapper",
            "oidc-audience-mapper",
            "config",
            Map.of(
                "included.client.audience", audience,
                "access.token.claim", "true",
                "id.token.claim", "false",
                "introspection.token.claim", "true"));
    return Map.ofEntries(
        Map.entry(CLIENT_ID, clientId),
        Map.entry("name", name),
        Map.entry("publicClient", false),
        Map.entry("standardFlowEnabled", false),
        Map.entry("implicitFlowEnabled", false),
        Map.entry("directAccessGrantsEnabled", false),
        Map.entry("serviceAccountsEnabled", true),
        Map.entry("fullScopeAllowed", false),
        Map.entry("attributes", Map.of("access.token.header.type.rfc9068", "true")),
        Map.entry("protocolMappers", List.of(mapper)));
  }
}
