package org.sightline.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files: those that are kept, and a folder for those that are gone when the tests end. */
final class Scratch {
  private static final Path ROOT = root();

  private Scratch() {}

  static Path folder() {
    try {
      return Files.createTempDirectory(ROOT, "folder-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new file with this text. */
  static Path file(String text) {
    return write(folder().resolve("file.yaml"), text);
  }

  static Path write(Path file, String text) {
    try {
      Files.createDirectories(file.resolve("..").normalize());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it was there or not. */
  static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file beneath a folder. */
  static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    try {
      Path root = Files.createTempDirectory("sightline-chart-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
