package org.sightline.graphql;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A node source whose keys are whole numbers. A key that is none, or is not written as we write it,
 * is nothing, and is not looked up.
 */
public record NumberedNodes(
    String typeName, Function<Collection<Integer>, ? extends Map<Integer, ?>> byNumber)
    implements NodeSource {
  @Override
  public Map<String, ?> find(Collection<String> keys) {
    List<Integer> numbers = keys.stream().flatMap(key -> number(key).stream()).distinct().toList();
    Map<String, Object> found = new HashMap<>();
    if (!numbers.isEmpty()) {
      byNumber.apply(numbers).forEach((number, one) -> found.put(String.valueOf(number), one));
    }
    return found;
  }

  private static Optional<Integer> number(String key) {
    try {
      return Optional.of(Integer.valueOf(key)).filter(one -> one.toString().equals(key));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
