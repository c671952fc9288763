package org.sightline.graphql.document;

import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Suggestions;

/** Says what is wrong with the variables that came with a valid document. */
public final class VariableMistakes {
  private VariableMistakes() {}

  /** One error per wrong variable, at most ten; empty when nothing is found wrong. */
  public static List<GraphQLError> find(
      GraphQLSchema schema,
      Document document,
      @Nullable String operationName,
      Map<String, ? extends @Nullable Object> variables) {
    List<GraphQLError> errors = new ArrayList<>();
    for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
      if (operationName == null || operationName.equals(operation.getName())) {
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
          mistake(schema, variable, variables)
              .map(sentence -> Refusals.wrong(sentence, variable.getSourceLocation()))
              .ifPresent(errors::add);
        }
      }
    }
    return errors.stream().limit(10).toList();
  }

  private static Optional<String> mistake(
      GraphQLSchema schema,
      VariableDefinition variable,
      Map<String, ? extends @Nullable Object> variables) {
    String name = variable.getName();
    GraphQLType type = type(schema, variable.getType());
    if (type == null) {
      return Optional.empty();
    }
    if (variables.containsKey(name)) {
      return InputMistakes.find(variables.get(name), type, "$" + name);
    }
    boolean needed = type instanceof GraphQLNonNull && variable.getDefaultValue() == null;
    return needed
        ? Optional.of(
            "The variable '$%s' (%s) is not given.%s"
                .formatted(
                    name,
                    Sentences.typeText(type),
                    Suggestions.nearest(name, variables.keySet(), 1).stream()
                        .findFirst()
                        .map(near -> " Is it what is sent as '" + near + "'?")
                        .orElse("")))
        : Optional.empty();
  }

  private static @Nullable GraphQLType type(GraphQLSchema schema, Type<?> type) {
    return switch (type) {
      case NonNullType nonNull -> {
        GraphQLType wrapped = type(schema, nonNull.getType());
        yield wrapped == null ? null : GraphQLNonNull.nonNull(wrapped);
      }
      case ListType list -> {
        GraphQLType wrapped = type(schema, list.getType());
        yield wrapped == null ? null : GraphQLList.list(wrapped);
      }
      case TypeName name -> schema.getType(name.getName());
      default -> null;
    };
  }
}
