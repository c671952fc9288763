package org.sightline.indicator;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.sightline.tenancy.Sql;

/** Versions of definitions and targets, from PostgreSQL. */
@Singleton
class DefinitionStore {
  private static final String VERSIONS =
      """
      SELECT indicator_id, number, first_period_end, what_changed, breaks_series, source
      FROM indicator_version WHERE indicator_id = ANY (?::int[]) ORDER BY indicator_id, number
      """;
  // Row-level security guards the same; this stands by itself.
  private static final String TARGETS =
      """
      SELECT indicator_id, value, tolerance, valid_from, valid_to, source, owner_organisation_id IS NULL AS official
      FROM indicator_target
      WHERE indicator_id = ANY (?::int[])
        AND (owner_organisation_id IS NULL OR owner_organisation_id = (SELECT viewer_organisation()))
      ORDER BY indicator_id, owner_organisation_id NULLS LAST, valid_from DESC
      """;

  private final Connection connection;

  DefinitionStore(Connection connection) {
    this.connection = connection;
  }

  /** The versions of some indicators, the first first, by indicator. */
  List<Map.Entry<Integer, IndicatorVersion>> versions(Collection<Integer> indicatorIds) {
    return Sql.list(
        connection,
        VERSIONS,
        row -> Map.entry(row.getInt("indicator_id"), version(row)),
        indicatorIds);
  }

  /**
   * The targets of some indicators, the viewer's own before official ones, then the newest first.
   */
  List<Map.Entry<Integer, IndicatorTarget>> targets(Collection<Integer> indicatorIds) {
    return Sql.list(
        connection,
        TARGETS,
        row -> Map.entry(row.getInt("indicator_id"), target(row)),
        indicatorIds);
  }

  private static IndicatorVersion version(ResultSet row) throws SQLException {
    return new IndicatorVersion(
        row.getInt("number"),
        row.getObject("first_period_end", LocalDate.class),
        row.getString("what_changed"),
        row.getBoolean("breaks_series"),
        row.getString("source"));
  }

  private static IndicatorTarget target(ResultSet row) throws SQLException {
    return new IndicatorTarget(
        row.getBigDecimal("value"),
        row.getBigDecimal("tolerance"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getString("source"),
        row.getBoolean("official"));
  }
}
