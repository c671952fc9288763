package org.sightline.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import java.util.Locale;

/** Stands in for the scalars, whose formats are the service's business. */
final class AnyText implements Coercing<String, String> {
  static final AnyText COERCING = new AnyText();

  private AnyText() {}

  @Override
  public String serialize(Object value, GraphQLContext context, Locale locale) {
    return value.toString();
  }

  @Override
  public String parseValue(Object input, GraphQLContext context, Locale locale) {
    return input.toString();
  }

  @Override
  public String parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    if (input instanceof StringValue text && text.getValue() != null) {
      return text.getValue();
    }
    throw new CoercingParseLiteralException("A text in double quotes is expected.");
  }

  @Override
  public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
    return StringValue.of(input.toString());
  }
}
