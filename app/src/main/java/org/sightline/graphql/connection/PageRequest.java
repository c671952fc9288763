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
 */
public record PageRequest(int first, Optional<Cursor> after) {
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
   * The page that a field is asked for by its arguments first and after.
   *
   * @param list the root field
   * @throws BadUserInput when one of them is wrong
   */
  public static PageRequest of(DataFetchingEnvironment environment, String list) {
    int first = Objects.requireNonNull(environment.<Integer>getArgument("first"));
    @Nullable String after = environment.getArgument("after");
    return new PageRequest(
        first, Optional.ofNullable(after).map(text -> Cursor.decode(list, text)));
  }

  /** How many items to read: one more than the page holds tells whether there is another page. */
  public int toRead() {
    return first + 1;
  }
}
