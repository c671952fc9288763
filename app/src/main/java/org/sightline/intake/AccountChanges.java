package org.sightline.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What of the accounts of inspections is to be written.
 *
 * @param added accounts without an id
 * @param changed accounts that stand and say something else now
 * @param newInspections one account of each inspection that is new
 * @param joined inspections that have no account any more, each with the one that has them now
 * @param written how many accounts of the file's own source are new or say something else
 */
record AccountChanges(
    List<StatedInspection> added,
    List<StatedInspection> changed,
    List<StatedInspection> newInspections,
    Map<Integer, Integer> joined,
    int written) {

  static AccountChanges of(
      List<StatedInspection> standing, List<StatedInspection> settled, String source) {
    Map<Integer, StatedInspection> byId = new HashMap<>();
    standing.forEach(one -> byId.put(Objects.requireNonNull(one.accountId()), one));
    List<StatedInspection> added = new ArrayList<>();
    List<StatedInspection> changed = new ArrayList<>();
    Map<Integer, Integer> nowAt = new HashMap<>();
    Map<Integer, StatedInspection> inspections = new HashMap<>();
    int written = 0;
    for (StatedInspection one : settled) {
      inspections.putIfAbsent(Objects.requireNonNull(one.inspectionId()), one);
      if (one.accountId() == null) {
        added.add(one);
        written++;
        continue;
      }
      StatedInspection before = Objects.requireNonNull(byId.get(one.accountId()));
      nowAt.put(
          Objects.requireNonNull(before.inspectionId()),
          Objects.requireNonNull(one.inspectionId()));
      if (!one.equals(before)) {
        changed.add(one);
        written += one.source().code().equals(source) ? 1 : 0;
      }
    }
    nowAt.keySet().removeAll(inspections.keySet());
    Set<Integer> known = new HashSet<>();
    standing.forEach(one -> known.add(Objects.requireNonNull(one.inspectionId())));
    inspections.keySet().removeAll(known);
    return new AccountChanges(added, changed, List.copyOf(inspections.values()), nowAt, written);
  }

  boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty();
  }
}
