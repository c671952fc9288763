package org.sightline.access.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sightline.TestSightline;
import org.sightline.access.token.Relay;
import org.sightline.graphql.cost.Budgets;
import org.sightline.graphql.operation.GraphQlRequest;
import org.sightline.graphql.operation.Operations;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;
import org.sightline.tenancy.Viewer;

/**
 * Sightline with its HTTP server on a real database, beside a real Keycloak that can be cut off and
 * whose e-mails are caught. Hull, York, the DfE and the operator have the demonstration's people.
 */
public final class KeycloakWorld implements AutoCloseable {
  public static final Viewer HULL_OWNER = person(3);
  public static final Viewer HULL_ANALYST = person(1);
  public static final Viewer YORK_OWNER = person(9);
  public static final Viewer DFE_OWNER = person(13);
  public static final Viewer OPERATOR = person(14);
  public static final Viewer OTHER_OPERATOR = person(99);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final MailedKeycloak keycloak = new MailedKeycloak();
  private final Relay relay = new Relay(URI.create(keycloak.baseUrl()).getPort());
  private final Web web = new Web("http://127.0.0.1:" + relay.port(), "sightline");
  private final Database database = TestPostgres.freshDatabase("migrated", TestSightline::migrate);
  private final EmbeddedServer server;

  private KeycloakWorld(boolean hasProvisioner) {
    Map<String, Object> settings = new HashMap<>(TestSightline.settings(database));
    settings.put("micronaut.server.host", "127.0.0.1");
    settings.put("micronaut.server.port", "-1");
    if (hasProvisioner) {
      settings.putAll(keycloak.settings());
    }
    settings.put("sightline.keycloak.issuer", web.issuer());
    people();
    server = ApplicationContext.run(EmbeddedServer.class, settings);
  }

  public static KeycloakWorld start() {
    return new KeycloakWorld(true);
  }

  public static KeycloakWorld withoutProvisioner() {
    return new KeycloakWorld(false);
  }

  private static Viewer person(int number) {
    return new Viewer(subject(number));
  }

  private static String subject(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }

  /** The fixed ids of people in the realm; who is in the database decides. */
  private void people() {
    council("e06000010", "Kingston upon Hull City Council");
    council("e06000014", "City of York Council");
    organisation("dfe", "Department for Education", "DFE");
    organisation("sightline-operations", "Sightline operations", "OPERATOR");
    member("e06000010", 3, "hull-owner", "{analyst,data-owner}");
    member("e06000010", 1, "hull-analyst", "{analyst}");
    member("e06000014", 9, "york-owner", "{analyst,data-owner}");
    member("dfe", 13, "dfe-owner", "{analyst,data-owner}");
    member("sightline-operations", 14, "operator", "{operator}");
    member("sightline-operations", 99, "second-operator", "{operator}");
  }

  private void council(String code, String name) {
    execute(
        """
        INSERT INTO organisation (code, name, kind, council_id, onboarded_at)
        SELECT '%s', '%s', 'COUNCIL', area_id, now() FROM area_code WHERE code = upper('%s')
        """
            .formatted(code, name, code));
  }

  private void organisation(String code, String name, String kind) {
    execute(
        "INSERT INTO organisation (code, name, kind, onboarded_at) VALUES ('%s', '%s', '%s', now())"
            .formatted(code, name, kind));
  }

  private void member(String code, int number, String username, String roles) {
    execute(
        """
        INSERT INTO member (organisation_id, organisation_kind, kind, subject, name, email, roles, accepted_at)
        SELECT id, kind, 'PERSON', '%s', '%s', '%s@%s.example', '%s', now() FROM organisation WHERE code = '%s'
        """
            .formatted(subject(number), username, username, code, roles, code));
  }

  /** The whole answer to a document that a member asks: data, errors. */
  public JsonNode answer(Viewer viewer, String document) {
    GraphQlRequest request = new GraphQlRequest(document, null, Map.of());
    return JSON.valueToTree(
        get(Operations.class)
            .answer(request, TestSightline.call(viewer, get(Budgets.class)))
            .body());
  }

  /** The data of an answer that must have no errors. */
  public JsonNode ask(Viewer viewer, String document) {
    JsonNode answer = answer(viewer, document);
    if (answer.has("errors")) {
      throw new AssertionError(answer.get("errors").toPrettyString());
    }
    return answer.get("data");
  }

  /** The answer of the HTTP server to a document, asked with a token. */
  public Web.Reply askOverHttp(String token, String document) {
    return web.post(
        server.getURL() + "/graphql",
        token,
        "application/json",
        JSON.createObjectNode().put("query", document).toString());
  }

  /** Does something to the realm as its administrator; works while Sightline is cut off. */
  public JsonNode administer(String method, String path, String json) {
    return keycloak.administer(method, path, json);
  }

  /** Sightline's way to Keycloak. */
  public Relay relay() {
    return relay;
  }

  /** What a browser or a program does at Keycloak. */
  public Web web() {
    return web;
  }

  public Mailbox mailbox() {
    return keycloak.mailbox();
  }

  /** A bean of the service. */
  public <T> T get(Class<T> type) {
    return server.getApplicationContext().getBean(type);
  }

  /** As the tables' owner. */
  public void execute(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The first column, as the tables' owner. */
  public List<String> texts(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  public Database database() {
    return database;
  }

  @Override
  public void close() {
    server.close();
    relay.close();
    web.close();
    keycloak.close();
    TestPostgres.drop(database);
  }

  static JsonNode parse(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
