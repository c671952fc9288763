package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.intake.Form.field;
import static org.sightline.intake.Form.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.intake.ImportSlots.Slot;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportHttpTest {
  private static final String TOKEN = "a-token-of-the-tests";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TemporaryFiles left = new TemporaryFiles();
  private final HttpClient client = HttpClient.newHttpClient();
  private Database database;
  private EmbeddedServer server;

  @BeforeAll
  void start() {
    database = Intake.migratedDatabase();
    server =
        ApplicationContext.run(
            EmbeddedServer.class,
            Intake.settings(
                database,
                Map.of(
                    "sightline.import-token",
                    TOKEN,
                    "sightline.keycloak.issuer",
                    "http://127.0.0.1:1/realms/none",
                    "micronaut.server.host",
                    "0.0.0.0",
                    "micronaut.server.port",
                    "-1")));
  }

  @AfterAll
  void stop() {
    server.close();
    TestPostgres.drop(database);
  }

  @Test
  void aFileIsTakenInAndItsRejectionsAreSafeToOpen() throws Exception {
    String text = D3.file(D3.hull("2025", "100,20,20"), D3.hull("2024", "=HYPERLINK(1),2,3"));

    HttpResponse<String> accepted =
        post(form("../../etc/pass wd.csv", text, D3.MAPPING, D3.RELEASE));

    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    JsonNode begun = JSON.readTree(accepted.body());
    String location = accepted.headers().firstValue("Location").orElseThrow();
    assertThat(location).isEqualTo("/imports/" + begun.get("id").asText());
    assertThat(begun.get("fileName").asText()).isEqualTo("pass wd.csv");
    assertThat(begun.get("bytesTotal").asLong()).isEqualTo(text.length());
    JsonNode ended = ended(location);
    assertThat(ended.get("state").asText()).isEqualTo("IMPORTED");
    assertThat(ended.get("report").get("rejectedByRule").get("not-a-number").asInt()).isEqualTo(1);
    assertThat(ended.get("finishedAt").asText()).startsWith("20").endsWith("Z");
    HttpResponse<String> rejections = get(location + "/rejections");
    assertThat(rejections.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/csv");
    assertThat(rejections.body())
        .startsWith("line,column,rule,value,message\r\n3,CPP_start,not-a-number,'=HYPERLINK(1),");
    assertThat(JSON.readTree(get("/imports").body()).get(0).get("id").asText())
        .isEqualTo(begun.get("id").asText());
    left.assertNoMore();
  }

  @Test
  void withoutTheTokenNothingIsDone() throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri("/imports"));

    assertUnauthenticated(client.send(request.build(), BodyHandlers.ofString()));
    assertUnauthenticated(
        client.send(
            request.header("Authorization", "Bearer " + TOKEN + "x").build(),
            BodyHandlers.ofString()));
    assertUnauthenticated(
        client.send(HttpRequest.newBuilder(uri("/mappings")).build(), BodyHandlers.ofString()));
  }

  @Test
  void throughAProxyNothingIsDone() throws Exception {
    assertUnauthenticated(
        client.send(
            authorised("/imports").header("X-Forwarded-For", "203.0.113.9").build(),
            BodyHandlers.ofString()));
  }

  @Test
  void fromAnotherAddressNothingIsDone() throws Exception {
    Optional<InetAddress> other =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4)
            .findFirst();
    Assumptions.assumeTrue(other.isPresent(), "This machine has no address but its own.");
    URI uri =
        URI.create(
            "http://" + other.orElseThrow().getHostAddress() + ":" + server.getPort() + "/imports");

    assertUnauthenticated(
        client.send(
            HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + TOKEN).build(),
            BodyHandlers.ofString()));
  }

  @Test
  void withoutTheTokenTheBodyIsNotWaitedFor() throws Exception {
    String answer = head("Content-Length: 900000000");

    assertThat(answer).startsWith("HTTP/1.1 401").contains("UNAUTHENTICATED");
  }

  @Test
  void aBodyAboveTheLimitIsNotWaitedFor() throws Exception {
    String answer = head("Authorization: Bearer " + TOKEN + "\r\nContent-Length: 1073900000");

    assertThat(answer).startsWith("HTTP/1.1 413").contains("PAYLOAD_TOO_LARGE", "larger than 1 GB");
  }

  @Test
  void aBodyFarAboveTheLimitIsNotWaitedForEither() throws Exception {
    String answer = head("Authorization: Bearer " + TOKEN + "\r\nContent-Length: 5000000000");

    assertThat(answer).startsWith("HTTP/1.1 413").contains("PAYLOAD_TOO_LARGE", "larger than 1 GB");
  }

  @Test
  void whenTwoAreUnderWayAThirdWaits() throws Exception {
    ImportSlots slots = server.getApplicationContext().getBean(ImportSlots.class);
    try (Slot first = free(slots);
        Slot second = free(slots)) {
      assertThat(first).isNotSameAs(second);

      HttpResponse<String> busy = post(form("a.csv", "x", D3.MAPPING, D3.RELEASE));

      assertThat(busy.statusCode()).isEqualTo(429);
      assertThat(busy.headers().firstValue("Retry-After")).isPresent();
      assertThat(error(busy).get("code").asText()).isEqualTo("BUSY");
    }
    assertThat(post(form("a.csv", "x", D3.MAPPING, D3.RELEASE)).statusCode()).isEqualTo(202);
  }

  @Test
  void whereThereIsNoRoomForAFileNothingOfItIsTaken() throws Exception {
    UploadSpace space = server.getApplicationContext().getBean(UploadSpace.class);
    String form = form("a.csv", "x", D3.MAPPING, D3.RELEASE);
    try (UploadSpace.Room all = space.take(Long.MAX_VALUE - 100)) {
      assertThat(all).isNotNull();
      HttpResponse<String> full = post(form);

      assertThat(full.statusCode()).isEqualTo(429);
      assertThat(full.headers().firstValue("Retry-After")).isPresent();
      assertThat(error(full).get("code").asText()).isEqualTo("BUSY");
      assertThat(error(full).get("message").asText()).contains("no room for the file");
    }
    assertThat(post(form).statusCode()).isEqualTo(202);
  }

  /** The imports of other tests may still be ending. */
  private static Slot free(ImportSlots slots) throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      Optional<Slot> slot = slots.receive("official").filter(Slot::beginsImport);
      if (slot.isPresent()) {
        return slot.get();
      }
      Thread.sleep(50);
    }
    throw new AssertionError("No place becomes free.");
  }

  @Test
  void whatIsWrongWithTheFormIsSaid() throws Exception {
    assertError(post(form("a.csv", "x", "", D3.RELEASE)), 400, "names no mapping");
    assertError(post(form("a.csv", "x", "d3", D3.RELEASE)), 422, "children-in-need-d3-2025");
    assertError(post(form("a.csv", "x", D3.MAPPING, "no-such")), 422, "children-in-need-2024");
    assertError(post(field("mapping", D3.MAPPING) + "--b--\r\n"), 400, "no file");
    assertError(post(field("maping", D3.MAPPING) + "--b--\r\n"), 400, "unknown field 'maping'");
    assertError(post("nonsense"), 400, "no file");
    assertError(
        post(form("a.csv", "x", D3.MAPPING, "r").replace("--b--", "") + form("b.csv", "x", "", "")),
        400,
        "two files");
    assertError(
        post(field("published-on", "30/10/2025") + form("a.csv", "x", D3.MAPPING, "r")),
        400,
        "30/10/2025");
    left.assertNoMore();
  }

  @Test
  void anImportThatIsNotThereIsNotFound() throws Exception {
    assertError(get("/imports/00000000-0000-0000-0000-000000000000"), 404, "no import");
    assertError(get("/imports/nonsense/rejections"), 404, "no import");
  }

  @Test
  void mappingsAreListed() throws Exception {
    assertThat(JSON.readTree(get("/mappings").body()).findValuesAsText("name"))
        .contains(D3.MAPPING, "social-work-workforce-2025");
  }

  private JsonNode ended(String location) throws Exception {
    for (int i = 0; i < 200; i++) {
      JsonNode run = JSON.readTree(get(location).body());
      if (!run.get("state").asText().equals("RUNNING")) {
        return run;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("The import does not end.");
  }

  private static void assertUnauthenticated(HttpResponse<String> response) throws IOException {
    assertError(response, 401, "access token");
  }

  private static void assertError(HttpResponse<String> response, int status, String sentence)
      throws IOException {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(error(response).get("code").asText()).matches("[A-Z_]+");
    assertThat(error(response).get("message").asText()).contains(sentence).endsWith(".");
  }

  private static JsonNode error(HttpResponse<String> response) throws IOException {
    JsonNode error = JSON.readTree(response.body()).at("/errors/0");
    return JSON.createObjectNode()
        .put("code", error.at("/extensions/code").asText())
        .put("message", error.get("message").asText());
  }

  /** What comes back to a request whose body is announced and never sent. */
  private String head(String headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
      socket.setSoTimeout(10_000);
      String request =
          "POST /imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\n"
              + headers
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return untilTheErrorsEnd(socket.getInputStream());
    }
  }

  /** The connection may stay open, so its end is not waited for. */
  private static String untilTheErrorsEnd(InputStream in) throws IOException {
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("}]}") < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      answer.append((char) next);
    }
    return answer.toString();
  }

  private HttpResponse<String> post(String body) throws Exception {
    return client.send(
        authorised("/imports")
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(authorised(path).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder authorised(String path) {
    return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + TOKEN);
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getPort() + path);
  }
}
