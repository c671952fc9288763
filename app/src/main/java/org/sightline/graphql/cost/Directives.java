package org.sightline.graphql.cost;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLAppliedDirectiveArgument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of directives that the schema applies. */
final class Directives {
  static final String COST = "cost";
  static final String LIST_SIZE = "listSize";

  private Directives() {}

  static <T> @Nullable T value(GraphQLAppliedDirective directive, String name, Class<T> type) {
    @Nullable GraphQLAppliedDirectiveArgument argument = directive.getArgument(name);
    @Nullable Object value = argument == null ? null : argument.getValue();
    return value == null ? null : type.cast(value);
  }

  static List<String> texts(GraphQLAppliedDirective directive, String name) {
    @Nullable List<?> values = value(directive, name, List.class);
    return values == null ? List.of() : values.stream().map(String::valueOf).toList();
  }

  /**
   * The weight that {@code @cost} gives.
   *
   * @param otherwise where there is none
   */
  static long weight(@Nullable GraphQLAppliedDirective cost, long otherwise) {
    @Nullable String weight = cost == null ? null : value(cost, "weight", String.class);
    return weight == null ? otherwise : Long.parseLong(weight);
  }
}
