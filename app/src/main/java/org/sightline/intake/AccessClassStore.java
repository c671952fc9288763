package org.sightline.intake;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.AccessClass;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Sql;

/** Who may see the own organisation's editions, and who decided it when. */
@Singleton
class AccessClassStore {
  private static final String LONGEST = "60s";

  private final Connection connection;

  /** An edition's class as it stands. */
  record Standing(AccessClass accessClass, @Nullable OffsetDateTime embargoedUntil) {}

  AccessClassStore(Connection connection) {
    this.connection = connection;
  }

  /** The edition of a release of the organisation's own. */
  Optional<Integer> editionOfRelease(int organisationKey, int releaseKey) {
    return Sql.list(
            connection,
            "SELECT id FROM edition WHERE owner_organisation_id = ? AND release_id = ? ORDER BY id",
            row -> row.getInt("id"),
            organisationKey,
            releaseKey)
        .stream()
        .findFirst();
  }

  /** The class of an edition, which nobody else changes until this transaction ends. */
  Optional<Standing> lock(int organisationKey, int editionKey) {
    return Sql.list(
            connection,
            """
            SELECT access_class, embargoed_until FROM edition
            WHERE owner_organisation_id = ? AND id = ? FOR UPDATE
            """,
            row ->
                new Standing(
                    AccessClass.valueOf(row.getString("access_class")),
                    row.getObject("embargoed_until", OffsetDateTime.class)),
            organisationKey,
            editionKey)
        .stream()
        .findFirst();
  }

  /** Gives an edition and its observations a class, and notes who did. */
  void change(Member member, int editionKey, AccessClass from, Standing to) {
    // A year of a return has many thousands of rows, and all of them change or none.
    String usual = statementTimeout();
    limitStatements(LONGEST);
    Sql.execute(
        connection,
        """
        UPDATE edition SET access_class = ?, embargoed_until = ?::timestamptz
        WHERE id = ? AND owner_organisation_id = ?
        """,
        to.accessClass().name(),
        to.embargoedUntil(),
        editionKey,
        member.organisationId());
    Sql.execute(
        connection,
        """
        UPDATE observation SET access_class = ?, embargoed_until = ?::timestamptz
        WHERE edition_id = ? AND owner_organisation_id = ?
          AND indicator_id IN (SELECT coverage.indicator_id FROM edition_coverage AS coverage WHERE coverage.edition_id = ?)
        """,
        to.accessClass().name(),
        to.embargoedUntil(),
        editionKey,
        member.organisationId(),
        editionKey);
    Sql.execute(
        connection,
        """
        INSERT INTO access_class_change
          (edition_id, owner_organisation_id, from_class, to_class, embargoed_until, changed_by, changed_by_name)
        VALUES (?, ?, ?, ?, ?::timestamptz, ?, ?)
        """,
        editionKey,
        member.organisationId(),
        from.name(),
        to.accessClass().name(),
        to.embargoedUntil(),
        member.id(),
        member.name());
    // The other fields of the operation have the time that they always have.
    limitStatements(usual);
  }

  private String statementTimeout() {
    return Sql.list(
            connection,
            "SELECT current_setting('statement_timeout') AS usual",
            row -> row.getString("usual"))
        .getFirst();
  }

  private void limitStatements(String timeout) {
    Sql.execute(connection, "SELECT set_config('statement_timeout', ?, true)", timeout);
  }

  /** The changes of some editions, the newest first. */
  Map<Integer, List<AccessClassChange>> changes(
      int organisationKey, Collection<Integer> editionKeys) {
    return Sql.list(
            connection,
            """
            SELECT edition_id, from_class, to_class, embargoed_until, changed_by_name, changed_at
            FROM access_class_change WHERE owner_organisation_id = ? AND edition_id = ANY (?::int[])
            ORDER BY changed_at DESC, id DESC
            """,
            row -> Map.entry(row.getInt("edition_id"), change(row)),
            organisationKey,
            editionKeys)
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static AccessClassChange change(ResultSet row) throws SQLException {
    return new AccessClassChange(
        AccessClass.valueOf(row.getString("from_class")),
        AccessClass.valueOf(row.getString("to_class")),
        row.getObject("embargoed_until", OffsetDateTime.class),
        row.getString("changed_by_name"),
        row.getObject("changed_at", OffsetDateTime.class));
  }
}
