package org.sightline.graphql;

import java.util.Map;

/**
 * What a room lets one query ask of it in all, over aliases and fragments. Every bean of this type
 * is asked before a query takes a connection.
 */
public interface OperationLimit {
  /** The limit's name for programs, such as {@code benchmarks}. */
  String name();

  /** How much one query may ask for. */
  int most();

  /** What is said of a query that asks for more, with one place for how much it may. */
  String sentence();

  /**
   * How much a field of the query asks for, 0 where it is nothing to the room.
   *
   * @param field such as {@code benchmarks}
   * @param arguments by name, after variables and defaults
   */
  int cost(String field, Map<String, Object> arguments);
}
