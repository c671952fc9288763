package org.sightline.graphql.cost;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How long a list is taken to be, as one {@code @listSize} says it.
 *
 * @param assumedSize where no slicing argument says it
 * @param slicingArguments of which the largest decides
 * @param sizedFields the lists beneath the field that are meant; empty where it is the field itself
 * @param isSliceRequired whether exactly one slicing argument must be given
 */
record ListSize(
    long assumedSize,
    List<String> slicingArguments,
    List<String> sizedFields,
    boolean isSliceRequired) {

  /** How long a list is taken to be of which the schema says nothing. */
  static final long UNKNOWN = 10;

  static ListSize of(GraphQLAppliedDirective directive) {
    @Nullable Integer assumed = Directives.value(directive, "assumedSize", Integer.class);
    @Nullable Boolean required =
        Directives.value(directive, "requireOneSlicingArgument", Boolean.class);
    List<String> slicing = Directives.texts(directive, "slicingArguments");
    return new ListSize(
        assumed == null ? UNKNOWN : assumed,
        slicing,
        Directives.texts(directive, "sizedFields"),
        !slicing.isEmpty() && (required == null || required));
  }

  /** The length for these arguments, by name, after variables and defaults. */
  long size(
      GraphQLFieldDefinition field,
      Map<String, ? extends @Nullable Object> arguments,
      KnownSizes sizes) {
    return slicingArguments.stream()
        .map(name -> size(arguments.get(name), type(field, name), sizes))
        .flatMapToLong(OptionalLong::stream)
        .max()
        .orElse(assumedSize);
  }

  /** How many slicing arguments are given. */
  long given(Map<String, ? extends @Nullable Object> arguments) {
    return slicingArguments.stream().filter(name -> arguments.get(name) != null).count();
  }

  private static @Nullable GraphQLType type(GraphQLFieldDefinition field, String argument) {
    @Nullable GraphQLArgument found = field.getArgument(argument);
    return found == null ? null : found.getType();
  }

  /** A number is itself, a list has its entries, and an input chooses what its fields choose. */
  private static OptionalLong size(
      @Nullable Object value, @Nullable GraphQLType type, KnownSizes sizes) {
    return switch (value) {
      case Number number -> OptionalLong.of(Math.max(0, number.longValue()));
      case Collection<?> entries -> OptionalLong.of(entries.size());
      case Map<?, ?> input
          when type != null
              && GraphQLTypeUtil.unwrapNonNull(type) instanceof GraphQLInputObjectType known ->
          chosen(input, known, sizes);
      case null, default -> OptionalLong.empty();
    };
  }

  private static OptionalLong chosen(
      Map<?, ?> input, GraphQLInputObjectType type, KnownSizes sizes) {
    return input.entrySet().stream()
        .filter(given -> given.getValue() != null)
        .mapToLong(
            given ->
                chosen(given.getValue(), type.getField(given.getKey().toString()), type, sizes))
        .max();
  }

  private static long chosen(
      Object value, GraphQLInputObjectField field, GraphQLInputObjectType type, KnownSizes sizes) {
    return value instanceof Collection<?> entries
        ? entries.size()
        : sizes.chosen(type.getName(), field.getName(), value).orElseGet(() -> assumed(field));
  }

  private static long assumed(GraphQLInputObjectField field) {
    @Nullable GraphQLAppliedDirective directive = field.getAppliedDirective(Directives.LIST_SIZE);
    return directive == null ? UNKNOWN : of(directive).assumedSize();
  }
}
