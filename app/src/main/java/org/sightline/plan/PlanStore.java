package org.sightline.plan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Dataset;
import org.sightline.tenancy.SharedRecords;
import org.sightline.tenancy.Sql;
import org.sightline.tenancy.Sql.RowReader;

/** Plans, their workstreams and actions in the viewer's sight, from PostgreSQL. */
@Singleton
class PlanStore {
  private static final String PLANS = Sql.beside(PlanStore.class, "plans.sql");
  private static final String OF_COUNCILS =
      """
       AND plan.council_id = ANY (?) AND (?::text[] IS NULL OR plan.kind = ANY (?::text[]))
        AND (?::text[] IS NULL OR plan.state = ANY (?::text[]))
      """;
  private static final String PAGE =
      PLANS
          + OF_COUNCILS
          + """
             AND (plan.created_at, plan.id) < (coalesce(?::timestamptz, 'infinity'), ?)
            ORDER BY plan.created_at DESC, plan.id DESC LIMIT ?
            """;
  private static final String ALL = PLANS + OF_COUNCILS + " ORDER BY plan.name, plan.id";
  private static final String COUNT =
      Sql.beside(PlanStore.class, "count-plans.sql") + OF_COUNCILS + " GROUP BY shared_by";
  private static final String PLANS_BY_KEY = PLANS + " AND plan.id = ANY (?)";
  private static final String CHILDREN =
      PLANS + " AND plan.parent_plan_id = ANY (?) ORDER BY plan.name, plan.id";
  private static final String WORKSTREAMS = Sql.beside(PlanStore.class, "workstreams.sql");
  private static final String ACTIONS = Sql.beside(PlanStore.class, "actions.sql");

  /** As {@link ActionPlace} compares, whatever the database's own collation. */
  private static final String IN_ORDER =
      " ORDER BY workstream.position, workstream.id, action.in_order COLLATE \"C\", action.id";

  private final Connection connection;

  PlanStore(Connection connection) {
    this.connection = connection;
  }

  /**
   * The newest first, from a position on.
   *
   * @param before null for the first page, and then the key counts for nothing
   */
  List<Plan> page(PlanFilter filter, @Nullable OffsetDateTime before, int beforeKey, int most) {
    return Sql.list(
        connection,
        PAGE,
        plans(),
        filter.councilKeys(),
        filter.kindNames(),
        filter.kindNames(),
        filter.stateNames(),
        filter.stateNames(),
        before,
        beforeKey,
        most);
  }

  /** By name. */
  List<Plan> list(PlanFilter filter) {
    return Sql.list(
        connection,
        ALL,
        plans(),
        filter.councilKeys(),
        filter.kindNames(),
        filter.kindNames(),
        filter.stateNames(),
        filter.stateNames());
  }

  /** How many there are; those of others count as read. */
  long count(PlanFilter filter) {
    return Sql.list(
            connection,
            COUNT,
            SharedRecords.counted(Dataset.PLANS),
            filter.councilKeys(),
            filter.kindNames(),
            filter.kindNames(),
            filter.stateNames(),
            filter.stateNames())
        .stream()
        .mapToLong(Integer::longValue)
        .sum();
  }

  List<Plan> byKey(Collection<Integer> keys) {
    return Sql.list(connection, PLANS_BY_KEY, plans(), keys);
  }

  /** The plans right below some. */
  List<Plan> children(Collection<Integer> parentKeys) {
    return Sql.list(connection, CHILDREN, plans(), parentKeys);
  }

  /** In their order. */
  List<Workstream> workstreams(Collection<Integer> planKeys) {
    return Sql.list(
        connection,
        WORKSTREAMS + " AND workstream.plan_id = ANY (?) ORDER BY position, workstream.id",
        workstreams(),
        planKeys);
  }

  List<Workstream> workstreamsByKey(Collection<Integer> keys) {
    return Sql.list(connection, WORKSTREAMS + " AND workstream.id = ANY (?)", workstreams(), keys);
  }

  /** In the order of their workstreams and references, without those that were removed. */
  List<Action> actions(Collection<Integer> planKeys) {
    return Sql.list(
        connection,
        ACTIONS + " AND action.plan_id = ANY (?) AND action.removed_at IS NULL" + IN_ORDER,
        actions(),
        planKeys);
  }

  /** Those included that were removed. */
  List<Action> everyAction(int planKey) {
    return Sql.list(connection, ACTIONS + " AND action.plan_id = ?" + IN_ORDER, actions(), planKey);
  }

  /** Those included that were removed. */
  List<Action> actionsByKey(Collection<Integer> keys) {
    return Sql.list(connection, ACTIONS + " AND action.id = ANY (?)" + IN_ORDER, actions(), keys);
  }

  private static RowReader<Plan> plans() {
    return SharedRecords.of(Dataset.PLANS, PlanRows::plan);
  }

  private static RowReader<Workstream> workstreams() {
    return SharedRecords.of(Dataset.PLANS, PlanRows::workstream);
  }

  private static RowReader<Action> actions() {
    return SharedRecords.of(Dataset.PLANS, PlanRows::action);
  }
}
