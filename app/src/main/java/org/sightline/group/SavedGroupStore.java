package org.sightline.group;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Sql;

/** The viewer's organisation's saved groups, from PostgreSQL. */
@Singleton
class SavedGroupStore {
  private static final String GROUPS =
      """
      SELECT id, name, council_ids, created_by_name, created_at, changed_at FROM saved_group
      WHERE owner_organisation_id = (SELECT viewer_organisation()) AND (?::int[] IS NULL OR id = ANY (?::int[]))
      ORDER BY name, id
      """;
  private static final String SAVE = Sql.beside(SavedGroupStore.class, "save-group.sql");
  private static final String REMOVE =
      "DELETE FROM saved_group WHERE id = ? AND owner_organisation_id = (SELECT viewer_organisation())";

  private final Connection connection;

  SavedGroupStore(Connection connection) {
    this.connection = connection;
  }

  /** By name. */
  List<SavedGroup> list() {
    return groups(null);
  }

  Optional<SavedGroup> find(int key) {
    return byKey(List.of(key)).stream().findFirst();
  }

  List<SavedGroup> byKey(Collection<Integer> keys) {
    return groups(keys);
  }

  /** The key of the group of that name, new or overwritten. */
  int save(String name, List<Integer> councilKeys, Member member) {
    return Sql.list(
            connection,
            SAVE,
            row -> row.getInt("id"),
            member.organisationId(),
            name,
            councilKeys,
            member.id(),
            member.name())
        .getFirst();
  }

  /** False where there was none. */
  boolean remove(int key) {
    return Sql.execute(connection, REMOVE, key) == 1;
  }

  private List<SavedGroup> groups(@Nullable Collection<Integer> keys) {
    return Sql.list(connection, GROUPS, SavedGroupStore::group, keys, keys);
  }

  private static SavedGroup group(ResultSet row) throws SQLException {
    return new SavedGroup(
        row.getInt("id"),
        row.getString("name"),
        Arrays.asList((Integer[]) row.getArray("council_ids").getArray()),
        row.getString("created_by_name"),
        row.getObject("created_at", OffsetDateTime.class),
        row.getObject("changed_at", OffsetDateTime.class));
  }
}
