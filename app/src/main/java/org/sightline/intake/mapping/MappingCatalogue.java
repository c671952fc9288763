package org.sightline.intake.mapping;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.sightline.migrations.ClassPathFolder;

/**
 * Every mapping there is: those of the class path, then those of the folder {@code mappings} in the
 * operator's directory (setting {@code sightline.definitions}), where one of the same name takes
 * the place of the built-in one.
 */
@Singleton
public final class MappingCatalogue {
  private static final String FOLDER = "definitions/mappings";
  private static final int SUGGESTIONS = 3;

  private final Map<String, Mapping> mappings = new TreeMap<>();

  @Inject
  MappingCatalogue(@Value("${sightline.definitions:}") @Nullable String definitions) {
    this(
        MappingCatalogue.class.getClassLoader(),
        definitions == null || definitions.isBlank() ? null : Path.of(definitions));
  }

  /**
   * @param directory the operator's own, null when there is none
   * @throws MappingException when a file is no mapping, or the directory is none
   */
  public MappingCatalogue(ClassLoader classPath, @Nullable Path directory) {
    for (ClassPathFolder.Resource resource : ClassPathFolder.list(classPath, FOLDER, ".yaml")) {
      try (InputStream stream = resource.open()) {
        addOnce(resource.name(), MappingReader.read(resource.name(), stream));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    if (directory != null) {
      if (!Files.isDirectory(directory)) {
        throw new MappingException("sightline.definitions names no folder: " + directory);
      }
      addAll(directory.resolve("mappings"));
    }
  }

  /** Every mapping, by name. */
  public List<Mapping> list() {
    return List.copyOf(mappings.values());
  }

  /** The names of the mappings of one family. */
  public List<String> names(MappingFormat format) {
    return list().stream().filter(one -> one.format() == format).map(Mapping::name).toList();
  }

  /**
   * The mapping of that name.
   *
   * @throws MappingException when there is none; the sentence gives the nearest names
   */
  public Mapping get(String name) {
    Mapping mapping = mappings.get(name);
    if (mapping == null) {
      throw new MappingException(
          "There is no mapping '" + name + "'. The nearest: " + nearest(name) + ".");
    }
    return mapping;
  }

  /** The mapping whose usual file name this is; none when several share it. */
  public Optional<Mapping> findByFileName(String fileName) {
    List<Mapping> found =
        mappings.values().stream().filter(one -> fileName.equals(one.usualFileName())).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private void addAll(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).sorted().toList()) {
        try (InputStream stream = Files.newInputStream(file)) {
          Mapping mapping = MappingReader.read(file.getFileName().toString(), stream);
          mappings.put(mapping.name(), mapping);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addOnce(String fileName, Mapping mapping) {
    if (mappings.putIfAbsent(mapping.name(), mapping) != null) {
      throw new MappingException(
          "The mapping " + fileName + " has the name '" + mapping.name() + "' of another file.");
    }
  }

  /** Those that hold the name first: a part of one is asked for more often than a misspelt one. */
  private String nearest(String name) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return mappings.keySet().stream()
        .sorted(
            Comparator.comparing((String known) -> !known.contains(name))
                .thenComparing(known -> distance.apply(name, known)))
        .limit(SUGGESTIONS)
        .collect(Collectors.joining(", "));
  }
}
