package org.sightline.health;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.sightline.FreePort;
import org.sightline.TestClient;
import org.sightline.TestSightline;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;

/** A running Sightline that tells how it is, on a database that can be cut off. */
public final class ManagedServer implements AutoCloseable {
  private final Database database = TestPostgres.freshDatabase("migrated", TestSightline::migrate);
  private final TestClient client = new TestClient();
  private final int managementPort = FreePort.any();
  private final Relay relay;
  private final EmbeddedServer server;

  public ManagedServer(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(TestSightline.settings(database));
    String url = String.valueOf(all.get("sightline.database.url"));
    URI address = URI.create(url.substring("jdbc:".length()));
    relay = new Relay(address.getHost(), address.getPort());
    all.put(
        "sightline.database.url",
        url.replaceFirst(":" + address.getPort() + "/", ":" + relay.port() + "/"));
    all.put("sightline.keycloak.issuer", "http://127.0.0.1:1/realms/none");
    all.put("sightline.anonymous", "PUBLISHED");
    all.put("micronaut.server.host", "127.0.0.1");
    all.put("micronaut.server.port", "-1");
    all.putAll(Management.properties(managementPort));
    all.putAll(settings);
    server = ApplicationContext.run(EmbeddedServer.class, all);
  }

  Relay relay() {
    return relay;
  }

  /** A bean of the server. */
  public <T> T get(Class<T> type) {
    return server.getApplicationContext().getBean(type);
  }

  /** Asks at the operators' port. */
  public HttpResponse<String> managed(String path) {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path)).build());
  }

  /** Asks at the port of the API. */
  public HttpResponse<String> api(String path) {
    return client.send(HttpRequest.newBuilder(URI.create(server.getURL() + path)).build());
  }

  /** Asks the API a document. */
  public HttpResponse<String> ask(String document, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.getURL() + "/graphql"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"query\": \"%s\"}".formatted(document.replace("\"", "\\\""))));
    return client.send(headers.length == 0 ? request.build() : request.headers(headers).build());
  }

  @Override
  public void close() {
    server.close();
    relay.close();
    client.close();
    TestPostgres.drop(database);
  }
}
