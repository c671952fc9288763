package org.sightline.plan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Sql;

/** Writes what hangs on the own organisation's actions. */
@Singleton
class ActionLinkWriteStore {
  private static final String ADD_EVIDENCE =
      """
      INSERT INTO impact_evidence (action_id, owner_organisation_id, recorded_on, text, source, paragraph)
      VALUES (?, ?, ?, ?, ?, ?)
      """;
  private static final String LINK_FINDING =
      """
      INSERT INTO finding_action (finding_id, action_id, owner_organisation_id, note) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String UNLINK_FINDING =
      """
      DELETE FROM finding_action
      WHERE finding_id = ? AND action_id = ? AND owner_organisation_id = (SELECT viewer_organisation())
      """;
  private static final String LINK_INDICATOR =
      """
      INSERT INTO action_indicator (action_id, indicator_id, owner_organisation_id, expected, note) VALUES (?, ?, ?, ?, ?)
      """;
  private static final String UNLINK_INDICATOR =
      """
      DELETE FROM action_indicator
      WHERE action_id = ? AND indicator_id = ? AND owner_organisation_id = (SELECT viewer_organisation())
      """;
  private static final String ADD_DEPENDENCY =
      """
      INSERT INTO action_dependency (action_id, depends_on_id, owner_organisation_id) VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String REMOVE_DEPENDENCY =
      """
      DELETE FROM action_dependency
      WHERE action_id = ? AND depends_on_id = ? AND owner_organisation_id = (SELECT viewer_organisation())
      """;
  private static final String DEPENDENCIES =
      """
      SELECT action_id, depends_on_id FROM action_dependency
      WHERE owner_organisation_id = (SELECT viewer_organisation()) ORDER BY action_id, depends_on_id
      """;
  private static final String FINDING = "SELECT id FROM finding WHERE id = ? AND council_id = ?";

  private final Connection connection;

  ActionLinkWriteStore(Connection connection) {
    this.connection = connection;
  }

  void add(ImpactEvidence evidence, Member member) {
    int _ =
        Sql.execute(
            connection,
            ADD_EVIDENCE,
            evidence.actionKey(),
            member.organisationId(),
            evidence.recordedOn(),
            evidence.text(),
            evidence.source(),
            evidence.paragraph());
  }

  /** Whether there is a finding about a council that the viewer may see. */
  boolean hasFinding(int findingKey, @Nullable Integer councilKey) {
    return !Sql.list(connection, FINDING, row -> row.getInt("id"), findingKey, councilKey)
        .isEmpty();
  }

  /** What is linked stays so. */
  void linkFinding(int actionKey, int findingKey, @Nullable String note, Member member) {
    int _ =
        Sql.execute(connection, LINK_FINDING, findingKey, actionKey, member.organisationId(), note);
  }

  /** False where it was not linked. */
  boolean unlinkFinding(int actionKey, int findingKey) {
    return Sql.execute(connection, UNLINK_FINDING, findingKey, actionKey) == 1;
  }

  /** What was said of the same indicator before is replaced. */
  void linkIndicator(ActionIndicator link, Member member) {
    boolean _ = unlinkIndicator(link.actionKey(), link.indicatorKey());
    int _ =
        Sql.execute(
            connection,
            LINK_INDICATOR,
            link.actionKey(),
            link.indicatorKey(),
            member.organisationId(),
            link.expected().name(),
            link.note());
  }

  /** False where it was not linked. */
  boolean unlinkIndicator(int actionKey, int indicatorKey) {
    return Sql.execute(connection, UNLINK_INDICATOR, actionKey, indicatorKey) == 1;
  }

  /** Everything that waits for anything in the own organisation. */
  List<Dependency> dependencies() {
    return Sql.list(
        connection,
        DEPENDENCIES,
        row -> new Dependency(row.getInt("action_id"), row.getInt("depends_on_id")));
  }

  void add(Dependency dependency, Member member) {
    int _ =
        Sql.execute(
            connection,
            ADD_DEPENDENCY,
            dependency.actionKey(),
            dependency.dependsOnKey(),
            member.organisationId());
  }

  /** False where there was none. */
  boolean remove(Dependency dependency) {
    return Sql.execute(
            connection, REMOVE_DEPENDENCY, dependency.actionKey(), dependency.dependsOnKey())
        == 1;
  }
}
