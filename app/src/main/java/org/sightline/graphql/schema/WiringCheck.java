package org.sightline.graphql.schema;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.idl.RuntimeWiring;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.Suggestions;

/** Finds, at start, the fields that nobody answers and the fetchers that answer nothing. */
record WiringCheck(
    GraphQLSchema schema, RuntimeWiring wiring, Collection<? extends RoomFields> rooms) {

  /**
   * @throws IllegalStateException with one sentence per finding
   */
  void run() {
    String found =
        Stream.of(rootsWithoutFetcher(), recordsWithoutField(), fetchersWithoutField())
            .flatMap(sentences -> sentences)
            .sorted()
            .collect(Collectors.joining(" "));
    if (!found.isEmpty()) {
      throw new IllegalStateException(found);
    }
  }

  private Stream<String> rootsWithoutFetcher() {
    return Stream.of(schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType())
        .filter(Objects::nonNull)
        .flatMap(root -> unanswered(root, Set.of()));
  }

  private Stream<String> recordsWithoutField() {
    return rooms.stream()
        .flatMap(room -> room.records().entrySet().stream())
        .flatMap(backed -> unanswered(backed.getKey(), backed.getValue()));
  }

  private Stream<String> unanswered(String typeName, Class<? extends Record> record) {
    if (!(schema.getType(typeName) instanceof GraphQLObjectType type)) {
      return Stream.of("The schema has no object type " + typeName + ", which a room backs.");
    }
    Set<String> components =
        Arrays.stream(record.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());
    return unanswered(type, components);
  }

  private Stream<String> unanswered(GraphQLObjectType type, Set<String> components) {
    Set<String> fetched = wiring.getDataFetchersForType(type.getName()).keySet();
    return type.getFieldDefinitions().stream()
        .map(GraphQLFieldDefinition::getName)
        .filter(field -> !fetched.contains(field) && !components.contains(field))
        .map(field -> "No room answers the field " + type.getName() + "." + field + ".");
  }

  private Stream<String> fetchersWithoutField() {
    return wiring.getDataFetchers().keySet().stream()
        .flatMap(type -> strangers(type, wiring.getDataFetchersForType(type).keySet()));
  }

  private Stream<String> strangers(String typeName, Set<String> fetched) {
    List<String> fields = fieldsOf(schema.getType(typeName));
    return fetched.stream()
        .filter(field -> !fields.contains(field))
        .map(
            field ->
                "A room answers %s.%s, which the schema does not have.%s"
                    .formatted(typeName, field, Suggestions.didYouMean(field, fields)));
  }

  private static List<String> fieldsOf(@Nullable GraphQLType type) {
    return type instanceof GraphQLFieldsContainer container
        ? container.getFieldDefinitions().stream().map(GraphQLFieldDefinition::getName).toList()
        : List.of();
  }
}
