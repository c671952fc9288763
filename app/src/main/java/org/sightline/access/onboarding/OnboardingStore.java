package org.sightline.access.onboarding;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.OrganisationKind;
import org.sightline.tenancy.Sql;

/** Organisations while they are made. */
@Singleton
class OnboardingStore {
  private static final String ONBOARDINGS = Sql.beside(OnboardingStore.class, "onboardings.sql");
  private static final String HALF_DONE =
      ONBOARDINGS + "WHERE organisation.onboarded_at IS NULL ORDER BY organisation.id";
  private static final String BY_CODE = ONBOARDINGS + "WHERE organisation.code = ?";
  private static final String ADD_ORGANISATION =
      "INSERT INTO organisation (code, name, kind, council_id) VALUES (?, ?, ?, ?)";
  private static final String INVITE =
      """
      INSERT INTO member (organisation_id, organisation_kind, kind, name, email, roles, invited_by)
      VALUES (?, ?, 'PERSON', ?, ?, ARRAY['analyst', 'data-owner'], ?)
      ON CONFLICT DO NOTHING
      """;

  private final Connection connection;

  /** The address is a member's of another organisation. */
  static final class AddressTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  OnboardingStore(Connection connection) {
    this.connection = connection;
  }

  /** Whether nobody else works at this code's onboarding until the transaction's end. */
  boolean lock(String code) {
    return Sql.list(
            connection,
            "SELECT pg_try_advisory_xact_lock(hashtextextended('onboarding ' || ?, 0)) AS is_ours",
            row -> row.getBoolean("is_ours"),
            code)
        .getFirst();
  }

  List<Onboarding> halfDone() {
    return Sql.list(connection, HALF_DONE, OnboardingStore::onboarding);
  }

  Optional<Onboarding> find(String code) {
    return Sql.list(connection, BY_CODE, OnboardingStore::onboarding, code).stream().findFirst();
  }

  /** The code of another organisation that has this name or is this council. */
  Optional<String> other(Plan plan) {
    return Sql.list(
            connection,
            "SELECT code FROM organisation WHERE code <> ? AND (name = ? OR council_id = ?)",
            row -> row.getString("code"),
            plan.code(),
            plan.name(),
            plan.councilKey())
        .stream()
        .findFirst();
  }

  void addOrganisation(Plan plan) {
    int _ =
        Sql.execute(
            connection,
            ADD_ORGANISATION,
            plan.code(),
            plan.name(),
            plan.kind().name(),
            plan.councilKey());
  }

  void writeKeycloakId(int organisationKey, String keycloakId) {
    int _ =
        Sql.execute(
            connection,
            "UPDATE organisation SET keycloak_id = ? WHERE id = ?",
            keycloakId,
            organisationKey);
  }

  /**
   * Invites the first data owner, in the place of one who has not accepted.
   *
   * @throws AddressTaken when the address is a member's of another organisation; then the
   *     transaction is not to be kept
   */
  void invite(Onboarding onboarding, FirstDataOwner person, int operatorKey) {
    removeInvited(onboarding.key());
    int invited =
        Sql.execute(
            connection,
            INVITE,
            onboarding.key(),
            onboarding.kind().name(),
            person.name(),
            person.email(),
            operatorKey);
    if (invited == 0) {
      throw new AddressTaken();
    }
  }

  void writeSending(int organisationKey) {
    int _ =
        Sql.execute(
            connection, "UPDATE organisation SET invited_at = now() WHERE id = ?", organisationKey);
  }

  void forgetSending(int organisationKey) {
    int _ =
        Sql.execute(
            connection, "UPDATE organisation SET invited_at = NULL WHERE id = ?", organisationKey);
  }

  /** Removes the organisation and who was invited to it. */
  void remove(int organisationKey) {
    removeInvited(organisationKey);
    int _ = Sql.execute(connection, "DELETE FROM organisation WHERE id = ?", organisationKey);
  }

  private void removeInvited(int organisationKey) {
    int _ =
        Sql.execute(
            connection,
            "DELETE FROM member WHERE organisation_id = ? AND subject IS NULL",
            organisationKey);
  }

  private static Onboarding onboarding(ResultSet row) throws SQLException {
    return new Onboarding(
        row.getInt("id"),
        row.getString("code"),
        row.getString("name"),
        OrganisationKind.valueOf(row.getString("kind")),
        row.getObject("created_at", OffsetDateTime.class),
        row.getString("keycloak_id"),
        firstDataOwner(row),
        row.getObject("invited_at", OffsetDateTime.class),
        row.getObject("onboarded_at", OffsetDateTime.class));
  }

  private static @Nullable FirstDataOwner firstDataOwner(ResultSet row) throws SQLException {
    String name = row.getString("first_name");
    return name == null ? null : new FirstDataOwner(name, row.getString("first_email"));
  }
}
