package org.sightline.migrations.invented;

import java.util.ArrayList;
import java.util.List;
import org.sightline.migrations.invented.Pool.Deed;
import org.sightline.migrations.invented.Pool.Stream;

/**
 * One action of an invented plan.
 *
 * @param workstream its position, from 1
 * @param reference such as 3.2: the second of the third workstream
 */
record InventedAction(
    InventedPlan plan, int workstream, String reference, Deed deed, ActionLife life) {

  /** The plan's actions, dealt out to its workstreams by turns. */
  static List<InventedAction> of(InventedPlan plan, Pool pool) {
    ActionLives lives = new ActionLives(plan);
    List<InventedAction> actions = new ArrayList<>();
    for (int number = 1; number <= plan.actions(); number++) {
      int workstream = (number - 1) % plan.workstreams() + 1;
      int inStream = (number - 1) / plan.workstreams() + 1;
      Stream stream = pool.workstreams().get(workstream - 1);
      List<Deed> deeds = pool.deedsOf(stream.theme());
      Deed deed = deeds.get((inStream + plan.number()) % deeds.size());
      actions.add(
          new InventedAction(
              plan, workstream, workstream + "." + inStream, deed, lives.of(number)));
    }
    return actions;
  }
}
