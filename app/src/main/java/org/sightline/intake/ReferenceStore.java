package org.sightline.intake;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sightline.intake.AreaCodes.AreaCode;
import org.sightline.intake.AreaCodes.Kind;
import org.sightline.tenancy.Sql;

/** Areas, indicators and releases, as reading a file needs them. */
final class ReferenceStore {
  private final Connection connection;

  /** A release; {@code publication} is the series it belongs to. */
  record Release(int id, String code, String publication, LocalDate publishedOn) {}

  ReferenceStore(Connection connection) {
    this.connection = connection;
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

  /** Those of the codes that exist, by code. */
  Map<String, IndicatorFacts> indicators(Collection<String> codes) {
    Map<String, IndicatorFacts> byCode = new HashMap<>();
    Sql.list(
            connection,
            "SELECT id, code, unit, decimals FROM indicator WHERE code = ANY (?)",
            row ->
                new IndicatorFacts(
                    row.getInt("id"),
                    row.getString("code"),
                    row.getString("unit"),
                    row.getInt("decimals")),
            codes)
        .forEach(indicator -> byCode.put(indicator.code(), indicator));
    return byCode;
  }

  Optional<Release> findRelease(String code) {
    return releases("code", code).stream().findFirst();
  }

  /** The releases of one publication, newest first. */
  List<Release> releasesOf(String publication) {
    return releases("publication", publication);
  }

  void addRelease(
      String code, String publication, String title, LocalDate publishedOn, String source) {
    Sql.execute(
        connection,
        """
        INSERT INTO release (code, publication, title, published_on, source) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (code) DO NOTHING
        """,
        code,
        publication,
        title,
        publishedOn,
        source);
  }

  private List<Release> releases(String column, String value) {
    return Sql.list(
        connection,
        """
        SELECT id, code, publication, published_on FROM release
        WHERE CASE ? WHEN 'code' THEN code ELSE publication END = ? ORDER BY published_on DESC, code
        """,
        row ->
            new Release(
                row.getInt("id"),
                row.getString("code"),
                row.getString("publication"),
                row.getObject("published_on", LocalDate.class)),
        column,
        value);
  }
}
