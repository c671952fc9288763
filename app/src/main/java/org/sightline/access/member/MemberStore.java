package org.sightline.access.member;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sightline.tenancy.Role;
import org.sightline.tenancy.Sql;

/** Members, as far as the viewer may see and change them. */
@Singleton
class MemberStore {
  private static final String INVITE = Sql.beside(MemberStore.class, "invite-member.sql");
  private static final String IN_SIGHT = Sql.beside(MemberStore.class, "member-in-sight.sql");
  private static final String ADD_MACHINE = Sql.beside(MemberStore.class, "add-machine.sql");
  private static final String OF_ORGANISATION =
      """
      SELECT * FROM member WHERE organisation_id = ?
      ORDER BY revoked_at IS NOT NULL, lower(name), id
      """;
  private static final String CHANGE_ROLES =
      """
      UPDATE member SET roles = ?, version = version + 1
      WHERE id = ? AND organisation_id = ? AND version = ? RETURNING *
      """;
  private static final String REVOKE =
      """
      UPDATE member SET revoked_at = now(), revoked_by = ?, version = version + 1
      WHERE id = ? AND organisation_id = ? AND revoked_at IS NULL RETURNING *
      """;

  private final Connection connection;

  MemberStore(Connection connection) {
    this.connection = connection;
  }

  /** Until the transaction's end, nobody else changes the members of this organisation. */
  void lock(int organisationId) {
    int _ =
        Sql.execute(
            connection,
            "SELECT pg_advisory_xact_lock(hashtextextended('members ' || ?, 0))",
            organisationId);
  }

  List<Member> ofOrganisation(int organisationId) {
    return Sql.list(connection, OF_ORGANISATION, MemberStore::member, organisationId);
  }

  Optional<Member> find(int key) {
    return byKey(List.of(key)).stream().findFirst();
  }

  List<Member> byKey(Collection<Integer> keys) {
    return Sql.list(connection, IN_SIGHT, MemberStore::member, keys);
  }

  /** The new member; nobody where the address is a live member's already. */
  Optional<Member> invite(
      org.sightline.tenancy.Member inviter, String name, String email, Collection<Role> roles) {
    return Sql.list(
            connection,
            INVITE,
            MemberStore::member,
            inviter.organisationId(),
            inviter.organisationKind().name(),
            name,
            email,
            codes(roles),
            inviter.id())
        .stream()
        .findFirst();
  }

  Member addMachine(
      org.sightline.tenancy.Member maker,
      String subject,
      String clientId,
      String name,
      Collection<Role> roles) {
    return Sql.list(
            connection,
            ADD_MACHINE,
            MemberStore::member,
            maker.organisationId(),
            maker.organisationKind().name(),
            subject,
            clientId,
            name,
            codes(roles),
            maker.id())
        .getFirst();
  }

  /** The member as changed; nobody where it is not of this version any more. */
  Optional<Member> changeRoles(Member member, Collection<Role> roles) {
    return Sql.list(
            connection,
            CHANGE_ROLES,
            MemberStore::member,
            codes(roles),
            member.key(),
            member.organisationId(),
            member.version())
        .stream()
        .findFirst();
  }

  /** The member as revoked; nobody where the revoker may not do it any more. */
  Optional<Member> revoke(Member member, int revokerKey) {
    return Sql.list(
            connection,
            REVOKE,
            MemberStore::member,
            revokerKey,
            member.key(),
            member.organisationId())
        .stream()
        .findFirst();
  }

  /** By which names the organisation's machine clients sign in, or signed in. */
  Set<String> clientIds(int organisationId) {
    return new HashSet<>(
        Sql.list(
            connection,
            "SELECT client_id FROM member WHERE organisation_id = ? AND client_id IS NOT NULL",
            row -> row.getString("client_id"),
            organisationId));
  }

  /** The organisation's id in Keycloak, where it is known. */
  Optional<String> keycloakId(int organisationId) {
    return Sql.list(
            connection,
            "SELECT keycloak_id FROM organisation WHERE id = ? AND keycloak_id IS NOT NULL",
            row -> row.getString("keycloak_id"),
            organisationId)
        .stream()
        .findFirst();
  }

  private static List<String> codes(Collection<Role> roles) {
    return roles.stream().distinct().sorted().map(Role::code).toList();
  }

  private static Member member(ResultSet row) throws SQLException {
    return new Member(
        row.getInt("id"),
        row.getInt("organisation_id"),
        MemberKind.valueOf(row.getString("kind")),
        row.getString("subject"),
        row.getString("client_id"),
        row.getString("name"),
        row.getString("email"),
        Arrays.stream((String[]) row.getArray("roles").getArray()).map(Role::ofCode).toList(),
        row.getObject("invited_at", OffsetDateTime.class),
        row.getObject("accepted_at", OffsetDateTime.class),
        row.getObject("revoked_at", OffsetDateTime.class),
        row.getInt("version"));
  }
}
