package org.sightline.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sightline.local.Database;
import org.sightline.local.InstalledPostgres;

/** The scripts of {@code app/src/backup}, run as an operator runs them, with PostgreSQL's tools. */
final class Script {
  private Script() {}

  /** What a script has said, in order, and how it ended. */
  record Ended(int exitCode, String said) {}

  /** Runs one to its end on a database, as its owner. */
  static Ended run(String name, Database database, String... arguments) {
    Path repository =
        Path.of(System.getProperty("sightline.repository", "..")).toAbsolutePath().normalize();
    List<String> command = new ArrayList<>();
    command.add(repository.resolve("app/src/backup").resolve(name).toString());
    command.addAll(List.of(arguments));
    ProcessBuilder script = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = script.environment();
    environment
        .keySet()
        .removeIf(one -> one.startsWith("SIGHTLINE_") || one.matches("PG.*|JAVA_TOOL_OPTIONS"));
    environment.merge("PATH", places(), (path, ours) -> ours + ":" + path);
    environment.put("SIGHTLINE_DATABASE_URL", database.url());
    environment.put("SIGHTLINE_DATABASE_OWNER_USERNAME", database.ownerUsername());
    environment.put("SIGHTLINE_DATABASE_OWNER_PASSWORD", database.ownerPassword());
    environment.put("SIGHTLINE_DATABASE_APP_PASSWORD", "app-password");
    environment.put("SIGHTLINE_DATABASE_RELEASE_WRITER_PASSWORD", "writer-password");
    return ended(script);
  }

  private static String places() {
    return InstalledPostgres.tools()
        + ":"
        + Path.of(System.getProperty("java.home", "")).resolve("bin");
  }

  private static Ended ended(ProcessBuilder script) {
    try {
      Process process = script.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
