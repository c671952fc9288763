package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.SharedWorld;
import org.sightline.SharedWorld.Organisation;
import org.sightline.access.token.TestIssuer;
import org.sightline.intake.ImportSlots.Slot;
import org.sightline.intake.workbook.WorkbookFile;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;
import org.sightline.tenancy.OrganisationKind;
import org.sightline.tenancy.Role;

/** Who may do what at /imports, with rightly signed tokens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReturnHttpTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TestIssuer issuer = new TestIssuer();
  private final HttpClient client = HttpClient.newHttpClient();
  private Database database;
  private SharedWorld world;
  private EmbeddedServer server;

  @BeforeAll
  void start() {
    database = Intake.migratedDatabase();
    world = new SharedWorld(database);
    Organisation hull = world.council("E06000010");
    world.member(hull, "contributor", Role.CONTRIBUTOR);
    world.member(hull, "analyst", Role.ANALYST);
    world.member(world.council("E06000014"), "stranger", Role.CONTRIBUTOR, Role.ANALYST);
    world.member(world.organisation("ministry", OrganisationKind.DFE), "adviser", Role.ADVISER);
    world.organisation("operations", OrganisationKind.OPERATOR);
    Map<String, Object> more = new HashMap<>(issuer.settings());
    more.put("micronaut.server.host", "127.0.0.1");
    more.put("micronaut.server.port", "-1");
    more.put("sightline.database.connections", "8");
    server = ApplicationContext.run(EmbeddedServer.class, Intake.settings(database, more));
  }

  @AfterAll
  void stop() {
    client.close();
    server.close();
    world.close();
    TestPostgres.drop(database);
    issuer.close();
  }

  @Test
  void aContributorUploadsAndColleaguesSeeWhatCameOfIt() throws Exception {
    HttpResponse<String> accepted =
        post("contributor", form(rows("2020-12", "5", "2020-11", "=HYPERLINK(1)")));

    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    String location = accepted.headers().firstValue("Location").orElseThrow();
    JsonNode ended = ended("analyst", location);
    assertThat(ended.get("state").asText()).isEqualTo("IMPORTED");
    assertThat(ended.get("accessClass").asText()).isEqualTo("COUNCIL_ONLY");
    assertThat(ended.get("startedBy").asText()).isEqualTo("Member contributor");
    assertThat(send("analyst", "GET", location + "/rejections.csv").body())
        .contains("3,value,not-a-number,'=HYPERLINK(1),");
    String unknown = send("stranger", "GET", "/imports/" + UUID.randomUUID()).body();
    for (String address : new String[] {location, location + "/rejections.csv"}) {
      HttpResponse<String> answer = send("stranger", "GET", address);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).isEqualTo(unknown);
    }
    assertThat(send("stranger", "DELETE", location).body()).isEqualTo(unknown);
    assertThat(send("stranger", "GET", "/imports").body()).doesNotContain(ended.get("id").asText());
    assertThat(send("contributor", "DELETE", location).statusCode()).isEqualTo(409);
  }

  @Test
  void aPlansSheetComesTheSameWay() throws Exception {
    assertThat(
            world.texts(
                """
                INSERT INTO plan (owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, created_by_name)
                SELECT organisation.id, organisation.council_id, 'COUNCIL_ONLY', 'Our plan', 'IMPROVEMENT', 'LIVE', status_scheme.id,
                  'A test'
                FROM organisation, status_scheme
                WHERE organisation.code = 'e06000010' AND status_scheme.code = 'ragp' AND status_scheme.owner_organisation_id IS NULL
                RETURNING name
                """))
        .containsExactly("Our plan");
    String sheet =
        "workstream,ref,action,status\nFront door,1.1,Open it,A\nFront door,1.2,Run it,Z\n";
    String ours = planForm("Our plan", sheet);

    JsonNode ended =
        ended(
            "contributor",
            post("contributor", ours).headers().firstValue("Location").orElseThrow());

    assertThat(ended.get("state").asText()).as(ended.toString()).isEqualTo("IMPORTED");
    assertThat(ended.get("mapping").asText()).isEqualTo("plan-actions");
    assertThat(ended.at("/report/counted").asText()).isEqualTo("actions");
    assertThat(ended.at("/report/rejectedByRule/unknown-status").asInt()).isEqualTo(1);
    HttpResponse<String> unknown = post("contributor", planForm("Another plan", sheet));
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body())
        .contains("Your organisation has no plan 'Another plan'. It has 'Our plan'.");
    assertThat(post("analyst", ours).statusCode()).isEqualTo(403);
    assertThat(post("stranger", ours).body())
        .contains("Your organisation has no plan yet")
        .doesNotContain("Our plan'");
  }

  private static String planForm(String plan, String sheet) {
    return field("layout", "plan-actions") + field("plan", plan) + form(sheet);
  }

  private static String field(String name, String value) {
    return "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, value);
  }

  @Test
  void aWorkbookIsTakenAsItIs(@TempDir Path folder) throws Exception {
    Path file =
        new WorkbookFile(
                sheetRow(1, "indicator", "period", "value")
                    + sheetRow(2, "assessments-completed-number", "2014-12", "12")
                    + sheetRow(3, "assessments-completed-number", "2014-13", "12"))
            .write(folder.resolve("return.xlsx"));
    HttpRequest.Builder request =
        request("/imports", issuer.token("contributor"))
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(
                        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"return.xlsx\"\r\n\r\n"),
                    BodyPublishers.ofFile(file),
                    BodyPublishers.ofString("\r\n--b--\r\n")));

    HttpResponse<String> accepted = send(request);

    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    String location = accepted.headers().firstValue("Location").orElseThrow();
    JsonNode run = ended("contributor", location);
    assertThat(run.get("state").asText()).as(run.toString()).isEqualTo("IMPORTED");
    assertThat(run.at("/report/rowsTaken").asInt()).isEqualTo(1);
    assertThat(send("contributor", "GET", location + "/rejections.csv").body())
        .contains("3,period,bad-period,2014-13,");
  }

  private static String sheetRow(int row, String... texts) {
    StringBuilder cells = new StringBuilder();
    for (int i = 0; i < texts.length; i++) {
      cells.append(
          "<c r=\"%c%d\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted('A' + i, row, texts[i]));
    }
    return "<row r=\"%d\">%s</row>".formatted(row, cells);
  }

  @Test
  void nobodyElseUploads() throws Exception {
    String body = form(rows("2019-12", "5"));

    for (String other : new String[] {"analyst", "e06000010-owner", "adviser"}) {
      assertRefused(post(other, body), 403, "FORBIDDEN", "CONTRIBUTOR");
    }
    assertRefused(post("nobody", body), 403, "FORBIDDEN", "no member");
    HttpResponse<String> forged = send(request("/imports", "not.a.token"));
    assertRefused(forged, 401, "UNAUTHENTICATED", "not accepted");
    HttpResponse<String> anonymous =
        client.send(
            HttpRequest.newBuilder(uri("/imports")).POST(BodyPublishers.ofString(body)).build(),
            BodyHandlers.ofString());
    assertRefused(anonymous, 401, "UNAUTHENTICATED", "access token");
    assertRefused(send("contributor", "GET", "/mappings"), 403, "FORBIDDEN", "operators");
  }

  @Test
  void anOperatorImportsOfficialFilesAndSeesNoReturn() throws Exception {
    String text = D3.file(D3.hull("2025", "100,20,20"));

    HttpResponse<String> accepted =
        post("operations-owner", Form.form("d3.csv", text, D3.MAPPING, D3.RELEASE));

    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    String location = accepted.headers().firstValue("Location").orElseThrow();
    assertThat(ended("operations-owner", location).get("state").asText()).isEqualTo("IMPORTED");
    assertThat(send("operations-owner", "GET", "/mappings").statusCode()).isEqualTo(200);
    assertThat(send("contributor", "GET", location).statusCode()).isEqualTo(404);
    assertRefused(
        post("operations-owner", form(rows("2019-12", "5"))), 400, "BAD_USER_INPUT", "mapping");
  }

  @Test
  void whatIsWrongWithTheFormIsSaid() throws Exception {
    String file = form(rows("2018-12", "5"));

    assertRefused(with("accessClass", "SECRET", file), 400, "BAD_USER_INPUT", "COUNCIL_ONLY");
    assertRefused(with("accessClass", "EMBARGOED", file), 400, "BAD_USER_INPUT", "embargoedUntil");
    assertRefused(
        with("embargoedUntil", "2099-01-01T00:00:00Z", file), 400, "BAD_USER_INPUT", "no other");
    assertRefused(with("embargoedUntil", "tomorrow", file), 400, "BAD_USER_INPUT", "2026-01-31");
    assertRefused(with("mapping", D3.MAPPING, file), 400, "BAD_USER_INPUT", "official files");
    assertRefused(with("accessClass", "PUBLISHED", file), 403, "FORBIDDEN", "data owner");
    assertRefused(with("release", "Not A Code", file), 422, "REFUSED", "lower-case letters");
  }

  @Test
  void anImportThatIsCancelledLeavesNothing() throws Exception {
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      // Holds the import where it begins to write.
      statement.execute("LOCK TABLE observation IN SHARE MODE");
      String location =
          post("contributor", form(rows("2017-12", "17"))).headers().firstValue("Location").get();
      awaitPhase(location, "WRITING");

      HttpResponse<String> cancelled = send("contributor", "DELETE", location);

      assertThat(cancelled.statusCode()).as(cancelled.body()).isEqualTo(200);
      JsonNode run = JSON.readTree(cancelled.body());
      assertThat(run.get("state").asText()).isEqualTo("CANCELLED");
      assertThat(run.get("message").asText()).startsWith("Member contributor cancelled it.");
      awaitFreePlace();
      assertThat(JSON.readTree(send("analyst", "GET", location).body()).get("state").asText())
          .isEqualTo("CANCELLED");
      other.rollback();
    }
    try (Connection other = database.connect();
        Statement statement = other.createStatement();
        var rows = statement.executeQuery("SELECT 1 FROM period WHERE code = '2017-12'")) {
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void whoSendsSlowlyHoldsUpTheOwnOrganisationOnly() throws Exception {
    try (Socket _ = slowly("contributor");
        Socket _ = slowly("contributor")) {
      HttpResponse<String> third = awaitBusy();

      assertRefused(third, 429, "BUSY", "Two files of your organisation");
      assertThat(third.body()).doesNotContain("other");
      HttpResponse<String> stranger = post("stranger", form(rows("2016-12", "5")));
      assertThat(stranger.statusCode()).as(stranger.body()).isEqualTo(202);
    }
  }

  @Test
  void twoImportsOfAnOrganisationAreUnderWayAtATime() throws Exception {
    awaitFreePlace();
    ImportSlots slots = server.getApplicationContext().getBean(ImportSlots.class);
    try (Slot first = slots.receive("e06000010").orElseThrow();
        Slot second = slots.receive("e06000010").orElseThrow()) {
      assertThat(List.of(first.beginsImport(), second.beginsImport())).containsOnly(true);

      assertRefused(post("contributor", form(rows("2015-12", "5"))), 429, "BUSY", "organisation");
      assertThat(post("stranger", form(rows("2015-12", "5"))).statusCode()).isEqualTo(202);
    }
    assertThat(post("contributor", form(rows("2015-12", "5"))).statusCode()).isEqualTo(202);
  }

  /** A request whose body does not come to its end. */
  private Socket slowly(String subject) throws Exception {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
    String begun =
        "POST /imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\n"
            + "Authorization: Bearer %s\r\nContent-Length: 100000\r\n\r\n--b\r\n"
                .formatted(issuer.token(subject));
    socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
    // So that it has its place before somebody else tries for one.
    Thread.sleep(1_500);
    return socket;
  }

  private HttpResponse<String> awaitBusy() throws Exception {
    for (int i = 0; i < 200; i++) {
      HttpResponse<String> answer = post("contributor", form("nonsense"));
      if (answer.statusCode() == 429) {
        return answer;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("Two files on their way leave room for a third.");
  }

  private void awaitPhase(String location, String phase) throws Exception {
    for (int i = 0; i < 200; i++) {
      JsonNode run = JSON.readTree(send("analyst", "GET", location).body());
      if (run.get("phase").asText().equals(phase)) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("The import does not come to " + phase);
  }

  private void awaitFreePlace() throws Exception {
    ImportSlots slots = server.getApplicationContext().getBean(ImportSlots.class);
    for (int i = 0; i < 200; i++) {
      try (Slot first = slots.receive("e06000010").orElse(null);
          Slot second = slots.receive("e06000010").orElse(null)) {
        boolean isFirstFree = first != null && first.beginsImport();
        if (isFirstFree && second != null && second.beginsImport()) {
          return;
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("The import goes on.");
  }

  private HttpResponse<String> with(String name, String value, String form) throws Exception {
    return post("contributor", Form.field(name, value) + form);
  }

  private static String rows(String... periodsAndValues) {
    StringBuilder text = new StringBuilder(ReturnWorld.HEADER);
    for (int i = 0; i < periodsAndValues.length; i += 2) {
      text.append(
          "assessments-completed-number,%s,%s\n"
              .formatted(periodsAndValues[i], periodsAndValues[i + 1]));
    }
    return text.toString();
  }

  private static String form(String text) {
    return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"return.csv\"\r\n\r\n"
        + text
        + "\r\n--b--\r\n";
  }

  private JsonNode ended(String subject, String location) throws Exception {
    for (int i = 0; i < 200; i++) {
      JsonNode run = JSON.readTree(send(subject, "GET", location).body());
      if (!run.get("state").asText().equals("RUNNING")) {
        return run;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("The import does not end.");
  }

  private static void assertRefused(
      HttpResponse<String> response, int status, String code, String sentence) throws Exception {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    JsonNode error = JSON.readTree(response.body()).at("/errors/0");
    assertThat(error.at("/extensions/code").asText()).isEqualTo(code);
    assertThat(error.get("message").asText()).contains(sentence).endsWith(".");
  }

  private HttpResponse<String> post(String subject, String body) throws Exception {
    return send(
        request("/imports", issuer.token(subject))
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(String subject, String method, String path) throws Exception {
    return send(request(path, issuer.token(subject)).method(method, BodyPublishers.noBody()));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getPort() + path);
  }
}
