package org.sightline.access.worlds;

import graphql.schema.GraphQLSchema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGStatement;
import org.sightline.TestSightline;
import org.sightline.local.Database;
import org.sightline.tenancy.Viewer;

/** A database that holds one world at a time, and is asked as the service's role. */
final class WorldDatabase implements AutoCloseable {
  static final String RE_REFERRALS = "re-referrals-percent";

  /** Every guarded table, and what tells its rows apart in a world. Words are left out. */
  static final Map<String, String> KEYS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("access_class_change", "id"),
              Map.entry("access_log", "request_id"),
              Map.entry("action", "id"),
              Map.entry("action_change", "id"),
              Map.entry("action_dependency", "action_id"),
              Map.entry("action_indicator", "action_id"),
              Map.entry("childrens_home", "id"),
              Map.entry("childrens_home_count", "id"),
              Map.entry("childrens_home_grade", "home_id"),
              Map.entry("dictionary_entry", "edition_id"),
              Map.entry("edition", "id"),
              Map.entry(
                  "edition_breakdown",
                  "concat_ws('-', edition_id, indicator_id, period_id, breakdown_id)"),
              Map.entry("edition_coverage", "concat_ws('-', edition_id, indicator_id, period_id)"),
              Map.entry("finding", "id"),
              Map.entry("finding_action", "concat_ws('-', finding_id, action_id)"),
              Map.entry("impact_evidence", "id"),
              Map.entry("import_rejection", "message"),
              Map.entry("import_run", "file_name"),
              Map.entry("indicator_target", "id"),
              Map.entry("inspection", "id"),
              Map.entry("inspection_account", "id"),
              Map.entry("inspection_source", "id"),
              Map.entry("intervention", "id"),
              Map.entry("judgement", "account_id"),
              Map.entry("member", "id"),
              Map.entry("milestone", "id"),
              Map.entry("milestone_date", "milestone_id"),
              Map.entry("observation", "id"),
              Map.entry("organisation", "id"),
              Map.entry("plan", "id"),
              Map.entry("record_class_change", "id"),
              Map.entry("regional_body_council", "concat_ws('-', organisation_id, council_id)"),
              Map.entry("release", "id"),
              Map.entry("review", "id"),
              Map.entry("review_point", "review_id"),
              Map.entry("saved_group", "id"),
              Map.entry("scheme_status", "scheme_id"),
              Map.entry("sharing_agreement", "id"),
              Map.entry(
                  "sharing_agreement_signature", "concat_ws('-', agreement_id, organisation_id)"),
              Map.entry("sharing_protocol", "id"),
              Map.entry("sharing_protocol_party", "id"),
              Map.entry("source_file", "id"),
              Map.entry("status_report", "id"),
              Map.entry("status_report_action", "action_id"),
              Map.entry("status_report_count", "report_id"),
              Map.entry("status_report_workstream", "report_id"),
              Map.entry("status_scheme", "id"),
              Map.entry("workstream", "id")));

  private static final String EVERY_ROW =
      KEYS.entrySet().stream()
          .map(one -> "SELECT '%1$s ' || %2$s FROM %1$s".formatted(one.getKey(), one.getValue()))
          .collect(Collectors.joining(" UNION ALL "));

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final TestSightline sightline;
  private final Connection owner;
  private final Connection app;
  private final PreparedStatement everyRow;
  private final List<Integer> councils;
  private final List<Integer> indicators;

  WorldDatabase() throws SQLException {
    // A document that asks for every field there is costs more than one request may.
    sightline = TestSightline.empty(Map.of("sightline.limits.cost", "1000000000"));
    owner = sightline.database().connect();
    app = connect("app");
    app.setAutoCommit(false);
    everyRow = app.prepareStatement(EVERY_ROW);
    // Planned once a world, not once a viewer: each policy has others within.
    everyRow.unwrap(PGStatement.class).setPrepareThreshold(1);
    councils =
        numbers(
            "SELECT id FROM area WHERE kind = 'COUNCIL' AND exists_to IS NULL AND exists_from < '2020-01-01' AND NOT generated ORDER BY id LIMIT 6");
    indicators =
        numbers(
            "SELECT id FROM indicator WHERE code IN ('%s', 'children-in-need-rate') OR id = ("
                    .formatted(RE_REFERRALS)
                + "SELECT derived_from_numerator_id FROM indicator WHERE code = 'children-in-need-rate')"
                + " ORDER BY id");
    // The one member that the worlds have is the whole, so that totals are summed of what is seen.
    try (Statement statement = owner.createStatement()) {
      statement.execute(
          "UPDATE indicator SET partitions = 'age=10-15' WHERE kind IN ('COUNT', 'PROPORTION', 'RATE')");
    }
  }

  /** The service on this database. */
  TestSightline sightline() {
    return sightline;
  }

  /** The schema that is served. */
  GraphQLSchema schema() {
    return sightline.get(GraphQLSchema.class);
  }

  /** The documents that viewers of any world here are let ask. */
  Documents documents() throws SQLException {
    return new Documents(
        schema(), List.copyOf(councils().values()), List.copyOf(indicators().keySet()), citation());
  }

  /** What somebody of the first world that has figures cites; any world's viewers may bring it. */
  private String citation() throws SQLException {
    for (int seed = 1; seed < 100; seed++) {
      World world = hold(seed);
      for (World.Person person : world.people()) {
        String code =
            sightline
                .answer(
                    new Viewer(person.subject()),
                    "{ benchmark(indicator: \"%s\") { citation { code } } }"
                        .formatted(RE_REFERRALS))
                .at("/data/benchmark/citation/code")
                .asText();
        if (!code.isEmpty()) {
          return code;
        }
      }
    }
    throw new AssertionError("Nobody in a hundred worlds sees a figure to cite.");
  }

  /** Makes the world of a seed, and the database hold it instead of what it held. */
  World hold(long seed) throws SQLException {
    World world = world(seed);
    hold(world);
    return world;
  }

  /** Makes the database hold a world instead of what it held. */
  void hold(World world) throws SQLException {
    change(WorldSql.of(world, now));
  }

  /** The world of a seed. */
  World world(long seed) {
    return WorldGenerator.world(seed, councils, indicators);
  }

  /** The indicators of every world by code. */
  Map<String, Integer> indicators() throws SQLException {
    Map<String, Integer> byCode = new TreeMap<>();
    for (int id : indicators) {
      byCode.put(texts("SELECT code FROM indicator WHERE id = " + id).getFirst(), id);
    }
    return byCode;
  }

  /** The ONS codes of the councils that may take part in a world, by area. */
  Map<Integer, String> councils() throws SQLException {
    Map<Integer, String> byArea = new TreeMap<>();
    for (int area : councils) {
      byArea.put(
          area,
          texts(
                  "SELECT code FROM area_code WHERE scheme = 'ONS' AND valid_to IS NULL AND area_id = "
                      + area)
              .getFirst());
    }
    return byArea;
  }

  /** Changes what the database holds, as the owner of its tables. */
  void change(String sql) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Every guarded row that there is, as "table key". */
  Set<String> rows() throws SQLException {
    return new TreeSet<>(texts(EVERY_ROW));
  }

  /** Every guarded row that the service's role sees for a viewer, as "table key". */
  Set<String> rowsSeenBy(String subject) throws SQLException {
    try {
      bind(subject);
      return new TreeSet<>(texts(everyRow.executeQuery()));
    } finally {
      app.rollback();
    }
  }

  /** What a query gives to the service's role, bound to a viewer. */
  List<String> textsSeenBy(String subject, String sql) throws SQLException {
    try (Statement statement = app.createStatement()) {
      bind(subject);
      return texts(statement.executeQuery(sql));
    } finally {
      app.rollback();
    }
  }

  private void bind(String subject) throws SQLException {
    try (PreparedStatement bind =
        app.prepareStatement("SELECT set_config('sightline.viewer', ?, true)")) {
      bind.setString(1, subject);
      bind.execute();
    }
  }

  /** What the owner of the tables sees, who sees everything. */
  List<String> texts(String sql) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      return texts(statement.executeQuery(sql));
    }
  }

  /** Whether a query gives a row to whom a connection is. */
  boolean hasRows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeQuery(sql).next();
    }
  }

  /** A new connection of one of the service's roles: "app" or "release-writer". */
  Connection connect(String role) throws SQLException {
    Database database = sightline.database();
    Map<String, Object> settings = TestSightline.settings(database);
    return DriverManager.getConnection(
        database.url(),
        Objects.toString(settings.get("sightline.database." + role + ".username")),
        Objects.toString(settings.get("sightline.database." + role + ".password")));
  }

  /** Everybody who may look at a world: members of all kinds, strangers, nobody at all. */
  static List<String> viewers(World world) {
    return Stream.concat(
            world.people().stream().map(World.Person::subject),
            Stream.of("anonymous", "stranger", ""))
        .toList();
  }

  private List<Integer> numbers(String sql) throws SQLException {
    return texts(sql).stream().map(Integer::valueOf).toList();
  }

  private static List<String> texts(ResultSet rows) throws SQLException {
    List<String> texts = new ArrayList<>();
    while (rows.next()) {
      texts.add(rows.getString(1));
    }
    return texts;
  }

  @Override
  public void close() throws SQLException {
    everyRow.close();
    app.close();
    owner.close();
    sightline.close();
  }
}
