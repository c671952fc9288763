package org.sightline.graphql.connection;

import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.sightline.graphql.TypeFields;

/**
 * One page of a list.
 *
 * @param total counts the items of all pages, when it is asked for and then once
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
    return of(page, read, cursor, Optional::of, total);
  }

  /**
   * The page of some places, whose items are read by them. A place whose item is not there counts:
   * whether and from where it goes on is said by the places.
   *
   * @param places in their order from the page's start on, {@link PageRequest#toRead()} at most
   * @param item of a place; nothing where the page leaves it out
   * @param total is asked once at most
   */
  public static <P, T> Connection<T> of(
      PageRequest page,
      List<P> places,
      Function<P, Cursor> cursor,
      Function<P, Optional<T>> item,
      LongSupplier total) {
    List<Edge<P>> all =
        places.stream()
            .limit(page.first())
            .map(place -> new Edge<>(page.cursors().text(cursor.apply(place)), place))
            .toList();
    PageInfo info =
        new PageInfo(
            places.size() > page.first(),
            page.after().isPresent(),
            all.isEmpty() ? null : all.getFirst().cursor(),
            all.isEmpty() ? null : all.getLast().cursor());
    return new Connection<>(
        all.stream().flatMap(edge -> edge.with(item.apply(edge.node())).stream()).toList(),
        info,
        new Once<>(total::getAsLong)::get);
  }

  /** The same page with other items; a place of which nothing is made is left out. */
  public <R> Connection<R> map(Function<T, Optional<R>> item) {
    return new Connection<>(
        edges.stream().flatMap(edge -> edge.with(item.apply(edge.node())).stream()).toList(),
        pageInfo,
        total);
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
