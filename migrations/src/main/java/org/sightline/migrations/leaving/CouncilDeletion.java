package org.sightline.migrations.leaving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.sightline.migrations.MigrationFailure;
import org.sightline.migrations.upkeep.TablesOwner;

/**
 * Deletes all that is one council's own, in one transaction, and ends what it has agreed. What
 * stays, and why, is said in {@link CouncilTables}.
 */
public final class CouncilDeletion {
  private static final String BECAUSE = "The council has left Sightline.";

  /** Plans and actions may name one another. */
  private static final String UNTIE_PLANS =
      """
      UPDATE public.plan SET parent_plan_id = NULL, parent_action_id = NULL
      WHERE owner_organisation_id = ? AND (parent_plan_id IS NOT NULL OR parent_action_id IS NOT NULL)
      """;

  private static final String UNTIE_MEMBERS =
      """
      UPDATE public.member SET invited_by = NULL, revoked_by = NULL
      WHERE organisation_id = ? AND (invited_by IS NOT NULL OR revoked_by IS NOT NULL)
      """;

  private static final String HOLDS_AGREEMENT =
      """
      FROM public.sharing_agreement
      WHERE ? IN (owner_organisation_id, recipient_organisation_id) AND revoked_at IS NULL AND valid_to > now()
      """;

  private static final String HOLDS_PARTY =
      """
      FROM public.sharing_protocol_party
      WHERE organisation_id = ? AND left_at IS NULL
        AND protocol_id IN (SELECT id FROM public.sharing_protocol WHERE valid_to > now())
      """;

  /**
   * Who ends them, in the name of the council: no person of it has said so to Sightline, and none
   * is named.
   */
  private static final String STAND_IN =
      """
      INSERT INTO public.member (organisation_id, organisation_kind, kind, name, email, roles, revoked_at)
      SELECT id, kind, 'PERSON', name, '', ARRAY['data-owner'], now() FROM public.organisation WHERE id = ?
      RETURNING id
      """;

  private static final String END_AGREEMENTS =
      """
      UPDATE public.sharing_agreement SET revoked_at = now(), revoked_by = ?, revoked_by_name = ?, revoked_because = ?
      WHERE id IN (SELECT id %s)
      """
          .formatted(HOLDS_AGREEMENT);

  private static final String LEAVE_PROTOCOLS =
      """
      UPDATE public.sharing_protocol_party SET left_at = now(), left_by = ?, left_by_name = ?
      WHERE id IN (SELECT id %s)
      """
          .formatted(HOLDS_PARTY);

  /**
   * The name stays with what it stands under; how to reach the person and who signs in does not.
   */
  private static final String STRIP_MEMBERS =
      """
      UPDATE public.member SET subject = NULL, accepted_at = NULL, email = CASE WHEN kind = 'PERSON' THEN '' END,
        client_id = CASE WHEN kind = 'MACHINE' THEN 'removed' END, roles = ARRAY['analyst'],
        revoked_at = coalesce(revoked_at, now()), version = version + 1
      WHERE\s"""
          + CouncilTables.MEMBER;

  private static final String FORGET_KEYCLOAK =
      "UPDATE public.organisation SET keycloak_id = NULL WHERE id = ?";

  /** Who has become a member elsewhere keeps the sign-in. */
  private static final String SIGN_INS =
      """
      SELECT CASE WHEN kind = 'MACHINE' THEN 'client ' || client_id ELSE 'user ' || subject END
      FROM public.member
      WHERE organisation_id = ? AND (subject IS NOT NULL OR client_id <> 'removed')
        AND NOT EXISTS (SELECT FROM public.member AS elsewhere
          WHERE elsewhere.subject = member.subject AND elsewhere.organisation_id <> member.organisation_id
            AND elsewhere.revoked_at IS NULL)
      ORDER BY kind, 1
      """;

  /** The columns by which rows that stay name a member, one statement each. */
  private static final String NAMED =
      """
      SELECT format('SELECT %1$I FROM public.%2$I WHERE %1$I IN (SELECT id FROM public.member WHERE organisation_id = ?)',
        attname, relname)
      FROM pg_constraint
      JOIN pg_class ON pg_class.oid = conrelid
      JOIN pg_attribute ON attrelid = conrelid
        AND attnum = conkey[array_position(confkey, (SELECT attnum FROM pg_attribute WHERE attrelid = confrelid AND attname = 'id'))]
      WHERE contype = 'f' AND confrelid = 'public.member'::regclass AND conparentid = 0 AND NOT (relname = ANY (?))
      ORDER BY 1
      """;

  private final TablesOwner owner;

  /** Connects as the owner of the tables. */
  public CouncilDeletion(TablesOwner owner) {
    this.owner = owner;
  }

  /**
   * Says what would be deleted, and changes nothing.
   *
   * @param code the council's ONS code
   * @throws MigrationFailure when no such council takes part, or the database refuses
   */
  public void tell(String code, Consumer<String> progress) {
    boolean _ =
        owner.read(
            connection -> {
              LeavingCouncil council = LeavingCouncil.find(connection, code);
              CouncilTables.requireAllKnown(connection);
              progress.accept("%s (%s) would lose:".formatted(council.name(), council.code()));
              counts(connection, council, Fate.GOES)
                  .forEach((name, rows) -> say(progress, name, rows));
              progress.accept(whatEnds(connection, council));
              sayWhatStays(connection, council, progress);
              progress.accept(
                  "Nothing has been changed. Export it first; then: sightline council delete %s --confirm '%s'"
                      .formatted(council.code().toUpperCase(Locale.ROOT), council.name()));
              return true;
            });
  }

  /**
   * Deletes it.
   *
   * @param code the council's ONS code
   * @param name the organisation's name, to the letter
   * @throws MigrationFailure when no such council takes part, the name is another, the database
   *     refuses, or something of it was written meanwhile; only in the last case has anything
   *     changed
   */
  public void delete(String code, String name, Consumer<String> progress) {
    List<String> report = new ArrayList<>();
    LeavingCouncil council =
        owner.change(connection -> delete(connection, code, name, report::add));
    report.forEach(progress);
    requireNothingLeft(council);
  }

  private static LeavingCouncil delete(
      Connection connection, String code, String name, Consumer<String> report)
      throws SQLException {
    LeavingCouncil council = LeavingCouncil.lock(connection, code);
    if (!council.name().equals(name)) {
      throw new MigrationFailure(
          "%s is '%s', and not '%s': nothing was changed."
              .formatted(council.code(), council.name(), name));
    }
    CouncilTables.requireAllKnown(connection);
    List<String> signIns = signIns(connection, council);
    report.accept("%s (%s) has lost:".formatted(council.name(), council.code()));
    String ends = whatEnds(connection, council);
    end(connection, council);
    int _ = execute(connection, UNTIE_PLANS, council);
    int _ = execute(connection, UNTIE_MEMBERS, council);
    for (CouncilTable table : CouncilTables.of(Fate.GOES)) {
      say(report, table.name(), remove(connection, table, council));
    }
    int _ = execute(connection, FORGET_KEYCLOAK, council);
    report.accept(ends);
    sayWhatStays(connection, council, report);
    sayWhatIsLeftInKeycloak(council, signIns, report);
    return council;
  }

  private static long remove(Connection connection, CouncilTable table, LeavingCouncil council)
      throws SQLException {
    if (!table.name().equals("member")) {
      return CouncilRows.delete(connection, table, council.key());
    }
    String unnamed = "DELETE FROM public.member WHERE " + table.rows() + " AND id NOT IN (%s)";
    String named = String.join(" UNION ", named(connection));
    return execute(connection, unnamed.formatted(named), council)
        + (long) execute(connection, STRIP_MEMBERS, council);
  }

  private static List<String> named(Connection connection) throws SQLException {
    List<String> going = CouncilTables.of(Fate.GOES).stream().map(CouncilTable::name).toList();
    List<String> named = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(NAMED)) {
      statement.setArray(1, connection.createArrayOf("text", going.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          named.add(rows.getString(1));
        }
      }
    }
    return named;
  }

  private static void end(Connection connection, LeavingCouncil council) throws SQLException {
    if (count(connection, HOLDS_AGREEMENT, council) + count(connection, HOLDS_PARTY, council)
        == 0) {
      return;
    }
    int standIn;
    try (PreparedStatement statement = CouncilRows.prepare(connection, STAND_IN, council.key());
        ResultSet row = statement.executeQuery()) {
      row.next();
      standIn = row.getInt(1);
    }
    try (PreparedStatement statement = connection.prepareStatement(END_AGREEMENTS)) {
      statement.setInt(1, standIn);
      statement.setString(2, council.name());
      statement.setString(3, BECAUSE);
      statement.setInt(4, council.key());
      int _ = statement.executeUpdate();
    }
    try (PreparedStatement statement = connection.prepareStatement(LEAVE_PROTOCOLS)) {
      statement.setInt(1, standIn);
      statement.setString(2, council.name());
      statement.setInt(3, council.key());
      int _ = statement.executeUpdate();
    }
  }

  private void requireNothingLeft(LeavingCouncil council) {
    // Behind whoever waited for the deletion to end, to write after it.
    Map<String, Long> left =
        owner.change(
            connection -> {
              LeavingCouncil _ = LeavingCouncil.lock(connection, council.code());
              return counts(connection, council, Fate.GOES);
            });
    left.values().removeIf(rows -> rows == 0);
    if (!left.isEmpty()) {
      throw new MigrationFailure(
          "While it was deleted, something of %s was written (%s): run the command again."
              .formatted(council.name(), String.join(", ", left.keySet())));
    }
  }

  private static Map<String, Long> counts(Connection connection, LeavingCouncil council, Fate fate)
      throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (CouncilTable table : CouncilTables.of(fate)) {
      counts.put(table.name(), CouncilRows.count(connection, table, council.key()));
    }
    return counts;
  }

  private static List<String> signIns(Connection connection, LeavingCouncil council)
      throws SQLException {
    List<String> signIns = new ArrayList<>();
    try (PreparedStatement statement = CouncilRows.prepare(connection, SIGN_INS, council.key());
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        signIns.add(rows.getString(1));
      }
    }
    return signIns;
  }

  private static String whatEnds(Connection connection, LeavingCouncil council)
      throws SQLException {
    return "It ends %,d agreements and leaves %,d protocols."
        .formatted(
            count(connection, HOLDS_AGREEMENT, council), count(connection, HOLDS_PARTY, council));
  }

  private static void sayWhatStays(
      Connection connection, LeavingCouncil council, Consumer<String> progress)
      throws SQLException {
    progress.accept("What stays:");
    Map<String, Long> counts = counts(connection, council, Fate.STAYS);
    for (CouncilTable table : CouncilTables.of(Fate.STAYS)) {
      progress.accept(
          "  %s: %,d rows. %s".formatted(table.name(), counts.get(table.name()), table.why()));
    }
  }

  private static void sayWhatIsLeftInKeycloak(
      LeavingCouncil council, List<String> signIns, Consumer<String> progress) {
    progress.accept(
        "To be removed in Keycloak by its administrator (nobody gets into Sightline by them any more):");
    progress.accept(
        "  organization %s%s"
            .formatted(council.code(), council.keycloakId().map(id -> " " + id).orElse("")));
    signIns.forEach(signIn -> progress.accept("  " + signIn));
  }

  private static void say(Consumer<String> progress, String table, long rows) {
    if (rows > 0) {
      progress.accept("  %s: %,d rows".formatted(table, rows));
    }
  }

  private static long count(Connection connection, String from, LeavingCouncil council)
      throws SQLException {
    try (PreparedStatement statement =
            CouncilRows.prepare(connection, "SELECT count(*) " + from, council.key());
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static int execute(Connection connection, String sql, LeavingCouncil council)
      throws SQLException {
    try (PreparedStatement statement = CouncilRows.prepare(connection, sql, council.key())) {
      return statement.executeUpdate();
    }
  }
}
