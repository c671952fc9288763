package org.sightline.plan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Sql;

/** Schemes of statuses in the viewer's sight, from PostgreSQL. */
@Singleton
class SchemeStore {
  private static final String SCHEMES = Sql.beside(SchemeStore.class, "schemes.sql");

  private final Connection connection;

  SchemeStore(Connection connection) {
    this.connection = connection;
  }

  /** One status of a scheme, beside its scheme as yet without statuses. */
  private record Line(StatusScheme scheme, Optional<Status> status) {}

  List<StatusScheme> byKey(Collection<Integer> keys) {
    return schemes(keys);
  }

  /** Everybody's, and then the own organisation's. */
  List<StatusScheme> list() {
    return schemes(null);
  }

  private List<StatusScheme> schemes(@Nullable Collection<Integer> keys) {
    Map<StatusScheme, List<Status>> statuses = new LinkedHashMap<>();
    Sql.list(connection, SCHEMES, SchemeStore::line, keys, keys)
        .forEach(
            line -> {
              List<Status> known = statuses.computeIfAbsent(line.scheme(), _ -> new ArrayList<>());
              line.status().ifPresent(known::add);
            });
    return statuses.entrySet().stream()
        .map(entry -> with(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static StatusScheme with(StatusScheme scheme, List<Status> statuses) {
    return new StatusScheme(
        scheme.key(), scheme.ownerKey(), scheme.code(), scheme.name(), scheme.source(), statuses);
  }

  private static Line line(ResultSet row) throws SQLException {
    @Nullable String status = row.getString("status_code");
    return new Line(
        new StatusScheme(
            row.getInt("id"),
            Sql.nullableInteger(row, "owner_organisation_id"),
            row.getString("code"),
            row.getString("name"),
            row.getString("source"),
            List.of()),
        status == null
            ? Optional.empty()
            : Optional.of(
                new Status(
                    status,
                    row.getString("status_name"),
                    row.getString("meaning"),
                    CanonicalState.valueOf(row.getString("state")))));
  }
}
