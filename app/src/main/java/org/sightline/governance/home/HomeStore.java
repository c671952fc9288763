package org.sightline.governance.home;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.governance.StatedDay;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Sql;

/** The own council's homes, from PostgreSQL. */
@Singleton
class HomeStore {
  private static final String HOMES =
      """
      SELECT id, name, opened_on, closed_on, version FROM childrens_home
      WHERE owner_organisation_id = (SELECT viewer_organisation()) AND (?::int[] IS NULL OR id = ANY (?::int[]))
      ORDER BY name, id
      """;
  private static final String GRADES = Sql.beside(HomeStore.class, "grades.sql");
  private static final String SCALE =
      "SELECT code, name, aliases FROM grade WHERE scale_code = 'ofsted-four-point' ORDER BY position";
  private static final String RECORD =
      """
      INSERT INTO childrens_home (owner_organisation_id, name, opened_on, closed_on) VALUES (?, ?, ?, ?)
      ON CONFLICT (owner_organisation_id, name) DO NOTHING RETURNING id
      """;
  private static final String AMEND =
      """
      UPDATE childrens_home SET name = ?, opened_on = ?, closed_on = ?, version = version + 1
      WHERE id = ? AND version = ? AND owner_organisation_id = (SELECT viewer_organisation())
      """;
  private static final String RECORD_GRADE = Sql.beside(HomeStore.class, "record-grade.sql");

  private final Connection connection;

  HomeStore(Connection connection) {
    this.connection = connection;
  }

  /** By name. */
  List<ChildrensHome> list() {
    return homes(null);
  }

  Optional<ChildrensHome> find(int key) {
    return byKey(List.of(key)).stream().findFirst();
  }

  List<ChildrensHome> byKey(Collection<Integer> keys) {
    return homes(keys);
  }

  /** By home, the latest first. */
  List<ChildrensHomeGrade> grades(Collection<Integer> homeKeys) {
    return Sql.list(connection, GRADES, HomeStore::grade, homeKeys);
  }

  /** Ofsted's grades, the best first. */
  List<HomeGrade> scale() {
    return Sql.list(
        connection,
        SCALE,
        row ->
            new HomeGrade(
                row.getString("code"),
                row.getString("name"),
                Arrays.asList((String[]) row.getArray("aliases").getArray())));
  }

  /** The key of the new one; nothing where there is one of the name. */
  Optional<Integer> record(
      Member member, String name, @Nullable LocalDate openedOn, @Nullable LocalDate closedOn) {
    return Sql.list(
            connection,
            RECORD,
            row -> row.getInt("id"),
            member.organisationId(),
            name,
            openedOn,
            closedOn)
        .stream()
        .findFirst();
  }

  /** False where it was changed since its version. */
  boolean amend(ChildrensHome changed) {
    return Sql.execute(
            connection,
            AMEND,
            changed.name(),
            changed.openedOn(),
            changed.closedOn(),
            changed.key(),
            changed.version())
        == 1;
  }

  void recordGrade(Member member, ChildrensHomeGrade grade) {
    int _ =
        Sql.execute(
            connection,
            RECORD_GRADE,
            grade.homeKey(),
            member.organisationId(),
            grade.asAt().first(),
            grade.asAt().precision().name(),
            grade.gradeCode(),
            grade.inspectedOn(),
            grade.source(),
            grade.paragraph());
  }

  private List<ChildrensHome> homes(@Nullable Collection<Integer> keys) {
    return Sql.list(connection, HOMES, HomeStore::home, keys, keys);
  }

  private static ChildrensHome home(ResultSet row) throws SQLException {
    return new ChildrensHome(
        row.getInt("id"),
        row.getString("name"),
        row.getObject("opened_on", LocalDate.class),
        row.getObject("closed_on", LocalDate.class),
        row.getInt("version"));
  }

  private static ChildrensHomeGrade grade(ResultSet row) throws SQLException {
    return new ChildrensHomeGrade(
        row.getInt("home_id"),
        StatedDay.read(row, "as_at", "precision").orElseThrow(),
        row.getString("grade_code"),
        row.getString("grade_name"),
        row.getObject("inspected_on", LocalDate.class),
        row.getString("source"),
        row.getString("paragraph"));
  }
}
