package org.sightline.graphql;

import graphql.schema.idl.RuntimeWiring;
import java.util.Map;

/**
 * What one room answers of the schema: its fetchers and type resolvers. Every bean of this type is
 * wired.
 */
public interface RoomFields {
  /**
   * Adds the room's fetchers and type resolvers. Wiring something the schema does not have fails at
   * start.
   */
  void wire(RuntimeWiring.Builder wiring);

  /**
   * The records that stand behind object types of the schema, by type name. At start each field of
   * such a type must have a fetcher or a record component of its name.
   */
  default Map<String, Class<? extends Record>> records() {
    return Map.of();
  }

  /**
   * The enums of Java that stand for enums of the schema, by the schema's name. At start both must
   * have the same values. Each enum of the schema is declared once, unless a record of {@link
   * #records()} holds it under the name of a field.
   */
  default Map<String, Class<? extends Enum<?>>> enums() {
    return Map.of();
  }
}
