package org.sightline.access.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.sightline.BesideOthers;

/**
 * Removes each policy alone: a proof must fail then. The table of docs/guards.md says which, and is
 * written anew where it differs.
 */
@BesideOthers
@Order(BesideOthers.FIRST)
class GuardRemovalTest {
  private static final int WORLDS = 40;

  private static final String BEGIN = "<!-- policies: written by GuardRemovalTest -->\n";
  private static final String END = "<!-- end of policies -->";

  /**
   * Words, which everybody may read and the writer of official releases may write; and a policy of
   * a table whose check and key already let it hold nothing but what is official.
   */
  private static final List<String> OPEN =
      List.of(
          "breakdown_seen",
          "breakdown_written",
          "dictionary_entry_written",
          "period_seen",
          "period_written");

  private record Policy(String name, String table, String remove, String restore) {}

  @Test
  void withoutAnyOneOfThePoliciesAProofFails() throws SQLException, IOException {
    List<String> rows = new ArrayList<>();
    try (WorldDatabase database = new WorldDatabase()) {
      for (Policy policy : policies(database)) {
        database.change(policy.remove());
        Optional<String> failure = failure(database);
        database.change(policy.restore());

        assertThat(failure)
            .as("what fails without %s of %s", policy.name(), policy.table())
            .isPresent();
        rows.add("| `%s` | `%s` | %s |".formatted(policy.table(), policy.name(), failure.get()));
      }
      assertThat(failure(database)).as("what fails with all of them").isEmpty();
    }
    writeTable(rows);
  }

  private static List<Policy> policies(WorldDatabase database) throws SQLException {
    return database
        .texts(
            """
            SELECT concat_ws(E'\\t', policyname, tablename,
              format('ALTER POLICY %1$I ON %2$I', policyname, tablename)
                || CASE WHEN qual IS NOT NULL THEN ' USING (true)' ELSE '' END
                || CASE WHEN with_check IS NOT NULL THEN ' WITH CHECK (true)' ELSE '' END,
              format('ALTER POLICY %1$I ON %2$I', policyname, tablename)
                || coalesce(' USING (' || qual || ')', '') || coalesce(' WITH CHECK (' || with_check || ')', ''))
            FROM pg_policies WHERE policyname <> ALL ('{%s}') ORDER BY tablename, policyname
            """
                .replace("%s", String.join(",", OPEN)))
        .stream()
        .map(line -> line.split("\t", -1))
        .map(parts -> new Policy(parts[0], parts[1], parts[2], parts[3]))
        .toList();
  }

  /** The first proof that fails, and with what. */
  private static Optional<String> failure(WorldDatabase database) throws SQLException {
    World _ = Attacks.prepare(database);
    List<String> through = Attacks.letThrough(database);
    if (!through.isEmpty()) {
      return Optional.of("`WritesTest`: " + beginningOf(through.getFirst()));
    }
    for (int seed = 0; seed < WORLDS; seed++) {
      World world = database.hold(seed);
      for (String viewer : WorldDatabase.viewers(world)) {
        if (!database.rowsSeenBy(viewer).equals(new Oracle(world, viewer).rows())) {
          return Optional.of(
              "`WorldsTest`: " + (viewer.isEmpty() ? "nobody" : viewer) + " in world " + seed);
        }
      }
    }
    return Optional.empty();
  }

  private static String beginningOf(String attack) {
    String[] words = attack.replace(" INTO", "").replace(" FROM", "").split(" ", 4);
    return String.join(" ", words[0], words[1], words[2]);
  }

  private static void writeTable(List<String> rows) throws IOException {
    Path page = Path.of(System.getProperty("sightline.repository", ".."), "docs", "guards.md");
    String text = Files.readString(page);
    int from = text.indexOf(BEGIN) + BEGIN.length();
    String table =
        "| table | policy | what fails without it |\n|---|---|---|\n"
            + String.join("\n", rows)
            + "\n";
    String written = text.substring(0, from) + table + text.substring(text.indexOf(END));
    if (!written.equals(text)) {
      Files.writeString(page, written);
    }
    assertThat(text).as("docs/guards.md was not up to date, and now is").isEqualTo(written);
  }
}
