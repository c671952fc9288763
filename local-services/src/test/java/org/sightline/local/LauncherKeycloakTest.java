package org.sightline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher with a Keycloak of its own, whose programs and imported realm are this machine's.
 */
class LauncherKeycloakTest {
  @TempDir private Path repository;

  private final int port = freePort();
  private final int keycloakPort = freePort();

  @BeforeEach
  void lendWhatIsPrepared() throws IOException {
    Path kept = Repository.ofThisProcess().kept();
    String secret = Secrets.kept(kept.resolve("keycloak-secret"));
    KeycloakProgram program =
        KeycloakProgram.preparedIn(Repository.ofThisProcess(), System.out::println);
    Path imported = RealmData.ofRun(secret).importedBeside(program, System.out::println);
    Path lent = Files.createDirectories(repository.resolve(".sightline"));
    Files.writeString(lent.resolve("keycloak-secret"), secret);
    Files.createSymbolicLink(lent.resolve(program.folder().getFileName()), program.folder());
    Files.createSymbolicLink(lent.resolve(imported.getFileName()), imported);
  }

  @AfterEach
  void giveBack() {
    Disk.deleteTree(repository.resolve(".sightline"));
  }

  @Test
  void startsKeycloakBesideTheProgramAndStopsItTooWhenItIsKilled() throws Exception {
    try (LauncherProcess launcher = start()) {
      launcher.awaitServing().awaitSaying("Keycloak answers at http://127.0.0.1:" + keycloakPort);
      ProcessHandle keycloak = launcher.keycloak();

      assertThat(discovered())
          .contains("\"issuer\":\"http://127.0.0.1:%d/realms/sightline\"".formatted(keycloakPort));
      assertThat(Files.readString(repository.resolve(".sightline/environment")))
          .contains(
              "SIGHTLINE_KEYCLOAK_ISSUER='http://127.0.0.1:%d/realms/sightline'"
                  .formatted(keycloakPort))
          .contains("SIGHTLINE_KEYCLOAK_AUDIENCE='sightline-api'")
          .contains("SIGHTLINE_KEYCLOAK_CLI_CLIENT='sightline-cli'")
          .contains("SIGHTLINE_KEYCLOAK_PROVISIONER_CLIENT_ID='sightline-provisioner'")
          .containsPattern("SIGHTLINE_KEYCLOAK_PROVISIONER_CLIENT_SECRET='[0-9a-f]{32}'");

      launcher.process().destroyForcibly();

      LauncherProcess.await("Keycloak's end", () -> !keycloak.isAlive());
    }
  }

  @Test
  void clearsTheKeycloakOfAKilledLauncherAndStopsWhenItsOwnIsKilled() throws Exception {
    ProcessHandle orphan;
    ProcessHandle postgres;
    try (LauncherProcess killed = start()) {
      killed.awaitServing();
      LauncherProcess.await("Keycloak's start", () -> isStarted(killed));
      orphan = killed.keycloak();
      postgres = killed.postgres();
      killed.killWithGuardian();
      assertThat(orphan.isAlive()).isTrue();

      try (LauncherProcess next = start()) {
        next.awaitServing()
            .awaitSaying(
                "Stopped the Keycloak (process %d) that an earlier, killed Sightline left running."
                    .formatted(orphan.pid()));
        assertThat(orphan.isAlive()).isFalse();
        LauncherProcess.await("Keycloak's start", () -> isStarted(next));

        next.keycloak().destroyForcibly();

        assertThat(next.awaitExit()).isEqualTo(1);
        assertThat(next.said())
            .containsPattern("\nSightline stops. Keycloak (has )?ended")
            .contains("Its last lines:")
            .endsWith("Stopped.\n");
      }
      LauncherProcess.await("PostgreSQL's end", () -> !postgres.isAlive());
    }
  }

  @Test
  void saysThatKeycloaksPortIsInUseBeforeItStartsAnything() throws Exception {
    try (ServerSocket taken = new ServerSocket(keycloakPort, 1, InetAddress.getLoopbackAddress());
        LauncherProcess launcher = start()) {
      assertThat(launcher.awaitExit()).isEqualTo(1);
      assertThat(launcher.said())
          .isEqualTo(
              ("\nSightline cannot start. Port %d is in use: stop what uses it, or choose another by"
                      + " SIGHTLINE_KEYCLOAK_PORT=8181.\n\n")
                  .formatted(taken.getLocalPort()));
    }
  }

  private LauncherProcess start() throws IOException {
    return LauncherProcess.startWithKeycloak(repository, port, keycloakPort);
  }

  private static boolean isStarted(LauncherProcess launcher) {
    return Files.exists(launcher.repository().resolve(".sightline/keycloak/keycloak.pid"));
  }

  private String discovered() throws IOException, InterruptedException {
    URI discovery =
        URI.create(
            "http://127.0.0.1:%d/realms/sightline/.well-known/openid-configuration"
                .formatted(keycloakPort));
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(discovery).build(), HttpResponse.BodyHandlers.ofString());
      return answer.body();
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
