package org.sightline.council;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Sql;

/** Areas and their codes, from PostgreSQL. */
@Singleton
class AreaStore {
  private static final String AREAS = Sql.beside(AreaStore.class, "areas.sql");
  private static final String BY_CODE = Sql.beside(AreaStore.class, "councils-by-code.sql");
  private static final String CODES =
      """
      SELECT area_id, scheme, code, valid_from, valid_to FROM area_code
      WHERE area_id = any (?::int[]) ORDER BY area_id, valid_from DESC, scheme DESC
      """;
  private static final String ALIASES =
      "SELECT area_id, alias FROM area_alias WHERE area_id = any (?::int[]) ORDER BY area_id, alias";
  private static final String SUCCESSIONS =
      """
      SELECT predecessor_id, successor_id FROM council_succession
      WHERE predecessor_id = any (?::int[]) OR successor_id = any (?::int[])
      ORDER BY predecessor_id, successor_id
      """;

  private final Connection connection;

  AreaStore(Connection connection) {
    this.connection = connection;
  }

  Areas all() {
    return new Areas(Sql.list(connection, AREAS, AreaStore::area));
  }

  /** For each code that a council has ever had, the council that has or last had it. */
  Map<String, Integer> councilKeysByCode(Collection<String> codes) {
    Map<String, Integer> keys = new LinkedHashMap<>();
    Sql.list(
            connection,
            BY_CODE,
            row -> Map.entry(row.getString("code"), row.getInt("area_id")),
            codes)
        .forEach(found -> keys.putIfAbsent(found.getKey(), found.getValue()));
    return keys;
  }

  Map<Integer, List<DatedCode>> codes(Collection<Integer> areaKeys) {
    return Sql.list(
            connection, CODES, row -> Map.entry(row.getInt("area_id"), datedCode(row)), areaKeys)
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  Map<Integer, List<String>> aliases(Collection<Integer> areaKeys) {
    return Sql.list(
            connection,
            ALIASES,
            row -> Map.entry(row.getInt("area_id"), row.getString("alias")),
            areaKeys)
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  List<Succession> successions(Collection<Integer> councilKeys) {
    return Sql.list(
        connection,
        SUCCESSIONS,
        row -> new Succession(row.getInt("predecessor_id"), row.getInt("successor_id")),
        councilKeys,
        councilKeys);
  }

  private static DatedCode datedCode(ResultSet row) throws SQLException {
    return new DatedCode(
        DatedCode.CodeScheme.valueOf(row.getString("scheme")),
        row.getString("code"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }

  private static Area area(ResultSet row) throws SQLException {
    int key = row.getInt("id");
    String name = row.getString("name");
    String code = row.getString("ons_code");
    LocalDate from = row.getObject("exists_from", LocalDate.class);
    @Nullable LocalDate to = row.getObject("exists_to", LocalDate.class);
    boolean generated = row.getBoolean("generated");
    @Nullable Integer region = Sql.nullableInteger(row, "region_id");
    return switch (row.getString("kind")) {
      case "COUNTRY" -> new Country(key, name, code, from);
      case "REGION" -> new Region(key, name, code, region, from, generated);
      case "COUNCIL" ->
          new Council(
              key,
              name,
              code,
              row.getString("dfe_number"),
              CouncilType.valueOf(row.getString("council_type")),
              Objects.requireNonNull(region),
              from,
              to,
              generated);
      default ->
          new JointReturn(
              key, name, code, Objects.requireNonNull(region), memberKeys(row), from, to);
    };
  }

  private static Set<Integer> memberKeys(ResultSet row) throws SQLException {
    return new HashSet<>(Arrays.asList((Integer[]) row.getArray("member_keys").getArray()));
  }
}
