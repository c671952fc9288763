package org.sightline.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object type, each answered from the Java object that stands behind it. A field
 * that is a component of a record needs no line here.
 */
public final class TypeFields<S> {
  private final TypeRuntimeWiring.Builder wiring;

  private TypeFields(String typeName) {
    wiring = TypeRuntimeWiring.newTypeWiring(typeName);
  }

  /** The fields of a type whose values are of a class. */
  public static <S> TypeFields<S> of(String typeName, Class<S> source) {
    return new TypeFields<>(typeName);
  }

  /** A field that is read from the object. */
  public TypeFields<S> field(String name, Function<S, @Nullable Object> answer) {
    return fetch(name, (source, environment) -> answer.apply(source));
  }

  /** A field that has arguments. */
  public TypeFields<S> fetch(
      String name, BiFunction<S, DataFetchingEnvironment, @Nullable Object> answer) {
    wiring.dataFetcher(
        name,
        environment -> {
          S source = Objects.requireNonNull(environment.<S>getSource());
          return answer.apply(source, environment);
        });
    return this;
  }

  /** A field that is read through a loader. */
  public TypeFields<S> link(
      String name, BiFunction<S, DataFetchingEnvironment, ? extends CompletableFuture<?>> answer) {
    DataFetcher<CompletableFuture<?>> fetcher =
        environment -> {
          S source = Objects.requireNonNull(environment.<S>getSource());
          return answer.apply(source, environment);
        };
    wiring.dataFetcher(name, fetcher);
    return this;
  }

  /** For {@code RuntimeWiring.Builder.type}. */
  public TypeRuntimeWiring.Builder wiring() {
    return wiring;
  }
}
