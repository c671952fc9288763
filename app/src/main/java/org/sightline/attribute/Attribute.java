package org.sightline.attribute;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that a council can be or have, one value at a time.
 *
 * @param allowedValues in their order; empty where any text may be a value
 * @param ordered whether they go from one end of a scale to the other
 * @param givenValues those that some council has ever had, by name
 * @param source who says it
 */
record Attribute(
    String code,
    String name,
    String description,
    List<String> allowedValues,
    boolean ordered,
    List<String> givenValues,
    String source) {
  Attribute {
    allowedValues = List.copyOf(allowedValues);
    givenValues = List.copyOf(givenValues);
  }

  /** Those that may be asked for. */
  List<String> knownValues() {
    return allowedValues.isEmpty() ? givenValues : allowedValues;
  }

  /** The value as it stands, whatever the capitals; nothing where it is none. */
  Optional<String> find(String asked) {
    return Stream.concat(allowedValues.stream(), givenValues.stream())
        .filter(known -> known.equalsIgnoreCase(asked.strip()))
        .findFirst();
  }
}
