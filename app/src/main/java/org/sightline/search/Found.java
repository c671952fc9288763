package org.sightline.search;

import java.util.function.Function;
import java.util.function.Supplier;
import org.sightline.graphql.connection.Connection;

/**
 * A page of what was found, and what is counted over all pages.
 *
 * @param facets made of a tally when they are asked for
 */
record Found<T, F>(Connection<Hit<T>> page, Supplier<Tally> tally, Function<Tally, F> facets) {
  F facetsOfTally() {
    return facets.apply(tally.get());
  }
}
