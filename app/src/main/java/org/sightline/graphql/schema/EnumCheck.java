package org.sightline.graphql.schema;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.RuntimeWiring;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.RoomFields;

/**
 * The values of enums that Java or the schema lacks. Known are the enums that rooms declare, for
 * those that are read from arguments or answered by fetchers, and those that records hold under the
 * name of a field. An enum of which neither is known is found too.
 */
record EnumCheck(
    GraphQLSchema schema, RuntimeWiring wiring, Collection<? extends RoomFields> rooms) {

  /** An enum of the schema and Java's for it, as one field shows them. */
  private record Pair(GraphQLEnumType type, Class<?> java) {
    Set<String> valuesOfJava() {
      return Arrays.stream(java.getEnumConstants())
          .map(value -> ((Enum<?>) value).name())
          .collect(Collectors.toSet());
    }

    Set<String> valuesOfSchema() {
      return type.getValues().stream()
          .map(GraphQLEnumValueDefinition::getName)
          .collect(Collectors.toSet());
    }
  }

  Stream<String> findings() {
    Map<GraphQLEnumType, List<Pair>> pairs =
        Stream.concat(declared(), held()).distinct().collect(Collectors.groupingBy(Pair::type));
    return Stream.of(
            pairs.values().stream().flatMap(List::stream).flatMap(EnumCheck::unknownToSchema),
            pairs.entrySet().stream().flatMap(of -> unknownToJava(of.getKey(), of.getValue())),
            declared().flatMap(pair -> unknownToJava(pair.type(), List.of(pair))),
            withoutType(),
            declaredAgain(),
            withoutJava(pairs.keySet()))
        .flatMap(sentences -> sentences);
  }

  private Stream<Pair> declared() {
    return rooms.stream()
        .flatMap(room -> room.enums().entrySet().stream())
        .flatMap(
            of ->
                schema.getType(of.getKey()) instanceof GraphQLEnumType type
                    ? Stream.of(new Pair(type, of.getValue()))
                    : Stream.empty());
  }

  private Stream<Pair> held() {
    return rooms.stream()
        .flatMap(room -> room.records().entrySet().stream())
        .flatMap(backed -> pairs(backed.getKey(), backed.getValue()));
  }

  private Stream<String> withoutType() {
    return rooms.stream()
        .flatMap(room -> room.enums().keySet().stream())
        .filter(name -> !(schema.getType(name) instanceof GraphQLEnumType))
        .map(name -> "The schema has no enum " + name + ", for which a room declares one of Java.");
  }

  private Stream<String> declaredAgain() {
    Set<String> seen = new HashSet<>();
    return rooms.stream()
        .flatMap(room -> room.enums().keySet().stream())
        .filter(name -> !seen.add(name))
        .map(name -> "More than one enum of Java is declared for the enum " + name + ".");
  }

  private Stream<String> withoutJava(Set<GraphQLEnumType> known) {
    return schema.getAllTypesAsList().stream()
        .filter(GraphQLEnumType.class::isInstance)
        .map(GraphQLEnumType.class::cast)
        .filter(type -> !type.getName().startsWith("__") && !known.contains(type))
        .map(type -> "No room declares the enum of Java for the enum " + type.getName() + ".");
  }

  private Stream<Pair> pairs(String typeName, Class<? extends Record> record) {
    if (!(schema.getType(typeName) instanceof GraphQLObjectType type)) {
      return Stream.empty();
    }
    Set<String> fetched = wiring.getDataFetchersForType(typeName).keySet();
    return Arrays.stream(record.getRecordComponents())
        .filter(component -> !fetched.contains(component.getName()))
        .flatMap(component -> pair(type.getFieldDefinition(component.getName()), component));
  }

  private static Stream<Pair> pair(
      @Nullable GraphQLFieldDefinition field, RecordComponent component) {
    if (field == null
        || !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLEnumType type)) {
      return Stream.empty();
    }
    return enumOf(component.getGenericType()).map(java -> new Pair(type, java));
  }

  /** The enum that a component is, or that its list is of. */
  private static Stream<Class<?>> enumOf(Type type) {
    return switch (type) {
      case Class<?> plain when plain.isEnum() -> Stream.of(plain);
      case ParameterizedType list ->
          Arrays.stream(list.getActualTypeArguments()).flatMap(EnumCheck::enumOf);
      default -> Stream.empty();
    };
  }

  private static Stream<String> unknownToSchema(Pair pair) {
    Set<String> known = pair.valuesOfSchema();
    return pair.valuesOfJava().stream()
        .filter(Predicate.not(known::contains))
        .map(
            value ->
                "The enum %s lacks %s, which %s has."
                    .formatted(pair.type().getName(), value, pair.java().getSimpleName()));
  }

  private static Stream<String> unknownToJava(GraphQLEnumType type, List<Pair> pairs) {
    Set<String> known =
        pairs.stream().flatMap(pair -> pair.valuesOfJava().stream()).collect(Collectors.toSet());
    return pairs.getFirst().valuesOfSchema().stream()
        .filter(Predicate.not(known::contains))
        .map(
            value ->
                "The enum %s has %s, which %s lacks."
                    .formatted(type.getName(), value, pairs.getFirst().java().getSimpleName()));
  }
}
