package org.sightline.access.organisation;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sightline.tenancy.OrganisationKind;
import org.sightline.tenancy.Sql;

/** Organisations and the names of their members, as far as the viewer may see them. */
@Singleton
class OrganisationStore {
  private static final String IN_SIGHT =
      """
      SELECT id, code, name, kind, council_id FROM organisation
      WHERE (((SELECT viewer_organisation()) IS NOT NULL AND onboarded_at IS NOT NULL)
        OR id = (SELECT viewer_organisation()) OR (SELECT viewer_has_role('operator')))
      """;
  private static final String ALL = IN_SIGHT + "ORDER BY name, id";
  private static final String BY_KEY = IN_SIGHT + "AND id = ANY (?::int[])";
  private static final String ADVISERS =
      """
      SELECT organisation_id, id, name FROM member
      WHERE organisation_id = ANY (?::int[]) AND 'adviser' = ANY (roles) AND kind = 'PERSON' AND revoked_at IS NULL
        AND (organisation_id = (SELECT viewer_organisation()) OR (SELECT viewer_has_role('data-owner')))
      ORDER BY name, id
      """;
  private static final String PERSON =
      """
      SELECT id, name FROM member
      WHERE id = ? AND organisation_id = ? AND kind = 'PERSON' AND revoked_at IS NULL
        AND (organisation_id = (SELECT viewer_organisation())
          OR ('adviser' = ANY (roles) AND (SELECT viewer_has_role('data-owner'))))
      """;

  private static final String COUNCILS_OF_A_BODY =
      """
      SELECT DISTINCT council_id FROM regional_body_council AS belonging
      WHERE organisation_id = ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)
        AND EXISTS (
      """
          + IN_SIGHT
          + "AND organisation.id = belonging.organisation_id)";

  private static final String FORGET_FROM_A_DAY =
      "DELETE FROM regional_body_council WHERE organisation_id = ? AND valid_from >= ?";
  private static final String END_BEFORE_A_DAY =
      """
      UPDATE regional_body_council SET valid_to = ?::date - 1
      WHERE organisation_id = ? AND (valid_to IS NULL OR valid_to >= ?)
      """;
  private static final String ADD =
      """
      INSERT INTO regional_body_council (organisation_id, council_id, valid_from)
      SELECT ?, unnest(?::int[]), ?
      """;

  private final Connection connection;

  OrganisationStore(Connection connection) {
    this.connection = connection;
  }

  List<Organisation> all() {
    return Sql.list(connection, ALL, OrganisationStore::organisation);
  }

  List<Organisation> byKey(Collection<Integer> keys) {
    return Sql.list(connection, BY_KEY, OrganisationStore::organisation, keys);
  }

  List<Integer> councilsOf(int bodyKey, LocalDate day) {
    return Sql.list(
        connection, COUNCILS_OF_A_BODY, row -> row.getInt("council_id"), bodyKey, day, day);
  }

  /** From a day on a body is for these councils; before it, for those it was. */
  void setCouncils(int bodyKey, Collection<Integer> councilKeys, LocalDate from) {
    int _ = Sql.execute(connection, FORGET_FROM_A_DAY, bodyKey, from);
    int _ = Sql.execute(connection, END_BEFORE_A_DAY, from, bodyKey, from);
    int _ = Sql.execute(connection, ADD, bodyKey, councilKeys, from);
  }

  Map<Integer, List<MemberName>> advisers(Collection<Integer> organisationKeys) {
    return Sql.list(
            connection,
            ADVISERS,
            row -> Map.entry(row.getInt("organisation_id"), memberName(row)),
            organisationKeys)
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  Optional<MemberName> person(int memberKey, int organisationKey) {
    return Sql.list(connection, PERSON, OrganisationStore::memberName, memberKey, organisationKey)
        .stream()
        .findFirst();
  }

  private static Organisation organisation(ResultSet row) throws SQLException {
    return new Organisation(
        row.getInt("id"),
        row.getString("code"),
        row.getString("name"),
        OrganisationKind.valueOf(row.getString("kind")),
        Sql.nullableInteger(row, "council_id"));
  }

  private static MemberName memberName(ResultSet row) throws SQLException {
    return new MemberName(row.getInt("id"), row.getString("name"));
  }
}
