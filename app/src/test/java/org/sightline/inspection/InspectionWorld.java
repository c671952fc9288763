package org.sightline.inspection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sightline.SharedWorld;
import org.sightline.TestSightline;
import org.sightline.graphql.GlobalId;
import org.sightline.tenancy.Role;
import org.sightline.tenancy.Viewer;

/** Inspections put in by the tables' owner, and people who look at them. */
final class InspectionWorld implements AutoCloseable {
  static final String HULL = "E06000010";
  static final String YORK = "E06000014";
  static final String LEEDS = "E08000035";
  private static final String ILACS_2023 =
      "overall-effectiveness=good,impact-of-leaders=good,help-and-protection=good,children-in-care=good,care-leavers=outstanding";

  private final TestSightline sightline;
  private final Connection owner;
  final SharedWorld shared;
  final SharedWorld.Organisation hull;
  final SharedWorld.Organisation york;
  final Viewer hullContributor;
  final Viewer yorkContributor;

  InspectionWorld(TestSightline sightline) {
    this.sightline = sightline;
    try {
      owner = sightline.database().connect();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    shared = new SharedWorld(sightline.database());
    hull = shared.council(HULL);
    york = shared.council(YORK);
    hullContributor = shared.member(hull, "hull-contributor", Role.ANALYST, Role.CONTRIBUTOR);
    yorkContributor = shared.member(york, "york-contributor", Role.ANALYST, Role.CONTRIBUTOR);
  }

  /** An inspection that nobody owns; its key. */
  int official(String council, String framework) {
    return key(
        "INSERT INTO inspection (council_id, framework_code, access_class) VALUES (?, ?, 'PUBLISHED') RETURNING id",
        shared.areaKey(council),
        framework);
  }

  /** A standard inspection, good in everything that its version judges. */
  int graded(String council, String firstDay) {
    int inspection = official(council, "ilacs");
    account(
        inspection,
        source("OFFICIAL_STATISTICS", "2025-05-01"),
        "ilacs-standard",
        firstDay,
        null,
        null,
        firstDay.compareTo("2023") < 0
            ? "overall-effectiveness=good,care-and-care-leavers=good"
            : ILACS_2023);
    return inspection;
  }

  /** An inspection of a class that an organisation owns, with one account; its key. */
  int owned(SharedWorld.Organisation by, String accessClass, String type, String firstDay) {
    int inspection =
        key(
            """
            INSERT INTO inspection (council_id, framework_code, owner_organisation_id, access_class)
            SELECT ?, framework_code, ?, ? FROM inspection_type WHERE code = ? RETURNING id
            """,
            by.council(),
            by.id(),
            accessClass,
            type);
    int source =
        key(
            """
            INSERT INTO inspection_source (code, kind, title, publisher, owner_organisation_id)
            VALUES (gen_random_uuid()::text, 'OWN_RECORD', 'Minutes', 'A council', ?) RETURNING id
            """,
            by.id());
    int account =
        key(
            """
            INSERT INTO inspection_account (inspection_id, source_id, owner_key, type_code, starts_on)
            VALUES (?, ?, ?, ?, ?) RETURNING id
            """,
            inspection,
            source,
            by.id(),
            type,
            LocalDate.parse(firstDay));
    grades(account, by.id(), "overall-effectiveness=inadequate,impact-of-leaders=inadequate");
    return inspection;
  }

  /** A source that nobody owns; its key. */
  int source(String kind, @Nullable String publishedOn) {
    return key(
        """
        INSERT INTO inspection_source (code, kind, title, publisher, published_on)
        VALUES (gen_random_uuid()::text, ?, 'Title of ' || ?::text, 'A publisher', ?) RETURNING id
        """,
        kind,
        kind,
        day(publishedOn));
  }

  /** What a source says of an inspection that nobody owns; the account's key. */
  int account(
      int inspection,
      int source,
      @Nullable String type,
      @Nullable String firstDay,
      @Nullable String lastDay,
      @Nullable String publishedOn,
      String grades) {
    int account =
        key(
            """
            INSERT INTO inspection_account (inspection_id, source_id, type_code, starts_on, ends_on, published_on)
            VALUES (?, ?, ?, ?, ?, ?) RETURNING id
            """,
            inspection,
            source,
            type,
            day(firstDay),
            day(lastDay),
            day(publishedOn));
    grades(account, 0, grades);
    return account;
  }

  /** Says of an account that it knows its days no better. */
  void precision(int account, String precision) {
    execute("UPDATE inspection_account SET precision = ? WHERE id = ?", precision, account);
  }

  private void grades(int account, int ownerKey, String grades) {
    if (grades.isEmpty()) {
      return;
    }
    for (String pair : grades.split(",", -1)) {
      String[] parts = pair.split("=", -1);
      execute(
          """
          INSERT INTO judgement (account_id, owner_key, framework_code, area_code, scale_code, grade_code)
          SELECT account.id, ?, area.framework_code, area.code, area.scale_code, ?
          FROM inspection_account AS account JOIN inspection ON inspection.id = account.inspection_id
          JOIN judgement_area AS area ON area.framework_code = inspection.framework_code
          WHERE account.id = ? AND area.code = ?
          """,
          ownerKey,
          parts[1],
          account,
          parts[0]);
    }
  }

  /** A finding that nobody owns. */
  int finding(int inspection, String kind, String text) {
    return key(
        """
        INSERT INTO finding (inspection_id, council_id, access_class, kind, text, source)
        SELECT id, council_id, 'PUBLISHED', ?, ?, 'The report' FROM inspection WHERE id = ? RETURNING id
        """,
        kind,
        text,
        inspection);
  }

  static String id(int inspection) {
    return new GlobalId("Inspection", String.valueOf(inspection)).encoded();
  }

  void execute(String sql, @Nullable Object... parameters) {
    try (PreparedStatement statement = prepare(sql, parameters)) {
      statement.execute();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  int key(String sql, @Nullable Object... parameters) {
    try (PreparedStatement statement = prepare(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private PreparedStatement prepare(String sql, @Nullable Object... parameters)
      throws SQLException {
    PreparedStatement statement = owner.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  private static @Nullable LocalDate day(@Nullable String day) {
    return day == null ? null : LocalDate.parse(day);
  }

  TestSightline sightline() {
    return sightline;
  }

  @Override
  public void close() {
    shared.close();
    try {
      owner.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    sightline.close();
  }
}
