package org.sightline.graphql;

import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A node source whose keys are whole numbers. A key that is none is nothing, and is not looked up.
 */
public record NumberedNodes(String typeName, IntFunction<Optional<?>> byNumber)
    implements NodeSource {
  @Override
  public Optional<?> find(String key) {
    try {
      return byNumber.apply(Integer.parseInt(key));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
