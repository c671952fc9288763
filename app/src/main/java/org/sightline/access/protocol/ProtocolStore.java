package org.sightline.access.protocol;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.access.sharing.Terms;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.OrganisationKind;
import org.sightline.tenancy.Sql;

/** Protocols and their parties, from PostgreSQL. */
@Singleton
class ProtocolStore {
  private static final String PROTOCOLS = Sql.beside(ProtocolStore.class, "protocols.sql");
  private static final String PROPOSE = Sql.beside(ProtocolStore.class, "propose.sql");
  private static final String INVITE = Sql.beside(ProtocolStore.class, "invite.sql");
  private static final String PARTIES =
      """
      SELECT protocol_id, organisation_id, invited_at, signed_by_name, signed_as, signed_at, left_by_name, left_at
      FROM sharing_protocol_party
      WHERE protocol_id = ANY (?::int[])
        AND (organisation_id = (SELECT viewer_organisation()) OR protocol_id IN (SELECT viewer_current_protocols()))
      ORDER BY protocol_id, id
      """;
  private static final String SIGN =
      """
      UPDATE sharing_protocol_party SET signed_by = ?, signed_by_name = ?, signed_as = ?, signed_at = now()
      WHERE protocol_id = ? AND organisation_id = ? AND signed_at IS NULL AND left_at IS NULL
      """;
  private static final String LEAVE =
      """
      UPDATE sharing_protocol_party SET left_by = ?, left_by_name = ?, left_at = now()
      WHERE protocol_id = ? AND organisation_id = ? AND left_at IS NULL
      """;

  private final Connection connection;

  ProtocolStore(Connection connection) {
    this.connection = connection;
  }

  /** What the parties of a new protocol sign. */
  record Proposal(
      String name, String text, boolean reciprocal, Set<OrganisationKind> openTo, Terms terms) {}

  /** The newest first; null for all in sight. */
  List<SharingProtocol> list(@Nullable Collection<Integer> keys) {
    return Sql.list(connection, PROTOCOLS, ProtocolStore::protocol, keys, keys);
  }

  /** The parties of some protocols, in the order of the invitations, by the protocols' keys. */
  Map<Integer, List<Party>> parties(Collection<Integer> protocolKeys) {
    return Sql.list(connection, PARTIES, ProtocolStore::party, protocolKeys).stream()
        .collect(Collectors.groupingBy(Party::protocolKey));
  }

  /** The key of the new protocol. */
  int propose(Proposal proposal, Member proposer) {
    Terms terms = proposal.terms();
    return Sql.list(
            connection,
            PROPOSE,
            row -> row.getInt("id"),
            proposer.organisationId(),
            proposal.name(),
            proposal.text(),
            proposal.reciprocal(),
            proposal.openTo().stream().map(OrganisationKind::name).toList(),
            terms.scope().datasetNames(),
            terms.scope().indicatorIds(),
            terms.scope().periodsFrom(),
            terms.scope().periodsTo(),
            terms.purpose(),
            terms.onwardPublication().name(),
            terms.foiAnsweredBy().name(),
            terms.validFrom(),
            terms.validTo(),
            proposer.id())
        .getFirst();
  }

  void invite(int protocolKey, Collection<Integer> organisationKeys, Member convenor) {
    int _ = Sql.execute(connection, INVITE, protocolKey, convenor.id(), organisationKeys);
  }

  /** False where the member's organisation had signed or left by then. */
  boolean sign(int protocolKey, Member signer, String position) {
    return Sql.execute(
            connection,
            SIGN,
            signer.id(),
            signer.name(),
            position,
            protocolKey,
            signer.organisationId())
        == 1;
  }

  /** False where the member's organisation had left by then. */
  boolean leave(int protocolKey, Member leaver) {
    return Sql.execute(
            connection, LEAVE, leaver.id(), leaver.name(), protocolKey, leaver.organisationId())
        == 1;
  }

  private static SharingProtocol protocol(ResultSet row) throws SQLException {
    return new SharingProtocol(
        row.getInt("id"),
        row.getString("name"),
        row.getInt("convenor_organisation_id"),
        row.getString("text"),
        row.getBoolean("reciprocal"),
        openTo(row),
        Terms.of(row),
        row.getObject("proposed_at", OffsetDateTime.class),
        ProtocolState.valueOf(row.getString("state")),
        row.getBoolean("has_viewer"),
        row.getBoolean("is_over"));
  }

  private static List<OrganisationKind> openTo(ResultSet row) throws SQLException {
    return Arrays.stream((String[]) row.getArray("open_to").getArray())
        .map(OrganisationKind::valueOf)
        .toList();
  }

  private static Party party(ResultSet row) throws SQLException {
    return new Party(
        row.getInt("protocol_id"),
        row.getInt("organisation_id"),
        row.getObject("invited_at", OffsetDateTime.class),
        row.getString("signed_by_name"),
        row.getString("signed_as"),
        row.getObject("signed_at", OffsetDateTime.class),
        row.getString("left_by_name"),
        row.getObject("left_at", OffsetDateTime.class));
  }
}
