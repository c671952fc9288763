package org.sightline.schema.lint;

import graphql.Directives;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.idl.ScalarInfo;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.schema.Elements;
import org.sightline.schema.Elements.Element;
import org.sightline.schema.Elements.Kind;
import org.sightline.schema.lint.Types.At;

/** What mutations, lists and connections look like, and that nothing lies about. */
final class Shapes {
  /** Null means something else than an empty list here: no narrowing, where empty is nobody. */
  private static final Set<String> NULL_IS_ALL =
      Set.of(
          "FrameworkWindow.grades",
          "Grant.indicators",
          "SharingAgreement.indicators",
          "SharingProtocol.indicators");

  /** Null stands in place of what is not there, so that an answer has the order of its ids. */
  private static final String HOLES_ARE_ANSWERS = "Query.nodes";

  private static final Pattern HOLE = Pattern.compile("[^!]]");

  private Shapes() {}

  static Stream<String> mutations(GraphQLSchema schema) {
    GraphQLObjectType mutation = schema.getMutationType();
    return mutation == null
        ? Stream.empty()
        : mutation.getFieldDefinitions().stream().flatMap(Shapes::mutation);
  }

  private static Stream<String> mutation(GraphQLFieldDefinition field) {
    String name = Character.toUpperCase(field.getName().charAt(0)) + field.getName().substring(1);
    String path = "Mutation." + field.getName();
    List<String> taken =
        field.getArguments().stream()
            .map(argument -> argument.getName() + ": " + Types.text(argument.getType()))
            .toList();
    String expected = "input: " + name + "Input!";
    Stream<String> input =
        taken.equals(List.of(expected))
            ? Stream.empty()
            : Stream.of(path + " takes " + taken + " and not " + expected + ".");
    return Stream.concat(input, payload(path, field));
  }

  private static Stream<String> payload(String path, GraphQLFieldDefinition field) {
    String given = Types.text(field.getType());
    if (!given.endsWith("Payload!")) {
      return Stream.of(path + " gives " + given + " and not a payload that is always there.");
    }
    String errors = typeOf(container(field.getType()), "errors");
    return errors.equals("[UserError!]!")
        ? Stream.empty()
        : Stream.of(path + " gives a payload whose errors are " + errors + ".");
  }

  private static GraphQLFieldsContainer container(GraphQLType type) {
    return (GraphQLFieldsContainer) GraphQLTypeUtil.unwrapAll(type);
  }

  private static String typeOf(GraphQLFieldsContainer type, String field) {
    @Nullable GraphQLFieldDefinition found = type.getFieldDefinition(field);
    return found == null ? "absent" : Types.text(found.getType());
  }

  /** An answer's list is always there, and so is what is in it; of an input's list the latter. */
  static Stream<String> lists(GraphQLSchema schema) {
    return Elements.of(schema).stream()
        .filter(element -> element.kind() != Kind.TYPE)
        .filter(element -> Types.text(element.type()).contains("["))
        .filter(element -> !NULL_IS_ALL.contains(element.path()))
        .filter(element -> !element.path().equals(HOLES_ARE_ANSWERS))
        .filter(element -> !isWhole(element))
        .map(element -> element.path() + " is " + Types.text(element.type()) + ": it has holes.");
  }

  private static boolean isWhole(Element element) {
    String type = Types.text(element.type());
    boolean isThere = type.endsWith("]!") || element.kind() != Kind.FIELD;
    return isThere && HOLE.matcher(type).results().findAny().isEmpty();
  }

  static Stream<String> connections(GraphQLSchema schema) {
    return Stream.concat(
        Types.containers(schema)
            .filter(type -> type.getName().endsWith("Connection"))
            .flatMap(type -> connection(schema, type)),
        Types.fields(schema)
            .filter(at -> Types.name(at.field().getType()).endsWith("Connection"))
            .flatMap(Shapes::paged));
  }

  private static Stream<String> connection(GraphQLSchema schema, GraphQLFieldsContainer type) {
    String edge = type.getName().replaceAll("Connection$", "Edge");
    Stream<String> own =
        Stream.of(
            has(type, "edges", "[" + edge + "!]!"),
            has(type, "pageInfo", "PageInfo!"),
            has(type, "totalCount", "Int!"));
    return Stream.concat(own, edge(schema, edge)).filter(sentence -> !sentence.isEmpty());
  }

  private static Stream<String> edge(GraphQLSchema schema, String name) {
    if (!(schema.getType(name) instanceof GraphQLFieldsContainer edge)) {
      return Stream.of("There is no type " + name + ".");
    }
    String node = edge.getFieldDefinition("node") == null ? name + " has no node." : "";
    return Stream.of(has(edge, "cursor", "String!"), node);
  }

  private static String has(GraphQLFieldsContainer type, String field, String expected) {
    String found = typeOf(type, field);
    return found.equals(expected)
        ? ""
        : "%s.%s is %s and not %s.".formatted(type.getName(), field, found, expected);
  }

  private static Stream<String> paged(At at) {
    return Stream.of(taking(at, "first", "Int"), taking(at, "after", "String"))
        .filter(sentence -> !sentence.isEmpty());
  }

  private static String taking(At at, String name, String type) {
    @Nullable GraphQLArgument argument = at.field().getArgument(name);
    return argument != null && Types.name(argument.getType()).equals(type)
        ? ""
        : at.path() + " does not take " + name + ": " + type + ".";
  }

  static Stream<String> unused(GraphQLSchema schema) {
    Set<String> used = new HashSet<>();
    Deque<GraphQLType> open = new ArrayDeque<>();
    Stream.of(schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType())
        .filter(Objects::nonNull)
        .forEach(open::add);
    schema.getDirectives().stream()
        .filter(directive -> !Directives.isBuiltInDirective(directive))
        .forEach(directive -> directive.getArguments().forEach(a -> open.add(a.getType())));
    while (!open.isEmpty()) {
      GraphQLType type = GraphQLTypeUtil.unwrapAll(open.pop());
      if (used.add(Types.name(type))) {
        follow(schema, type).forEach(open::add);
      }
    }
    return Types.own(schema)
        .map(GraphQLNamedType::getName)
        .filter(name -> !used.contains(name) && !ScalarInfo.isGraphqlSpecifiedScalar(name))
        .map(name -> "Nothing leads to the type " + name + ".");
  }

  private static Stream<GraphQLType> follow(GraphQLSchema schema, GraphQLType type) {
    return switch (type) {
      case GraphQLInterfaceType shared ->
          Stream.concat(
              ofFields(shared),
              Stream.ofNullable(schema.getImplementations(shared)).flatMap(List::stream));
      case GraphQLObjectType object -> ofFields(object);
      case GraphQLUnionType union -> union.getTypes().stream().map(GraphQLType.class::cast);
      case GraphQLInputObjectType input ->
          input.getFields().stream().map(GraphQLInputObjectField::getType);
      default -> Stream.empty();
    };
  }

  private static Stream<GraphQLType> ofFields(GraphQLImplementingType type) {
    return Stream.concat(
        type.getInterfaces().stream(),
        type.getFieldDefinitions().stream()
            .flatMap(
                field ->
                    Stream.concat(
                        Stream.of(field.getType()),
                        field.getArguments().stream().map(GraphQLArgument::getType))));
  }
}
