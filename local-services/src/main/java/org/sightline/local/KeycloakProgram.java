package org.sightline.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Keycloak's programs, unpacked and built once from the archive that Maven puts beside our classes.
 *
 * @param folder holds {@code lib}; nothing is written to it any more, so several servers may share
 *     it
 */
record KeycloakProgram(Path folder) {
  /** The version that Maven fetched, such as 26.7.3. */
  static String version() {
    Properties properties = new Properties();
    try (InputStream stream = KeycloakProgram.class.getResourceAsStream("keycloak.properties")) {
      properties.load(java.util.Objects.requireNonNull(stream, "keycloak.properties"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return properties.getProperty("version", "");
  }

  /** Unpacks and builds where that was not done before: about half a minute. */
  static KeycloakProgram preparedIn(Repository repository, Consumer<String> progress) {
    Path kept = repository.kept();
    Path folder = kept.resolve("keycloak-" + version());
    if (!Files.isDirectory(folder)) {
      try (OnceLock _ = OnceLock.await(kept)) {
        prepare(folder, repository.keycloakArchive(), progress);
      }
    }
    return new KeycloakProgram(folder);
  }

  /** Made aside and renamed: a kill in the middle leaves no half. */
  private static void prepare(Path folder, Path archive, Consumer<String> progress) {
    if (Files.isDirectory(folder)) {
      return;
    }
    Disk.requireSpace(Disk.parent(folder));
    progress.accept("Unpacking and building Keycloak %s, once.".formatted(version()));
    Path aside = folder.resolveSibling(folder.getFileName() + ".unfinished");
    Disk.deleteTree(aside);
    try {
      unpack(archive, aside);
      KeycloakJvm.run(aside, aside, List.of("build", "--db=dev-file"), Map.of());
      Disk.deleteTree(aside.resolve("data"));
      Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw Disk.failure("unpack Keycloak", folder, e);
    }
  }

  private static void unpack(Path archive, Path folder) throws IOException {
    if (!Files.exists(archive)) {
      throw new StartFailure(
          "Keycloak's archive %s is not there: run Maven once, which fetches it."
              .formatted(archive));
    }
    try (ZipInputStream entries =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        unpack(entry, entries, folder);
      }
    }
  }

  /** Without the first folder of the entry's name, which is the archive's own. */
  private static void unpack(ZipEntry entry, InputStream content, Path folder) throws IOException {
    String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("an entry leads outside the folder: " + entry.getName());
    }
    Files.createDirectories(entry.isDirectory() ? file : Disk.parent(file));
    if (!entry.isDirectory()) {
      Files.copy(content, file);
    }
  }
}
