package org.sightline.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    String lastName = folder.substring(folder.lastIndexOf('/') + 1);
    more.map(path -> path.resolve(lastName))
        .filter(Files::isDirectory)
        .ifPresent(path -> files.addAll(inFolder(path, ending)));
    return files;
  }

  private static List<DefinitionFile> onClassPath(String folder, String ending) {
    URL url = DefinitionFiles.class.getClassLoader().getResource(folder);
    if (url == null) {
      return List.of();
    }
    try {
      URI uri = url.toURI();
      if (!"jar".equals(uri.getScheme())) {
        return inFolder(Path.of(uri), ending);
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return inFolder(jar.getPath("/" + folder), ending);
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Not a place of files: " + url, e);
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
    try (InputStream stream = Files.newInputStream(path)) {
      return new DefinitionFile(
          path.getFileName().toString(),
          new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
