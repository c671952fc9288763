package org.sightline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakServerTest {
  private static final String NEWCOMER =
      """
      {"username": "newcomer", "firstName": "New", "lastName": "Comer", "enabled": true,
       "email": "newcomer@e06000010.example", "emailVerified": true,
       "credentials": [{"type": "password", "value": "demonstration"}]}
      """;

  @TempDir private Path home;

  private final Path kept = Repository.ofThisProcess().kept();
  private final String provisionerSecret = Secrets.kept(kept.resolve("keycloak-secret"));
  private final String administratorSecret = Secrets.kept(kept.resolve("keycloak-test-secret"));
  private final RealmData realm =
      RealmData.ofTests(provisionerSecret, TestKeycloak.ADMINISTRATOR, administratorSecret);
  private final List<String> progress = new ArrayList<>();
  private final KeycloakProgram program =
      KeycloakProgram.preparedIn(Repository.ofThisProcess(), System.out::println);

  @BeforeEach
  void importBefore() {
    Path imported = realm.importedBeside(program, System.out::println);
    assertThat(imported.resolve("data")).isDirectory();
  }

  @AfterEach
  void removeTheLinkToThePrograms() {
    Disk.deleteTree(home.resolve("lib"));
  }

  @Test
  void keepsThePeopleWhoCameWhileItRan() {
    try (KeycloakServer server = start()) {
      TestKeycloak keycloak = client(server);
      Administration administration = new Administration(keycloak, keycloak.adminToken());
      assertThat(administration.status("POST", "/users", NEWCOMER)).isEqualTo(201);
    }
    try (KeycloakServer server = start()) {
      assertThat(client(server).token("newcomer")).isNotEmpty();
    }
    assertThat(progress).isEmpty();
    assertThat(home.resolve("keycloak.pid")).doesNotExist();
  }

  @Test
  void setsAsideWhatBeganWithAnotherRealmFileAndTakesBackWhatBeganWithThisOne() throws IOException {
    KeycloakHome.requireData(home, realm, program, progress::add);
    Path data = home.resolve("data");
    Path ofAnother = home.resolve("data-012345abcdef");
    Files.writeString(data.resolve(KeycloakHome.FINGERPRINT), "012345abcdef");
    Files.writeString(data.resolve("note"), "of another");

    KeycloakHome.requireData(home, realm, program, progress::add);

    assertThat(data.resolve(KeycloakHome.FINGERPRINT)).hasContent(realm.fingerprint());
    assertThat(data.resolve("note")).doesNotExist();
    assertThat(ofAnother.resolve("note")).hasContent("of another");
    Files.move(data, home.resolve("data-" + realm.fingerprint()));
    Files.move(ofAnother, data);

    KeycloakHome.requireData(home, realm, program, progress::add);

    String changed =
        "The realm file, its secret or Keycloak's version has changed; what Keycloak held is in %s."
            .formatted(ofAnother);
    assertThat(data.resolve(KeycloakHome.FINGERPRINT)).hasContent(realm.fingerprint());
    assertThat(progress)
        .containsExactly(
            changed, changed, "Keycloak goes on with what it held for this realm file.");
  }

  @Test
  void importsAnewWhenAnythingInTheRealmChanges() {
    assertThat(RealmData.ofRun("one secret").fingerprint())
        .isNotEqualTo(RealmData.ofRun("another").fingerprint())
        .isNotEqualTo(realm.fingerprint());
  }

  @Test
  void repeatsKeycloaksOwnReasonWhenItDoesNotStart() throws IOException {
    KeycloakHome.make(home, program);
    Path file = Files.writeString(home.resolve("data"), "where the database's folder should be");

    try (KeycloakServer server = KeycloakServer.start(home, program, 0)) {
      assertThatThrownBy(server::awaitAddress)
          .isInstanceOf(StartFailure.class)
          .hasMessageStartingWith("Keycloak ended while it started. Its last lines:\n")
          .hasMessageContaining(file.toString());
    }
  }

  private KeycloakServer start() {
    KeycloakHome.make(home, program);
    KeycloakHome.requireData(home, realm, program, progress::add);
    return KeycloakServer.start(home, program, 0);
  }

  private TestKeycloak client(KeycloakServer server) {
    return new TestKeycloak(server.awaitAddress(), provisionerSecret, administratorSecret);
  }
}
