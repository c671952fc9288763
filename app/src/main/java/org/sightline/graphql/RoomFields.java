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
}
