package org.sightline.plan;

import java.util.List;
import org.sightline.graphql.connection.Connection;
import org.sightline.graphql.connection.Cursor;
import org.sightline.graphql.connection.PageRequest;

/**
 * A page of a plan's actions, which are read together with all others of the answer. It goes on
 * behind the place that the cursor keeps, whether or not an action stands there still.
 */
final class ActionPage {
  /** What their cursors name: another list than the search, whose field is called actions too. */
  static final String LIST = "plan.actions";

  private ActionPage() {}

  /**
   * @param wanted those that are asked for, in the order of their places
   * @throws org.sightline.graphql.BadUserInput when the cursor keeps no place
   */
  static Connection<Action> of(PageRequest page, List<Action> wanted) {
    List<Action> left =
        page.after()
            .map(cursor -> cursor.key(ActionPlace::read))
            .map(place -> behind(place, wanted))
            .orElse(wanted);
    return Connection.of(
        page,
        left.stream().limit(page.toRead()).toList(),
        action -> new Cursor(LIST, action.place().written()),
        wanted::size);
  }

  private static List<Action> behind(ActionPlace place, List<Action> wanted) {
    return wanted.stream().filter(action -> action.place().compareTo(place) > 0).toList();
  }
}
