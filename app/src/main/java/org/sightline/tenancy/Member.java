package org.sightline.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person or a machine client of one organisation, as the database knows it at this moment.
 *
 * @param machine whether it is a machine client
 * @param organisationCode such as {@code e06000010}
 * @param councilKey the area of a council, null for other organisations
 */
public record Member(
    int id,
    String name,
    Set<Role> roles,
    boolean machine,
    int organisationId,
    String organisationCode,
    String organisationName,
    OrganisationKind organisationKind,
    @Nullable Integer councilKey) {
  public Member {
    roles = Set.copyOf(roles);
  }

  /** Whether the member has a role. */
  public boolean has(Role role) {
    return roles.contains(role);
  }

  static Member of(ResultSet row) throws SQLException {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream((String[]) row.getArray("roles").getArray())
        .map(Role::ofCode)
        .forEach(roles::add);
    return new Member(
        row.getInt("member_id"),
        row.getString("name"),
        roles,
        row.getBoolean("machine"),
        row.getInt("organisation_id"),
        row.getString("organisation_code"),
        row.getString("organisation_name"),
        OrganisationKind.valueOf(row.getString("organisation_kind")),
        Sql.nullableInteger(row, "council_id"));
  }
}
