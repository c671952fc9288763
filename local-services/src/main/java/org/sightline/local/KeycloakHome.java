package org.sightline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;

/**
 * The folder of one Keycloak: {@code data} with its database, the log, the process id, the lock,
 * and a link to the programs, because Keycloak looks for both in one place.
 */
final class KeycloakHome {
  /** In {@code data}: which realm file the database began with. */
  static final String FINGERPRINT = "realm-fingerprint";

  private KeycloakHome() {}

  /** Makes the folder where there is none, and points it at these programs. */
  static void make(Path home, KeycloakProgram program) {
    Path link = home.resolve("lib");
    try {
      Files.createDirectories(home);
      // The database holds secrets, and Keycloak leaves it readable for everybody.
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, program.folder().resolve("lib").toAbsolutePath());
    } catch (IOException e) {
      throw Disk.failure("prepare Keycloak", home, e);
    }
  }

  /**
   * Brings a database of the realm into the folder. One that is there stays, with what people did
   * in it, unless it began with another realm file: then it is set aside, and taken back when that
   * file comes back, as it does where somebody changes between branches.
   */
  static void requireData(
      Path home, RealmData realm, KeycloakProgram program, Consumer<String> progress) {
    Path data = home.resolve("data");
    Path earlier = aside(home, realm.fingerprint());
    try {
      if (Files.isDirectory(data) && !realm.fingerprint().equals(fingerprint(data))) {
        setAside(home, data, progress);
      }
      if (!Files.isDirectory(data) && Files.isDirectory(earlier)) {
        Files.move(earlier, data);
        progress.accept("Keycloak goes on with what it held for this realm file.");
      }
      if (!Files.isDirectory(data)) {
        realm.copyTo(data, program, progress);
      }
    } catch (IOException e) {
      throw Disk.failure("keep Keycloak's database", home, e);
    }
  }

  private static String fingerprint(Path data) throws IOException {
    Path file = data.resolve(FINGERPRINT);
    return Files.exists(file) ? Files.readString(file).strip() : "unknown";
  }

  private static void setAside(Path home, Path data, Consumer<String> progress) throws IOException {
    Path earlier = aside(home, fingerprint(data));
    Files.move(data, earlier);
    progress.accept(
        "The realm file, its secret or Keycloak's version has changed; what Keycloak held is in %s."
            .formatted(earlier));
  }

  private static Path aside(Path home, String fingerprint) {
    return home.resolve("data-" + fingerprint);
  }
}
