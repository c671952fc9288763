package org.sightline.graphql.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;
import java.util.function.Function;

/**
 * A scalar that is a JSON text outside and one Java class inside.
 *
 * @param format what a right text looks like, to follow "is not ... : "
 * @param parse throws any {@link RuntimeException} when the text is malformed
 * @param write what an answer says
 */
record TextScalar<T>(
    String name, String format, Class<T> type, Function<String, T> parse, Function<T, String> write)
    implements Coercing<T, String> {

  /** One whose values say themselves. */
  TextScalar(String name, String format, Class<T> type, Function<String, T> parse) {
    this(name, format, type, parse, Object::toString);
  }

  GraphQLScalarType scalar() {
    return GraphQLScalarType.newScalar().name(name).coercing(this).build();
  }

  @Override
  public String serialize(Object value, GraphQLContext context, Locale locale) {
    if (!type.isInstance(value)) {
      throw new CoercingSerializeException(
          name + " is served from a " + type.getSimpleName() + ", not " + value.getClass());
    }
    return write.apply(type.cast(value));
  }

  @Override
  public T parseValue(Object input, GraphQLContext context, Locale locale) {
    if (!(input instanceof String text)) {
      throw new CoercingParseValueException(wrong(String.valueOf(input)));
    }
    try {
      return parse.apply(text);
    } catch (RuntimeException e) {
      throw new CoercingParseValueException(wrong(text), e);
    }
  }

  @Override
  public T parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    if (!(input instanceof StringValue text)) {
      throw new CoercingParseLiteralException(
          "A " + name + " is written as a text in double quotes: " + format + ".");
    }
    String written = String.valueOf(text.getValue());
    try {
      return parse.apply(written);
    } catch (RuntimeException e) {
      throw new CoercingParseLiteralException(wrong(written), e);
    }
  }

  @Override
  public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
    return StringValue.of(
        type.isInstance(input) ? write.apply(type.cast(input)) : input.toString());
  }

  private String wrong(String text) {
    String shown = text.length() <= 60 ? text : text.substring(0, 60) + "...";
    return "'" + shown + "' is not a " + name + ": " + format + ".";
  }
}
