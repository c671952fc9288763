package org.sightline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The administration's addresses of the realm, as seen with one access token. */
record Administration(TestKeycloak keycloak, String token) {
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

  String get(String path) {
    HttpResponse<String> answer = send("GET", path, "");
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  String firstId(String path) {
    Matcher matcher = ID.matcher(get(path));
    assertThat(matcher.find()).as("something at %s", path).isTrue();
    return matcher.group(1);
  }

  int status(String method, String path, String json) {
    return send(method, path, json).statusCode();
  }

  private HttpResponse<String> send(String method, String path, String json) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(keycloak.baseUrl() + "/admin/realms/sightline" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
