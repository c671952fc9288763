package org.sightline.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.FreePort;
import org.sightline.TestClient;
import org.sightline.TestSightline;
import org.sightline.access.token.TestIssuer;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;

/**
 * The program is given secrets that are known here, made to fail and to work, and everything that
 * comes out of it is searched for them.
 */
final class SecretsStayInsideTest {
  private static final String WRONG = "hunter2-of-the-";
  private static final String TOKEN = "hunter2-import-token";
  private static final String PROVISIONER = "hunter2-provisioner-secret";
  private static final Database DATABASE =
      TestPostgres.freshDatabase("migrated", TestSightline::migrate);
  private static final TestIssuer ISSUER = new TestIssuer();

  @TempDir private Path folder = Path.of("");

  private final Map<String, String> settings = new HashMap<>();

  SecretsStayInsideTest() {
    TestSightline.settings(DATABASE)
        .forEach((name, value) -> settings.put(Settings.environmentName(name), value.toString()));
    ISSUER
        .settings()
        .forEach((name, value) -> settings.put(Settings.environmentName(name), value.toString()));
    settings.put("SIGHTLINE_DATABASE_OWNER_USERNAME", DATABASE.ownerUsername());
    settings.put("SIGHTLINE_DATABASE_OWNER_PASSWORD", DATABASE.ownerPassword());
    settings.put("SIGHTLINE_IMPORT_TOKEN", TOKEN);
    settings.put("SIGHTLINE_KEYCLOAK_PROVISIONER_CLIENT_ID", "sightline-provisioner");
    settings.put("SIGHTLINE_KEYCLOAK_PROVISIONER_CLIENT_SECRET", PROVISIONER);
    settings.put("SIGHTLINE_PORT", "0");
    settings.put("SIGHTLINE_TRACE", "true");
  }

  @AfterAll
  static void stop() {
    ISSUER.close();
    TestPostgres.drop(DATABASE);
  }

  @ParameterizedTest
  @CsvSource({
    "serve, APP_PASSWORD",
    "serve, RELEASE_WRITER_PASSWORD",
    "migrate, OWNER_PASSWORD",
    "fingerprint, OWNER_PASSWORD",
    "council delete E06000010, OWNER_PASSWORD",
    "access-log detach --before 2020-01, OWNER_PASSWORD",
  })
  void notWhereAPasswordIsWrong(String command, String wrong) {
    settings.put("SIGHTLINE_DATABASE_" + wrong, WRONG + wrong);
    fails(command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://127.0.0.1:1/sightline",
        "jdbc:postgresql://nowhere.invalid/sightline?sslmode=verify-full",
        "jdbc:postgresql://db.example/sightline",
        "jdbc:postgresql://me:hunter2-in-the-url@127.0.0.1:x/sightline",
        "jdbc:postgresql://127.0.0.1/sightline?password=hunter2-in-the-url",
        "jdbc:postgresql://127.0.0.1:hunter2-in-the-url/sightline",
        "jdbc:mysql://me:hunter2-in-the-url@127.0.0.1/sightline",
      })
  void notWhereTheUrlIsWrong(String url) {
    settings.put("SIGHTLINE_DATABASE_URL", url);
    fails("migrate");
  }

  @Test
  void notWhereAKeyIsTooShort() {
    settings.put("SIGHTLINE_CURSOR_KEY", "hunter2-too-short");
    fails("serve");
  }

  @Test
  void notWhereATokenIsTooShort() {
    settings.put("SIGHTLINE_IMPORT_TOKEN", "hunter2-short");
    fails("serve");
  }

  @Test
  void notWhereOneIsAPlaceholder() {
    settings.put("SIGHTLINE_DATABASE_APP_PASSWORD", "hunter2-${none}-of-the-app");
    fails("serve");
  }

  @Test
  void notInItsHelp() {
    for (String command : List.of("--help", "serve --help", "migrate --help")) {
      try (RunProgram program = run(command)) {
        assertThat(program.awaitEnd()).isZero();
        assertThat(program.said()).contains("Usage:");
        assertThatNothingIsSaid(program.said());
      }
    }
  }

  @Test
  void onTheCommandLineOneKeepsItFromStarting() {
    List<String> flags = List.of("-Dsightline.database.app.password=hunter2-for-all-to-read");
    try (RunProgram program = new RunProgram(folder, settings, flags, "serve")) {
      assertThat(program.awaitEnd()).isEqualTo(1);
      assertThat(program.said()).contains("SIGHTLINE_DATABASE_APP_PASSWORD");
      assertThatNothingIsSaid(program.said());
    }
  }

  @Test
  void notWhereAllIsWell() throws Exception {
    int port = FreePort.any();
    int management = FreePort.any();
    settings.put("SIGHTLINE_PORT", Integer.toString(port));
    settings.put("SIGHTLINE_MANAGEMENT_PORT", Integer.toString(management));
    try (RunProgram program = run("serve")) {
      program.await("answers at");
      for (String path : List.of("/health/startup", "/health/readiness", "/health/liveness")) {
        assertThatNothingIsSaid(get(management, path));
      }
      assertThat(get(management, "/prometheus")).contains("hikaricp_connections");
      assertThatNothingIsSaid(get(management, "/prometheus"));
      assertThatNothingIsSaid(get(port, "/graphql?query=%7B__schema%7BqueryType%7Bname%7D%7D%7D"));
      assertThatNothingIsSaid(get(port, "/imports"));
      assertThatNothingIsSaid(get(port, "/nowhere"));
      assertThatNothingIsSaid(program.commandLine());
      program.leave();
      int _ = program.awaitEnd();
      assertThat(program.said()).contains("$SIGHTLINE_IMPORT_TOKEN");
      assertThatNothingIsSaid(program.said());
    }
  }

  private void fails(String command) {
    try (RunProgram program = run(command)) {
      assertThat(program.awaitEnd()).isEqualTo(1);
      assertThat(program.said()).isNotBlank();
      assertThatNothingIsSaid(program.said());
    }
  }

  private RunProgram run(String command) {
    return new RunProgram(folder, settings, List.of(), command.split(" ", -1));
  }

  private void assertThatNothingIsSaid(String text) {
    assertThat(text).doesNotContain("hunter2");
    settings.forEach(
        (name, value) -> {
          if (name.matches(".*(PASSWORD|SECRET|TOKEN|KEY)")) {
            assertThat(text).as(name).doesNotContain(value);
          }
        });
  }

  private static String get(int port, String path) {
    try (TestClient client = new TestClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .header("Authorization", "Bearer wrong")
              .method("GET", BodyPublishers.noBody())
              .build();
      HttpResponse<String> answer = client.send(request);
      return answer.headers().map() + answer.body();
    }
  }
}
