package org.sightline.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The files of a folder on the class path, whether it stands in a directory or in a jar. */
public final class ClassPathFolder {
  private ClassPathFolder() {}

  /** One file. */
  public record Resource(String name, URL url) {
    /** Its bytes. The caller closes the stream. */
    public InputStream open() throws IOException {
      URLConnection connection = url.openConnection();
      connection.setUseCaches(false);
      return connection.getInputStream();
    }
  }

  /**
   * Every file directly in the folder whose name ends so, by name; where two places on the class
   * path hold the same name, the first counts.
   *
   * @param folder without a slash at either end, as {@code definitions/mappings}
   * @throws UncheckedIOException when the class path cannot be read
   */
  public static List<Resource> list(ClassLoader loader, String folder, String ending) {
    try {
      Map<String, Resource> found = new TreeMap<>();
      Enumeration<URL> places = loader.getResources(folder);
      while (places.hasMoreElements()) {
        for (Resource resource : in(places.nextElement(), folder)) {
          if (resource.name().endsWith(ending)) {
            found.putIfAbsent(resource.name(), resource);
          }
        }
      }
      return List.copyOf(found.values());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Resource> in(URL place, String folder)
      throws IOException, URISyntaxException {
    return switch (place.getProtocol()) {
      case "file" -> inDirectory(Path.of(place.toURI()));
      case "jar" -> inJar(place, folder + "/");
      default -> List.of();
    };
  }

  private static List<Resource> inDirectory(Path directory) throws IOException {
    List<Resource> resources = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        resources.add(new Resource(file.getFileName().toString(), file.toUri().toURL()));
      }
    }
    return resources;
  }

  private static List<Resource> inJar(URL place, String prefix) throws IOException {
    URI jar = URI.create(place.toString().substring(0, place.toString().indexOf("!/") + 2));
    JarURLConnection connection = (JarURLConnection) jar.toURL().openConnection();
    connection.setUseCaches(false);
    List<Resource> resources = new ArrayList<>();
    try (JarFile file = connection.getJarFile()) {
      for (JarEntry entry : file.stream().filter(entry -> !entry.isDirectory()).toList()) {
        String name = entry.getName();
        if (name.startsWith(prefix) && name.indexOf('/', prefix.length()) < 0) {
          URL url = URI.create(jar + name.replace(" ", "%20")).toURL();
          resources.add(new Resource(name.substring(prefix.length()), url));
        }
      }
    }
    return resources;
  }
}
