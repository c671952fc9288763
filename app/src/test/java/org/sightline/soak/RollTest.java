package org.sightline.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sightline.TestSightline;
import org.sightline.local.Database;
import org.sightline.migrations.MigrationLimits;
import org.sightline.migrations.Migrations;

/**
 * Rolls from the last release to this build and back while members are at work: the tables are
 * expanded first, and both versions run on them at once. {@code -Dsightline.lastRelease} names the
 * last release's jar, beside whose folder {@code lib} it stands; without it this build takes its
 * place, and what is expanded is what a later one would add.
 */
@Tag("soak")
final class RollTest {
  private static final Path THIS = Instance.builtJar();
  private static final Path LAST =
      Path.of(System.getProperty("sightline.lastRelease", THIS.toString()));

  @Test
  void rollsForthAndBackWithoutAFailedRequest() throws SQLException {
    try (World world = new World(LAST)) {
      System.out.println("From " + (LAST.equals(THIS) ? "this build" : LAST) + ":");
      Line expanded = world.during("the tables are expanded", () -> expand(world));
      Line forth = world.during("each instance is replaced", () -> replace(world, THIS));
      Line mixed = world.during("one of them goes back", () -> replace(world.first(), LAST));
      Line back = world.during("and the other", () -> replace(world.second(), LAST));

      assertThat(List.of(expanded, forth, mixed, back))
          .allSatisfy(line -> assertThat(line.failed()).as(line.phase()).isEmpty())
          .allSatisfy(line -> assertThat(line.retried()).as(line.phase()).isEmpty())
          .allSatisfy(line -> assertThat(line.found()).isEqualTo(line.acknowledged()))
          .allSatisfy(line -> assertThat(line.acknowledged()).isPositive());
      assertThat(isExpanded(world.database())).isTrue();
    }
  }

  /** As the migration job does, and then as that of a release after this one would. */
  private static void expand(World world) {
    Instance job = new Instance("migration", World.settings(world.database()));
    assertThat(job.run(THIS, "migrate")).isZero();
    assertThat(job.run(THIS, "migrate")).as("again").isZero();
    new Migrations(
            TestSightline.roles(world.database()),
            null,
            MigrationLimits.USUAL,
            "org/sightline/soak/later.xml")
        .run(System.out::println);
    job.close();
  }

  private static void replace(World world, Path jar) {
    replace(world.first(), jar);
    replace(world.second(), jar);
  }

  private static void replace(Instance instance, Path jar) {
    int _ = instance.drain();
    instance.start(jar, "serve");
    instance.awaitReady();
    Instance.pause(Duration.ofSeconds(2));
  }

  private static boolean isExpanded(Database database) throws SQLException {
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement();
        var row =
            statement.executeQuery(
                """
                SELECT bool_and(index.indisvalid) AND count(*) = 2 FROM pg_index AS index
                WHERE indexrelid::regclass::text IN ('saved_group_later', 'observation_later')
                """)) {
      return row.next() && row.getBoolean(1);
    }
  }
}
