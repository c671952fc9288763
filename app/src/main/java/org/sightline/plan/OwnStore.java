package org.sightline.plan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Optional;
import org.sightline.tenancy.Sql;

/** Which plan something of the own organisation belongs to. */
@Singleton
class OwnStore {
  private static final String OF_WORKSTREAM =
      "SELECT plan_id FROM workstream WHERE id = ? AND owner_organisation_id = (SELECT viewer_organisation())";
  private static final String OF_ACTION =
      "SELECT plan_id FROM action WHERE id = ? AND owner_organisation_id = (SELECT viewer_organisation())";

  private final Connection connection;

  OwnStore(Connection connection) {
    this.connection = connection;
  }

  /** Nothing for a workstream of others. */
  Optional<Integer> planOfWorkstream(int workstreamKey) {
    return plan(OF_WORKSTREAM, workstreamKey);
  }

  /** Nothing for an action of others. */
  Optional<Integer> planOfAction(int actionKey) {
    return plan(OF_ACTION, actionKey);
  }

  private Optional<Integer> plan(String sql, int key) {
    return Sql.list(connection, sql, row -> row.getInt("plan_id"), key).stream().findFirst();
  }
}
