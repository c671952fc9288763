package org.sightline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A shell that waits for this process to end, in whatever way, and then stops a server. It reads
 * from a pipe whose other end only we hold: the system closes it even when we are killed outright.
 */
final class Guardian implements AutoCloseable {
  private static final String SCRIPT =
      "trap '' INT TERM HUP; cat >/dev/null; kill -\"$1\" \"$0\" 2>/dev/null";
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private final Process process;

  private Guardian(Process process) {
    this.process = process;
  }

  /**
   * @param signal by which the server stops, such as INT
   */
  static Guardian over(long serverPid, String signal) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      command.add(SETSID.toString());
    }
    command.addAll(List.of("/bin/sh", "-c", SCRIPT, Long.toString(serverPid), signal));
    try {
      return new Guardian(
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      throw new StartFailure("Cannot watch over a server: " + e.getMessage() + ".", e);
    }
  }

  /** Ends the watch without stopping the server: the shell first, then the program it waits in. */
  @Override
  public void close() {
    List<ProcessHandle> waiting = process.descendants().toList();
    process.destroyForcibly();
    waiting.forEach(ProcessHandle::destroyForcibly);
  }
}
