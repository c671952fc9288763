package org.sightline.access.worlds;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.access.worlds.World.Access;
import org.sightline.access.worlds.World.Organisation;

/**
 * What organisations of an invented world know besides figures: inspections and what follows from
 * them, and plans.
 */
record Records(
    List<Scheme> schemes,
    List<Inspection> inspections,
    List<Finding> findings,
    List<Intervention> interventions,
    List<Home> homes,
    List<HomeCount> homeCounts,
    List<Review> reviews,
    List<Plan> plans,
    List<Link> links) {
  static final Records NONE =
      new Records(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of());

  /** A scheme of a council's own, with one status. */
  record Scheme(int id, Organisation owner) {}

  /**
   * An inspection. Each account has a source of its own with the same id, and one judgement.
   *
   * @param owner null for an official one
   * @param area of the council that was inspected
   */
  record Inspection(
      int id, @Nullable Organisation owner, int area, Access access, List<Integer> accounts) {}

  /**
   * A finding, which may be a council's own on an official inspection.
   *
   * @param owner null for an official one
   */
  record Finding(int id, Inspection inspection, @Nullable Organisation owner, Access access) {}

  /**
   * What the Secretary of State does.
   *
   * @param owner null where it is official
   */
  record Intervention(int id, @Nullable Organisation owner, int area, Access access) {}

  /** A home, with one grade. */
  record Home(int id, Organisation owner) {}

  /** How many homes there are of a grade. */
  record HomeCount(int id, Organisation owner, Access access) {}

  /**
   * A formal review, with one point.
   *
   * @param area of the council that it is about
   */
  record Review(int id, Organisation author, int area, boolean isIssued) {}

  /**
   * A plan. A workstream, a milestone, a change of class and, where it has one, a report have its
   * id; a change, an evidence and an indicator that of their action. The first of two actions
   * depends on the second.
   *
   * @param scheme null for one that nobody owns
   * @param inspection that it answers, null for none
   * @param parent of the same council, null for none
   */
  record Plan(
      int id,
      Organisation owner,
      Access access,
      @Nullable Scheme scheme,
      @Nullable Inspection inspection,
      @Nullable Integer parent,
      List<Integer> actions,
      boolean hasReport) {}

  /** That a plan's action answers a finding. */
  record Link(Finding finding, Plan plan, int action) {
    String key() {
      return finding.id() + "-" + action;
    }
  }
}
