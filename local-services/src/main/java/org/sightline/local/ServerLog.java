package org.sightline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Turns what PostgreSQL wrote when it did not start into one sentence. */
final class ServerLog {
  private ServerLog() {}

  static StartFailure explain(Path log, Path data, String output) {
    try {
      String written = Files.exists(log) ? lastLines(log) : "";
      return explain(written.isBlank() ? output : written, data);
    } catch (IOException e) {
      return Disk.failure("read " + log, data, e);
    }
  }

  static StartFailure explain(String output, Path data) {
    if (Disk.saysDiskFull(output)) {
      return new StartFailure(
          "PostgreSQL cannot start: the disk that holds %s is full, free some space."
              .formatted(data));
    }
    String reason =
        output
            .lines()
            .filter(line -> line.matches(".*(FATAL|PANIC|error|could not).*"))
            .reduce((earlier, later) -> later)
            .orElse(output.strip());
    return new StartFailure(
        "PostgreSQL cannot start on %s: %s.".formatted(data, reason.replaceFirst("\\.$", "")));
  }

  private static String lastLines(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }
}
