package org.sightline.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two instances at work while one is killed, one is drained, the database is restarted and Keycloak
 * is away. Prints a table; docs/guides/operating.md has it as it was printed last.
 */
@Tag("soak")
final class EnduranceTest {
  private final List<Line> lines = new ArrayList<>();

  @Test
  void losesNoAcknowledgedWriteWhateverIsTakenAway() {
    try (World world = new World(Instance.builtJar())) {
      Line quiet = phase(world, "nothing happens", () -> pause(15));
      Line killed =
          phase(world, "one instance is killed (-9) and started again", () -> kill(world));
      Line drained = phase(world, "one is drained (SIGTERM) and started again", () -> drain(world));
      Line restarted = phase(world, "the database is restarted", () -> world.postgres().restart());
      world.first().awaitReady();
      world.second().awaitReady();
      Line alone = phase(world, "Keycloak is away for a minute", () -> beWithoutKeycloak(world));
      print();

      assertThat(lines)
          .allSatisfy(line -> assertThat(line.found()).isEqualTo(line.acknowledged()))
          .allSatisfy(line -> assertThat(line.acknowledged()).isPositive())
          .allSatisfy(line -> assertThat(line.failed()).as(line.phase()).isEmpty());
      assertThat(List.of(quiet, drained, alone))
          .allSatisfy(line -> assertThat(line.retried()).as(line.phase()).isEmpty());
      assertThat(List.of(killed, restarted))
          .as("what was taken away was in use")
          .allSatisfy(line -> assertThat(line.retried()).as(line.phase()).isNotEmpty());
    }
  }

  private Line phase(World world, String name, Runnable happening) {
    Line line = world.during(name, happening);
    lines.add(line);
    return line;
  }

  private static void kill(World world) {
    world.first().kill();
    world.first().start(Instance.builtJar(), "serve");
    world.first().awaitReady();
  }

  private static void drain(World world) {
    int _ = world.second().drain();
    world.second().start(Instance.builtJar(), "serve");
    world.second().awaitReady();
  }

  private static void beWithoutKeycloak(World world) {
    world.keycloak().stop();
    pause(65);
    world.keycloak().startAgain();
  }

  private static void pause(int seconds) {
    Instance.pause(Duration.ofSeconds(seconds));
  }

  private void print() {
    System.out.println(
        lines.stream().map(Line::row).collect(Collectors.joining("\n", Line.HEAD + "\n", "")));
  }
}
