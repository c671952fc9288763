package org.sightline.graphql.connection;

import java.util.Optional;

/** An item of a page, and the cursor to go on after it. */
public record Edge<T>(String cursor, T node) {
  /** The same place with another item, where there is one. */
  <R> Optional<Edge<R>> with(Optional<R> item) {
    return item.map(one -> new Edge<>(cursor, one));
  }
}
