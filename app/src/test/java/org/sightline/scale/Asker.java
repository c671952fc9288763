package org.sightline.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sightline.TestClient;
import org.sightline.soak.Instance;

/** Asks instances in turn, as the demonstration's people, and takes nothing but right answers. */
final class Asker implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Tokens last five minutes. */
  private static final Duration FRESH = Duration.ofMinutes(3);

  private final TestClient client =
      new TestClient(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
  private final UnaryOperator<String> signIn;
  private final List<Instance> instances;
  private final AtomicInteger turn = new AtomicInteger();
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  private record Token(String text, Instant since) {}

  /**
   * @param signIn the token of a person
   */
  Asker(List<Instance> instances, UnaryOperator<String> signIn) {
    this.instances = instances;
    this.signIn = signIn;
  }

  /** The data of an answer without errors. */
  JsonNode data(String person, String document, Map<String, ?> variables) {
    HttpResponse<String> response =
        client.send(
            to("/graphql", person)
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json")
                .POST(
                    BodyPublishers.ofString(
                        json(Map.of("query", document, "variables", variables))))
                .build());
    JsonNode answer = parsed(response);
    if (response.statusCode() != 200 || answer.has("errors")) {
      throw new AssertionError(document + ": " + response.statusCode() + " " + answer);
    }
    return answer.get("data");
  }

  /** Brings a file in and waits for the end; the run, which must have taken every row. */
  JsonNode upload(String person, String csv) {
    // One instance from its sending to its end, so that its progress is asked where it runs.
    int number = turn.getAndIncrement();
    HttpResponse<String> accepted =
        client.send(
            to("/imports", person, number)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(
                    BodyPublishers.ofString(
                        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"return.csv\"\r\n\r\n"
                            + csv
                            + "\r\n--b--\r\n"))
                .build());
    if (accepted.statusCode() != 202) {
      throw new AssertionError(accepted.statusCode() + " " + accepted.body());
    }
    String location = accepted.headers().firstValue("Location").orElseThrow();
    while (true) {
      Instance.pause(Duration.ofMillis(40));
      JsonNode run =
          parsed(client.send(to(URI.create(location).getPath(), person, number).build()));
      if (!run.path("state").asText().equals("RUNNING")) {
        return run;
      }
    }
  }

  private HttpRequest.Builder to(String path, String person) {
    return to(path, person, turn.getAndIncrement());
  }

  private HttpRequest.Builder to(String path, String person, int number) {
    int port = instances.get(Math.floorMod(number, instances.size())).port();
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token(person));
  }

  /** One sign-in a person at a time: Keycloak takes many at once for an attack. */
  private String token(String person) {
    return tokens.compute(person, (name, known) -> isFresh(known) ? known : signedIn(name)).text();
  }

  private static boolean isFresh(@Nullable Token known) {
    return known != null && known.since().isAfter(Instant.now().minus(FRESH));
  }

  private Token signedIn(String person) {
    return new Token(signIn.apply(person), Instant.now());
  }

  private static JsonNode parsed(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError(response.statusCode() + " " + response.body(), e);
    }
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
