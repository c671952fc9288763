package org.sightline.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;

/** Walks the catalogue: a table, policy, function, key or grant that is not known here fails. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardsTest {
  /** Reference data that everybody may read. A new table is not public by default. */
  private static final List<String> PUBLIC_TABLES =
      List.of(
          "area",
          "area_alias",
          "area_code",
          "attribute",
          "bank_holiday",
          "council_attribute",
          "council_succession",
          "databasechangelog",
          "databasechangeloglock",
          "framework_clock",
          "framework_version",
          "framework_version_area",
          "framework_window",
          "grade",
          "indicator",
          "indicator_version",
          "inspection_framework",
          "inspection_type",
          "joint_return_member",
          "judgement_area",
          "neighbour",
          "neighbour_model",
          "reference_version",
          "theme",
          "visit_theme");

  /** Written by the service only, so the writer of official releases has no policy there. */
  private static final List<String> NOT_FOR_THE_RELEASE_WRITER =
      List.of(
          "access_class_change",
          "access_log",
          "action",
          "action_change",
          "action_dependency",
          "action_indicator",
          "childrens_home",
          "childrens_home_count",
          "childrens_home_grade",
          "finding",
          "finding_action",
          "id_key",
          "impact_evidence",
          "indicator_target",
          "intervention",
          "member",
          "milestone",
          "milestone_date",
          "organisation",
          "plan",
          "record_class_change",
          "regional_body_council",
          "review",
          "review_point",
          "saved_group",
          "scheme_status",
          "sharing_agreement",
          "sharing_agreement_signature",
          "sharing_protocol",
          "sharing_protocol_party",
          "status_report",
          "status_report_action",
          "status_report_count",
          "status_report_workstream",
          "status_scheme",
          "workstream");

  /** Words, not figures: guarded against writing, and read by all. */
  private static final List<String> OPEN_POLICIES = List.of("breakdown_seen", "period_seen");

  /**
   * Keys between guarded tables that do not carry an owner, for the reason beside each. A key sees
   * past row-level security, so each is a question that a writer could ask about a hidden row.
   */
  private static final List<String> KEYS_WITHOUT_OWNER =
      List.of(
          // The log copies what the reading operation has resolved; who writes it is its reader.
          "access_log.agreement_id",
          "access_log.protocol_id",
          "access_log.reader_member_id",
          // The policies let it be the viewer's own member only.
          "import_run.started_by",
          "member.invited_by",
          "member.revoked_by",
          "sharing_agreement.proposed_by",
          "sharing_agreement.revoked_by",
          "sharing_protocol.proposed_by",
          "sharing_protocol_party.invited_by",
          // The policies let it be an inspection of the own council that the viewer sees, and a
          // finding
          // that it sees: what has no owner is among them.
          "finding.inspection_id",
          "finding_action.finding_id",
          "plan.inspection_id",
          // The policies let it be a scheme of the own organisation, or one without an owner.
          "plan.scheme_id",
          "status_report.scheme_id",
          // It carries the plan, and the row's own key to that the owner.
          "action.plan_id, workstream_id",
          // The policies let it be a report of the own organisation's that is being issued.
          "status_report_action.report_id, workstream_id",
          "status_report_count.plan_id, report_id",
          "status_report_count.report_id, workstream_id",
          "status_report_workstream.plan_id, report_id",
          "status_report_workstream.plan_id, workstream_id",
          // The policies let it be an agreement that the viewer's organisation is a side of.
          "sharing_agreement_signature.agreement_id",
          // The policies let it be a protocol that the viewer's organisation convenes.
          "sharing_protocol_party.protocol_id",
          // Words that are seen by all.
          "edition_breakdown.breakdown_id",
          "edition_coverage.period_id",
          "observation.breakdown_id");

  private static final List<String> GRANTS =
      List.of(
          "DELETE action_dependency",
          "DELETE action_indicator",
          "DELETE finding_action",
          "DELETE member",
          "DELETE organisation",
          "DELETE regional_body_council",
          "DELETE review_point",
          "DELETE saved_group",
          "INSERT access_class_change",
          "INSERT access_log",
          "INSERT action",
          "INSERT action_change",
          "INSERT action_dependency",
          "INSERT action_indicator",
          "INSERT breakdown",
          "INSERT childrens_home",
          "INSERT childrens_home_count",
          "INSERT childrens_home_grade",
          "INSERT edition",
          "INSERT edition_breakdown",
          "INSERT edition_coverage",
          "INSERT finding",
          "INSERT finding_action",
          "INSERT impact_evidence",
          "INSERT import_rejection",
          "INSERT import_run",
          "INSERT inspection",
          "INSERT inspection_account",
          "INSERT inspection_source",
          "INSERT intervention",
          "INSERT judgement",
          "INSERT member",
          "INSERT milestone",
          "INSERT milestone_date",
          "INSERT observation",
          "INSERT organisation",
          "INSERT period",
          "INSERT plan",
          "INSERT record_class_change",
          "INSERT regional_body_council",
          "INSERT release",
          "INSERT review",
          "INSERT review_point",
          "INSERT saved_group",
          "INSERT scheme_status",
          "INSERT sharing_agreement",
          "INSERT sharing_agreement_signature",
          "INSERT sharing_protocol",
          "INSERT sharing_protocol_party",
          "INSERT source_file",
          "INSERT status_report",
          "INSERT status_report_action",
          "INSERT status_report_count",
          "INSERT status_report_workstream",
          "INSERT status_scheme",
          "INSERT workstream",
          "SELECT action_change (action_id, id, kind, owner_organisation_id)",
          "SELECT databasechangelog (id)",
          "UPDATE action (changed_at, completed_on, due_on, original_due_on, owner_role, reference,"
              + " removed_at, started_on, status_code, text, version, workstream_id)",
          "UPDATE childrens_home (closed_on, name, opened_on, version)",
          "UPDATE childrens_home_count (access_class, embargoed_until, homes, precision, source)",
          "UPDATE childrens_home_grade (grade_code, inspected_on, paragraph, precision, source)",
          "UPDATE edition (access_class, embargoed_until)",
          "UPDATE finding (access_class, area_code, embargoed_until, kind, number, paragraph, source, text,"
              + " theme_code, version)",
          "UPDATE import_run (bytes_read, edition_id, finished_at, heartbeat_at, message, phase, release_code,"
              + " report, rows_read, sha256, state)",
          "UPDATE inspection (access_class, embargoed_until, version)",
          "UPDATE inspection_account (ends_on, is_published, lead_inspector, outcome, paragraph, precision,"
              + " published_on, report_url, starts_on, type_code, visit_themes)",
          "UPDATE intervention (access_class, embargoed_until, ended, from_on, from_precision, kind, note,"
              + " paragraph, source, to_on, to_precision, version)",
          "UPDATE judgement (grade_code, missing, stated_as)",
          "UPDATE member (name, revoked_at, revoked_by, roles, version)",
          "UPDATE milestone (action_id, met_on, name, version)",
          "UPDATE observation (access_class, embargoed_until)",
          "UPDATE organisation (invited_at, keycloak_id)",
          "UPDATE plan (access_class, changed_at, drafted_on, embargoed_until, ends_on, finalised_on, inspection_id,"
              + " kind, name, parent_action_id, parent_plan_id, scheme_id, starts_on, state, version)",
          "UPDATE regional_body_council (valid_to)",
          "UPDATE review (conclusion, held_on, issued_at, title, version)",
          "UPDATE saved_group (changed_at, council_ids)",
          "UPDATE sharing_agreement (revoked_at, revoked_because, revoked_by, revoked_by_name)",
          "UPDATE sharing_protocol_party (left_at, left_by, left_by_name, signed_as, signed_at, signed_by,"
              + " signed_by_name)",
          "UPDATE workstream (lead_role, name, position, theme_code, version)");

  private Database database;

  @BeforeAll
  void migrate() {
    database = TestPostgres.freshDatabase();
    new Migrations(MigrationsTest.settings(database)).run(step -> {});
  }

  @Test
  void everyTableIsGuardedOrKnownToBePublic() throws SQLException {
    assertThat(
            catalogue(
                """
                SELECT relname FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relrowsecurity
                ORDER BY relname
                """))
        .containsExactlyElementsOf(PUBLIC_TABLES);
  }

  @Test
  void everyPartOfTheAccessLogIsGuardedAndReachedThroughTheWholeOnly() throws SQLException {
    assertThat(
            catalogue(
                """
                SELECT part.relname || ' ' || part.relrowsecurity
                  || ' ' || has_table_privilege('sightline_app', part.oid, 'SELECT, INSERT, UPDATE, DELETE')
                FROM pg_inherits JOIN pg_class AS part ON part.oid = inhrelid
                WHERE inhparent = 'access_log'::regclass
                """))
        .hasSize(4)
        .allMatch(part -> part.endsWith(" true false"));
  }

  @Test
  void everyGuardedTableHasAPolicyForThoseWhoWriteItAndNoneForEverybody() throws SQLException {
    assertThat(
            catalogue(
                """
                SELECT relname FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND NOT relispartition
                  AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid
                    AND 'sightline_release_writer'::regrole = ANY (polroles))
                ORDER BY relname
                """))
        .containsExactlyElementsOf(NOT_FOR_THE_RELEASE_WRITER);
    assertThat(catalogue("SELECT policyname FROM pg_policies WHERE 'public' = ANY (roles)"))
        .isEmpty();
  }

  @Test
  void everyPolicyOfTheAppAsksWhoTheViewerIsOrAnotherGuardedTable() throws SQLException {
    assertThat(
            catalogue(
                """
                SELECT policyname FROM pg_policies, concat_ws(' ', qual, with_check) AS rule
                WHERE 'sightline_app' = ANY (roles) AND rule !~ '\\mviewer_'
                  AND rule !~ 'FROM (action|edition|edition_coverage|finding|inspection|inspection_account|milestone|organisation|plan|review|sharing_agreement|status_report|status_scheme)\\M'
                ORDER BY policyname
                """))
        .containsExactlyElementsOf(OPEN_POLICIES);
  }

  @Test
  void everyPolicyOfTheAppIsForReadingOrForOneWayOfWriting() throws SQLException {
    assertThat(
            catalogue(
                """
                SELECT policyname FROM pg_policies
                WHERE 'sightline_app' = ANY (roles) AND (cmd = 'ALL' OR permissive <> 'PERMISSIVE')
                """))
        .isEmpty();
  }

  /** As a bare call, a function would be computed once a row. */
  @Test
  void everyPolicyComputesItsFunctionsOnceAStatement() throws SQLException {
    assertThat(
            catalogue(
                """
                SELECT policyname FROM pg_policies, concat_ws(' ', qual, with_check) AS rule
                WHERE rule ~ '(?<!SELECT )(?<!AS )\\m(viewer_[a-z_]+|organisations_sharing(_records)?|councils_agreed_with|schemes_to_use)\\('
                """))
        .isEmpty();
  }

  @Test
  void noViewBypassesThePolicies() throws SQLException {
    assertThat(
            catalogue(
                """
                SELECT relname FROM pg_class
                WHERE relnamespace = 'public'::regnamespace
                  AND (relkind = 'm' OR (relkind = 'v'
                    AND NOT coalesce(reloptions::text[] @> ARRAY['security_invoker=true'], false)))
                """))
        .isEmpty();
  }

  /** One that reads nothing may be its caller's. */
  @Test
  void everyFunctionIsTheOwnersWithAFixedSearchPathAndNotForEverybody() throws SQLException {
    assertThat(
            catalogue(
                """
                SELECT proname FROM pg_proc
                WHERE pronamespace = 'public'::regnamespace
                  AND ((NOT prosecdef AND provolatile <> 'i')
                    OR NOT coalesce(proconfig::text ~ 'search_path=pg_catalog(, pg_temp)?"?}', false)
                    OR proacl IS NULL
                    OR EXISTS (SELECT FROM aclexplode(proacl) WHERE grantee = 0))
                """))
        .isEmpty();
    assertThat(
            catalogue(
                """
                SELECT proname FROM pg_proc
                WHERE pronamespace = 'public'::regnamespace AND provolatile <> 's' ORDER BY proname
                """))
        .containsExactly(
            "accept_invitation",
            "end_abandoned_import",
            "guard_access_class",
            "guard_original_day",
            "join_inspections",
            "make_access_log_months",
            "natural_order",
            "new_id",
            "note_class_of_action",
            "note_class_of_change",
            "note_class_of_report");
  }

  @Test
  void theReleaseWriterCallsOnlyWhatShowsItNothing() throws SQLException {
    assertThat(
            catalogue(
                """
                SELECT proname FROM pg_proc
                WHERE pronamespace = 'public'::regnamespace
                  AND has_function_privilege('sightline_release_writer', oid, 'EXECUTE')
                """))
        .containsExactlyInAnyOrder("viewer_is_bound", "new_id", "join_inspections");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sightline_app", "sightline_release_writer"})
  void theServicesRolesOwnNothingAndCannotBypass(String role) throws SQLException {
    assertThat(
            catalogue(
                """
                SELECT 'attribute' FROM pg_roles
                WHERE rolname = '%1$s' AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)
                UNION ALL SELECT 'owns ' || relname FROM pg_class WHERE relowner = '%1$s'::regrole
                UNION ALL SELECT 'member of ' || roleid::regrole FROM pg_auth_members WHERE member = '%1$s'::regrole
                """
                    .formatted(role)))
        .isEmpty();
  }

  @Test
  void theAppMayChangeExactlyThis() throws SQLException {
    assertThat(
            catalogue(
                """
                SELECT held.privilege_type || ' ' || relname FROM pg_class, aclexplode(relacl) AS held
                WHERE relnamespace = 'public'::regnamespace AND held.grantee = 'sightline_app'::regrole
                  AND held.privilege_type <> 'SELECT'
                UNION ALL
                SELECT held.privilege_type || ' ' || relname || ' (' || string_agg(attname, ', ' ORDER BY attname) || ')'
                FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid, aclexplode(attacl) AS held
                WHERE relnamespace = 'public'::regnamespace AND held.grantee = 'sightline_app'::regrole
                GROUP BY held.privilege_type, relname
                ORDER BY 1
                """))
        .containsExactlyElementsOf(GRANTS);
  }

  /** But for a judgement that a corrected file does not give any more: its account stays. */
  @Test
  void theReleaseWriterMayNotDeleteAndReachesNoTableOfMembers() throws SQLException {
    assertThat(
            catalogue(
                """
                SELECT relname || ' ' || held.privilege_type FROM pg_class, aclexplode(relacl) AS held
                WHERE relnamespace = 'public'::regnamespace AND held.grantee = 'sightline_release_writer'::regrole
                  AND (held.privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE') OR relname = ANY ('{%s}'))
                """
                    .formatted(String.join(",", NOT_FOR_THE_RELEASE_WRITER))))
        .containsExactly("judgement DELETE");
  }

  @Test
  void everyKeyBetweenGuardedTablesCarriesTheOwner() throws SQLException {
    assertThat(
            catalogue(
                """
                SELECT DISTINCT held.relname || '.' || string_agg(attname, ', ' ORDER BY attname)
                FROM pg_constraint
                JOIN pg_class AS held ON held.oid = conrelid AND held.relrowsecurity AND NOT held.relispartition
                JOIN pg_class AS named ON named.oid = confrelid AND named.relrowsecurity AND named.relname <> 'organisation'
                JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
                WHERE contype = 'f'
                GROUP BY pg_constraint.oid, held.relname
                HAVING NOT bool_or(attname IN ('owner_key', 'owner_organisation_id', 'organisation_id', 'recipient_organisation_id'))
                ORDER BY 1
                """))
        .containsExactlyInAnyOrderElementsOf(KEYS_WITHOUT_OWNER);
  }

  private List<String> catalogue(String sql) throws SQLException {
    try (Connection owner = database.connect()) {
      return MigrationsTest.texts(owner, sql);
    }
  }
}
