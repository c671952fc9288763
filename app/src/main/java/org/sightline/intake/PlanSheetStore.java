package org.sightline.intake;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.AccessClass;
import org.sightline.plan.PlanState;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Sql;

/** A council's own plan, as a sheet finds and changes it, inside the import's transaction. */
final class PlanSheetStore {
  /** What everybody sees, be it from some day on, no contributor alone writes in bulk. */
  static final String OF_DATA_OWNERS =
      "Only a data owner brings a sheet into a plan that is published, at once or at the end of an embargo.";

  private static final String LOCK =
      "SELECT state, access_class FROM plan WHERE id = ? AND owner_organisation_id = ? FOR UPDATE";

  /** As many of each as a plan may have, however it comes by them. */
  private static final int MOST_ACTIONS = 2000;

  private static final int MOST_WORKSTREAMS = 100;
  private static final String WORKSTREAMS =
      "SELECT id, name FROM workstream WHERE plan_id = ? AND owner_organisation_id = ? ORDER BY position, id";
  private static final String ADD_WORKSTREAMS = sql("add-workstreams.sql");
  private static final String ACTIONS = sql("sheet-actions.sql");
  private static final String ADD = sql("add-plan-actions.sql");
  private static final String CHANGE = sql("change-plan-actions.sql");
  private static final String ADD_CHANGES = sql("add-action-changes.sql");
  private static final String ADD_IMPACT = sql("add-impact.sql");
  private static final String TOUCH =
      "UPDATE plan SET changed_at = now() WHERE id = ? AND owner_organisation_id = ?";

  private final Connection connection;
  private final int plan;
  private final int owner;

  /** How the plan stands. */
  private record Standing(PlanState state, AccessClass accessClass) {
    static Standing read(ResultSet row) throws SQLException {
      return new Standing(
          PlanState.valueOf(row.getString("state")),
          AccessClass.valueOf(row.getString("access_class")));
    }
  }

  /** A change of one action. */
  record KeyedChange(int actionKey, ActionFieldChange change) {}

  /** Evidence of an action's impact. */
  record KeyedImpact(int actionKey, LocalDate recordedOn, String text) {}

  /**
   * @param owner the organisation whose plan it is
   */
  PlanSheetStore(Connection connection, int plan, int owner) {
    this.connection = connection;
    this.plan = plan;
    this.owner = owner;
  }

  /**
   * Waits until nobody else brings a sheet of the plan.
   *
   * @throws ImportRefusedException when the plan is not, or no longer, the member's to change
   */
  void lock(Member by) {
    Standing standing =
        Sql.list(connection, LOCK, Standing::read, plan, owner).stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new ImportRefusedException(
                        "The plan is no longer yours to change. Nothing was written."));
    if (standing.state() == PlanState.CLOSED) {
      throw new ImportRefusedException(
          "The plan is closed: open it again before you bring a sheet of it. Nothing was written.");
    }
    if (!standing.accessClass().mayBeGivenBy(by)) {
      throw new ImportRefusedException(OF_DATA_OWNERS + " Nothing was written.");
    }
  }

  /** Refuses what would make the plan larger than a plan may be. */
  static void requireRoom(int actions, int workstreams) {
    refuseAbove(MOST_ACTIONS, actions, "actions");
    refuseAbove(MOST_WORKSTREAMS, workstreams, "workstreams");
  }

  private static void refuseAbove(int most, int asked, String what) {
    if (asked > most) {
      throw new ImportRefusedException(
          "A plan has at most %d %s; with this sheet it would have %d. Nothing was written."
              .formatted(most, what, asked));
    }
  }

  /** The workstreams' keys by their names as they are compared, in their order. */
  Map<String, Integer> workstreams() {
    return byName(Sql.list(connection, WORKSTREAMS, PlanSheetStore::workstream, plan, owner));
  }

  /** Adds workstreams after the others; their keys by their names as they are compared. */
  Map<String, Integer> addWorkstreams(Collection<String> names) {
    return names.isEmpty()
        ? Map.of()
        : byName(
            Sql.list(
                connection, ADD_WORKSTREAMS, PlanSheetStore::workstream, plan, owner, plan, names));
  }

  List<StandingAction> actions() {
    return Sql.list(connection, ACTIONS, PlanSheetStore::action, plan, owner);
  }

  /**
   * Adds actions.
   *
   * @return their keys by their references
   */
  Map<String, Integer> add(
      List<PlanActionRow> rows, Map<String, Integer> workstreams, String source) {
    Map<String, Integer> keys = new HashMap<>();
    if (!rows.isEmpty()) {
      Sql.list(
              connection,
              ADD,
              row -> Map.entry(row.getString("reference"), row.getInt("id")),
              plan,
              owner,
              source,
              rows.stream().map(row -> key(workstreams, row.workstream())).toList(),
              rows.stream().map(PlanActionRow::reference).toList(),
              rows.stream().map(PlanActionRow::text).toList(),
              rows.stream().map(row -> written(row.ownerRole())).toList(),
              rows.stream().map(row -> written(row.originalDueOn())).toList(),
              rows.stream().map(row -> written(row.dueOn())).toList(),
              rows.stream().map(row -> row.status() == null ? "" : row.status().code()).toList(),
              rows.stream().map(row -> written(row.started())).toList(),
              rows.stream().map(row -> written(row.completed())).toList(),
              rows.stream().map(PlanActionRow::timesReDatedAtLeast).toList(),
              rows.stream().map(row -> Objects.requireNonNullElse(row.timesReopened(), 0)).toList())
          .forEach(one -> keys.put(PlanSheetCells.key(one.getKey()), one.getValue()));
    }
    return keys;
  }

  void change(List<StandingAction> actions, Map<String, Integer> workstreams) {
    if (!actions.isEmpty()) {
      Sql.execute(
          connection,
          CHANGE,
          actions.stream().map(StandingAction::key).toList(),
          actions.stream().map(one -> key(workstreams, one.workstream())).toList(),
          actions.stream().map(StandingAction::text).toList(),
          actions.stream().map(one -> written(one.ownerRole())).toList(),
          actions.stream().map(one -> written(one.originalDue())).toList(),
          actions.stream().map(one -> written(one.due())).toList(),
          actions.stream().map(one -> written(one.status())).toList(),
          actions.stream().map(one -> written(one.started())).toList(),
          actions.stream().map(one -> written(one.completed())).toList(),
          plan,
          owner);
    }
  }

  /** Writes the history: who has brought which change. */
  void addChanges(List<KeyedChange> changes, Member by) {
    if (!changes.isEmpty()) {
      Sql.execute(
          connection,
          ADD_CHANGES,
          owner,
          by.id(),
          by.name(),
          changes.stream().map(KeyedChange::actionKey).toList(),
          changes.stream().map(one -> one.change().field()).toList(),
          changes.stream().map(one -> one.change().oldValue()).toList(),
          changes.stream().map(one -> one.change().newValue()).toList(),
          changes.stream().map(one -> one.change().kind()).toList(),
          changes.stream().map(one -> one.change().reason()).toList());
    }
  }

  /**
   * Adds evidence that is not there in the same words.
   *
   * @return how much of it was new
   */
  int addImpact(List<KeyedImpact> impacts, String source) {
    return impacts.isEmpty()
        ? 0
        : Sql.execute(
            connection,
            ADD_IMPACT,
            owner,
            source,
            impacts.stream().map(KeyedImpact::actionKey).toList(),
            impacts.stream().map(one -> one.recordedOn().toString()).toList(),
            impacts.stream().map(KeyedImpact::text).toList());
  }

  /** Notes that the plan has changed. */
  void touch() {
    Sql.execute(connection, TOUCH, plan, owner);
  }

  private static Map<String, Integer> byName(List<Map.Entry<String, Integer>> workstreams) {
    Map<String, Integer> keys = new LinkedHashMap<>();
    workstreams.forEach(one -> keys.putIfAbsent(one.getKey(), one.getValue()));
    return keys;
  }

  private static Integer key(Map<String, Integer> workstreams, String name) {
    return Objects.requireNonNull(workstreams.get(PlanSheetCells.key(name)), name);
  }

  private static Map.Entry<String, Integer> workstream(ResultSet row) throws SQLException {
    return Map.entry(PlanSheetCells.key(row.getString("name")), row.getInt("id"));
  }

  private static StandingAction action(ResultSet row) throws SQLException {
    return new StandingAction(
        row.getInt("id"),
        row.getString("workstream"),
        row.getString("reference"),
        row.getString("text"),
        row.getString("owner_role"),
        row.getObject("original_due_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        row.getString("status_code"),
        row.getObject("started_on", LocalDate.class),
        row.getObject("completed_on", LocalDate.class),
        row.getBoolean("is_removed"));
  }

  /** An empty text stands for none. */
  private static String written(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String sql(String fileName) {
    return Sql.beside(PlanSheetStore.class, fileName);
  }
}
