package org.sightline.access.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** Requests to the realm's part of the admin REST API, with the provisioner's token. */
@Singleton
final class AdminRequests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int UNAUTHORIZED = 401;

  private final Provisioner provisioner;
  private final ProvisionerToken token;
  private final HttpExchange exchange;

  AdminRequests(Provisioner provisioner, ProvisionerToken token, HttpExchange exchange) {
    this.provisioner = provisioner;
    this.token = token;
    this.exchange = exchange;
  }

  Reply get(String path, Map<String, String> parameters) {
    String query = parameters.isEmpty() ? "" : "?" + HttpExchange.encoded(parameters);
    return send("GET", path + query, "", BodyPublishers.noBody());
  }

  Reply post(String path) {
    return send("POST", path, "", BodyPublishers.noBody());
  }

  Reply postForm(String path, Map<String, String> form) {
    BodyPublisher body = BodyPublishers.ofString(HttpExchange.encoded(form));
    return send("POST", path, "application/x-www-form-urlencoded", body);
  }

  Reply postJson(String path, Map<String, ?> body) {
    return send("POST", path, "application/json", json(body));
  }

  Reply putJson(String path, Map<String, ?> body) {
    return send("PUT", path, "application/json", json(body));
  }

  Reply delete(String path) {
    return send("DELETE", path, "", BodyPublishers.noBody());
  }

  /**
   * A token that Keycloak has forgotten, after its keys or the account changed, is got anew once.
   */
  private Reply send(String method, String path, String type, BodyPublisher body) {
    Reply reply = exchange.send(request(method, path, type, body));
    if (reply.status() != UNAUTHORIZED) {
      return reply;
    }
    token.forget();
    return exchange.send(request(method, path, type, body));
  }

  private HttpRequest request(String method, String path, String type, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpExchange.to(provisioner.adminAddress() + path)
            .header("Authorization", "Bearer " + token.value())
            .method(method, body);
    return type.isEmpty() ? request.build() : request.header("Content-Type", type).build();
  }

  private static BodyPublisher json(Map<String, ?> body) {
    try {
      return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
