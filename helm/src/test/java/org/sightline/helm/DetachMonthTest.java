package org.sightline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one shell script of the chart: which month of the access log stays. */
final class DetachMonthTest {
  private static final JsonNode JOB =
      Chart.render(Values.given("everything"))
          .get(Kind.CronJob, "sightline-access-log")
          .at("/spec/jobTemplate/spec/template/spec");

  @ParameterizedTest(name = "{0}, {1} months: {2}")
  @CsvSource({
    "2026-11, 24, 2024-11",
    "2026-01, 1, 2025-12",
    "2026-08, 8, 2025-12",
    "2026-09, 9, 2025-12",
    "2026-12, 12, 2025-12",
    "2026-10, 240, 2006-10",
  })
  void itCountsMonthsBackOverTheYear(String now, String keep, String before)
      throws IOException, InterruptedException {
    Path folder = Scratch.folder();
    Path file = folder.resolve("detach");
    String script =
        JOB.at("/initContainers/0/command/2")
            .asText()
            .replace("date -u +%Y", "echo " + now.substring(0, 4))
            .replace("date -u +%m", "echo " + now.substring(5))
            .replace("/arguments/detach", file.toString());

    ProcessBuilder shell = new ProcessBuilder("sh", "-ec", script).inheritIO();
    shell.environment().put("KEEP_MONTHS", keep);
    Process process = shell.start();

    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(Scratch.read(file)).isEqualTo("access-log\ndetach\n--before\n" + before + "\n");
  }

  @Test
  void theCommandReadsWhatTheScriptWrote() {
    assertThat(JOB.at("/containers/0/args/0").asText()).isEqualTo("@/arguments/detach");
    assertThat(JOB.at("/initContainers/0/command/2").asText()).contains("> /arguments/detach");
  }
}
