package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.TestSightline;
import org.sightline.access.token.FakeIssuer;

/** The access log as CSV, over HTTP, with tokens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessLogExportTest {
  private static final int ENTRIES = 20_000;
  private static final String MANY =
      """
      INSERT INTO access_log (at, owner_organisation_id, dataset, reader_member_id, reader_organisation_id, reader_name,
        request_id, operation_name, document, kind, row_count, indicator_codes, period_codes)
      SELECT timestamptz '2026-01-01 00:00:00+00' + make_interval(mins => number), 1, 'INDICATORS', 10, 4, '=cmd|calc',
        'request ' || number, NULL, E'@SUM(A1)\\n"quoted", and more ' || repeat('x', 200), 'READ', number, '{a,b}', '{2024,2025}'
      FROM generate_series(1, %d) AS number
      """
          .formatted(ENTRIES);

  private final FakeIssuer issuer = new FakeIssuer();
  private final HttpClient client = HttpClient.newHttpClient();
  private Partners partners;
  private EmbeddedServer server;

  @BeforeAll
  void start() {
    partners = new Partners();
    partners.execute(MANY);
    Map<String, Object> settings =
        new HashMap<>(TestSightline.settings(partners.sightline().database()));
    settings.put("micronaut.server.host", "127.0.0.1");
    settings.put("micronaut.server.port", "-1");
    settings.put("sightline.keycloak.issuer", issuer.issuer());
    server = ApplicationContext.run(EmbeddedServer.class, settings);
  }

  @AfterAll
  void stop() {
    client.close();
    if (server != null) {
      server.close();
    }
    partners.close();
    issuer.close();
  }

  @Test
  void everyEntryIsALineThatNoSpreadsheetRuns() throws Exception {
    HttpResponse<String> response = get("hull-owner", "");
    List<CsvRecord> lines = lines(response.body());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
    assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(lines).hasSize(ENTRIES + 1);
    assertThat(lines.getFirst().getFields())
        .containsExactly(
            "at",
            "reader",
            "reader organisation",
            "dataset",
            "agreement",
            "protocol",
            "operation name",
            "document",
            "request id",
            "kind",
            "rows",
            "indicators",
            "periods");
    assertThat(lines.get(1).getFields())
        .containsExactly(
            "2026-01-14T21:20:00Z",
            "'=cmd|calc",
            "Yorkshire partnership",
            "INDICATORS",
            "",
            "",
            "",
            "'@SUM(A1)\n\"quoted\", and more " + "x".repeat(200),
            "request 20000",
            "READ",
            "20000",
            "a b",
            "2024, 2025");
    assertThat(lines.getLast().getField(8)).isEqualTo("request 1");
  }

  @Test
  void daysAreEnglands() throws Exception {
    assertThat(lines(get("hull-owner", "?from=2026-01-02&to=2026-01-02").body())).hasSize(1_441);
    assertThat(lines(get("hull-owner", "?to=2025-12-31").body())).hasSize(1);
  }

  /** Longer than a statement may take: the time limit is for one statement, not for the client. */
  @Test
  void aSlowReaderGetsAllOfIt() throws Exception {
    HttpResponse<InputStream> response =
        client.send(request("hull-owner", ""), BodyHandlers.ofInputStream());
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try (InputStream body = response.body()) {
      byte[] part = body.readNBytes(1 << 20);
      while (part.length > 0) {
        read.writeBytes(part);
        Thread.sleep(600);
        part = body.readNBytes(1 << 20);
      }
    }

    assertThat(lines(read.toString(StandardCharsets.UTF_8))).hasSize(ENTRIES + 1);
  }

  @Test
  void anotherDataOwnerGetsNoneOfIt() throws Exception {
    assertThat(lines(get("york-owner", "").body())).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "hull-analyst, 403, FORBIDDEN",
    "hull-revoked, 403, FORBIDDEN",
    "operator, 403, FORBIDDEN",
    "a-stranger, 403, FORBIDDEN",
    "'', 401, UNAUTHENTICATED"
  })
  void whoMayNotIsRefusedBeforeAnythingIsSent(String subject, int status, String code)
      throws Exception {
    HttpResponse<String> response = get(subject, "");

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).contains(code).doesNotContain("request");
  }

  @Test
  void aDayThatIsNoneIsToldInASentence() throws Exception {
    HttpResponse<String> response = get("hull-owner", "?from=yesterday");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .contains(
            "'yesterday' is no day: from is written as year, month and day, such as 2026-03-31.");
  }

  private HttpResponse<String> get(String subject, String query)
      throws IOException, InterruptedException {
    return client.send(request(subject, query), BodyHandlers.ofString());
  }

  private HttpRequest request(String subject, String query) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.getURL() + "/access-log.csv" + query));
    return subject.isEmpty()
        ? request.build()
        : request.header("Authorization", "Bearer " + issuer.tokenOf(subject)).build();
  }

  private static List<CsvRecord> lines(String csv) throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
      return reader.stream().toList();
    }
  }
}
