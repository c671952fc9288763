package org.sightline.graphql.connection;

import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.BadUserInput;

/**
 * Which page of a list.
 *
 * @param first how many items, 1 to 100
 * @param after nothing for the first page
 * @param cursors writes those of the page's items
 */
public record PageRequest(int first, Optional<Cursor> after, Cursors cursors) {
  private static final int LONGEST = 100;

  public PageRequest {
    first = requireLength(first);
  }

  /**
   * The length, where a page may have it.
   *
   * @throws BadUserInput where it may not
   */
  public static int requireLength(int first) {
    if (first < 1 || first > LONGEST) {
      throw new BadUserInput(
          "A page has 1 to %d items: first is %d.".formatted(LONGEST, first), "first");
    }
    return first;
  }

  /**
   * The page that a field is asked for by its arguments first and after. A cursor holds for the
   * field's other arguments only.
   *
   * @param list the root field
   * @throws BadUserInput when one of them is wrong
   */
  public static PageRequest of(DataFetchingEnvironment environment, String list) {
    return of(environment, list, "");
  }

  /**
   * The page of a list of which several things have one each.
   *
   * @param owner the key of the one whose list it is
   * @throws BadUserInput when an argument is wrong
   */
  public static PageRequest of(DataFetchingEnvironment environment, String list, String owner) {
    CursorKeys keys =
        Objects.requireNonNull(environment.getGraphQlContext().<CursorKeys>get(CursorKeys.class));
    Cursors cursors = new Cursors(keys, ListQuestion.of(environment, list, owner));
    int first = requireLength(Objects.requireNonNull(environment.<Integer>getArgument("first")));
    @Nullable String after = environment.getArgument("after");
    return new PageRequest(first, Optional.ofNullable(after).map(cursors::read), cursors);
  }

  /** How many items to read: one more than the page holds tells whether there is another page. */
  public int toRead() {
    return first + 1;
  }
}
