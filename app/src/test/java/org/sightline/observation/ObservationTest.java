package org.sightline.observation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sightline.SharedWorld;
import org.sightline.TestSightline;
import org.sightline.health.ManagedServer;
import org.sightline.tenancy.Role;
import org.sightline.tenancy.Viewer;
import org.slf4j.LoggerFactory;

/** What operators see of operations: enough to find what is slow, and nothing of what was asked. */
final class ObservationTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET = "someone.private@hull.example";
  private static final String QUESTION =
      "query Places { councils(in: {region: \"E12000003\"}) { name } findings(search: \"%s\") { totalCount } trend(council: \"E06000010\", indicator: \"none-such\") { asAt } }"
          .formatted(SECRET);

  @Test
  void metricsCountOperationsByHowTheyEnded() {
    try (ManagedServer server = new ManagedServer(Map.of())) {
      server.ask("query Places { councils { name } }");
      server.ask("{ nothing }");
      assertThat(server.ask(QUESTION).body()).contains("\"data\"");
      String metrics = server.managed("/prometheus").body();

      assertThat(metrics)
          .containsPattern(
              "sightline_operation_seconds_count\\{operation=\"other\",outcome=\"executed\",type=\"query\"[^}]*} 1")
          .containsPattern(
              "sightline_operation_seconds_count\\{operation=\"other\",outcome=\"errors\"")
          .containsPattern(
              "sightline_operation_seconds_count\\{operation=\"unnamed\",outcome=\"refused\",type=\"none\"")
          .containsPattern("sightline_operations_refused_total\\{[^}]*code=\"BAD_USER_INPUT\"")
          .contains("sightline_operation_seconds_bucket")
          .contains("sightline_operation_cost_sum")
          .contains("sightline_operation_statements_count 3")
          .contains("sightline_operation_rows_sum")
          .contains("sightline_keycloak_keys_age_seconds")
          .contains("hikaricp_connections_active")
          .contains("jvm_memory_used_bytes")
          .contains("process_cpu_usage")
          .contains("http_server_requests_seconds_count")
          .doesNotContain(SECRET, "E12000003");
    }
  }

  /**
   * Alerts and the dashboard may ask for these; what has not happened yet is nought, not absent.
   */
  @Test
  void everyMetricThatTheChartAsksForIsGiven() throws IOException {
    Path list =
        Path.of(
            System.getProperty("sightline.repository", ".."),
            "helm/src/test/resources/org/sightline/helm/metrics.txt");
    try (ManagedServer server = new ManagedServer(Map.of())) {
      server.ask("{ councils { name } }");
      System.gc();
      String metrics = server.managed("/prometheus").body();

      assertThat(Files.readAllLines(list).stream().filter(line -> line.matches("[a-z].*")))
          .hasSizeGreaterThan(30)
          .allSatisfy(name -> assertThat(metrics).containsPattern("(?m)^" + name + "[ {]"));
      assertThat(metrics)
          .contains("sightline_ready 1.0")
          .contains("sightline_operations_cancelled_total 0.0")
          .contains("sightline_budget_refused_total 0.0")
          .containsPattern("sightline_imports_total\\{[^}]*state=\"FAILED\"[^}]*} 0.0")
          .containsPattern("sightline_operations_refused_total\\{code=\"INTERNAL\"[^}]*} 0.0")
          .containsPattern("hikaricp_connections\\{pool=\"app\"")
          .containsPattern("hikaricp_connections\\{pool=\"release-writer\"");
    }
  }

  @Test
  void probesAreNotCountedAmongAnswers() {
    try (ManagedServer server = new ManagedServer(Map.of())) {
      server.ask("{ councils { name } }");
      assertThat(server.managed("/health/readiness").statusCode()).isEqualTo(200);
      assertThat(server.managed("/health/nothing").statusCode()).isGreaterThanOrEqualTo(400);
      assertThat(server.managed("/prometheus").statusCode()).isEqualTo(200);

      assertThat(server.managed("/prometheus").body().lines())
          .filteredOn(line -> line.startsWith("http_server_requests_seconds_count"))
          .isNotEmpty()
          .allMatch(line -> line.contains("uri=\"/graphql\""));
    }
  }

  @Test
  void aSlowOperationIsALineWithItsStatements() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger(SlowOperations.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    logger.addAppender(lines);
    try (ManagedServer server = new ManagedServer(Map.of("sightline.slow-operation", "0ms"))) {
      server.ask(QUESTION);
    } finally {
      logger.detachAppender(lines);
    }

    assertThat(lines.list).hasSize(1);
    String text = new String(encoder("JSON").encode(lines.list.getFirst()), StandardCharsets.UTF_8);
    JsonNode line = JSON.readTree(text);
    assertThat(line.get("level").asText()).isEqualTo("WARN");
    assertThat(line.get("timestamp").asText()).endsWith("Z");
    assertThat(line.get("request_id").asText()).hasSize(36);
    assertThat(line.get("operation").asText()).isEqualTo("Places");
    assertThat(line.get("type").asText()).isEqualTo("query");
    assertThat(line.get("outcome").asText()).isEqualTo("errors");
    assertThat(line.get("document_hash").asText()).matches("[0-9a-f]{16}");
    assertThat(line.get("duration_ms").isInt()).isTrue();
    assertThat(line.get("cost").asInt()).isGreaterThan(1_000);
    assertThat(line.get("statement_count").asInt()).isPositive();
    assertThat(line.at("/statements/0/sql").asText()).contains("SELECT");
    assertThat(text).doesNotContain(SECRET, "E12000003").endsWith("\n");
    assertThat(new String(encoder("TEXT").encode(lines.list.getFirst()), StandardCharsets.UTF_8))
        .contains("The query 'Places' took")
        .doesNotContain(SECRET);
  }

  @Test
  void aLineNamesTheMemberByNumbersOnly() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger(SlowOperations.class);
    ListAppender<ILoggingEvent> lines =
        new ListAppender<>() {
          @Override
          protected void append(ILoggingEvent line) {
            line.prepareForDeferredProcessing();
            super.append(line);
          }
        };
    lines.start();
    logger.addAppender(lines);
    try (TestSightline sightline = TestSightline.empty(Map.of("sightline.slow-operation", "0ms"))) {
      SharedWorld world = new SharedWorld(sightline.database());
      Viewer analyst = world.member(world.council("E06000010"), "hull-analyst", Role.ANALYST);
      sightline.ask(analyst, "{ viewer { name } }");
    } finally {
      logger.detachAppender(lines);
    }

    JsonNode line = JSON.readTree(encoder("JSON").encode(lines.list.getFirst()));
    assertThat(line.get("member_id").asText()).matches("[0-9]+");
    assertThat(line.get("organisation_id").asText()).matches("[0-9]+");
    assertThat(line.toString()).doesNotContain("hull", "Hull", "HULL");
  }

  @Test
  void aSpanIsSentOfEachOperationBelowItsCallers() throws Exception {
    BlockingQueue<String> received = new LinkedBlockingQueue<>();
    HttpServer collector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          received.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    String endpoint = "http://127.0.0.1:%d".formatted(collector.getAddress().getPort());
    try (ManagedServer server = new ManagedServer(Map.of("sightline.otlp-endpoint", endpoint))) {
      server.ask(
          QUESTION, "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
      String spans = Objects.requireNonNull(received.poll(20, TimeUnit.SECONDS), "no span came");

      assertThat(spans)
          .contains("query Places", "graphql.operation.name", "graphql.operation.type")
          .contains("sightline.graphql.document.hash", "sightline.graphql.cost", "db.query.text")
          .contains(
              new String(
                  java.util.HexFormat.of().parseHex("0af7651916cd43dd8448eb211c80319c"),
                  StandardCharsets.ISO_8859_1))
          .doesNotContain(SECRET, "E12000003");
    } finally {
      collector.stop(0);
    }
  }

  /** As the service's own configuration has it. */
  private static Encoder<ILoggingEvent> encoder(String kind) throws JoranException, IOException {
    LoggerContext context = new LoggerContext();
    context.putProperty("SIGHTLINE_LOGS", kind);
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(
        Objects.requireNonNull(ObservationTest.class.getResource("/logback.xml")));
    List<Logger> loggers = context.getLoggerList();
    return ((ConsoleAppender<ILoggingEvent>)
            Objects.requireNonNull(loggers.getFirst().getAppender(kind)))
        .getEncoder();
  }
}
