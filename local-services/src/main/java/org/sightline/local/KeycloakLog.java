package org.sightline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Keycloak wrote. */
final class KeycloakLog {
  private static final int SHOWN_LINES = 8;
  private static final Pattern LISTENING =
      Pattern.compile("Listening on: (http://127\\.0\\.0\\.1:\\d+)");

  private KeycloakLog() {}

  /** One sentence, and the lines by which Keycloak itself explains it. */
  static StartFailure explain(String what, Path log) {
    try {
      List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
      String text = String.join("\n", lines);
      if (Disk.saysDiskFull(text)) {
        return new StartFailure(
            what + ": the disk that holds " + log.getParent() + " is full, free some space.");
      }
      return new StartFailure(what + ". Its last lines:\n" + lastLines(lines));
    } catch (IOException e) {
      return Disk.failure("read " + log, Disk.parent(log), e);
    }
  }

  /** Where it says that it listens, or an empty text while it does not. */
  static String address(Path log) {
    try {
      Matcher matcher = LISTENING.matcher(Files.readString(log));
      return matcher.find() ? matcher.group(1) : "";
    } catch (IOException e) {
      throw Disk.failure("read " + log, Disk.parent(log), e);
    }
  }

  /** Stack traces are left out: what went wrong stands before them. */
  private static String lastLines(List<String> lines) {
    List<String> told =
        lines.stream().filter(line -> !line.isBlank() && !line.startsWith("\tat ")).toList();
    return told.subList(Math.max(0, told.size() - SHOWN_LINES), told.size()).stream()
        .collect(Collectors.joining("\n"));
  }
}
