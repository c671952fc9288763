package org.sightline.graphql.schema;

import graphql.Directives;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
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
import java.util.stream.Stream;

/** The types that no question leads to. */
record ReachCheck(GraphQLSchema schema) {

  Stream<String> findings() {
    Set<String> reached = reached();
    return schema.getAllTypesAsList().stream()
        .map(GraphQLNamedType::getName)
        .filter(name -> !name.startsWith("__") && !ScalarInfo.isGraphqlSpecifiedScalar(name))
        .filter(name -> !reached.contains(name))
        .map(name -> "No root field leads to the type " + name + ".");
  }

  private Set<String> reached() {
    Set<String> reached = new HashSet<>();
    Deque<GraphQLType> open = new ArrayDeque<>(roots().toList());
    while (!open.isEmpty()) {
      GraphQLNamedType type = GraphQLTypeUtil.unwrapAllAs(open.pop());
      if (reached.add(type.getName())) {
        next(type).forEach(open::add);
      }
    }
    return reached;
  }

  private Stream<GraphQLType> roots() {
    Stream<GraphQLType> operations =
        Stream.of(
                schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType())
            .filter(Objects::nonNull)
            .map(GraphQLType.class::cast);
    Stream<GraphQLType> ofDirectives =
        schema.getDirectives().stream()
            .filter(directive -> !Directives.isBuiltInDirective(directive))
            .flatMap(directive -> directive.getArguments().stream())
            .map(GraphQLArgument::getType);
    return Stream.concat(operations, ofDirectives);
  }

  private Stream<? extends GraphQLType> next(GraphQLNamedType type) {
    return switch (type) {
      case GraphQLInterfaceType shared ->
          Stream.concat(
              ofFields(shared),
              Stream.ofNullable(schema.getImplementations(shared)).flatMap(List::stream));
      case GraphQLImplementingType object -> ofFields(object);
      case GraphQLUnionType union -> union.getTypes().stream();
      case GraphQLInputObjectType input ->
          input.getFields().stream().map(GraphQLInputObjectField::getType);
      default -> Stream.empty();
    };
  }

  private static Stream<GraphQLType> ofFields(GraphQLImplementingType type) {
    Stream<GraphQLType> answers =
        type.getFieldDefinitions().stream().map(field -> (GraphQLType) field.getType());
    Stream<GraphQLType> arguments =
        type.getFieldDefinitions().stream()
            .flatMap(field -> field.getArguments().stream())
            .map(GraphQLArgument::getType);
    return Stream.of(answers, arguments, type.getInterfaces().stream()).flatMap(types -> types);
  }
}
