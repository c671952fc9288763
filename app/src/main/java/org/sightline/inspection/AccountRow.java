package org.sightline.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.AccessClass;
import org.sightline.inspection.framework.Framework;
import org.sightline.inspection.framework.Frameworks;
import org.sightline.inspection.framework.InspectionType;
import org.sightline.inspection.framework.VisitTheme;
import org.sightline.tenancy.Sql;

/**
 * A row of {@code inspections.sql}.
 *
 * @param account null where the inspection has none
 */
record AccountRow(InspectionRow inspection, @Nullable Account account) {

  /** What a source says, before the grades are known. */
  record Account(
      int key,
      InspectionSource source,
      @Nullable InspectionType type,
      @Nullable LocalDate firstDay,
      @Nullable LocalDate lastDay,
      DatePrecision precision,
      @Nullable LocalDate publishedOn,
      @Nullable Boolean isPublished,
      List<VisitTheme> visitThemes,
      @Nullable String leadInspector,
      @Nullable String reportUrl,
      @Nullable String outcome,
      @Nullable Integer sourceLine,
      @Nullable String paragraph) {

    InspectionAccount with(List<JudgementRow> rows, Framework framework, Frameworks definitions) {
      return new InspectionAccount(
          key,
          source,
          type,
          firstDay,
          lastDay,
          precision,
          publishedOn,
          isPublished,
          visitThemes,
          leadInspector,
          reportUrl,
          outcome,
          sourceLine,
          paragraph,
          rows.stream()
              .flatMap(
                  row ->
                      framework
                          .area(row.area())
                          .map(area -> row.judgement(area, source, definitions))
                          .stream())
              .sorted(Comparator.comparing(one -> framework.areas().indexOf(one.area())))
              .toList());
    }
  }

  static AccountRow read(ResultSet row, Frameworks definitions) throws SQLException {
    InspectionRow inspection =
        new InspectionRow(
            row.getInt("id"),
            row.getInt("council_id"),
            row.getString("framework_code"),
            access(row),
            row.getInt("version"));
    @Nullable Integer account = Sql.nullableInteger(row, "account_id");
    return new AccountRow(inspection, account == null ? null : account(account, row, definitions));
  }

  /** Of a row that has an access class, the end of an embargo and an owner. */
  static RecordAccess access(ResultSet row) throws SQLException {
    return new RecordAccess(
        AccessClass.valueOf(row.getString("access_class")),
        row.getObject("embargoed_until", OffsetDateTime.class),
        Sql.nullableInteger(row, "owner_organisation_id"));
  }

  private static Account account(int key, ResultSet row, Frameworks definitions)
      throws SQLException {
    Framework framework = definitions.find(row.getString("framework_code")).orElseThrow();
    boolean isPublished = row.getBoolean("is_published");
    boolean saysWhether = !row.wasNull();
    return new Account(
        key,
        source(row),
        Optional.ofNullable(row.getString("type_code")).flatMap(framework::type).orElse(null),
        row.getObject("starts_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        DatePrecision.valueOf(row.getString("precision")),
        row.getObject("published_on", LocalDate.class),
        saysWhether ? isPublished : null,
        themes(row, definitions),
        row.getString("lead_inspector"),
        row.getString("report_url"),
        row.getString("outcome"),
        Sql.nullableInteger(row, "source_line"),
        row.getString("paragraph"));
  }

  private static InspectionSource source(ResultSet row) throws SQLException {
    return new InspectionSource(
        row.getInt("source_id"),
        SourceKind.valueOf(row.getString("source_kind")),
        row.getString("source_title"),
        row.getString("source_publisher"),
        row.getObject("source_published_on", LocalDate.class),
        row.getString("source_file_name"));
  }

  private static List<VisitTheme> themes(ResultSet row, Frameworks definitions)
      throws SQLException {
    Stream<String> codes =
        Arrays.stream((String[]) Objects.requireNonNull(row.getArray("visit_themes")).getArray());
    return codes.flatMap(code -> definitions.visitTheme(code).stream()).toList();
  }
}
