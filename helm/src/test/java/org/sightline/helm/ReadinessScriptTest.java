package org.sightline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The chart's test asks again while the name still leads to an instance that stops. */
final class ReadinessScriptTest {
  private static final JsonNode CONTAINER =
      Chart.render(Values.fewest()).get(Kind.Pod, "sightline-test").at("/spec/containers/0");

  private final Path folder = Scratch.folder();

  @Test
  void itAsksUntilAnInstanceIsReady() throws IOException, InterruptedException {
    assertThat(run("echo $3 $6 >> asked; test $(wc -l < asked) -ge 3", "date +%s")).isZero();
    assertThat(Scratch.read(folder.resolve("asked")).lines())
        .containsExactly(line(), line(), line());
  }

  @Test
  void itGivesUpAfterThreeQuartersOfAMinute() throws IOException, InterruptedException {
    String clock = "echo >> calls; echo $(($(wc -l < calls) * 10))";
    assertThat(run("echo asked >> asked; false", clock)).isOne();
    assertThat(Scratch.read(folder.resolve("asked")).lines()).hasSize(5);
  }

  private static String line() {
    return "5 http://sightline-management:8081/health/readiness";
  }

  /** Runs it in a folder of its own, with commands that stand for the network and the clock. */
  private int run(String wget, String date) throws IOException, InterruptedException {
    String commands =
        "wget() { %s; }\ndate() { %s; }\nsleep() { :; }\n"
            .formatted(wget, date.replace("date +%s", "command date +%s"));
    String script = CONTAINER.at("/command/2").asText();
    Process process =
        new ProcessBuilder("sh", "-ec", commands + script, CONTAINER.at("/args/0").asText())
            .directory(folder.toFile())
            .inheritIO()
            .start();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
