package org.sightline.graphql.connection;

import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.sightline.graphql.TypeFields;

/**
 * One page of a list.
 *
 * @param total counts the items of all pages, only when it is asked for
 */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, LongSupplier total) {

  /**
   * The page of what was read.
   *
   * @param read the items in their order from the page's start on, {@link PageRequest#toRead()} at
   *     most
   */
  public static <T> Connection<T> of(
      PageRequest page, List<T> read, Function<T, Cursor> cursor, LongSupplier total) {
    List<Edge<T>> edges =
        read.stream()
            .limit(page.first())
            .map(item -> new Edge<>(page.cursors().text(cursor.apply(item)), item))
            .toList();
    PageInfo info =
        new PageInfo(
            read.size() > page.first(),
            page.after().isPresent(),
            edges.isEmpty() ? null : edges.getFirst().cursor(),
            edges.isEmpty() ? null : edges.getLast().cursor());
    return new Connection<>(edges, info, total);
  }

  /** Wires the type {@code XConnection}. */
  public static void wire(RuntimeWiring.Builder wiring, String item) {
    wiring.type(
        TypeFields.of(item + "Connection", Connection.class)
            .field("totalCount", connection -> connection.total().getAsLong())
            .wiring());
  }

  /** The records behind the types of a connection, for {@code RoomFields.records}. */
  public static Map<String, Class<? extends Record>> records(String item) {
    return Map.of(
        item + "Connection",
        Connection.class,
        item + "Edge",
        Edge.class,
        "PageInfo",
        PageInfo.class);
  }
}
