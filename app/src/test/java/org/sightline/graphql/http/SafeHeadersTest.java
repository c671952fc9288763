package org.sightline.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.FreePort;
import org.sightline.graphql.http.RawConnection.RawAnswer;
import org.sightline.health.Management;

/**
 * What every answer tells browsers, at every address and port; {@link ErrorShapesTest} asks the
 * same of whatever is refused before an address is reached.
 */
final class SafeHeadersTest {
  private static final int MANAGEMENT_PORT = FreePort.any();
  private static final TestServer SERVER = TestServer.whole(settings());
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  private static Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(Management.properties(MANAGEMENT_PORT));
    settings.put("sightline.import-token", "an import token of a test");
    return settings;
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  /** Whoever adds an address gets the headers with it. */
  @Test
  void areSaidAtEveryAddressThatThereIs() throws IOException {
    List<UriRouteInfo<?, ?>> routes =
        SERVER.get(Router.class).uriRoutes().<UriRouteInfo<?, ?>>map(route -> route).toList();
    TreeSet<String> paths = new TreeSet<>();
    for (UriRouteInfo<?, ?> route : routes) {
      String path = route.getUriMatchTemplate().toPathString().replaceAll("\\{[^}]*}", "x");
      paths.add(path);
      boolean isOperators = route.getPort() != null && route.getPort() == MANAGEMENT_PORT;
      assertSafe(ask(isOperators, route.getHttpMethodName(), path, ""));
    }
    assertThat(paths)
        .contains("/graphql", "/imports", "/mappings", "/access-log.csv")
        .contains("/health/startup", "/health", "/prometheus");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/graphql?query=%7B__typename%7D",
        "/graphql",
        "/nowhere",
        "/imports/none/rejections.csv",
        "/access-log.csv?from=2026-01-01",
        "/access-log.csv?from=never"
      })
  void areSaidWhateverIsAnswered(String path) throws IOException {
    for (String method : List.of("GET", "DELETE", "OPTIONS", "PATCH", "HEAD")) {
      assertSafe(ask(false, method, path, ""));
    }
  }

  @Test
  void areSaidToWhoeverImportsFromThisMachine() throws IOException {
    String token = "Authorization: Bearer an import token of a test\r\n";
    RawAnswer list = ask(false, "GET", "/imports", token);
    assertThat(list.status()).isEqualTo(200);
    assertSafe(list);
    assertSafe(ask(false, "GET", "/mappings", token));
    assertThat(ask(false, "POST", "/imports", token + "Content-Length: 2000000000\r\n"))
        .satisfies(
            tooLarge -> {
              assertThat(tooLarge.status()).isEqualTo(413);
              assertSafe(tooLarge);
            });
  }

  @Test
  void areSaidToOperators() throws IOException {
    for (String path :
        List.of("/health/startup", "/health/liveness", "/health/readiness", "/prometheus")) {
      RawAnswer answer = ask(true, "GET", path, "");
      assertThat(answer.status()).isEqualTo(200);
      assertSafe(answer);
    }
    assertSafe(ask(true, "GET", "/nowhere", ""));
  }

  /** The server's own way with files lets whoever stands in between keep them for a minute. */
  @Test
  void areSaidOfFilesThatCanBeFetched() throws IOException {
    try (TestServer files = TestServer.withoutDatabase(Map.of());
        RawConnection connection = files.connect()) {
      connection.send("GET /test/file.csv HTTP/1.1\r\nHost: x\r\n\r\n");
      RawAnswer file = connection.answer();
      assertThat(file.status()).isEqualTo(200);
      assertSafe(file);
    }
  }

  /** Of pipelined requests each is told of its own way. */
  @Test
  void strictTransportIsSaidOnlyWhereTheProxySaysThatTlsCame() throws IOException {
    String plain = "GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: x\r\n";
    try (RawConnection connection = SERVER.connect()) {
      connection.send(
          plain
              + "\r\n"
              + plain
              + "X-Forwarded-Proto: https\r\n\r\n"
              + plain
              + "X-Forwarded-Proto: http\r\n\r\n");
      List<String> said = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        said.add(connection.answer().header("strict-transport-security"));
      }
      assertThat(said).containsExactly("", "max-age=31536000", "");
    }
  }

  @Test
  void otherSitesScriptsAreAllowedNothing() throws IOException {
    String origin = "Origin: https://elsewhere.example\r\n";
    RawAnswer preflight =
        ask(false, "OPTIONS", "/graphql", origin + "Access-Control-Request-Method: POST\r\n");
    assertThat(preflight.status()).isEqualTo(405);
    for (RawAnswer answer :
        List.of(preflight, ask(false, "GET", "/graphql?query=%7B__typename%7D", origin))) {
      assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }
  }

  /** Shared by the tests of this room. */
  static void assertSafe(RawAnswer answer) {
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
    assertThat(answer.header("content-security-policy")).isEqualTo(NOTHING);
    assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(answer.header("cross-origin-opener-policy")).isEqualTo("same-origin");
    assertThat(answer.header("cross-origin-resource-policy")).isEqualTo("same-origin");
    assertThat(answer.headers()).doesNotContainKeys("server", "x-powered-by", "set-cookie");
    assertThat(answer.text()).doesNotContain("\tat ", ".java:");
  }

  private static RawAnswer ask(boolean isOperators, String method, String path, String headers)
      throws IOException {
    try (RawConnection connection =
        isOperators ? new RawConnection("127.0.0.1", MANAGEMENT_PORT) : SERVER.connect()) {
      connection.send(
          "%s %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%s\r\n"
              .formatted(method, path, headers));
      return connection.answer(!method.equals("HEAD"));
    }
  }
}
