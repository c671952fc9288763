package org.sightline.intake;

import java.io.IOException;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sightline.intake.ImportReport.Written;
import org.sightline.intake.PlanSheetStore.KeyedChange;
import org.sightline.intake.PlanSheetStore.KeyedImpact;

/**
 * One action a row. An action whose reference the plan has is updated, with its history; any other
 * is added; what the sheet does not name stays as it is.
 *
 * @param today the day on which it comes
 */
record PlanActionSheet(LocalDate today) implements PlanSheetContent {
  @Override
  public Brought bring(PlanSheetReading reading, Connection connection) throws IOException {
    PlanSheetDelivery delivery = reading.delivery();
    PlanSheetStore store =
        new PlanSheetStore(connection, delivery.plan().key(), delivery.organisationId());
    store.lock(delivery.member());
    SheetScheme scheme = delivery.plan().scheme();
    List<StandingAction> standing = store.actions();
    PlanActionLedger ledger = new PlanActionLedger(scheme, standing);
    reading.forEach(cells -> ledger.take(PlanActionRow.of(cells, scheme, today)));
    reading.progress().enter(ImportPhase.WRITING);

    Map<String, Integer> workstreams = new HashMap<>(store.workstreams());
    List<String> newWorkstreams = newWorkstreams(ledger, workstreams);
    PlanSheetStore.requireRoom(
        (int) standing.stream().filter(one -> !one.isRemoved()).count() + ledger.added().size(),
        workstreams.size() + newWorkstreams.size());
    workstreams.putAll(store.addWorkstreams(newWorkstreams));
    Map<String, Integer> keys = store.add(ledger.added(), workstreams, source(delivery));
    store.change(ledger.updates().stream().map(ActionUpdate::now).toList(), workstreams);
    store.addChanges(changes(ledger, keys, delivery), delivery.member());
    ledger
        .updates()
        .forEach(one -> keys.put(PlanSheetCells.key(one.now().reference()), one.now().key()));
    int impacts = store.addImpact(impacts(ledger, keys, store), source(delivery));
    long written = (long) ledger.added().size() + ledger.updates().size();
    if (written + impacts > 0) {
      store.touch();
    }
    return new Brought(
        new Written(
            null,
            reading.tally().rowsTaken(),
            written + impacts,
            ledger.alreadyThere(),
            0,
            Map.of()),
        sentence(reading, ledger, newWorkstreams, impacts));
  }

  private static List<String> newWorkstreams(
      PlanActionLedger ledger, Map<String, Integer> standing) {
    Map<String, String> names = new LinkedHashMap<>();
    ledger.taken().stream()
        .map(PlanActionRow::workstream)
        .filter(name -> !standing.containsKey(PlanSheetCells.key(name)))
        .forEach(name -> names.putIfAbsent(PlanSheetCells.key(name), name));
    return List.copyOf(names.values());
  }

  private static List<KeyedChange> changes(
      PlanActionLedger ledger, Map<String, Integer> keys, PlanSheetDelivery delivery) {
    List<KeyedChange> changes = new ArrayList<>();
    String brought = "Brought with " + delivery.fileName();
    for (PlanActionRow row : ledger.added()) {
      int key = keys.getOrDefault(PlanSheetCells.key(row.reference()), 0);
      changes.add(
          new KeyedChange(
              key, new ActionFieldChange("action", null, row.reference(), "CREATED", brought)));
    }
    for (ActionUpdate update : ledger.updates()) {
      update
          .changes()
          .forEach(one -> changes.add(new KeyedChange(update.now().key(), because(one, brought))));
    }
    return changes;
  }

  private static ActionFieldChange because(ActionFieldChange change, String brought) {
    return change.reason() != null
        ? change
        : new ActionFieldChange(
            change.field(), change.oldValue(), change.newValue(), change.kind(), brought);
  }

  private List<KeyedImpact> impacts(
      PlanActionLedger ledger, Map<String, Integer> added, PlanSheetStore store) {
    boolean isSaid = ledger.taken().stream().anyMatch(row -> row.impact() != null);
    if (!isSaid) {
      return List.of();
    }
    Map<String, Integer> keys = new HashMap<>(added);
    store.actions().forEach(one -> keys.put(PlanSheetCells.key(one.reference()), one.key()));
    List<KeyedImpact> impacts = new ArrayList<>();
    for (PlanActionRow row : ledger.taken()) {
      if (row.impact() != null) {
        int key = keys.getOrDefault(PlanSheetCells.key(row.reference()), 0);
        impacts.add(
            new KeyedImpact(key, row.impactOn() == null ? today : row.impactOn(), row.impact()));
      }
    }
    return impacts;
  }

  private static String source(PlanSheetDelivery delivery) {
    return delivery.fileName();
  }

  private static String sentence(
      PlanSheetReading reading, PlanActionLedger ledger, List<String> newWorkstreams, int impacts) {
    StringBuilder sentence =
        new StringBuilder(
            "Actions of the plan '%s' added: %d; changed: %d, of which re-dated: %d, completed: %d, reopened: %d; stood already: %d; rows rejected: %d."
                .formatted(
                    reading.delivery().plan().name(),
                    ledger.added().size(),
                    ledger.updates().size(),
                    ledger.with("RE_DATED"),
                    ledger.with("COMPLETED"),
                    ledger.with("REOPENED"),
                    ledger.alreadyThere(),
                    reading.tally().rowsRejected()));
    if (impacts > 0) {
      sentence.append(" Evidence of impact added: %d.".formatted(impacts));
    }
    if (!newWorkstreams.isEmpty()) {
      sentence.append(" Workstreams added: %s.".formatted(String.join(", ", newWorkstreams)));
    }
    if (ledger.notNamed() > 0) {
      sentence.append(
          " Actions of the plan that the file does not name, which stay as they were: %d."
              .formatted(ledger.notNamed()));
    }
    return sentence.toString();
  }
}
