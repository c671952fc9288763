package org.sightline.graphql.cost;

import java.util.OptionalLong;

/** What is known, without reading anything, of lists that the schema can only assume a size of. */
@FunctionalInterface
public interface KnownSizes {
  /**
   * How many entries a field of an input chooses; empty where the schema's size is to be assumed.
   *
   * @param input the name of the input's type, such as CouncilGroup
   * @param field of the input, such as region
   * @param value what is asked for there, after variables
   */
  OptionalLong chosen(String input, String field, Object value);
}
