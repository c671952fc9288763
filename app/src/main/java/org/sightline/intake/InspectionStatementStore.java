package org.sightline.intake;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.intake.KnownFrameworks.Area;
import org.sightline.intake.KnownFrameworks.Grade;
import org.sightline.intake.KnownFrameworks.Version;
import org.sightline.intake.StatedInspection.TellingSource;
import org.sightline.intake.mapping.InspectionRule.Source;
import org.sightline.tenancy.Sql;

/** Official accounts of inspections, as an import finds and writes them in its transaction. */
final class InspectionStatementStore {
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('inspection', 0))";
  private static final String NEW_IDS = "SELECT new_id() AS id FROM generate_series(1, ?)";
  private static final String JOIN = "SELECT join_inspections(?, ?)";
  private static final String REMOVE = "DELETE FROM judgement WHERE account_id = ANY (?::int[])";
  private static final String KEEP_SOURCE = sql("keep-inspection-source.sql");
  private static final String SOURCE = sql("inspection-source.sql");
  private static final String VERSIONS = sql("framework-versions.sql");
  private static final String GRADES = sql("grades.sql");
  private static final String ACCOUNTS = sql("standing-accounts.sql");
  private static final String JUDGEMENTS = sql("standing-judgements.sql");
  private static final String ADD_INSPECTIONS = sql("add-inspections.sql");
  private static final String ADD_ACCOUNTS = sql("add-inspection-accounts.sql");
  private static final String CHANGE_ACCOUNTS = sql("change-inspection-accounts.sql");
  private static final String ADD_JUDGEMENTS = sql("add-judgements.sql");

  private final Connection connection;

  InspectionStatementStore(Connection connection) {
    this.connection = connection;
  }

  /** Waits until no other import writes official inspections. */
  void lock() {
    Sql.execute(connection, LOCK);
  }

  /** The source of a file, added where it is new and brought up to date where it is not. */
  TellingSource source(InspectionDelivery delivery, String sha256) {
    Source source = delivery.rule().source();
    Sql.execute(
        connection,
        KEEP_SOURCE,
        source.code(),
        source.kind(),
        source.title(),
        source.publisher(),
        delivery.publishedOn(),
        delivery.fileName(),
        sha256,
        delivery.mapping());
    return Sql.list(connection, SOURCE, InspectionStatementStore::source, source.code()).getFirst();
  }

  KnownFrameworks frameworks() {
    Map<String, Integer> days = new HashMap<>();
    Rows.forEach(
        connection,
        "SELECT code, same_within_days FROM inspection_framework",
        row -> days.put(row.getString("code"), row.getInt("same_within_days")));
    Map<String, List<Version>> versions = new HashMap<>();
    Rows.forEach(
        connection,
        VERSIONS,
        row ->
            versions
                .computeIfAbsent(row.getString("framework_code"), any -> new ArrayList<>())
                .add(
                    new Version(
                        row.getString("version"),
                        row.getObject("valid_from", LocalDate.class),
                        Set.copyOf(texts(row.getArray("areas"))))));
    Map<String, Map<String, Area>> areas = new HashMap<>();
    Rows.forEach(
        connection,
        "SELECT framework_code, code, scale_code, concept FROM judgement_area",
        row ->
            areas
                .computeIfAbsent(row.getString("framework_code"), any -> new HashMap<>())
                .put(
                    row.getString("code"),
                    new Area(
                        row.getString("code"),
                        row.getString("scale_code"),
                        row.getString("concept"))));
    return new KnownFrameworks(days, versions, areas, types(), scales());
  }

  private Map<String, KnownFrameworks.Type> types() {
    Map<String, KnownFrameworks.Type> types = new HashMap<>();
    Rows.forEach(
        connection,
        "SELECT code, framework_code, is_graded FROM inspection_type",
        row ->
            types.put(
                row.getString("code"),
                new KnownFrameworks.Type(
                    row.getString("code"),
                    row.getString("framework_code"),
                    row.getBoolean("is_graded"))));
    return types;
  }

  private Map<String, List<Grade>> scales() {
    Map<String, List<Grade>> scales = new HashMap<>();
    Rows.forEach(
        connection,
        GRADES,
        row ->
            scales
                .computeIfAbsent(row.getString("scale_code"), any -> new ArrayList<>())
                .add(
                    new Grade(
                        row.getString("code"),
                        row.getString("name"),
                        Set.copyOf(texts(row.getArray("words"))))));
    return scales;
  }

  /** Every official account. */
  List<StatedInspection> standing() {
    Map<Integer, TreeMap<String, Verdict>> verdicts = new HashMap<>();
    Rows.forEach(
        connection,
        JUDGEMENTS,
        row ->
            verdicts
                .computeIfAbsent(row.getInt("account_id"), any -> new TreeMap<>())
                .put(
                    row.getString("area_code"),
                    new Verdict(
                        row.getString("grade_code"),
                        row.getString("missing"),
                        row.getString("stated_as"))));
    return Sql.list(
        connection,
        ACCOUNTS,
        row ->
            new StatedInspection(
                row.getInt("id"),
                row.getInt("inspection_id"),
                source(row),
                row.getInt("council_id"),
                row.getString("framework_code"),
                row.getString("type_code"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("precision"),
                row.getObject("account_published_on", LocalDate.class),
                row.getString("lead_inspector"),
                row.getString("report_url"),
                row.getInt("source_line"),
                verdicts.getOrDefault(row.getInt("id"), new TreeMap<>())));
  }

  /** So many ids that nothing has yet. */
  List<Integer> newIds(int count) {
    return Sql.list(connection, NEW_IDS, row -> row.getInt("id"), count);
  }

  /** Writes what has changed. */
  void write(AccountChanges changes, String sourceCode, KnownFrameworks frameworks) {
    addInspections(changes.newInspections());
    change(changes.changed());
    List<Integer> ids = newIds(changes.added().size());
    add(changes.added(), ids, sourceCode);
    List<Integer> all = new ArrayList<>(ids);
    changes.changed().forEach(one -> all.add(Objects.requireNonNull(one.accountId())));
    List<StatedInspection> accounts = new ArrayList<>(changes.added());
    accounts.addAll(changes.changed());
    addJudgements(all, accounts, frameworks);
    changes.joined().forEach((gone, kept) -> Sql.execute(connection, JOIN, gone, kept));
  }

  private void addInspections(List<StatedInspection> added) {
    if (!added.isEmpty()) {
      Sql.execute(
          connection,
          ADD_INSPECTIONS,
          added.stream().map(StatedInspection::inspectionId).toList(),
          added.stream().map(StatedInspection::councilId).toList(),
          texts(added, StatedInspection::framework));
    }
  }

  private void change(List<StatedInspection> changed) {
    if (!changed.isEmpty()) {
      Sql.execute(
          connection,
          CHANGE_ACCOUNTS,
          changed.stream().map(StatedInspection::accountId).toList(),
          changed.stream().map(StatedInspection::inspectionId).toList(),
          texts(changed, StatedInspection::type),
          texts(changed, StatedInspection::firstDay),
          texts(changed, StatedInspection::lastDay),
          texts(changed, StatedInspection::publishedOn),
          texts(changed, StatedInspection::leadInspector),
          texts(changed, StatedInspection::report),
          changed.stream().map(StatedInspection::line).toList());
    }
  }

  private void add(List<StatedInspection> added, List<Integer> ids, String sourceCode) {
    if (!added.isEmpty()) {
      Sql.execute(
          connection,
          ADD_ACCOUNTS,
          sourceCode,
          ids,
          added.stream().map(StatedInspection::inspectionId).toList(),
          texts(added, StatedInspection::type),
          texts(added, StatedInspection::firstDay),
          texts(added, StatedInspection::lastDay),
          texts(added, StatedInspection::publishedOn),
          texts(added, StatedInspection::leadInspector),
          texts(added, StatedInspection::report),
          added.stream().map(StatedInspection::line).toList());
    }
  }

  private void addJudgements(
      List<Integer> ids, List<StatedInspection> accounts, KnownFrameworks frameworks) {
    if (ids.isEmpty()) {
      return;
    }
    Sql.execute(connection, REMOVE, ids);
    List<Integer> of = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      StatedInspection account = accounts.get(i);
      for (Map.Entry<String, Verdict> one : account.verdicts().entrySet()) {
        of.add(ids.get(i));
        rows.add(row(account.framework(), one.getKey(), one.getValue(), frameworks));
      }
    }
    Sql.execute(
        connection,
        ADD_JUDGEMENTS,
        of,
        column(rows, 0),
        column(rows, 1),
        column(rows, 2),
        column(rows, 3),
        column(rows, 4),
        column(rows, 5));
  }

  private static List<String> row(
      String framework, String area, Verdict verdict, KnownFrameworks frameworks) {
    return List.of(
        framework,
        area,
        frameworks.area(framework, area).scale(),
        Objects.toString(verdict.grade(), ""),
        Objects.toString(verdict.missing(), ""),
        Objects.toString(verdict.statedAs(), ""));
  }

  private static List<String> column(List<List<String>> rows, int column) {
    return rows.stream().map(row -> row.get(column)).toList();
  }

  private static TellingSource source(ResultSet row) throws SQLException {
    return new TellingSource(
        row.getString("source_code"),
        row.getInt("precedence"),
        row.getObject("source_published_on", LocalDate.class),
        row.getString("mapping"));
  }

  /** An empty text stands for none. */
  private static List<String> texts(
      Collection<StatedInspection> accounts, Function<StatedInspection, @Nullable Object> of) {
    return accounts.stream().map(one -> Objects.toString(of.apply(one), "")).toList();
  }

  private static List<String> texts(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }

  private static String sql(String fileName) {
    return Sql.beside(InspectionStatementStore.class, fileName);
  }
}
