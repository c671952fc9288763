package org.sightline.schema.release;

import graphql.language.Definition;
import graphql.language.DirectiveDefinition;
import graphql.language.OperationTypeDefinition;
import graphql.language.SDLNamedDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.TypeDefinition;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A contract's definitions, by name.
 *
 * @param roots the operations' types, by {@code query}, {@code mutation} and {@code subscription}
 */
record Definitions(
    Map<String, String> roots,
    SortedMap<String, TypeDefinition<?>> types,
    SortedMap<String, DirectiveDefinition> directives) {

  /** Reads a schema as it is printed: each type in one piece. */
  static Definitions parse(String text) {
    return of(
        Parser.parse(
                ParserEnvironment.newParserEnvironment()
                    .document(text)
                    .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                    .build())
            .getDefinitions());
  }

  @SuppressWarnings("rawtypes") // as the library gives them
  private static Definitions of(List<Definition> definitions) {
    SortedMap<String, TypeDefinition<?>> types = new TreeMap<>();
    SortedMap<String, DirectiveDefinition> directives = new TreeMap<>();
    for (SDLNamedDefinition<?> definition : named(definitions)) {
      switch (definition) {
        case TypeDefinition<?> type -> types.put(type.getName(), type);
        case DirectiveDefinition directive -> directives.put(directive.getName(), directive);
        default -> throw new IllegalArgumentException(definition.getName());
      }
    }
    return new Definitions(roots(definitions, types), types, directives);
  }

  @SuppressWarnings("rawtypes")
  private static List<SDLNamedDefinition<?>> named(List<Definition> definitions) {
    return definitions.stream()
        .filter(SDLNamedDefinition.class::isInstance)
        .<SDLNamedDefinition<?>>map(definition -> (SDLNamedDefinition<?>) definition)
        .toList();
  }

  @SuppressWarnings("rawtypes")
  private static Map<String, String> roots(
      List<Definition> definitions, Map<String, TypeDefinition<?>> types) {
    Map<String, String> said =
        definitions.stream()
            .filter(SchemaDefinition.class::isInstance)
            .map(SchemaDefinition.class::cast)
            .flatMap(schema -> schema.getOperationTypeDefinitions().stream())
            .collect(
                Collectors.toMap(
                    OperationTypeDefinition::getName, root -> root.getTypeName().getName()));
    return said.isEmpty() ? usualRoots(types) : said;
  }

  private static Map<String, String> usualRoots(Map<String, TypeDefinition<?>> types) {
    return Stream.of("Query", "Mutation", "Subscription")
        .filter(types::containsKey)
        .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), name -> name));
  }
}
