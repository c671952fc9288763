package org.sightline.schema;

import graphql.Directives;
import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.idl.ScalarInfo;
import java.util.ArrayList;
import java.util.List;

/** Everything of a schema that has a name and a description, apart from GraphQL's own. */
public final class Elements {
  private final List<Element> found = new ArrayList<>();

  private Elements() {}

  /** What an element is. */
  public enum Kind {
    TYPE,
    FIELD,
    ARGUMENT,
    INPUT_FIELD,
    ENUM_VALUE,
    DIRECTIVE
  }

  /**
   * One element.
   *
   * @param path its name with those it stands under, such as {@code Query.council(code)}
   * @param type of a field or value its type, of an enum value its enum, of a directive a text
   * @param description empty when there is none
   */
  public record Element(
      Kind kind, String path, String name, GraphQLType type, String description) {}

  public static List<Element> of(GraphQLSchema schema) {
    Elements elements = new Elements();
    schema.getAllTypesAsList().stream()
        .filter(type -> !type.getName().startsWith("__"))
        .filter(type -> !ScalarInfo.isGraphqlSpecifiedScalar(type.getName()))
        .forEach(elements::type);
    schema.getDirectives().stream()
        .filter(directive -> !Directives.isBuiltInDirective(directive))
        .forEach(elements::directive);
    return elements.found;
  }

  private void type(GraphQLNamedType type) {
    add(Kind.TYPE, type.getName(), type, type);
    switch (type) {
      case GraphQLFieldsContainer container ->
          container.getFieldDefinitions().forEach(field -> field(type, field));
      case GraphQLInputObjectType input ->
          input.getFields().forEach(field -> inputField(type, field));
      case GraphQLEnumType choice -> choice.getValues().forEach(value -> enumValue(type, value));
      default -> {}
    }
  }

  private void field(GraphQLNamedType type, GraphQLFieldDefinition field) {
    String path = type.getName() + "." + field.getName();
    add(Kind.FIELD, path, field, field.getType());
    field.getArguments().forEach(argument -> argument(path, argument));
  }

  private void directive(GraphQLDirective directive) {
    String path = "@" + directive.getName();
    add(Kind.DIRECTIVE, path, directive, Scalars.GraphQLString);
    directive.getArguments().forEach(argument -> argument(path, argument));
  }

  private void argument(String path, GraphQLArgument argument) {
    add(Kind.ARGUMENT, path + "(" + argument.getName() + ")", argument, argument.getType());
  }

  private void inputField(GraphQLNamedType type, GraphQLInputObjectField field) {
    add(Kind.INPUT_FIELD, type.getName() + "." + field.getName(), field, field.getType());
  }

  private void enumValue(GraphQLNamedType type, GraphQLEnumValueDefinition value) {
    add(Kind.ENUM_VALUE, type.getName() + "." + value.getName(), value, type);
  }

  private void add(
      Kind kind, String path, GraphQLNamedSchemaElement element, GraphQLType type) {
    String description = element.getDescription();
    found.add(
        new Element(
            kind, path, element.getName(), type, description == null ? "" : description));
  }
}
