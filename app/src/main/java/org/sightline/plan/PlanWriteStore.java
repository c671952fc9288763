package org.sightline.plan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Sql;

/** Writes the own organisation's plans, workstreams and schemes. */
@Singleton
class PlanWriteStore {
  private static final String LOCK =
      """
      SELECT id FROM plan WHERE owner_organisation_id = (SELECT viewer_organisation()) AND id = ANY (?) ORDER BY id FOR UPDATE
      """;
  private static final String OWN =
      "SELECT id FROM plan WHERE owner_organisation_id = (SELECT viewer_organisation())";
  private static final String NAMED = OWN + " AND name = ?";
  private static final String BELOW = Sql.beside(PlanWriteStore.class, "plans-below.sql");
  private static final String RECORD = Sql.beside(PlanWriteStore.class, "record-plan.sql");
  private static final String CHANGE = Sql.beside(PlanWriteStore.class, "change-plan.sql");
  private static final String ADD_WORKSTREAM =
      """
      INSERT INTO workstream (plan_id, owner_organisation_id, position, name, theme_code, lead_role)
      VALUES (?, ?, ?, ?, ?, ?) RETURNING id
      """;
  private static final String CHANGE_WORKSTREAM =
      """
      UPDATE workstream SET position = ?, name = ?, theme_code = ?, lead_role = ?, version = version + 1
      WHERE id = ? AND version = ? AND owner_organisation_id = (SELECT viewer_organisation())
      """;
  private static final String ADD_SCHEME =
      "INSERT INTO status_scheme (owner_organisation_id, code, name, source) VALUES (?, ?, ?, ?) RETURNING id";
  private static final String ADD_STATUS =
      """
      INSERT INTO scheme_status (scheme_id, owner_key, code, name, meaning, state, position) VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  private final Connection connection;

  PlanWriteStore(Connection connection) {
    this.connection = connection;
  }

  /** Lets nobody else change these plans, or what hangs on them, before this transaction ends. */
  List<Integer> lock(Collection<Integer> planKeys) {
    return keys(LOCK, planKeys);
  }

  /** Every plan of the own organisation. */
  List<Integer> own() {
    return keys(OWN);
  }

  /** The own organisation's plan of a name. */
  List<Integer> named(String name) {
    return keys(NAMED, name);
  }

  /** A plan and every plan below it, however far. */
  List<Integer> below(int planKey) {
    return keys(BELOW, planKey);
  }

  /** Whether there is an inspection of a council that the viewer may see. */
  boolean hasInspection(int inspectionKey, @Nullable Integer councilKey) {
    return !keys(
            "SELECT id FROM inspection WHERE id = ? AND council_id = ?", inspectionKey, councilKey)
        .isEmpty();
  }

  /** The codes of the shared themes. */
  List<String> themes() {
    return Sql.list(
        connection, "SELECT code FROM theme ORDER BY position", row -> row.getString("code"));
  }

  /** The key of the new plan. */
  int record(NewPlan plan, Member member) {
    PlanContent content = plan.content();
    return keys(
            RECORD,
            member.organisationId(),
            member.councilKey(),
            plan.accessClass().name(),
            plan.embargoedUntil(),
            content.name(),
            content.kind().name(),
            content.state().name(),
            content.schemeKey(),
            content.parentKey(),
            content.parentActionKey(),
            content.inspectionKey(),
            content.startsOn(),
            content.endsOn(),
            content.draftedOn(),
            content.finalisedOn(),
            plan.source(),
            plan.paragraph(),
            member.name())
        .getFirst();
  }

  /** False where somebody has changed it since that version; then nothing is written. */
  boolean change(Plan plan, PlanContent content) {
    return Sql.execute(
            connection,
            CHANGE,
            content.name(),
            content.kind().name(),
            content.state().name(),
            content.schemeKey(),
            content.parentKey(),
            content.parentActionKey(),
            content.inspectionKey(),
            content.startsOn(),
            content.endsOn(),
            content.draftedOn(),
            content.finalisedOn(),
            plan.key(),
            plan.version())
        == 1;
  }

  /** The key of the new workstream. */
  int add(int planKey, WorkstreamContent content, Member member) {
    return keys(
            ADD_WORKSTREAM,
            planKey,
            member.organisationId(),
            content.position(),
            content.name(),
            content.themeCode(),
            content.leadRole())
        .getFirst();
  }

  /** False where somebody has changed it since that version. */
  boolean change(Workstream workstream, WorkstreamContent content) {
    return Sql.execute(
            connection,
            CHANGE_WORKSTREAM,
            content.position(),
            content.name(),
            content.themeCode(),
            content.leadRole(),
            workstream.key(),
            workstream.version())
        == 1;
  }

  /** The key of the new scheme. */
  int add(StatusScheme scheme, Member member) {
    int key =
        keys(ADD_SCHEME, member.organisationId(), scheme.code(), scheme.name(), scheme.source())
            .getFirst();
    for (int i = 0; i < scheme.statuses().size(); i++) {
      Status status = Objects.requireNonNull(scheme.statuses().get(i));
      int _ =
          Sql.execute(
              connection,
              ADD_STATUS,
              key,
              member.organisationId(),
              status.code(),
              status.name(),
              status.meaning(),
              status.state().name(),
              i + 1);
    }
    return key;
  }

  private List<Integer> keys(String sql, @Nullable Object... parameters) {
    return Sql.list(connection, sql, row -> row.getInt("id"), parameters);
  }
}
