package org.sightline.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.connection.Connection;
import org.sightline.graphql.connection.Cursor;
import org.sightline.graphql.connection.PageRequest;

/** A page of a plan's actions, which are read together with all others of the answer. */
final class ActionPage {
  /** What their cursors name. */
  static final String LIST = "actions";

  private ActionPage() {}

  /**
   * @param all of the plan, in their order: where a cursor points
   * @param wanted those of them that are asked for
   * @throws BadUserInput when the cursor is that of no action of the plan
   */
  static Connection<Action> of(PageRequest page, List<Action> all, List<Action> wanted) {
    Optional<Cursor> after = page.after();
    List<Action> left = after.isEmpty() ? wanted : behind(after.get(), all, wanted);
    return Connection.of(
        page,
        left.stream().limit(page.toRead()).toList(),
        action -> new Cursor(LIST, action.createdAt(), String.valueOf(action.key())),
        wanted::size);
  }

  private static List<Action> behind(Cursor after, List<Action> all, List<Action> wanted) {
    int key = after.number();
    int position =
        IntStream.range(0, all.size())
            .filter(i -> all.get(i).key() == key)
            .findFirst()
            .orElseThrow(
                () ->
                    new BadUserInput(
                        "That is no cursor of this plan's actions, or the action is no longer part of it: begin again without after.",
                        "after"));
    Set<Action> behind = Set.copyOf(all.subList(position + 1, all.size()));
    return wanted.stream().filter(behind::contains).toList();
  }
}
