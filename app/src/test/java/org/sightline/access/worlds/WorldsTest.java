package org.sightline.access.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.BesideOthers;

/** In every invented world the database shows each viewer what the oracle says, row by row. */
@BesideOthers
@Order(BesideOthers.FIRST)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorldsTest {
  private static final long ALWAYS_THE_SAME = 20_260;

  /** What a function of the owner tells of agreements that the policies hide. */
  private static final String NAMES_OF_HIDDEN_AGREEMENTS =
      "SELECT agreement_id FROM viewer_agreement_names() EXCEPT SELECT id FROM sharing_agreement";

  private WorldDatabase database;

  @BeforeAll
  void start() throws SQLException {
    database = new WorldDatabase();
  }

  @AfterAll
  void stop() throws SQLException {
    if (database != null) {
      database.close();
    }
  }

  @Test
  void thoseOfAFixedSeedAreSeenAsTheOracleSays() throws SQLException {
    proveWorlds(ALWAYS_THE_SAME, 100);
  }

  @Test
  void thoseOfARandomSeedAreSeenAsTheOracleSays() throws SQLException {
    proveWorlds(new Random().nextInt(1_000_000_000), 100);
  }

  @Test
  @Tag("soak")
  void twoThousandOfARandomSeedAreSeenAsTheOracleSays() throws SQLException {
    proveWorlds(new Random().nextInt(1_000_000_000), 2_000);
  }

  /** A proof over worlds in which nothing is shared, or everything is seen, would prove nothing. */
  @Test
  void theWorldsShowAndHideEnoughOfEachTable() throws SQLException {
    List<String> seen = new ArrayList<>();
    List<String> hidden = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      World world = database.hold(ALWAYS_THE_SAME + i);
      Set<String> all = database.rows();
      for (World.Person person : world.people()) {
        Set<String> rows = new Oracle(world, person.subject()).rows();
        seen.addAll(rows);
        all.stream().filter(row -> !rows.contains(row)).forEach(hidden::add);
      }
    }
    for (String table : WorldDatabase.KEYS.keySet()) {
      assertThat(count(seen, table)).as("seen of " + table).isGreaterThan(20);
      assertThat(count(hidden, table)).as("hidden of " + table).isGreaterThan(20);
    }
  }

  @Test
  void everyGuardedTableIsAsked() throws SQLException {
    assertThat(
            database.texts(
                """
                SELECT relname FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND NOT relispartition
                  AND relname NOT IN ('breakdown', 'id_key', 'period')
                """))
        .containsExactlyInAnyOrderElementsOf(WorldDatabase.KEYS.keySet());
  }

  private void proveWorlds(long seed, int count) throws SQLException {
    System.out.printf("%d worlds from seed %d%n", count, seed);
    for (int i = 0; i < count; i++) {
      proveWorld(seed + i);
    }
  }

  private void proveWorld(long seed) throws SQLException {
    World world = database.hold(seed);
    for (String viewer : WorldDatabase.viewers(world)) {
      assertThat(database.rowsSeenBy(viewer))
          .as("what '%s' sees in the world of seed %d", viewer, seed)
          .isEqualTo(new Oracle(world, viewer).rows());
      assertThat(database.textsSeenBy(viewer, NAMES_OF_HIDDEN_AGREEMENTS)).isEmpty();
    }
  }

  private static long count(Collection<String> rows, String table) {
    return rows.stream().filter(row -> row.startsWith(table + " ")).count();
  }
}
