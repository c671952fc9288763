package org.sightline.graphql.document;

import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.EnumValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Suggestions;

/** Says what is wrong with a value, written in a document or sent as a variable. */
final class InputMistakes {
  private InputMistakes() {}

  /** A written value with its lists and objects as Java's; what they hold stays as written. */
  static @Nullable Object plain(@Nullable Value<?> value) {
    return switch (value) {
      case null -> null;
      case NullValue nothing -> null;
      case ArrayValue array -> {
        List<@Nullable Object> values = new ArrayList<>();
        array.getValues().forEach(one -> values.add(plain(one)));
        yield values;
      }
      case ObjectValue object -> {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (ObjectField field : object.getObjectFields()) {
          fields.put(field.getName(), plain(field.getValue()));
        }
        yield fields;
      }
      default -> value;
    };
  }

  /**
   * The first mistake.
   *
   * @param where what the value is called in the sentence, such as {@code group.region}
   */
  static Optional<String> find(@Nullable Object value, GraphQLType type, String where) {
    if (value instanceof VariableReference) {
      return Optional.empty();
    }
    return switch (type) {
      case GraphQLNonNull nonNull ->
          value == null
              ? Optional.of("'%s' may not be null.".formatted(where))
              : find(value, nonNull.getWrappedType(), where);
      case GraphQLType any when value == null -> Optional.empty();
      case GraphQLList list -> inList(value, list.getWrappedType(), where);
      case GraphQLInputObjectType input -> inObject(value, input, where);
      case GraphQLEnumType choice -> inEnum(value, choice, where);
      case GraphQLScalarType scalar -> inScalar(value, scalar, where);
      default -> Optional.empty();
    };
  }

  private static Optional<String> inList(Object value, GraphQLType type, String where) {
    if (!(value instanceof List<?> values)) {
      return find(value, type, where);
    }
    for (int i = 0; i < values.size(); i++) {
      Optional<String> mistake = find(values.get(i), type, where + "[" + i + "]");
      if (mistake.isPresent()) {
        return mistake;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> inObject(
      Object value, GraphQLInputObjectType type, String where) {
    List<String> names = Sentences.names(type.getFields());
    if (!(value instanceof Map<?, ?> given)) {
      return Optional.of(
          "'%s' is a %s, written { ... } with: %s."
              .formatted(where, type.getName(), Sentences.list(names)));
    }
    for (Object key : given.keySet()) {
      String name = String.valueOf(key);
      if (!names.contains(name)) {
        return Optional.of(
            "'%s' (%s) has no field '%s'.%s It has: %s."
                .formatted(
                    where,
                    type.getName(),
                    name,
                    Suggestions.didYouMean(name, names),
                    Sentences.list(names)));
      }
    }
    if (type.isOneOf() && given.size() != 1) {
      return Optional.of(
          "Choose exactly one of these for '%s': %s. %d are given."
              .formatted(where, Sentences.list(names), given.size()));
    }
    return type.getFields().stream()
        .flatMap(field -> inField(given, field, type, where).stream())
        .findFirst();
  }

  private static Optional<String> inField(
      Map<?, ?> given, GraphQLInputObjectField field, GraphQLInputObjectType type, String where) {
    String name = field.getName();
    if (given.containsKey(name)) {
      boolean nullChoice = type.isOneOf() && given.get(name) == null;
      return nullChoice
          ? Optional.of("'%s.%s' may not be null.".formatted(where, name))
          : find(given.get(name), field.getType(), where + "." + name);
    }
    boolean needed = GraphQLTypeUtil.isNonNull(field.getType()) && !field.hasSetDefaultValue();
    return needed
        ? Optional.of(
            "'%s' (%s) needs '%s' (%s)."
                .formatted(where, type.getName(), name, Sentences.typeText(field.getType())))
        : Optional.empty();
  }

  private static Optional<String> inEnum(Object value, GraphQLEnumType type, String where) {
    List<String> names =
        type.getValues().stream().map(GraphQLEnumValueDefinition::getName).toList();
    if (value instanceof StringValue quoted) {
      return Optional.of(
          "'%s' is a %s, written without quotes.%s It is one of: %s."
              .formatted(
                  where,
                  type.getName(),
                  Suggestions.didYouMean(String.valueOf(quoted.getValue()), names),
                  Sentences.list(names)));
    }
    String asked = value instanceof EnumValue written ? written.getName() : shown(value);
    return names.contains(asked)
        ? Optional.empty()
        : Optional.of(
            "'%s' has no %s '%s'.%s It is one of: %s."
                .formatted(
                    where,
                    type.getName(),
                    asked,
                    Suggestions.didYouMean(asked, names),
                    Sentences.list(names)));
  }

  private static Optional<String> inScalar(Object value, GraphQLScalarType type, String where) {
    try {
      coerce(value, type);
      return Optional.empty();
    } catch (GraphQLException e) {
      String reason = String.valueOf(e.getMessage());
      String end = reason.endsWith(".") ? "" : ".";
      return Optional.of("'%s': %s%s".formatted(where, reason, end));
    }
  }

  private static void coerce(Object value, GraphQLScalarType type) {
    GraphQLContext context = GraphQLContext.getDefault();
    if (value instanceof Value<?> written) {
      Object _ =
          type.getCoercing()
              .parseLiteral(written, CoercedVariables.emptyVariables(), context, Locale.ROOT);
    } else {
      Object _ = type.getCoercing().parseValue(value, context, Locale.ROOT);
    }
  }

  private static String shown(Object value) {
    String text = value instanceof Value<?> ? value.getClass().getSimpleName() : value.toString();
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }
}
