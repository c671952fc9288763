package org.sightline.migrations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sightline.migrations.DefinitionFiles.DefinitionFile;

/** Definitions of one kind, from every file of their folder and of the operator's own. */
final class YamlLists {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private YamlLists() {}

  /** Files that hold a list each. */
  static <T> List<T> read(String folder, Optional<Path> more, TypeReference<List<T>> type) {
    return DefinitionFiles.list(folder, ".yaml", more).stream()
        .flatMap(file -> read(file, type).stream())
        .toList();
  }

  /** Files that hold one each. */
  static <T> List<T> readEach(String folder, Optional<Path> more, TypeReference<T> type) {
    return DefinitionFiles.list(folder, ".yaml", more).stream()
        .map(file -> read(file, type))
        .toList();
  }

  private static <T> T read(DefinitionFile file, TypeReference<T> type) {
    try {
      return YAML.readValue(file.text(), type);
    } catch (JsonProcessingException e) {
      throw new MigrationFailure(
          "The definitions in %s cannot be read: %s".formatted(file.name(), e.getOriginalMessage()),
          e);
    }
  }
}
