package org.sightline.inspection;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.AccessClass;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Sql;

/** Who may see the own organisation's records, and who decided it when. */
@Singleton
class RecordAccessStore {
  private static final String OWN = " WHERE id = ? AND owner_organisation_id = ?";
  private static final String REMEMBER =
      """
      INSERT INTO record_class_change (record_type, record_id, owner_organisation_id, from_class, to_class, embargoed_until,
        changed_by, changed_by_name)
      VALUES (?, ?, ?, ?, ?, ?::timestamptz, ?, ?) RETURNING changed_at
      """;

  private final Connection connection;

  RecordAccessStore(Connection connection) {
    this.connection = connection;
  }

  /** The class of an own record, which nobody else changes until this transaction ends. */
  Optional<AccessClass> lock(RecordKind kind, int key, Member member) {
    return Sql.list(
            connection,
            "SELECT access_class FROM " + table(kind) + OWN + " FOR UPDATE",
            row -> AccessClass.valueOf(row.getString("access_class")),
            key,
            member.organisationId())
        .stream()
        .findFirst();
  }

  /** Whether it is a plan that is still its council's alone. */
  boolean isDraft(RecordKind kind, int key, Member member) {
    return kind == RecordKind.PLAN
        && !Sql.list(
                connection,
                "SELECT id FROM plan" + OWN + " AND state = 'DRAFT'",
                row -> row.getInt("id"),
                key,
                member.organisationId())
            .isEmpty();
  }

  /** Gives an own record a class, and notes who did; when. */
  OffsetDateTime change(
      RecordKind kind,
      int key,
      AccessClass from,
      AccessClass to,
      @Nullable OffsetDateTime embargoedUntil,
      Member member) {
    Sql.execute(
        connection,
        "UPDATE " + table(kind) + " SET access_class = ?, embargoed_until = ?::timestamptz" + OWN,
        to.name(),
        embargoedUntil,
        key,
        member.organisationId());
    return Sql.list(
            connection,
            REMEMBER,
            row -> row.getObject("changed_at", OffsetDateTime.class),
            kind.name(),
            key,
            member.organisationId(),
            from.name(),
            to.name(),
            embargoedUntil,
            member.id(),
            member.name())
        .getFirst();
  }

  private static String table(RecordKind kind) {
    return switch (kind) {
      case INSPECTION -> "inspection";
      case FINDING -> "finding";
      case INTERVENTION -> "intervention";
      case PLAN -> "plan";
    };
  }
}
