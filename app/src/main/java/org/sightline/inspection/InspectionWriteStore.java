package org.sightline.inspection;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.AccessClass;
import org.sightline.inspection.WrittenInspection.WrittenGrade;
import org.sightline.inspection.framework.Grade;
import org.sightline.inspection.framework.JudgementArea;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Sql;

/** Writes what a council records of its own inspections. */
@Singleton
class InspectionWriteStore {
  private static final String ADD_SOURCE =
      """
      INSERT INTO inspection_source (code, kind, title, publisher, published_on, owner_organisation_id)
      VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (owner_key, code) DO NOTHING
      """;
  private static final String SOURCE =
      "SELECT id FROM inspection_source WHERE owner_key = ? AND code = ?";
  private static final String ADD_INSPECTION =
      """
      INSERT INTO inspection (council_id, framework_code, owner_organisation_id, access_class)
      VALUES (?, ?, ?, ?) RETURNING id
      """;
  private static final String ADD_ACCOUNT =
      """
      INSERT INTO inspection_account (inspection_id, source_id, owner_key, type_code, starts_on, ends_on, precision,
        published_on, is_published, visit_themes, lead_inspector, report_url, outcome, paragraph)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
      """;
  private static final String CHANGE_ACCOUNT =
      """
      UPDATE inspection_account SET type_code = ?, starts_on = ?, ends_on = ?, precision = ?, published_on = ?,
        is_published = ?, visit_themes = ?, lead_inspector = ?, report_url = ?, outcome = ?, paragraph = ?
      WHERE id = ? AND owner_key = (SELECT viewer_organisation())
      """;
  private static final String GRADES = Sql.beside(InspectionWriteStore.class, "state-grades.sql");
  private static final String NEXT_VERSION =
      """
      UPDATE inspection SET version = version + 1
      WHERE id = ? AND version = ? AND owner_organisation_id = (SELECT viewer_organisation())
      """;

  private final Connection connection;

  InspectionWriteStore(Connection connection) {
    this.connection = connection;
  }

  /** Where a council has it from. */
  record WrittenSource(SourceKind kind, String title, @Nullable LocalDate publishedOn) {
    /** The same source is one row, however often it is named. */
    private String code() {
      return "%s|%s|%s".formatted(kind, publishedOn, title);
    }
  }

  /** Keeps a new inspection; its key. */
  int record(
      WrittenInspection written, WrittenSource source, AccessClass accessClass, Member member) {
    int inspection =
        key(
            ADD_INSPECTION,
            member.councilKey(),
            written.type().framework(),
            member.organisationId(),
            accessClass.name());
    int account =
        key(
            ADD_ACCOUNT,
            inspection,
            source(source, member),
            member.organisationId(),
            written.type().code(),
            written.firstDay(),
            written.lastDay(),
            written.precision().name(),
            written.publishedOn(),
            written.isPublished(),
            themes(written),
            written.leadInspector(),
            written.reportUrl(),
            written.outcome(),
            written.paragraph());
    state(account, written, member);
    return inspection;
  }

  /** False where somebody has changed it since that version. */
  boolean amend(int key, int version, int account, WrittenInspection written, Member member) {
    if (Sql.execute(connection, NEXT_VERSION, key, version) == 0) {
      return false;
    }
    Sql.execute(
        connection,
        CHANGE_ACCOUNT,
        written.type().code(),
        written.firstDay(),
        written.lastDay(),
        written.precision().name(),
        written.publishedOn(),
        written.isPublished(),
        themes(written),
        written.leadInspector(),
        written.reportUrl(),
        written.outcome(),
        written.paragraph(),
        account);
    state(account, written, member);
    return true;
  }

  private void state(int account, WrittenInspection written, Member member) {
    List<WrittenGrade> grades = written.grades();
    if (grades.isEmpty()) {
      return;
    }
    Sql.execute(
        connection,
        GRADES,
        account,
        member.organisationId(),
        written.type().framework(),
        grades.stream().map(WrittenGrade::area).map(JudgementArea::code).toList(),
        grades.stream().map(WrittenGrade::area).map(JudgementArea::scale).toList(),
        texts(
            grades.stream().map(one -> Optional.ofNullable(one.grade()).map(Grade::code)).toList()),
        texts(grades.stream().map(one -> Optional.ofNullable(one.statedAs())).toList()));
  }

  /** An empty text stands for nothing. */
  private static List<String> texts(List<Optional<String>> texts) {
    return texts.stream().map(text -> text.orElse("")).toList();
  }

  private static List<String> themes(WrittenInspection written) {
    return written.visitThemes().stream().map(theme -> theme.code()).toList();
  }

  private int source(WrittenSource source, Member member) {
    Sql.execute(
        connection,
        ADD_SOURCE,
        source.code(),
        source.kind().name(),
        source.title(),
        member.organisationName(),
        source.publishedOn(),
        member.organisationId());
    return key(SOURCE, member.organisationId(), source.code());
  }

  private int key(String sql, @Nullable Object... parameters) {
    return Sql.list(connection, sql, row -> row.getInt("id"), parameters).getFirst();
  }
}
