package org.sightline.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each different thing a number, from 1, in the order in which they come. */
final class Numbering<T> {
  private final Map<T, Integer> numbers = new HashMap<>();
  private final List<T> things = new ArrayList<>();

  int of(T thing) {
    return numbers.computeIfAbsent(
        thing,
        added -> {
          things.add(added);
          return things.size();
        });
  }

  int size() {
    return things.size();
  }

  /** The things; the first has number 1. */
  List<T> things() {
    return List.copyOf(things);
  }
}
