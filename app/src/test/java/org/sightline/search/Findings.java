package org.sightline.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sightline.SharedWorld;
import org.sightline.SharedWorld.Organisation;
import org.sightline.local.Database;

/** Inspections with findings, and plans with actions, put in by the tables' owner. */
final class Findings implements AutoCloseable {
  private final Connection owner;
  private final SharedWorld world;
  private int numbered;

  Findings(Database database, SharedWorld world) {
    this.world = world;
    try {
      owner = database.connect();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** A published inspection of a council that began on a day; its key. */
  int inspection(String council, String framework, @Nullable String day) {
    int inspection =
        key(
            "INSERT INTO inspection (council_id, framework_code, access_class) VALUES (?, ?, 'PUBLISHED') RETURNING id",
            world.areaKey(council),
            framework);
    int source =
        key(
            "INSERT INTO inspection_source (code, kind, title, publisher) VALUES (?, 'REPORT', 'A report', 'Ofsted') RETURNING id",
            "report-" + ++numbered);
    execute(
        "INSERT INTO inspection_account (inspection_id, source_id, starts_on) VALUES (?, ?, ?)",
        inspection,
        source,
        day == null ? null : LocalDate.parse(day));
    return inspection;
  }

  /** A published finding; its key. */
  int published(int inspection, String theme, String kind, String text) {
    return finding(inspection, null, "PUBLISHED", theme, kind, text);
  }

  /** A finding of an organisation; its key. */
  int finding(
      int inspection,
      @Nullable Organisation of,
      String accessClass,
      String theme,
      String kind,
      String text) {
    return key(
        """
        INSERT INTO finding (inspection_id, council_id, owner_organisation_id, access_class, embargoed_until, kind, theme_code, text, source)
        SELECT id, council_id, ?::int, ?, CASE WHEN ? = 'EMBARGOED' THEN timestamptz '2100-01-01' END, ?, ?, ?, 'a test'
        FROM inspection WHERE id = ? RETURNING id
        """,
        of == null ? null : of.id(),
        accessClass,
        accessClass,
        kind,
        theme,
        text,
        inspection);
  }

  /** A plan of a council under the scheme RAG, with one workstream about a theme; its key. */
  int plan(Organisation of, String accessClass, String name, String theme) {
    int plan =
        key(
            """
            INSERT INTO plan (owner_organisation_id, council_id, access_class, embargoed_until, name, kind, state, scheme_id, created_by_name)
            SELECT ?, ?, ?, CASE WHEN ? = 'EMBARGOED' THEN timestamptz '2100-01-01' END, ?, 'IMPROVEMENT', 'LIVE', id, 'Somebody'
            FROM status_scheme WHERE owner_organisation_id IS NULL AND code = 'brag' RETURNING id
            """,
            of.id(),
            of.council(),
            accessClass,
            accessClass,
            name);
    execute(
        "INSERT INTO workstream (plan_id, owner_organisation_id, position, name, theme_code) VALUES (?, ?, 1, 'All', ?)",
        plan,
        of.id(),
        theme);
    return plan;
  }

  /** An action of a plan; its key. */
  int action(int plan, String reference, String text, @Nullable String status) {
    return key(
        """
        INSERT INTO action (plan_id, workstream_id, owner_organisation_id, reference, text, status_code)
        SELECT plan_id, id, owner_organisation_id, ?, ?, ? FROM workstream WHERE plan_id = ? RETURNING id
        """,
        reference,
        text,
        status,
        plan);
  }

  void completed(int action, String day) {
    execute(
        "UPDATE action SET completed_on = ?, status_code = 'B' WHERE id = ?",
        LocalDate.parse(day),
        action);
  }

  /** That an action answers a finding. */
  void answers(int action, int finding) {
    execute(
        """
        INSERT INTO finding_action (finding_id, action_id, owner_organisation_id)
        SELECT ?, id, owner_organisation_id FROM action WHERE id = ?
        """,
        finding,
        action);
  }

  /** That an action is to move an indicator. */
  void moves(int action, String indicator, String expected) {
    execute(
        """
        INSERT INTO action_indicator (action_id, indicator_id, owner_organisation_id, expected)
        SELECT action.id, indicator.id, action.owner_organisation_id, ? FROM action, indicator
        WHERE action.id = ? AND indicator.code = ?
        """,
        expected,
        action,
        indicator);
  }

  /** The key in the first column of the first row. */
  int key(String sql, @Nullable Object... parameters) {
    try (PreparedStatement statement = prepared(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      if (!rows.next()) {
        throw new AssertionError("No row: " + sql);
      }
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  void execute(String sql, @Nullable Object... parameters) {
    try (PreparedStatement statement = prepared(sql, parameters)) {
      statement.execute();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private PreparedStatement prepared(String sql, @Nullable Object... parameters)
      throws SQLException {
    PreparedStatement statement = owner.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  @Override
  public void close() {
    try {
      owner.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
