package org.sightline.access.worlds;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.sightline.access.worlds.World.Access;
import org.sightline.access.worlds.World.Agreement;
import org.sightline.access.worlds.World.Cell;
import org.sightline.access.worlds.World.Edition;
import org.sightline.access.worlds.World.Figure;
import org.sightline.access.worlds.World.Organisation;
import org.sightline.access.worlds.World.Party;
import org.sightline.access.worlds.World.Person;
import org.sightline.access.worlds.World.Protocol;
import org.sightline.access.worlds.World.Standing;
import org.sightline.access.worlds.World.Terms;
import org.sightline.access.worlds.World.Validity;
import org.sightline.access.worlds.World.Years;
import org.sightline.tenancy.Dataset;

/**
 * Statements that nothing but a policy refuses: right by every key, check and grant, and wrong by
 * who sends them. Person 1 may do everything for council 1, person 4 only read; person 2 belongs to
 * council 2.
 */
final class Attacks {
  private static final Terms WHOLE =
      new Terms(
          EnumSet.of(Dataset.INDICATORS, Dataset.INSPECTIONS, Dataset.PLANS),
          Set.of(),
          null,
          null,
          Validity.LIVE);
  private static final String OBSERVATION =
      "INSERT INTO observation (edition_id, indicator_id, period_id, breakdown_id, area_id, owner_organisation_id,"
          + " access_class, value, source_file_id, source_name, source_line) SELECT edition_id, indicator_id, period_id, 1, ";
  private static final String AGREEMENT =
      "INSERT INTO sharing_agreement (owner_organisation_id, recipient_organisation_id, recipient_kind, datasets, purpose,"
          + " onward_publication, foi_answered_by, valid_from, valid_to, proposed_by_organisation_id, proposed_by)"
          + " VALUES (1, 2, 'COUNCIL', '{INDICATORS}', 'x', 'NONE', 'OWNER', now(), now() + interval '1 day', ";
  private static final String MEMBER =
      "INSERT INTO member (organisation_kind, kind, name, email, organisation_id, roles, invited_by) VALUES ('COUNCIL', 'PERSON',"
          + " 'x', 'x@example.org', ";

  private static final String GROUP =
      "INSERT INTO saved_group (name, council_ids, created_by_name, owner_organisation_id, created_by) VALUES ('x', '{101}', 'x', ";

  /** By subject, what is to be refused. */
  static final List<String> OF_MEMBERS =
      List.of(
          "person-1: INSERT INTO release (code, publication, title, published_on, source, owner_organisation_id) VALUES ('x', 'x', 'x', now(), 'x', 2)",
          "person-1: INSERT INTO release (code, publication, title, published_on, source) VALUES ('x', 'x', 'x', now(), 'x')",
          "person-4: INSERT INTO release (code, publication, title, published_on, source, owner_organisation_id) VALUES ('x', 'x', 'x', now(), 'x', 1)",
          "person-1: INSERT INTO edition (release_id, table_code, access_class, owner_organisation_id) VALUES (22, 'x', 'COUNCIL_ONLY', 2)",
          "person-4: INSERT INTO edition (release_id, table_code, access_class, owner_organisation_id) VALUES (12, 'x', 'COUNCIL_ONLY', 1)",
          "person-1: INSERT INTO edition_coverage (edition_id, indicator_id, period_id, owner_key) SELECT 22, id, 2025, 2 FROM indicator LIMIT 1",
          "person-4: INSERT INTO edition_coverage (edition_id, indicator_id, period_id, owner_key) SELECT 12, id, 2025, 1 FROM indicator LIMIT 1",
          "person-2: INSERT INTO edition_breakdown (edition_id, indicator_id, period_id, breakdown_id, owner_key) SELECT edition_id, indicator_id, period_id, 1, 1 FROM edition_coverage WHERE edition_id = 11",
          "person-2: INSERT INTO source_file (edition_id, name, sha256, bytes, mapping, owner_key) VALUES (11, 'x', repeat('1', 64), 1, 'x', 1)",
          "person-4: INSERT INTO source_file (edition_id, name, sha256, bytes, mapping, owner_key) VALUES (12, 'x', repeat('1', 64), 1, 'x', 1)",
          "person-2: "
              + OBSERVATION
              + "area_id, 1, 'SHARED', 1, 11, 'x', 1 FROM observation WHERE edition_id = 11",
          "person-4: "
              + OBSERVATION
              + "area_id, 1, 'COUNCIL_ONLY', 1, 12, 'x', 1 FROM observation WHERE edition_id = 12",
          "person-1: "
              + OBSERVATION
              + "area_id, 1, 'PUBLISHED', 1, 12, 'x', 1 FROM observation WHERE edition_id = 12",
          "person-1: "
              + OBSERVATION
              + "(SELECT council_id FROM organisation WHERE id = 2), 1, 'COUNCIL_ONLY', 1, 12, 'x', 1 FROM observation WHERE edition_id = 12",
          "person-1: INSERT INTO import_run (owner_organisation_id, file_name, mapping, release_code, state, phase, bytes_total, started_by) VALUES (2, 'x', 'x', 'x', 'RUNNING', 'x', 1, 1)",
          "person-1: INSERT INTO import_run (owner_organisation_id, file_name, mapping, release_code, state, phase, bytes_total, started_by) VALUES (1, 'x', 'x', 'x', 'RUNNING', 'x', 1, 4)",
          "person-4: UPDATE import_run SET phase = 'x'",
          "person-1: INSERT INTO import_rejection (import_id, owner_key, line, column_name, rule, value, message) VALUES (md5('run2')::uuid, 2, 1, 'x', 'x', 'x', 'x')",
          "person-4: INSERT INTO import_rejection (import_id, owner_key, line, column_name, rule, value, message) VALUES (md5('run1')::uuid, 1, 1, 'x', 'x', 'x', 'x')",
          "person-4: UPDATE edition SET access_class = 'PUBLISHED' WHERE id = 12",
          "person-2: UPDATE edition SET access_class = 'PUBLISHED' WHERE id = 11",
          "person-4: UPDATE observation SET access_class = 'PUBLISHED' WHERE edition_id = 12",
          "person-2: UPDATE observation SET access_class = 'PUBLISHED' WHERE edition_id = 11",
          "person-4: INSERT INTO access_class_change (edition_id, owner_organisation_id, from_class, to_class, changed_by, changed_by_name) VALUES (12, 1, 'x', 'x', 4, 'x')",
          "person-1: INSERT INTO access_class_change (edition_id, owner_organisation_id, from_class, to_class, changed_by, changed_by_name) VALUES (12, 1, 'x', 'x', 4, 'x')",
          "person-4: INSERT INTO period (type, starts_on, ends_on, year, code) VALUES ('x', now(), now(), 1, 'x')",
          "person-4: INSERT INTO breakdown (code) VALUES ('x=y')",
          "person-1: INSERT INTO organisation (kind, name, code) VALUES ('REGIONAL_BODY', 'x', 'x')",
          "person-1: UPDATE organisation SET invited_at = now() WHERE id = 4",
          "person-3: UPDATE organisation SET keycloak_id = 'x' WHERE id = 1",
          "person-1: DELETE FROM organisation WHERE id = 9",
          "person-4: " + MEMBER + "1, '{analyst}', 4)",
          "person-1: " + MEMBER + "2, '{analyst}', 1)",
          "person-1: " + MEMBER + "1, '{analyst}', 2)",
          "person-3: " + MEMBER + "1, '{analyst,data-owner}', 3)",
          "person-3: " + MEMBER + "4, '{contributor}', 3)",
          "person-4: UPDATE member SET roles = '{analyst,data-owner}' WHERE id = 4",
          "person-1: UPDATE member SET revoked_at = now(), revoked_by = 2 WHERE id = 4",
          "person-1: DELETE FROM member WHERE id = 7",
          "person-4: " + AGREEMENT + "1, 4)",
          "person-1: " + AGREEMENT + "2, 2)",
          "person-4: UPDATE sharing_agreement SET revoked_at = now(), revoked_by = 4 WHERE id = 100",
          "person-1: UPDATE sharing_agreement SET revoked_at = now() - interval '1 year', revoked_by = 1 WHERE id = 100",
          "person-4: INSERT INTO sharing_agreement_signature VALUES (102, 1, 4, 'x', 'x', now())",
          "person-1: INSERT INTO sharing_agreement_signature VALUES (101, 2, 2, 'x', 'x', now())",
          "person-4: INSERT INTO sharing_protocol (convenor_organisation_id, name, text, purpose, datasets, reciprocal, onward_publication, foi_answered_by, valid_from, valid_to, proposed_by) VALUES (1, 'x', 'x', 'x', '{PLANS}', true, 'NONE', 'OWNER', now(), now() + interval '1 day', 4)",
          "person-1: INSERT INTO sharing_protocol_party (protocol_id, organisation_id, organisation_kind, invited_by) VALUES (210, 4, 'COUNCIL', 1)",
          "person-1: UPDATE sharing_protocol_party SET signed_by = 2, signed_at = now() WHERE id = 202",
          "person-4: UPDATE sharing_protocol_party SET signed_by = 4, signed_at = now() WHERE id = 211",
          "person-1: " + GROUP + "2, 2)",
          "person-1: " + GROUP + "1, 4)",
          "person-3: " + GROUP + "3, 3)",
          "person-3: UPDATE saved_group SET changed_at = now() WHERE id = 3",
          "person-3: DELETE FROM saved_group WHERE id = 3",
          "person-1: INSERT INTO regional_body_council (organisation_id, council_id, valid_from) SELECT 9, council_id, now() FROM organisation WHERE id = 2",
          "person-1: UPDATE regional_body_council SET valid_to = valid_from WHERE organisation_id = 9",
          "person-1: DELETE FROM regional_body_council WHERE organisation_id = 9",
          "person-1: INSERT INTO access_log (owner_organisation_id, dataset, reader_member_id, reader_organisation_id, reader_name, request_id, document, kind, row_count) VALUES (2, 'PLANS', 4, 1, 'x', 'x', 'x', 'READ', 1)");

  /** Tables of which the writer of official releases sees, and writes, only what nobody owns. */
  static final List<String> TABLES_OF_RELEASES =
      List.of(
          "edition",
          "edition_breakdown",
          "edition_coverage",
          "import_rejection",
          "import_run",
          "inspection",
          "inspection_account",
          "inspection_source",
          "judgement",
          "observation",
          "release",
          "source_file");

  private Attacks() {}

  /** Makes the database hold the world that they are tried upon. */
  static World prepare(WorldDatabase database) throws SQLException {
    World world = world(database);
    database.hold(world);
    database.change(
        "INSERT INTO organisation (id, kind, name, code, onboarded_at) VALUES (9, 'REGIONAL_BODY', 'Nobody', 'nobody', now());"
            + " INSERT INTO regional_body_council (organisation_id, council_id, valid_from)"
            + " SELECT 9, council_id, '2026-01-01' FROM organisation WHERE id = 1;"
            + RecordAttacks.MORE
            + " SELECT setval(pg_get_serial_sequence(name, 'id'), 100000)"
            + " FROM unnest('{release,edition,source_file,observation,access_class_change,period,breakdown,organisation,member,sharing_agreement,sharing_protocol,sharing_protocol_party,action_change,record_class_change}'::text[]) AS name");
    return world;
  }

  private static World world(WorldDatabase database) throws SQLException {
    List<Integer> areas = List.copyOf(database.councils().keySet());
    Organisation one = new Organisation(1, "COUNCIL", areas.get(0), true);
    Organisation two = new Organisation(2, "COUNCIL", areas.get(1), true);
    Organisation operator = new Organisation(3, "OPERATOR", null, true);
    Organisation begun = new Organisation(4, "COUNCIL", areas.get(2), false);
    Organisation department = new Organisation(5, "DFE", null, true);
    List<String> all = List.of("analyst", "contributor", "data-owner");
    List<String> first = List.of("analyst", "data-owner");
    int indicator = Objects.requireNonNull(database.indicators().get(WorldDatabase.RE_REFERRALS));
    return new World(
        0,
        List.of(one, two, operator, begun, department),
        List.of(
            new Person(1, one, all, Standing.LIVE, 0),
            new Person(2, two, all, Standing.LIVE, 0),
            new Person(3, operator, List.of("operator"), Standing.LIVE, 0),
            new Person(4, one, List.of("analyst"), Standing.LIVE, 1),
            new Person(5, department, List.of("analyst"), Standing.LIVE, 0),
            new Person(6, begun, first, Standing.INVITED, 3),
            new Person(7, one, List.of("analyst"), Standing.INVITED, 1),
            new Person(8, department, List.of("adviser"), Standing.LIVE, 0),
            new Person(9, one, List.of("analyst", "contributor"), Standing.LIVE, 1)),
        List.of(
            new Agreement(100, one, two, 0, WHOLE, true, true, false),
            new Agreement(101, one, two, 0, WHOLE, true, false, false),
            new Agreement(102, two, one, 0, WHOLE, true, false, false),
            new Agreement(103, one, department, 0, WHOLE, true, true, false)),
        List.of(
            new Protocol(200, one, WHOLE, true, parties(201, one, 202, two)),
            new Protocol(210, two, WHOLE, true, parties(212, two, 211, one))),
        List.of(
            edition(11, one, Access.SHARED, indicator),
            edition(12, one, Access.COUNCIL_ONLY, indicator),
            edition(21, two, Access.SHARED, indicator),
            edition(22, two, Access.COUNCIL_ONLY, indicator)),
        RecordAttacks.records(one, two, department));
  }

  private static List<Party> parties(
      int firstId, Organisation first, int secondId, Organisation second) {
    return List.of(
        new Party(firstId, first, true, false), new Party(secondId, second, false, false));
  }

  private static Edition edition(int id, Organisation owner, Access access, int indicator) {
    int area = Objects.requireNonNull(owner.area());
    Figure figure = new Figure(id, area, 0, BigDecimal.ONE);
    return new Edition(
        id, owner, access, List.of(new Cell(indicator, Years.Y2024, List.of(figure))));
  }

  /** Those that the database lets through, of members and of the writer of official releases. */
  static List<String> letThrough(WorldDatabase database) throws SQLException {
    List<String> through = new ArrayList<>();
    try (Connection app = database.connect("app");
        Connection writer = database.connect("release-writer")) {
      app.setAutoCommit(false);
      through.addAll(letThrough(app, OF_MEMBERS));
      through.addAll(letThrough(app, RecordAttacks.OF_MEMBERS));
      for (String table : TABLES_OF_RELEASES) {
        if (database.hasRows(writer, "SELECT FROM %s WHERE owner_key <> 0".formatted(table))) {
          through.add("release-writer: reads " + table);
        }
      }
    }
    return through;
  }

  private static List<String> letThrough(Connection app, List<String> attacks) throws SQLException {
    List<String> through = new ArrayList<>();
    for (String attack : attacks) {
      String[] parts = attack.split(": ", 2);
      if (changes(app, parts[0], parts[1])) {
        through.add(attack);
      }
    }
    return through;
  }

  /** Those that ask what others have, and that a policy does not refuse before any key does. */
  static List<String> answered(WorldDatabase database) throws SQLException {
    try (Connection app = database.connect("app")) {
      app.setAutoCommit(false);
      return letThrough(app, RecordAttacks.OF_ASKERS);
    }
  }

  private static boolean changes(Connection app, String viewer, String sql) throws SQLException {
    try (PreparedStatement bind =
            app.prepareStatement("SELECT set_config('sightline.viewer', ?, true)");
        Statement statement = app.createStatement()) {
      bind.setString(1, viewer);
      bind.execute();
      return statement.executeUpdate(sql) > 0;
    } catch (SQLException e) {
      if (Stream.of("row-level security").noneMatch(String.valueOf(e.getMessage())::contains)) {
        throw new AssertionError("Refused, but not by a policy: " + sql, e);
      }
      return false;
    } finally {
      app.rollback();
    }
  }
}
