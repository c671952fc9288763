package org.sightline.examples;

import graphql.language.Definition;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The fields of Query and of Mutation, as the contract's files give them. */
final class RootFields {
  private static final Path SCHEMA =
      Path.of("../graphql-schema/src/main/resources/sightline/schema");

  private RootFields() {}

  /** Those of a root type by name, each with the noun whose file it is in, such as plan. */
  static Map<String, String> of(String rootType) {
    Map<String, String> fields = new TreeMap<>();
    try (Stream<Path> files = Files.list(SCHEMA)) {
      for (Path file : files.toList()) {
        String noun = file.getFileName().toString().replace(".graphqls", "");
        names(file, rootType).forEach(name -> fields.put(name, noun));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fields;
  }

  @SuppressWarnings("rawtypes") // a document's definitions have no other type
  private static List<String> names(Path file, String rootType) {
    List<Definition> definitions = Parser.parse(Example.text(file)).getDefinitions();
    return definitions.stream()
        .filter(ObjectTypeDefinition.class::isInstance)
        .map(ObjectTypeDefinition.class::cast)
        .filter(type -> type.getName().equals(rootType))
        .flatMap(type -> type.getFieldDefinitions().stream())
        .map(FieldDefinition::getName)
        .toList();
  }
}
