package org.sightline.migrations.leaving;

import static org.sightline.migrations.leaving.CouncilTable.goes;
import static org.sightline.migrations.leaving.CouncilTable.nobodys;
import static org.sightline.migrations.leaving.CouncilTable.stays;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sightline.migrations.MigrationFailure;

/**
 * Every table that can hold something of a council, and what becomes of it when the council goes.
 */
public final class CouncilTables {
  private static final String OWNER = "owner_organisation_id = ?";
  private static final String KEY = "owner_key = ?";

  /** Neither has an owner's column: they hang on reports, which have. */
  private static final String REPORT =
      "report_id IN (SELECT id FROM public.status_report WHERE owner_organisation_id = ?)";

  /** What a member's row still says of a person or a machine: not only the name. */
  static final String MEMBER =
      """
      organisation_id = ? AND NOT (subject IS NULL AND coalesce(email, '') = '' AND coalesce(client_id, '') IN ('', 'removed'))\
      """;

  private static final String PARTY_OF_AGREEMENT =
      "? IN (owner_organisation_id, recipient_organisation_id)";

  private static final String PROTOCOL =
      """
      convenor_organisation_id = ? OR id IN (SELECT protocol_id FROM public.sharing_protocol_party WHERE organisation_id = ?)\
      """;

  /**
   * The others of a protocol as its members know them: who has left learns no more of who joins.
   */
  private static final String PARTIES =
      """
      organisation_id = ? OR protocol_id IN (
        SELECT protocol_id FROM public.sharing_protocol_party WHERE organisation_id = ? AND left_at IS NULL
        UNION SELECT id FROM public.sharing_protocol WHERE convenor_organisation_id = ?)\
      """;

  /** In the order in which they can be deleted: what hangs on a row before the row. */
  private static final List<CouncilTable> ALL =
      List.of(
          goes("finding_action", OWNER),
          goes("action_indicator", OWNER),
          goes("status_report_action", OWNER),
          goes("status_report_count", REPORT),
          goes("status_report_workstream", REPORT),
          goes("status_report", OWNER),
          goes("milestone_date", OWNER),
          goes("milestone", OWNER),
          goes("impact_evidence", OWNER),
          goes("action_dependency", OWNER),
          goes("action_change", OWNER),
          goes("action", OWNER),
          goes("workstream", OWNER),
          goes("plan", OWNER),
          goes("scheme_status", KEY),
          goes("status_scheme", OWNER),
          goes("record_class_change", OWNER),
          goes("finding", OWNER),
          goes("judgement", KEY),
          goes("inspection_account", KEY),
          goes("inspection_source", OWNER),
          goes("inspection", OWNER),
          goes("intervention", OWNER),
          goes("childrens_home_grade", OWNER),
          goes("childrens_home_count", OWNER),
          goes("childrens_home", OWNER),
          goes("review_point", OWNER),
          goes("review", OWNER),
          goes("saved_group", OWNER),
          goes("indicator_target", OWNER),
          goes("import_rejection", KEY),
          goes("import_run", OWNER),
          goes("access_class_change", OWNER),
          goes("observation", OWNER),
          goes("edition_breakdown", KEY),
          goes("edition_coverage", KEY),
          goes("source_file", KEY),
          goes("edition", OWNER),
          goes("release", OWNER),
          goes("member", MEMBER),
          stays(
              "organisation",
              "id = ?",
              "id = ?",
              "That the council took part is told by agreements and by the access log. Its id in"
                  + " Keycloak goes."),
          stays(
              "sharing_agreement",
              PARTY_OF_AGREEMENT,
              PARTY_OF_AGREEMENT,
              "Both sides may have to prove what was agreed. Those that hold are ended, and not"
                  + " rewritten."),
          stays(
              "sharing_agreement_signature",
              "organisation_id = ?",
              "agreement_id IN (SELECT id FROM public.sharing_agreement WHERE "
                  + PARTY_OF_AGREEMENT
                  + ")",
              "Who signed an agreement, and as what, is part of it."),
          stays(
              "sharing_protocol",
              PROTOCOL,
              PROTOCOL,
              "Others have signed it too, and it goes on among them."),
          stays(
              "sharing_protocol_party",
              "organisation_id = ?",
              PARTIES,
              "From when to when the council was a member is part of the protocol. Where it still"
                  + " is one, it leaves."),
          stays(
              "access_log",
              "? IN (owner_organisation_id, reader_organisation_id)",
              OWNER,
              "Who has read whose unpublished data has to be provable afterwards too, with names as"
                  + " they were."),
          nobodys(
              "regional_body_council", "Which councils a regional body is for is its own fact."),
          nobodys("period", "Words that all figures share."),
          nobodys("breakdown", "Words that all figures share."),
          nobodys("dictionary_entry", "Official definitions."),
          nobodys("id_key", "The database's own secret."));

  /**
   * Tables that a policy guards, or that have a column for an organisation. A partition is part of
   * its table, and a detached month of the access log part of the log.
   */
  private static final String CATALOGUE =
      """
      SELECT relname FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
        AND relname !~ '^access_log_detached_'
        AND (relrowsecurity
          OR EXISTS (SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
            AND (attname ~ 'organisation_id$' OR attname = 'owner_key'))
          OR EXISTS (SELECT FROM pg_constraint WHERE conrelid = pg_class.oid AND confrelid = 'public.organisation'::regclass))
      """;

  private CouncilTables() {}

  /** All of them, those that go first and in the order in which they can. */
  public static List<CouncilTable> all() {
    return ALL;
  }

  /** Those of one fate. */
  public static List<CouncilTable> of(Fate fate) {
    return ALL.stream().filter(table -> table.fate() == fate).toList();
  }

  /** Those from which a council takes rows along. */
  static List<CouncilTable> exported() {
    return ALL.stream().filter(CouncilTable::isExported).toList();
  }

  /**
   * The catalogue's tables that can hold something of a council and are not in the list, and those
   * of the list that are not in the catalogue: none.
   */
  public static Set<String> unknown(Connection owner) throws SQLException {
    Set<String> known = new HashSet<>(ALL.stream().map(CouncilTable::name).toList());
    Set<String> unknown = new TreeSet<>();
    try (Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery(CATALOGUE)) {
      while (rows.next()) {
        String name = rows.getString(1);
        if (!known.remove(name)) {
          unknown.add(name);
        }
      }
    }
    unknown.addAll(known);
    return unknown;
  }

  /**
   * @throws MigrationFailure when this program does not know all of this database's tables
   */
  static void requireAllKnown(Connection owner) throws SQLException {
    Set<String> unknown = unknown(owner);
    if (!unknown.isEmpty()) {
      throw new MigrationFailure(
          "The database's tables are not those that this version knows (%s): run 'migrate', or take the program's version that has made them."
              .formatted(String.join(", ", unknown)));
    }
  }
}
