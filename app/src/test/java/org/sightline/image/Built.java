package org.sightline.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What this build has made, in {@code app/target}. */
final class Built {
  private Built() {}

  static Path repository() {
    return Path.of(System.getProperty("sightline.repository", "..")).toAbsolutePath().normalize();
  }

  static Path target() {
    return repository().resolve("app/target");
  }

  /** The image on an empty base. */
  static Path imageWithoutBase() {
    return target().resolve("image/without-base.tar");
  }

  /** The list of components (SBOM) that goes into the image. */
  static Path components() {
    Path list = target().resolve("image/root/sbom/sightline.json");
    if (!Files.exists(list)) {
      throw new AssertionError(
          "There is no list of components, which Maven makes only online: build once without -o.");
    }
    return list;
  }

  /** The names of the libraries beside the service's jar. */
  static Set<String> libraries() {
    try (Stream<Path> files = Files.list(target().resolve("lib"))) {
      Set<String> names = new TreeSet<>();
      files.forEach(file -> names.add(String.valueOf(file.getFileName())));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
