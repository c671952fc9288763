package org.sightline.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * A client as somebody careful writes it: it keeps its connection, repeats a query that broke off
 * or met 503, and repeats a write only after it has looked and not found it.
 */
final class Member implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final Duration BETWEEN = Duration.ofMillis(200);

  /** Answered on a database without figures, too. */
  static final List<String> QUERIES =
      List.of(
          "{ councils(in: {councils: [\"810\"]}) { code name } }",
          "{ indicators { code name } }",
          "{ regions { name } }");

  /** Answered from figures. */
  static final String COMPARISON =
      "{ benchmark(indicator: \"children-looked-after-rate\", among: {neighboursOf: {council: \"810\"}}) { standings { area { name } value } } }";

  private static final String GROUPS = "{ savedGroups { name } }";

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String name;
  private final String token;
  private final URI address;
  private final Tally tally;

  Member(String name, String token, int port, Tally tally) {
    this.name = name;
    this.token = token;
    this.tally = tally;
    address = URI.create("http://127.0.0.1:%d/graphql".formatted(port));
  }

  /**
   * How one try went.
   *
   * @param isOpen whether nobody knows: the connection broke, or the answer is 503
   * @param data what was asked; missing where the answer is not right
   */
  private record Try(boolean isOpen, JsonNode data, String said) {
    boolean isRight() {
      return !isOpen && !data.isMissingNode();
    }
  }

  /** Asks what changes nothing. */
  void query(String document) {
    JsonNode _ = counted(document, () -> false);
  }

  /** Saves a group under a name that nobody else uses. */
  void write(String unique) {
    String document =
        "mutation { saveCouncilGroup(input: {name: \"%s\", councils: [\"810\"]}) { savedGroup { name } errors { message } } }"
            .formatted(unique);
    JsonNode answer = counted(document, () -> groups().contains(unique));
    if (!answer.isMissingNode()) {
      tally.acknowledged(name, unique);
    }
  }

  /** The names of all groups that are there. */
  Set<String> groups() {
    Set<String> names = new TreeSet<>();
    Try last = untilAnswered(once(GROUPS), GROUPS, () -> false);
    if (!last.isRight()) {
      throw new AssertionError(name + " cannot look: " + last.said());
    }
    last.data().path("savedGroups").forEach(group -> names.add(group.path("name").asText()));
    return names;
  }

  /** The data of the right answer; missing where there was none in the end. */
  private JsonNode counted(String document, BooleanSupplier isThere) {
    tally.sent();
    Try first = once(document);
    Try last = untilAnswered(first, document, isThere);
    if (!last.isRight()) {
      tally.failed(name + ": " + document + ": " + last.said());
    } else if (first.isOpen()) {
      tally.retried(name + ": " + document + ": " + first.said());
    }
    return last.data();
  }

  /**
   * @param isThere whether looking shows that a try of unknown outcome was kept
   */
  private Try untilAnswered(Try first, String document, BooleanSupplier isThere) {
    Instant end = Instant.now().plus(PATIENCE);
    Try last = first;
    while (last.isOpen() && Instant.now().isBefore(end)) {
      Instance.pause(BETWEEN);
      last =
          isThere.getAsBoolean()
              ? new Try(false, JSON.createObjectNode(), "seen to be there")
              : once(document);
    }
    return last;
  }

  private Try once(String document) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .timeout(Duration.ofSeconds(30))
              .header("Content-Type", "application/json")
              .header("Accept", "application/graphql-response+json")
              .header("Authorization", "Bearer " + token)
              .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document))))
              .build();
      return judged(client.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      return new Try(true, JSON.missingNode(), String.valueOf(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Try judged(HttpResponse<String> response) throws IOException {
    String said = response.statusCode() + " " + response.body();
    if (response.statusCode() == 503) {
      return new Try(true, JSON.missingNode(), said);
    }
    JsonNode body =
        response.statusCode() == 200 ? JSON.readTree(response.body()) : JSON.missingNode();
    boolean isRight = body.has("data") && !body.has("errors") && !hasMistakes(body.get("data"));
    return new Try(false, isRight ? body.get("data") : JSON.missingNode(), said);
  }

  /** What is wrong with an input is no error of GraphQL. */
  private static boolean hasMistakes(JsonNode data) {
    return !data.at("/saveCouncilGroup/errors").isEmpty();
  }

  @Override
  public void close() {
    client.close();
  }
}
