package org.sightline.local;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's own programs to their end. */
final class Shell {
  /**
   * @param exitCode zero when it went well
   * @param output standard output and standard error together
   */
  record Result(int exitCode, String output) {
    boolean isSuccess() {
      return exitCode == 0;
    }
  }

  private Shell() {}

  /**
   * Runs a program of PostgreSQL, which refuses to run as root: root runs it in a user namespace of
   * its own, where it is nobody in particular but still owns its files.
   */
  static Result run(List<String> command) {
    List<String> whole = new ArrayList<>();
    if (isRoot()) {
      whole.addAll(List.of("unshare", "-U"));
    }
    whole.addAll(command);
    try {
      return runToFile(whole);
    } catch (IOException e) {
      throw new StartFailure("Cannot run " + whole.get(0) + ": " + e.getMessage() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("Interrupted while running " + command.get(0) + ".", e);
    }
  }

  /** To a file, not a pipe: a server started by pg_ctl would inherit the pipe and keep it open. */
  private static Result runToFile(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("sightline-postgresql-", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      int exitCode = process.waitFor();
      return new Result(exitCode, Files.readString(output, StandardCharsets.UTF_8).strip());
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name", "").equals("root");
  }
}
