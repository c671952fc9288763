package org.sightline.intake;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sightline.intake.AreaCodes.AreaCode;
import org.sightline.intake.AreaCodes.Kind;
import org.sightline.tenancy.Sql;

/** Areas, indicators and releases, as reading a file needs them. */
final class ReferenceStore {
  private final Connection connection;
  private final Belonging belonging;

  /** A release; {@code publication} is the series it belongs to. */
  record Release(int id, String code, String publication, LocalDate publishedOn) {}

  /**
   * @param belonging whose releases are looked for and added
   */
  ReferenceStore(Connection connection, Belonging belonging) {
    this.connection = connection;
    this.belonging = belonging;
  }

  AreaCodes areaCodes() {
    return new AreaCodes(
        Sql.list(
            connection,
            """
            SELECT area.id, area.kind, area_code.scheme, area_code.code, area_code.valid_from, area_code.valid_to
            FROM area_code JOIN area ON area.id = area_code.area_id
            """,
            row ->
                new AreaCode(
                    row.getInt("id"),
                    Kind.valueOf(row.getString("kind")),
                    row.getString("scheme"),
                    row.getString("code"),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_to", LocalDate.class))));
  }

  /** Every council's and region's codes, name and other names, in lower case, with its area. */
  Map<String, Set<Integer>> areaNames() {
    Map<String, Set<Integer>> names = new HashMap<>();
    Rows.forEach(
        connection,
        """
        SELECT lower(code) AS name, area_id FROM area_code
        UNION SELECT lower(name), id FROM area
        UNION SELECT lower(alias), area_id FROM area_alias
        """,
        row ->
            names
                .computeIfAbsent(row.getString("name"), any -> new HashSet<>())
                .add(row.getInt("area_id")));
    return names;
  }

  /** Every indicator, by code. */
  Map<String, IndicatorFacts> indicators() {
    return byCode("SELECT id, code, unit, decimals FROM indicator");
  }

  /** Those of the codes that exist, by code. */
  Map<String, IndicatorFacts> indicators(Collection<String> codes) {
    return byCode("SELECT id, code, unit, decimals FROM indicator WHERE code = ANY (?)", codes);
  }

  private Map<String, IndicatorFacts> byCode(String sql, Object... bound) {
    Map<String, IndicatorFacts> byCode = new HashMap<>();
    Sql.list(connection, sql, ReferenceStore::indicator, bound)
        .forEach(indicator -> byCode.put(indicator.code(), indicator));
    return byCode;
  }

  private static IndicatorFacts indicator(ResultSet row) throws SQLException {
    return new IndicatorFacts(
        row.getInt("id"), row.getString("code"), row.getString("unit"), row.getInt("decimals"));
  }

  Optional<Release> findRelease(String code) {
    return releases("code", code).stream().findFirst();
  }

  /** The releases of one publication, newest first. */
  List<Release> releasesOf(String publication) {
    return releases("publication", publication);
  }

  /** Adds a release, or finds the one that somebody else has added in the meantime. */
  Release addRelease(
      String code, String publication, String title, LocalDate publishedOn, String source) {
    Sql.execute(
        connection,
        """
        INSERT INTO release (owner_organisation_id, code, publication, title, published_on, source)
        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (owner_key, code) DO NOTHING
        """,
        belonging.organisationId(),
        code,
        publication,
        title,
        publishedOn,
        source);
    return findRelease(code).orElseThrow();
  }

  private List<Release> releases(String column, String value) {
    return Sql.list(
        connection,
        """
        SELECT id, code, publication, published_on FROM release
        WHERE owner_key = ? AND CASE ? WHEN 'code' THEN code ELSE publication END = ?
        ORDER BY published_on DESC, code
        """,
        row ->
            new Release(
                row.getInt("id"),
                row.getString("code"),
                row.getString("publication"),
                row.getObject("published_on", LocalDate.class)),
        belonging.ownerKey(),
        column,
        value);
  }
}
