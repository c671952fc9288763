package org.sightline.migrations.invented;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.migrations.DefinitionFiles.DefinitionFile;
import org.sightline.migrations.invented.ActionLife.Kind;

/** Northmere's plans with everything that hangs on them, as tables of texts. */
public final class InventedRecords {
  private static final LocalDate NOW = ActionLives.LAST_DAY;
  private static final int LINKED_IN_EACH_WORKSTREAM = 3;

  private final Pool pool = Pool.read();
  private final Table plans =
      new Table(
          "plans.csv",
          "key,owner,access_class,name,kind,state,scheme,parent,inspection,starts_on,ends_on,source,"
              + "paragraph,created_by,created_on");
  private final Table workstreams =
      new Table("workstreams.csv", "plan,position,name,theme,lead_role");
  private final Table actions =
      new Table(
          "actions.csv",
          "plan,workstream,reference,text,owner_role,original_due_on,due_on,status,started_on,"
              + "completed_on,removed_at,source,paragraph,created_at,changed_at,version");
  private final Table evidence =
      new Table("impact_evidence.csv", "plan,reference,recorded_on,text,source,paragraph");
  private final Table findings =
      new Table("finding_actions.csv", "plan,reference,inspection,finding_owner,number,note");
  private final Table indicators =
      new Table("action_indicators.csv", "plan,reference,indicator,expected,note");
  private final Table dependencies =
      new Table("action_dependencies.csv", "plan,reference,depends_on");
  private final InventedChanges changes = new InventedChanges();
  private final InventedReports reports = new InventedReports();

  private InventedRecords() {}

  /** Each has the columns of the demonstration's file of the same name. */
  public static List<DefinitionFile> tables() {
    InventedRecords records = new InventedRecords();
    for (InventedPlan plan : InventedPlan.values()) {
      records.add(plan);
    }
    return Stream.concat(
            Stream.of(new InventedFindings(records.pool).file()),
            Stream.concat(records.files(), records.reports.files()))
        .toList();
  }

  private Stream<DefinitionFile> files() {
    return Stream.of(
            plans,
            workstreams,
            actions,
            changes.table(),
            evidence,
            findings,
            indicators,
            dependencies)
        .map(Table::file);
  }

  private void add(InventedPlan plan) {
    plans.add(
        plan.key(),
        plan.organisation(),
        plan.accessClass(),
        plan.title(),
        plan.kind(),
        "LIVE",
        plan.colours().scheme(),
        null,
        plan.inspection(),
        ActionLives.PLAN_MADE,
        "2027-05-31",
        InventedFindings.SOURCE,
        null,
        plan.person(),
        ActionLives.PLAN_MADE);
    for (int position = 1; position <= plan.workstreams(); position++) {
      Pool.Stream stream = pool.workstreams().get(position - 1);
      @Nullable String theme = plan.isMapped(position) ? stream.theme() : null;
      workstreams.add(plan.key(), position, stream.name(), theme, stream.leadRole());
    }
    List<InventedAction> all = InventedAction.of(plan, pool);
    all.forEach(this::add);
    reports.add(plan, all);
  }

  private void add(InventedAction action) {
    ActionLife life = action.life();
    String plan = action.plan().key();
    LocalDate changedOn = changes.add(action);
    boolean isIn = life.isIn(NOW);
    actions.add(
        plan,
        action.workstream(),
        action.reference(),
        action.deed().text(),
        action.deed().ownerRole(),
        life.originalDueOn(),
        life.dueOn(NOW),
        InventedReports.status(action, isIn ? NOW : life.createdOn()),
        life.startedOn().isAfter(NOW) ? null : life.startedOn(),
        life.completedOn(NOW),
        isIn ? null : life.events().getLast().on() + " 16:00",
        InventedFindings.SOURCE,
        null,
        life.createdOn() + " 16:00",
        changedOn + " 16:00",
        life.events().size());
    if (life.hasImpact(NOW)) {
      evidence.add(
          plan,
          action.reference(),
          life.impactOn(),
          action.deed().evidence(),
          InventedFindings.SOURCE,
          null);
    }
    link(action);
  }

  /** To what an inspection found, to what is hoped to move, and to what has to come first. */
  private void link(InventedAction action) {
    String plan = action.plan().key();
    String reference = action.reference();
    int place = Integer.parseInt(reference.substring(reference.indexOf('.') + 1));
    if (place <= LINKED_IN_EACH_WORKSTREAM) {
      findings.add(plan, reference, action.plan().inspection(), null, action.workstream(), null);
    }
    if (action.deed().indicator() != null) {
      indicators.add(plan, reference, action.deed().indicator(), action.deed().expected(), null);
    }
    boolean isFirstRemoved = action.life().count(Kind.REMOVED, NOW) > 0;
    if (place == 2 && action.workstream() % 2 == 1 && !isFirstRemoved) {
      dependencies.add(plan, reference, action.workstream() + ".1");
    }
  }
}
