package org.sightline.access.sharing;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.TypeFields;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.IndicatorLoaders;

/** The fields that agreements, protocols and grants have in common. */
public final class ScopeFields {
  private ScopeFields() {}

  /** Adds what is shared. */
  public static <S> TypeFields<S> scope(TypeFields<S> fields, Function<S, Scope> scope) {
    return fields
        .field("datasets", one -> scope.apply(one).datasets())
        .field("periodsFrom", one -> scope.apply(one).periodsFrom())
        .field("periodsTo", one -> scope.apply(one).periodsTo())
        .link("indicators", (one, environment) -> indicators(scope.apply(one), environment));
  }

  /** Adds what is shared, and on which terms. */
  public static <S> TypeFields<S> terms(TypeFields<S> fields, Function<S, Terms> terms) {
    return scope(fields, one -> terms.apply(one).scope())
        .field("purpose", one -> terms.apply(one).purpose())
        .field("onwardPublication", one -> terms.apply(one).onwardPublication())
        .field("foiAnsweredBy", one -> terms.apply(one).foiAnsweredBy())
        .field("validFrom", one -> terms.apply(one).validFrom())
        .field("validTo", one -> terms.apply(one).validTo());
  }

  private static CompletableFuture<@Nullable List<Indicator>> indicators(
      Scope scope, DataFetchingEnvironment environment) {
    @Nullable List<Integer> ids = scope.indicatorIds();
    return ids == null
        ? CompletableFuture.completedFuture(null)
        : IndicatorLoaders.indicators(environment, ids).thenApply(found -> found);
  }
}
