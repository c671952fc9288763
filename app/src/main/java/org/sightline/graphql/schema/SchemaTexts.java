package org.sightline.graphql.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Reads the schema's files, one per noun, from the class path: out of folders and out of jars. */
final class SchemaTexts {
  private static final String ENDING = ".graphqls";

  private SchemaTexts() {}

  /**
   * The text of each file in the folder, by file name.
   *
   * @param folder such as {@code sightline/schema}, without a slash at its ends
   * @throws IllegalStateException when the class path has none
   */
  static SortedMap<String, String> in(String folder) {
    SortedMap<String, String> texts = new TreeMap<>();
    ClassLoader loader = SchemaTexts.class.getClassLoader();
    try {
      for (URL url : Collections.list(loader.getResources(folder + "/"))) {
        for (String name : namesIn(url)) {
          texts.put(name, read(loader, folder + "/" + name));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (texts.isEmpty()) {
      throw new IllegalStateException("The class path has no schema file in " + folder + ".");
    }
    return texts;
  }

  private static List<String> namesIn(URL url) throws IOException {
    return url.openConnection() instanceof JarURLConnection connection
        ? namesInJar(connection)
        : namesInFolder(url);
  }

  private static List<String> namesInFolder(URL url) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(uri(url)))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .toList();
    }
  }

  private static List<String> namesInJar(JarURLConnection connection) throws IOException {
    connection.setUseCaches(false);
    String prefix = connection.getEntryName();
    List<String> names = new ArrayList<>();
    try (JarFile jar = connection.getJarFile()) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        String path = entry.getName();
        if (path.startsWith(prefix) && path.endsWith(ENDING)) {
          names.add(path.substring(prefix.length()));
        }
      }
    }
    return names;
  }

  private static String read(ClassLoader loader, String path) throws IOException {
    try (InputStream stream = loader.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("No " + path + " on the class path.");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static URI uri(URL url) {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
