package org.sightline.access.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.access.organisation.MemberName;
import org.sightline.access.sharing.SharingSide;
import org.sightline.access.sharing.Terms;
import org.sightline.tenancy.Sql;

/** Reads agreements from rows of {@code agreements.sql}. */
final class AgreementRows {
  private AgreementRows() {}

  static SharingAgreement agreement(ResultSet row) throws SQLException {
    int owner = row.getInt("owner_organisation_id");
    int recipient = row.getInt("recipient_organisation_id");
    @Nullable Integer person = Sql.nullableInteger(row, "recipient_member_id");
    return new SharingAgreement(
        row.getInt("id"),
        owner,
        recipient,
        person == null ? null : new MemberName(person, row.getString("person_name")),
        Terms.of(row),
        row.getString("proposer_name"),
        side(row.getInt("proposed_by_organisation_id"), owner),
        row.getObject("proposed_at", OffsetDateTime.class),
        signatures(row, owner, recipient),
        AgreementState.valueOf(row.getString("state")),
        revocation(row, owner));
  }

  private static SharingSide side(int organisation, int owner) {
    return organisation == owner ? SharingSide.OWNER : SharingSide.RECIPIENT;
  }

  private static List<Signature> signatures(ResultSet row, int owner, int recipient)
      throws SQLException {
    return Stream.of(
            signature(row, SharingSide.OWNER, "owner", owner),
            signature(row, SharingSide.RECIPIENT, "recipient", recipient))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Signature> signature(
      ResultSet row, SharingSide side, String columns, int organisation) throws SQLException {
    @Nullable OffsetDateTime at = row.getObject(columns + "_at", OffsetDateTime.class);
    return at == null
        ? Optional.empty()
        : Optional.of(
            new Signature(
                side,
                organisation,
                row.getString(columns + "_name"),
                row.getString(columns + "_position"),
                at));
  }

  private static Optional<Revocation> revocation(ResultSet row, int owner) throws SQLException {
    @Nullable OffsetDateTime at = row.getObject("revoked_at", OffsetDateTime.class);
    return at == null
        ? Optional.empty()
        : Optional.of(
            new Revocation(
                at,
                row.getString("revoked_by_name"),
                side(row.getInt("revoked_by_organisation_id"), owner),
                row.getString("revoked_because")));
  }
}
