package org.sightline.plan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.sightline.tenancy.Dataset;
import org.sightline.tenancy.SharedRecords;
import org.sightline.tenancy.Sql;

/** What hangs on actions in the viewer's sight, from PostgreSQL. */
@Singleton
class ActionLinkStore {
  private static final String HISTORY = Sql.beside(ActionLinkStore.class, "history.sql");
  private static final String EVIDENCE = Sql.beside(ActionLinkStore.class, "evidence.sql");
  private static final String DEPENDENCIES = Sql.beside(ActionLinkStore.class, "dependencies.sql");
  private static final String INDICATORS =
      Sql.beside(ActionLinkStore.class, "action-indicators.sql");
  private static final String FINDINGS = Sql.beside(ActionLinkStore.class, "action-findings.sql");

  private final Connection connection;

  ActionLinkStore(Connection connection) {
    this.connection = connection;
  }

  /** The oldest first. */
  List<ActionChange> history(Collection<Integer> actionKeys) {
    return Sql.list(
        connection,
        HISTORY,
        SharedRecords.of(
            Dataset.PLANS,
            row ->
                new ActionChange(
                    row.getInt("action_id"),
                    row.getObject("changed_at", OffsetDateTime.class),
                    row.getString("changed_by_name"),
                    row.getString("field"),
                    row.getString("old_value"),
                    row.getString("new_value"),
                    ActionChangeKind.valueOf(row.getString("kind")),
                    row.getString("reason"),
                    row.getBoolean("is_withheld"))),
        actionKeys);
  }

  /** The earliest first. */
  List<ImpactEvidence> evidence(Collection<Integer> actionKeys) {
    return Sql.list(
        connection,
        EVIDENCE,
        SharedRecords.of(
            Dataset.PLANS,
            row ->
                new ImpactEvidence(
                    row.getInt("action_id"),
                    PlanRows.requiredDay(row, "recorded_on"),
                    row.getString("text"),
                    row.getString("source"),
                    row.getString("paragraph"))),
        actionKeys);
  }

  /** Those in which any of the actions waits, or is waited for. */
  List<Dependency> dependencies(Collection<Integer> actionKeys) {
    return Sql.list(
        connection,
        DEPENDENCIES,
        SharedRecords.of(
            Dataset.PLANS,
            row -> new Dependency(row.getInt("action_id"), row.getInt("depends_on_id"))),
        actionKeys,
        actionKeys);
  }

  /** By the indicators' codes. */
  List<ActionIndicator> indicators(Collection<Integer> actionKeys) {
    return Sql.list(
        connection,
        INDICATORS,
        SharedRecords.of(
            Dataset.PLANS,
            row ->
                new ActionIndicator(
                    row.getInt("action_id"),
                    row.getInt("indicator_id"),
                    ExpectedChange.valueOf(row.getString("expected")),
                    row.getString("note"))),
        actionKeys);
  }

  /** Only those whose finding is in sight as well. */
  List<ActionFinding> findings(Collection<Integer> actionKeys) {
    return Sql.list(
        connection,
        FINDINGS,
        SharedRecords.of(
            Dataset.PLANS,
            row -> new ActionFinding(row.getInt("action_id"), row.getInt("finding_id"))),
        actionKeys);
  }
}
