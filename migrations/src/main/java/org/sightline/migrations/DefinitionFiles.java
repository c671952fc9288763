package org.sightline.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The product's data files on the class path, and an operator's own in a folder beside them. */
public final class DefinitionFiles {
  private DefinitionFiles() {}

  /**
   * One file of definitions.
   *
   * @param name the file's name, with its ending
   * @param text its content
   */
  public record DefinitionFile(String name, String text) {}

  /**
   * The files of a folder of the class path, by name, then those of the same folder below {@code
   * more}, where it exists.
   *
   * @param folder such as {@code definitions/mappings}; below {@code more} its last name counts
   * @param ending such as {@code .yaml}
   */
  public static List<DefinitionFile> list(String folder, String ending, Optional<Path> more) {
    List<DefinitionFile> files = new ArrayList<>(onClassPath(folder, ending));
    files.addAll(own(folder.substring(folder.lastIndexOf('/') + 1), ending, more));
    return files;
  }

  /** Those of an operator alone: the files of a folder below {@code more}, by name. */
  static List<DefinitionFile> own(String folder, String ending, Optional<Path> more) {
    return more.map(path -> path.resolve(folder))
        .filter(Files::isDirectory)
        .map(path -> inFolder(path, ending))
        .orElse(List.of());
  }

  private static List<DefinitionFile> onClassPath(String folder, String ending) {
    return ClassPathFolder.list(DefinitionFiles.class.getClassLoader(), folder, ending).stream()
        .map(DefinitionFiles::read)
        .toList();
  }

  private static DefinitionFile read(ClassPathFolder.Resource resource) {
    try (InputStream stream = resource.open()) {
      return new DefinitionFile(
          resource.name(), new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<DefinitionFile> inFolder(Path folder, String ending) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(path -> path.getFileName().toString().endsWith(ending))
          .sorted()
          .map(DefinitionFiles::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DefinitionFile read(Path path) {
    try {
      return new DefinitionFile(path.getFileName().toString(), Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
