package org.sightline.graphql.document;

import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Field;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.BadUserInput;

/**
 * Says what is wrong with a field's arguments although the document is valid and so is each
 * variable: one is null, or not sent, where its place takes no null.
 */
public final class ArgumentMistakes {
  private ArgumentMistakes() {}

  /**
   * Looks for nulls that the engine itself would meet only as its own fault, or not at all.
   *
   * @throws BadUserInput when a variable is null where its place takes none
   */
  public static void refuse(
      Field field,
      GraphQLFieldDefinition definition,
      Map<String, ? extends @Nullable Object> variables) {
    for (Argument argument : field.getArguments()) {
      if (holdsNothing(argument.getValue(), variables)) {
        mistake(argument, definition, variables)
            .ifPresent(
                mistake -> {
                  throw mistake;
                });
      }
    }
  }

  private static boolean holdsNothing(
      Value<?> value, Map<String, ? extends @Nullable Object> variables) {
    return switch (value) {
      case VariableReference variable -> variables.get(variable.getName()) == null;
      case ArrayValue array ->
          array.getValues().stream().anyMatch(one -> holdsNothing(one, variables));
      case ObjectValue object ->
          object.getObjectFields().stream()
              .anyMatch(one -> holdsNothing(one.getValue(), variables));
      default -> false;
    };
  }

  /**
   * What the caller is told for what was thrown when a field's arguments were put together.
   *
   * @param variables after their defaults; what was not sent is absent
   * @return the same where it is no mistake of the caller's
   */
  public static RuntimeException explained(
      GraphQLException thrown,
      Field field,
      GraphQLFieldDefinition definition,
      Map<String, ? extends @Nullable Object> variables) {
    if (!(thrown instanceof GraphQLError)) {
      return thrown;
    }
    return field.getArguments().stream()
        .flatMap(argument -> mistake(argument, definition, variables).stream())
        .findFirst()
        .orElseGet(
            () ->
                new BadUserInput(
                    "The variables do not fit the arguments of '%s'.".formatted(field.getName())));
  }

  private static Optional<BadUserInput> mistake(
      Argument argument,
      GraphQLFieldDefinition field,
      Map<String, ? extends @Nullable Object> variables) {
    String name = argument.getName();
    @Nullable GraphQLArgument definition = field.getArgument(name);
    Value<?> value = argument.getValue();
    if (definition == null || isNotSent(value, variables)) {
      return Optional.empty();
    }
    return InputMistakes.find(filledIn(value, variables), definition.getType(), name)
        .map(sentence -> new BadUserInput(sentence, name));
  }

  /** A written value whose variables are null where they are; the others stay as written. */
  private static @Nullable Object filledIn(
      Value<?> value, Map<String, ? extends @Nullable Object> variables) {
    return switch (value) {
      case VariableReference variable ->
          variables.get(variable.getName()) == null ? null : variable;
      case ArrayValue array -> {
        List<@Nullable Object> values = new ArrayList<>();
        array.getValues().forEach(one -> values.add(filledIn(one, variables)));
        yield values;
      }
      case ObjectValue object -> {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (ObjectField field : object.getObjectFields()) {
          if (!isNotSent(field.getValue(), variables)) {
            fields.put(field.getName(), filledIn(field.getValue(), variables));
          }
        }
        yield fields;
      }
      default -> InputMistakes.plain(value);
    };
  }

  private static boolean isNotSent(
      Value<?> value, Map<String, ? extends @Nullable Object> variables) {
    return value instanceof VariableReference variable
        && !variables.containsKey(variable.getName());
  }
}
