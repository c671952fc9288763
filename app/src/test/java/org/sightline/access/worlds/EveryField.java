package org.sightline.access.worlds;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Documents that select every field there is, made from the schema: a new field is asked without a
 * word here, and one that needs an argument fails until it has one.
 */
final class EveryField {
  /** Reference data that everybody may read, and why. Of these only the key is selected. */
  static final Map<String, String> PUBLIC_TYPES =
      Map.ofEntries(
          Map.entry("Country", "England, in tables that have no owner"),
          Map.entry("Region", "a region, in tables that have no owner"),
          Map.entry("Council", "a council, in tables that have no owner"),
          Map.entry("JointReturn", "councils that report together, in tables that have no owner"),
          Map.entry("Attribute", "what councils are, in tables that have no owner"),
          Map.entry("DatedCode", "an area's code, in a table that has no owner"),
          Map.entry("Neighbour", "published neighbour models"),
          Map.entry("NeighbourModel", "published neighbour models"));

  /**
   * Fields of public types that can show tenant data, by the one field under which they are asked.
   */
  private static final Map<String, List<String>> DOORS =
      Map.of("Query.council", List.of("profile", "timeline"));

  /** What a timeline leads to has root fields of its own, where everything of it is asked. */
  private static final List<String> BEHIND_TIMELINES =
      List.of("Inspection", "Intervention", "Plan", "StatusReport", "Review", "Observation");

  private final GraphQLSchema schema;
  private final Map<String, String> arguments;
  private final Set<String> selected = new TreeSet<>();

  /**
   * Documents of a schema.
   *
   * @param arguments what fields are asked with, in brackets, by coordinate such as {@code
   *     Query.trend}
   */
  EveryField(GraphQLSchema schema, Map<String, String> arguments) {
    this.schema = schema;
    this.arguments = arguments;
  }

  /** The selection of everything under one field of the query type, arguments included. */
  String rootField(String name) {
    GraphQLFieldDefinition field = schema.getQueryType().getFieldDefinition(name);
    return name + selection("Query", field, new HashSet<>());
  }

  /**
   * The same, where it answers one of several kinds of things: one selection for each kind, because
   * all in one would be longer than a document may be.
   */
  List<String> rootFieldByKind(String name) {
    GraphQLFieldDefinition field = schema.getQueryType().getFieldDefinition(name);
    if (DOORS.containsKey("Query." + name)) {
      return doors("Query." + name, field).map(door -> behind(name, field, door)).toList();
    }
    List<GraphQLObjectType> kinds = possible(typeOf(field));
    if (kinds.isEmpty()) {
      return List.of(rootField(name));
    }
    selected.add("Query." + name);
    fields(typeOf(field))
        .forEach(own -> selected.add(typeOf(field).getName() + "." + own.getName()));
    String asked = name + arguments.getOrDefault("Query." + name, "");
    return kinds.stream()
        .map(
            kind ->
                "%s { __typename ... on %s%s }"
                    .formatted(asked, kind.getName(), ofKind(kind, List.of(kind), new HashSet<>())))
        .toList();
  }

  private String behind(String name, GraphQLFieldDefinition field, GraphQLFieldDefinition door) {
    selected.add("Query." + name);
    Set<String> expanded =
        new HashSet<>(door.getName().equals("timeline") ? BEHIND_TIMELINES : List.of());
    GraphQLNamedOutputType type = typeOf(field);
    return "%s%s { %s %s%s }"
        .formatted(
            name,
            arguments.getOrDefault("Query." + name, ""),
            keyOf(type),
            door.getName(),
            selection(type.getName(), door, expanded));
  }

  /** Coordinates that the selections made so far have. */
  Set<String> selected() {
    return selected;
  }

  /** Coordinates of every type that a query can reach and that is not public. */
  Set<String> reachable() {
    Set<String> coordinates = new TreeSet<>();
    Set<String> seen = new HashSet<>(List.of("Query"));
    Queue<GraphQLNamedOutputType> open = new ArrayDeque<>(List.of(schema.getQueryType()));
    while (!open.isEmpty()) {
      GraphQLNamedOutputType type = open.remove();
      for (GraphQLFieldDefinition field : fields(type)) {
        coordinates.add(type.getName() + "." + field.getName());
      }
      doors(type).forEach(door -> coordinates.add("Council." + door.getName()));
      Stream.of(
              fields(type).stream().map(EveryField::typeOf),
              possible(type).stream(),
              doors(type).map(EveryField::typeOf))
          .flatMap(next -> next)
          .filter(next -> !PUBLIC_TYPES.containsKey(next.getName()) && seen.add(next.getName()))
          .forEach(open::add);
    }
    return coordinates;
  }

  private String selection(String parent, GraphQLFieldDefinition field, Set<String> expanded) {
    String coordinate = parent + "." + field.getName();
    selected.add(coordinate);
    String asked = arguments.getOrDefault(coordinate, "");
    boolean needsMore =
        field.getArguments().stream()
            .anyMatch(
                argument ->
                    GraphQLTypeUtil.isNonNull(argument.getType())
                        && !argument.hasSetDefaultValue()
                        && !asked.contains(argument.getName() + ":"));
    if (needsMore) {
      throw new AssertionError(coordinate + " needs an argument: add it to the documents.");
    }
    return asked + selectionOf(typeOf(field), expanded);
  }

  private static Stream<GraphQLFieldDefinition> doors(
      String coordinate, GraphQLFieldDefinition field) {
    return DOORS.getOrDefault(coordinate, List.of()).stream()
        .map(
            name ->
                fields(typeOf(field)).stream()
                    .filter(one -> one.getName().equals(name))
                    .findFirst()
                    .orElseThrow());
  }

  /** The fields of public types that are asked under a type's own. */
  private static Stream<GraphQLFieldDefinition> doors(GraphQLNamedOutputType type) {
    return fields(type).stream()
        .filter(field -> DOORS.containsKey(type.getName() + "." + field.getName()))
        .flatMap(field -> doors(type.getName() + "." + field.getName(), field));
  }

  private String selectionOf(GraphQLNamedOutputType type, Set<String> expanded) {
    if (fields(type).isEmpty() && possible(type).isEmpty()) {
      return "";
    }
    if (PUBLIC_TYPES.containsKey(type.getName())) {
      return " { %s }".formatted(keyOf(type));
    }
    boolean isFirst = expanded.add(type.getName());
    String own =
        fields(type).stream()
            .filter(field -> isFirst || isLeaf(field))
            .map(field -> field.getName() + selection(type.getName(), field, expanded))
            .collect(Collectors.joining(" "));
    List<GraphQLObjectType> kinds = possible(type);
    String ofKinds =
        kinds.stream()
            .map(kind -> " ... on %s%s".formatted(kind.getName(), ofKind(kind, kinds, expanded)))
            .collect(Collectors.joining());
    return " { __typename " + own + ofKinds + " }";
  }

  private String ofKind(
      GraphQLObjectType kind, List<GraphQLObjectType> kinds, Set<String> expanded) {
    if (PUBLIC_TYPES.containsKey(kind.getName())) {
      return " { %s_key: %s }".formatted(kind.getName(), keyOf(kind));
    }
    boolean isFirst = expanded.add(kind.getName());
    return fields(kind).stream()
        .filter(field -> isFirst || isLeaf(field))
        .map(
            field ->
                alias(kind, field, kinds)
                    + field.getName()
                    + selection(kind.getName(), field, expanded))
        .collect(Collectors.joining(" ", " { ", " }"));
  }

  /** Kinds have fields of one name and of different types: these are asked by another name. */
  private static String alias(
      GraphQLObjectType kind, GraphQLFieldDefinition field, List<GraphQLObjectType> kinds) {
    long types =
        kinds.stream()
            .map(other -> other.getFieldDefinition(field.getName()))
            .filter(Objects::nonNull)
            .map(other -> GraphQLTypeUtil.simplePrint(other.getType()))
            .distinct()
            .count();
    return types == 1 ? "" : "%s_%s: ".formatted(kind.getName(), field.getName());
  }

  private static String keyOf(GraphQLNamedOutputType type) {
    return type.getName().equals("Neighbour") ? "rank" : "code";
  }

  private static boolean isLeaf(GraphQLFieldDefinition field) {
    boolean needsArguments =
        field.getArguments().stream()
            .anyMatch(argument -> GraphQLTypeUtil.isNonNull(argument.getType()));
    return GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType())) && !needsArguments;
  }

  private static GraphQLNamedOutputType typeOf(GraphQLFieldDefinition field) {
    return (GraphQLNamedOutputType)
        Objects.requireNonNull(GraphQLTypeUtil.unwrapAll(field.getType()));
  }

  private static List<GraphQLFieldDefinition> fields(GraphQLNamedOutputType type) {
    return switch (type) {
      case GraphQLObjectType object -> object.getFieldDefinitions();
      case GraphQLInterfaceType abstraction -> abstraction.getFieldDefinitions();
      default -> List.of();
    };
  }

  private List<GraphQLObjectType> possible(GraphQLNamedOutputType type) {
    if (type instanceof GraphQLInterfaceType abstraction) {
      return Objects.requireNonNull(schema.getImplementations(abstraction));
    }
    return type instanceof GraphQLUnionType union
        ? union.getTypes().stream().map(kind -> (GraphQLObjectType) kind).toList()
        : List.of();
  }
}
