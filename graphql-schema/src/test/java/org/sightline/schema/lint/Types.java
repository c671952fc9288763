package org.sightline.schema.lint;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.stream.Stream;

/** The types of a schema, as the rules look at them. */
final class Types {
  private Types() {}

  /** A field, and the type that has it. */
  record At(GraphQLFieldsContainer type, GraphQLFieldDefinition field) {
    String path() {
      return type.getName() + "." + field.getName();
    }
  }

  /** The fields of all objects and interfaces. */
  static Stream<At> fields(GraphQLSchema schema) {
    return containers(schema)
        .flatMap(type -> type.getFieldDefinitions().stream().map(field -> new At(type, field)));
  }

  static Stream<GraphQLFieldsContainer> containers(GraphQLSchema schema) {
    return own(schema)
        .filter(GraphQLFieldsContainer.class::isInstance)
        .map(GraphQLFieldsContainer.class::cast);
  }

  /** All types but those of introspection. */
  static Stream<GraphQLNamedType> own(GraphQLSchema schema) {
    return schema.getAllTypesAsList().stream().filter(type -> !type.getName().startsWith("__"));
  }

  /** As it is written, such as {@code [Council!]!}. */
  static String text(GraphQLType type) {
    return GraphQLTypeUtil.simplePrint(type);
  }

  /** The name without lists and marks. */
  static String name(GraphQLType type) {
    return GraphQLTypeUtil.unwrapAllAs(type) instanceof GraphQLNamedType named
        ? named.getName()
        : text(type);
  }
}
