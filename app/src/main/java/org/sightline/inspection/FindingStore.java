package org.sightline.inspection;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sightline.inspection.framework.Frameworks;
import org.sightline.tenancy.Dataset;
import org.sightline.tenancy.SharedRecords;
import org.sightline.tenancy.Sql;

/** Findings in the viewer's sight, from PostgreSQL. */
@Singleton
class FindingStore {
  private static final String FINDINGS = Sql.beside(FindingStore.class, "findings.sql");
  private static final String IN_ORDER =
      " ORDER BY finding.inspection_id, finding.number NULLS LAST, finding.id";
  private static final String BY_KEY = FINDINGS + " AND finding.id = ANY (?::int[])" + IN_ORDER;
  private static final String OF_INSPECTIONS =
      FINDINGS + " AND finding.inspection_id = ANY (?::int[])" + IN_ORDER;

  private final Connection connection;

  FindingStore(Connection connection) {
    this.connection = connection;
  }

  /** Those out of sight are left out. */
  List<Finding> byKey(Collection<Integer> keys, Frameworks definitions) {
    return read(BY_KEY, keys, definitions);
  }

  /** By number and then as they were recorded. */
  List<Finding> ofInspections(Collection<Integer> inspectionKeys, Frameworks definitions) {
    return read(OF_INSPECTIONS, inspectionKeys, definitions);
  }

  private List<Finding> read(String sql, Collection<Integer> keys, Frameworks definitions) {
    return Sql.list(
        connection,
        sql,
        SharedRecords.of(Dataset.INSPECTIONS, row -> finding(row, definitions)),
        keys);
  }

  private static Finding finding(ResultSet row, Frameworks definitions) throws SQLException {
    String framework = row.getString("framework_code");
    Optional<String> area = Optional.ofNullable(row.getString("area_code"));
    Optional<String> theme = Optional.ofNullable(row.getString("theme_code"));
    return new Finding(
        row.getInt("id"),
        row.getInt("inspection_id"),
        row.getInt("council_id"),
        FindingKind.valueOf(row.getString("kind")),
        Sql.nullableInteger(row, "number"),
        theme.flatMap(definitions::theme).orElse(null),
        area.flatMap(code -> definitions.find(framework).flatMap(one -> one.area(code)))
            .orElse(null),
        row.getString("text"),
        row.getString("source"),
        row.getString("paragraph"),
        AccountRow.access(row),
        row.getInt("version"),
        row.getObject("recorded_at", OffsetDateTime.class));
  }
}
