package org.sightline.graphql.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.TestClient;
import org.sightline.TestSightline;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;

/** A running Sightline on a free port of the loopback address, and a client for it. */
final class TestServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EmbeddedServer server;
  private final TestClient client = new TestClient();

  private final Optional<Database> database;

  private TestServer(Map<String, Object> settings, Optional<Database> database) {
    this.server = ApplicationContext.run(EmbeddedServer.class, settings);
    this.database = database;
  }

  /** One with the tiny schema and no database at all: whoever opens a connection fails. */
  static TestServer withoutDatabase(Map<String, Object> settings) {
    Map<String, Object> all = tiny();
    all.put("sightline.database.url", "jdbc:postgresql://127.0.0.1:1/none");
    all.put("datasources.release-writer.connection-timeout", "250");
    all.put("datasources.default.initialization-fail-timeout", "-1");
    all.put("datasources.default.connection-timeout", "250");
    all.put("datasources.release-writer.initialization-fail-timeout", "-1");
    all.putAll(settings);
    return new TestServer(all, Optional.empty());
  }

  /** One with the tiny schema on a real, migrated database. */
  static TestServer withDatabase(Map<String, Object> settings) {
    Map<String, Object> all = tiny();
    Database database = TestPostgres.freshDatabase("migrated", TestSightline::migrate);
    keepNotes(database);
    all.putAll(TestSightline.settings(database));
    all.putAll(settings);
    return new TestServer(all, Optional.of(database));
  }

  /** One with the whole schema on a real, migrated database. */
  static TestServer whole(Map<String, Object> settings) {
    Map<String, Object> all = tiny();
    all.remove("sightline.test.tiny-schema");
    Database database = TestPostgres.freshDatabase("migrated", TestSightline::migrate);
    all.putAll(TestSightline.settings(database));
    all.putAll(settings);
    return new TestServer(all, Optional.of(database));
  }

  /** The table that the tiny schema's one change writes. */
  private static void keepNotes(Database database) {
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement()) {
      statement.execute("CREATE TABLE note_of_a_test (text text NOT NULL)");
      statement.execute("GRANT SELECT, INSERT ON note_of_a_test TO sightline_app");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> tiny() {
    Map<String, Object> all = new HashMap<>();
    all.put("micronaut.server.host", "127.0.0.1");
    all.put("micronaut.server.port", "-1");
    all.put("sightline.test.tiny-schema", "true");
    all.put("sightline.anonymous", "PUBLISHED");
    // Nobody answers there: keys are read when a token needs one, and no test here shows any.
    all.put("sightline.keycloak.issuer", "http://127.0.0.1:1/realms/none");
    return all;
  }

  /** A connection without any client library. */
  Socket socket() throws IOException {
    return new Socket(server.getHost(), server.getPort());
  }

  /** The database of a server that has one. */
  Database database() {
    return database.orElseThrow();
  }

  /** A bean of the server. */
  <T> T get(Class<T> type) {
    return server.getApplicationContext().getBean(type);
  }

  /** Where GraphQL is, for programs that are given an address. */
  String address() {
    return server.getURL() + "/graphql";
  }

  /** A connection to send on what no client library would. */
  RawConnection connect() throws IOException {
    return new RawConnection(server.getHost(), server.getPort());
  }

  /** Sends what no client library would send, and gives the first line of the answer. */
  String sendRaw(List<String> lines) {
    String bytes = String.join("\r\n", lines) + "\r\n\r\n";
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      byte[] answer = socket.getInputStream().readNBytes(40);
      return new String(answer, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An answer: its status, its headers, its body as JSON. */
  record Reply(int status, Map<String, String> headers, JsonNode body) {
    String contentType() {
      return headers.getOrDefault("content-type", "");
    }

    String code() {
      return body.at("/errors/0/extensions/code").asText();
    }

    String message() {
      return body.at("/errors/0/message").asText();
    }
  }

  /** Posts a document as an ordinary client does. */
  Reply ask(String document) {
    return post(
        JSON.createObjectNode().put("query", document).toString(),
        Map.of("Accept", "application/graphql-response+json"));
  }

  /** The body of an answer as it is written. */
  String text(String document) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    server.getURL()
                        + "/graphql?query="
                        + URLEncoder.encode(document, StandardCharsets.UTF_8)))
            .build();
    return client.send(request).body();
  }

  /** Posts JSON; the headers given come in place of the usual content type. */
  Reply post(String body, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(Map.of("Content-Type", "application/json"));
    all.putAll(headers);
    return send("POST", "/graphql", body, all);
  }

  /** Gets with a query's parameters, already encoded apart from the document. */
  Reply get(String document, String moreParameters, Map<String, String> headers) {
    String query = URLEncoder.encode(document, StandardCharsets.UTF_8);
    return send("GET", "/graphql?query=" + query + moreParameters, null, headers);
  }

  /** Sends anything; a header with an empty value is left out. */
  Reply send(String method, String path, @Nullable String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.getURL() + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            request.header(name, value);
          }
        });
    return reply(client.sendForBytes(request.build()));
  }

  private static Reply reply(HttpResponse<byte[]> response) {
    Map<String, String> headers = new HashMap<>();
    response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
    try {
      return new Reply(response.statusCode(), headers, JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
    database.ifPresent(TestPostgres::drop);
  }
}
