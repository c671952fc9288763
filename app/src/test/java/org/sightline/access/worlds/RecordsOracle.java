package org.sightline.access.worlds;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sightline.access.worlds.Records.Finding;
import org.sightline.access.worlds.Records.HomeCount;
import org.sightline.access.worlds.Records.Inspection;
import org.sightline.access.worlds.Records.Intervention;
import org.sightline.access.worlds.Records.Link;
import org.sightline.access.worlds.Records.Plan;
import org.sightline.access.worlds.Records.Review;
import org.sightline.access.worlds.Records.Scheme;
import org.sightline.access.worlds.World.Access;
import org.sightline.access.worlds.World.Organisation;
import org.sightline.tenancy.Dataset;

/**
 * Says which records one viewer may see, from the rules alone. A grant that is narrowed to
 * indicators or periods says nothing of records; a reciprocal protocol opens them to who has
 * released a record of the dataset itself.
 */
final class RecordsOracle {
  private final Oracle viewer;
  private final Records records;

  RecordsOracle(Oracle viewer, Records records) {
    this.viewer = viewer;
    this.records = records;
  }

  /** The records without anything that the viewer may not see. */
  Records visible() {
    return new Records(
        records.schemes().stream().filter(this::sees).toList(),
        records.inspections().stream().filter(this::sees).toList(),
        records.findings().stream().filter(this::sees).toList(),
        records.interventions().stream().filter(this::sees).toList(),
        records.homes().stream().filter(one -> viewer.isOf(one.owner())).toList(),
        records.homeCounts().stream().filter(this::sees).toList(),
        records.reviews().stream().filter(this::sees).toList(),
        records.plans().stream().filter(this::sees).map(this::visiblePart).toList(),
        records.links().stream().filter(this::sees).toList());
  }

  /** Every row of the records that it may see, as "table key". */
  Set<String> rows() {
    Set<String> rows = new TreeSet<>();
    Records visible = visible();
    visible.schemes().forEach(one -> add(rows, one.id(), "status_scheme", "scheme_status"));
    visible.inspections().forEach(one -> addInspection(rows, one));
    visible.findings().forEach(one -> add(rows, one.id(), "finding"));
    visible.interventions().forEach(one -> add(rows, one.id(), "intervention"));
    visible.homes().forEach(one -> add(rows, one.id(), "childrens_home", "childrens_home_grade"));
    visible.homeCounts().forEach(one -> add(rows, one.id(), "childrens_home_count"));
    visible.reviews().forEach(one -> add(rows, one.id(), "review", "review_point"));
    visible.plans().forEach(one -> addPlan(rows, one));
    visible.links().forEach(one -> rows.add("finding_action " + one.key()));
    return rows;
  }

  private static void addInspection(Set<String> rows, Inspection inspection) {
    add(rows, inspection.id(), "inspection");
    inspection
        .accounts()
        .forEach(one -> add(rows, one, "inspection_account", "inspection_source", "judgement"));
  }

  private void addPlan(Set<String> rows, Plan plan) {
    add(rows, plan.id(), "plan", "workstream", "milestone", "milestone_date");
    if (viewer.isOf(plan.owner())) {
      add(rows, plan.id(), "record_class_change");
    }
    plan.actions()
        .forEach(
            one ->
                add(rows, one, "action", "action_change", "impact_evidence", "action_indicator"));
    if (plan.actions().size() > 1) {
      add(rows, plan.actions().getFirst(), "action_dependency");
    }
    if (plan.hasReport()) {
      add(rows, plan.id(), "status_report", "status_report_workstream", "status_report_count");
      plan.actions().forEach(one -> add(rows, one, "status_report_action"));
    }
  }

  private static void add(Set<String> rows, int key, String... tables) {
    for (String table : tables) {
      rows.add(table + " " + key);
    }
  }

  private boolean sees(Scheme scheme) {
    return viewer.isOf(scheme.owner())
        || records.plans().stream().anyMatch(plan -> scheme.equals(plan.scheme()) && sees(plan));
  }

  private boolean sees(Inspection inspection) {
    return sees(inspection.owner(), inspection.access(), Dataset.INSPECTIONS);
  }

  private boolean sees(Finding finding) {
    return sees(finding.owner(), finding.access(), Dataset.INSPECTIONS)
        && sees(finding.inspection());
  }

  private boolean sees(Intervention intervention) {
    return sees(intervention.owner(), intervention.access(), Dataset.INSPECTIONS);
  }

  private boolean sees(HomeCount count) {
    return sees(count.owner(), count.access(), Dataset.INSPECTIONS);
  }

  private boolean sees(Review review) {
    return viewer.isOf(review.author()) || (review.isIssued() && viewer.isOfArea(review.area()));
  }

  private boolean sees(Plan plan) {
    return sees(plan.owner(), plan.access(), Dataset.PLANS);
  }

  private boolean sees(Link link) {
    return sees(link.plan()) && sees(link.finding());
  }

  private boolean sees(@Nullable Organisation owner, Access access, Dataset dataset) {
    return viewer.isOpen(owner, access)
        || (access == Access.SHARED
            && owner != null
            && viewer.isGrantedWhole(owner, dataset, () -> hasReleased(dataset)));
  }

  private boolean hasReleased(Dataset dataset) {
    return switch (dataset) {
      case PLANS -> records.plans().stream().anyMatch(one -> isReleased(one.owner(), one.access()));
      case INSPECTIONS ->
          records.inspections().stream().anyMatch(one -> isReleased(one.owner(), one.access()))
              || records.findings().stream().anyMatch(this::isReleased);
      default -> false;
    };
  }

  /** One on an inspection that is kept back is shown to nobody. */
  private boolean isReleased(Finding finding) {
    Inspection inspection = finding.inspection();
    return isReleased(finding.owner(), finding.access())
        && (inspection.owner() == null || isReleased(inspection.owner(), inspection.access()));
  }

  private boolean isReleased(@Nullable Organisation owner, Access access) {
    return owner != null && viewer.isOf(owner) && (access == Access.SHARED || access.isPublic());
  }

  /** A plan does not tell of an inspection or of another plan that is hidden. */
  private Plan visiblePart(Plan plan) {
    @Nullable Inspection inspection = plan.inspection();
    List<Integer> visible = records.plans().stream().filter(this::sees).map(Plan::id).toList();
    return new Plan(
        plan.id(),
        plan.owner(),
        plan.access(),
        plan.scheme(),
        inspection != null && sees(inspection) ? inspection : null,
        visible.stream().filter(one -> Objects.equals(one, plan.parent())).findAny().orElse(null),
        plan.actions(),
        plan.hasReport());
  }
}
