package org.sightline.local;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where Sightline's sources are on this machine.
 *
 * @param root the folder that holds {@code .mvn}
 */
record Repository(Path root) {
  /**
   * Told by Maven in {@code sightline.repository}; in an editor it is found from the working
   * folder.
   */
  static Repository ofThisProcess() {
    String told = System.getProperty("sightline.repository", "");
    if (!told.isBlank()) {
      return new Repository(Path.of(told).toAbsolutePath().normalize());
    }
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(".mvn"))) {
        return new Repository(folder);
      }
    }
    return new Repository(here);
  }

  /** Where Maven puts Keycloak's archive. */
  Path keycloakArchive() {
    return root.resolve("local-services/target/keycloak-" + KeycloakProgram.version() + ".zip");
  }

  /** What is kept between starts and never committed. */
  Path kept() {
    return root.resolve(".sightline");
  }
}
