package org.sightline.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a sheet of a plan is laid out. */
public enum PlanLayout {
  /** One action a row. */
  ACTIONS("plan-actions", "actions"),
  /** One workstream a row, with how many of its actions have which status. */
  STATUS_COUNTS("plan-status-counts", "status counts");

  private final String code;
  private final String things;

  PlanLayout(String code, String things) {
    this.code = code;
    this.things = things;
  }

  /** As a form names it. */
  public String code() {
    return code;
  }

  /** What its rows give, in words. */
  String things() {
    return things;
  }

  /** The columns without which nothing can be read. */
  Set<String> required() {
    return this == ACTIONS ? Set.of("workstream", "reference", "action") : Set.of("workstream");
  }

  static Optional<PlanLayout> find(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(PlanLayout::code).toList();
  }
}
