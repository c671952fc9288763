package org.sightline.migrations.leaving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.sightline.migrations.MigrationFailure;

/**
 * A council's organisation.
 *
 * @param code its ONS code in lower case
 * @param keycloakId of its organisation in Keycloak, where that is written down
 */
record LeavingCouncil(int key, String code, String name, Optional<String> keycloakId) {
  private static final String FIND =
      "SELECT id, code, name, keycloak_id FROM public.organisation WHERE code = ? AND kind = 'COUNCIL'";

  /**
   * @param writtenCode the council's ONS code
   * @throws MigrationFailure when no council with it takes part
   */
  static LeavingCouncil find(Connection owner, String writtenCode) throws SQLException {
    return find(owner, writtenCode, FIND);
  }

  /** As above; nobody else writes a row of its until the transaction ends. */
  static LeavingCouncil lock(Connection owner, String writtenCode) throws SQLException {
    return find(owner, writtenCode, FIND + " FOR UPDATE");
  }

  private static LeavingCouncil find(Connection owner, String writtenCode, String sql)
      throws SQLException {
    try (PreparedStatement statement = owner.prepareStatement(sql)) {
      statement.setString(1, writtenCode.strip().toLowerCase(Locale.ROOT));
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new MigrationFailure(
              "No council with the code '%s' takes part: give its ONS code, such as E06000010."
                  .formatted(writtenCode));
        }
        return new LeavingCouncil(
            row.getInt("id"),
            row.getString("code"),
            row.getString("name"),
            Optional.ofNullable(row.getString("keycloak_id")));
      }
    }
  }
}
