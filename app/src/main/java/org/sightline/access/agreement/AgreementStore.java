package org.sightline.access.agreement;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.access.sharing.Terms;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Sql;

/** Agreements, from PostgreSQL. */
@Singleton
class AgreementStore {
  private static final String AGREEMENTS =
      "SELECT * FROM (" + Sql.beside(AgreementStore.class, "agreements.sql") + ") AS agreement";
  private static final String BY_KEY = AGREEMENTS + " WHERE id = ANY (?::int[])";
  private static final String PAGE =
      AGREEMENTS
          + """
           WHERE (?::text[] IS NULL OR state = ANY (?::text[]))
            AND (proposed_at, id) < (coalesce(?::timestamptz, 'infinity'), ?)
          ORDER BY proposed_at DESC, id DESC
          LIMIT ?
          """;
  private static final String COUNT =
      AGREEMENTS.replace("SELECT * FROM (", "SELECT count(*) AS total FROM (")
          + " WHERE ?::text[] IS NULL OR state = ANY (?::text[])";
  private static final String PROPOSE = Sql.beside(AgreementStore.class, "propose.sql");
  private static final String SIGN =
      """
      INSERT INTO sharing_agreement_signature (agreement_id, organisation_id, signed_by, signed_by_name, signed_as)
      VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;
  private static final String REVOKE =
      """
      UPDATE sharing_agreement SET revoked_at = now(), revoked_by = ?, revoked_by_name = ?, revoked_because = ?
      WHERE id = ? AND revoked_at IS NULL
        AND (SELECT viewer_organisation()) IN (owner_organisation_id, recipient_organisation_id)
      """;

  private final Connection connection;

  AgreementStore(Connection connection) {
    this.connection = connection;
  }

  /** What a new agreement is between. */
  record Sides(int ownerKey, int recipientKey, String recipientKind, @Nullable Integer personKey) {}

  /**
   * The newest first, from a position on.
   *
   * @param states null for all
   * @param before null for the first page, and then the key counts for nothing
   */
  List<SharingAgreement> page(
      @Nullable Collection<String> states,
      @Nullable OffsetDateTime before,
      int beforeKey,
      int most) {
    return Sql.list(
        connection, PAGE, AgreementRows::agreement, states, states, before, beforeKey, most);
  }

  long count(@Nullable Collection<String> states) {
    return Sql.list(connection, COUNT, row -> row.getLong("total"), states, states).getFirst();
  }

  List<SharingAgreement> byKey(Collection<Integer> keys) {
    return Sql.list(connection, BY_KEY, AgreementRows::agreement, keys);
  }

  /** The key of the new agreement. */
  int propose(Sides sides, Terms terms, Member proposer) {
    return Sql.list(
            connection,
            PROPOSE,
            row -> row.getInt("id"),
            sides.ownerKey(),
            sides.recipientKey(),
            sides.recipientKind(),
            sides.personKey(),
            terms.scope().datasetNames(),
            terms.scope().indicatorIds(),
            terms.scope().periodsFrom(),
            terms.scope().periodsTo(),
            terms.purpose(),
            terms.onwardPublication().name(),
            terms.foiAnsweredBy().name(),
            terms.validFrom(),
            terms.validTo(),
            proposer.id(),
            proposer.organisationId())
        .getFirst();
  }

  /** False where the member's organisation had signed by then. */
  boolean sign(int key, Member signer, String position) {
    return Sql.execute(
            connection, SIGN, key, signer.organisationId(), signer.id(), signer.name(), position)
        == 1;
  }

  /** False where it was revoked by then. */
  boolean revoke(int key, Member revoker, String because) {
    return Sql.execute(connection, REVOKE, revoker.id(), revoker.name(), because, key) == 1;
  }
}
