package org.sightline.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan's actions, with what a sheet adds and changes. What the sheet does not name stays. */
final class PlanActionLedger {
  private final SheetScheme scheme;
  private final Map<String, StandingAction> standing = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final List<PlanActionRow> added = new ArrayList<>();
  private final List<ActionUpdate> updates = new ArrayList<>();
  private final List<PlanActionRow> taken = new ArrayList<>();
  private int alreadyThere;

  PlanActionLedger(SheetScheme scheme, Collection<StandingAction> standing) {
    this.scheme = scheme;
    standing.forEach(one -> this.standing.put(PlanSheetCells.key(one.reference()), one));
  }

  /** Rows whose action is new. */
  List<PlanActionRow> added() {
    return added;
  }

  /** Standing actions that change. */
  List<ActionUpdate> updates() {
    return updates;
  }

  /** Every row that holds. */
  List<PlanActionRow> taken() {
    return taken;
  }

  /** How many rows say what stood already. */
  int alreadyThere() {
    return alreadyThere;
  }

  /** How many actions of the plan the sheet does not name. */
  long notNamed() {
    return standing.entrySet().stream()
        .filter(one -> !one.getValue().isRemoved() && !lines.containsKey(one.getKey()))
        .count();
  }

  /** How many actions have a change of a kind. */
  long with(String kind) {
    return updates.stream()
        .filter(one -> one.changes().stream().anyMatch(change -> change.kind().equals(kind)))
        .count();
  }

  /**
   * Takes a row.
   *
   * @throws RejectedRowException by rule {@code duplicate-reference} or {@code removed-action}, or
   *     when it contradicts what stands
   */
  void take(PlanActionRow row) {
    String key = PlanSheetCells.key(row.reference());
    @Nullable Integer line = lines.get(key);
    if (line != null) {
      throw row.cells()
          .rejected(
              "reference",
              "duplicate-reference",
              row.reference(),
              "Line %d has the reference '%s' already; the first counts."
                  .formatted(line, row.reference()));
    }
    @Nullable StandingAction before = standing.get(key);
    if (before == null) {
      added.add(row);
    } else {
      update(before, row);
    }
    lines.put(key, row.cells().line());
    taken.add(row);
  }

  private void update(StandingAction before, PlanActionRow row) {
    if (before.isRemoved()) {
      throw row.cells()
          .rejected(
              "reference",
              "removed-action",
              row.reference(),
              "The action of this reference was taken out of the plan. Give a new action another reference.");
    }
    ActionUpdate update = ActionUpdate.of(before, row, scheme);
    if (update.isNothing()) {
      alreadyThere++;
    } else {
      updates.add(update);
    }
  }
}
