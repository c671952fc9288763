package org.sightline.access.sharing;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.access.organisation.MemberName;
import org.sightline.tenancy.Sql;

/** The grants to others at an instant. */
@Singleton
class GrantStore {
  private static final String GRANTS = Sql.beside(GrantStore.class, "grants.sql");

  private final Connection connection;

  GrantStore(Connection connection) {
    this.connection = connection;
  }

  List<Grant> grantsOf(int ownerKey, @Nullable OffsetDateTime at) {
    return Sql.list(connection, GRANTS, GrantStore::grant, at, ownerKey);
  }

  private static Grant grant(ResultSet row) throws SQLException {
    @Nullable Integer person = Sql.nullableInteger(row, "person_id");
    return new Grant(
        row.getInt("recipient_id"),
        person == null ? null : new MemberName(person, row.getString("person_name")),
        Scope.of(row),
        row.getBoolean("reciprocal"),
        row.getObject("since", OffsetDateTime.class),
        row.getObject("until", OffsetDateTime.class),
        Sql.nullableInteger(row, "agreement_id"),
        Sql.nullableInteger(row, "protocol_id"));
  }
}
