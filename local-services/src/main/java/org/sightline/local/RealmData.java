package org.sightline.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The realm file imported once; every new server begins with a copy of the database this made.
 *
 * @param environment fills the names in the realm file and tells the import what else to make
 */
record RealmData(String realm, Map<String, String> environment) {
  /** The environment variable whose value becomes the provisioner's secret. */
  static final String PROVISIONER_SECRET = "SIGHTLINE_KEYCLOAK_PROVISIONER_CLIENT_SECRET";

  /** The realm that {@code mvn} runs: nobody administers it but the provisioner. */
  static RealmData ofRun(String provisionerSecret) {
    return new RealmData(resource(), Map.of(PROVISIONER_SECRET, provisionerSecret));
  }

  /** The same with a service account of the realm "master" that may do everything. */
  static RealmData ofTests(String provisionerSecret, String administrator, String secret) {
    return new RealmData(
        resource(),
        Map.of(
            PROVISIONER_SECRET,
            provisionerSecret,
            "KC_BOOTSTRAP_ADMIN_CLIENT_ID",
            administrator,
            "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET",
            secret));
  }

  private static String resource() {
    try (InputStream stream = RealmData.class.getResourceAsStream("realm.json")) {
      return new String(
          Objects.requireNonNull(stream, "realm.json").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Differs when Keycloak's version, the realm file or a secret in it does. */
  String fingerprint() {
    try {
      String whole = KeycloakProgram.version() + realm + new TreeMap<>(environment);
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Copies the imported database to a folder that is not there yet. */
  void copyTo(Path data, KeycloakProgram program, Consumer<String> progress) {
    Path imported = importedBeside(program, progress).resolve("data");
    Path aside = data.resolveSibling(data.getFileName() + ".unfinished");
    try {
      Disk.deleteTree(aside);
      copyTree(imported, aside);
      Files.move(aside, data, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw Disk.failure("make Keycloak's database", data, e);
    }
  }

  /** The folder of the imported realm; the first time imports it. */
  Path importedBeside(KeycloakProgram program, Consumer<String> progress) {
    Path imported = program.folder().resolveSibling("keycloak-realm-" + fingerprint());
    if (!Files.isDirectory(imported)) {
      try (OnceLock _ = OnceLock.await(Disk.parent(imported))) {
        importInto(imported, program, progress);
      }
    }
    return imported;
  }

  private void importInto(Path imported, KeycloakProgram program, Consumer<String> progress) {
    if (Files.isDirectory(imported)) {
      return;
    }
    progress.accept("Importing the realm \"sightline\" into Keycloak, once.");
    Path aside = imported.resolveSibling(imported.getFileName() + ".unfinished");
    try {
      Disk.deleteTree(aside);
      KeycloakHome.make(aside, program);
      Path file = Files.writeString(aside.resolve("realm.json"), realm);
      KeycloakJvm.run(
          program.folder(), aside, List.of("import", "--optimized", "--file=" + file), environment);
      Files.writeString(aside.resolve("data").resolve(KeycloakHome.FINGERPRINT), fingerprint());
      Files.move(aside, imported, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw Disk.failure("import the realm", imported, e);
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
