package org.sightline.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A project of {@code src/test/clients}, copied into {@code target/clients} and installed there
 * from its lock file, once until that changes.
 */
public final class NodeProject {
  private static final int OLDEST_NODE = 18;
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\..*", Pattern.DOTALL);
  private static final String LOCK_FILE = "package-lock.json";
  private static final String NPM =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")
          ? "npm.cmd"
          : "npm";

  private static final Map<String, NodeProject> INSTALLED = new HashMap<>();

  private final Path folder;

  private NodeProject(Path folder) {
    this.folder = folder;
  }

  /**
   * How a program ended.
   *
   * @param output what it wrote to its standard output
   * @param complaints what it wrote to its standard error
   */
  public record Outcome(int exitCode, String output, String complaints) {}

  /**
   * The project, ready to run. Where Node 18 or later or npm is absent, the test that asks is
   * skipped and says so.
   *
   * @param name the folder's name in {@code src/test/clients}
   */
  public static synchronized NodeProject installed(String name) {
    requireNode();
    return INSTALLED.computeIfAbsent(name, NodeProject::install);
  }

  /** Where the project stands: what a test writes there, its scripts find. */
  public Path folder() {
    return folder;
  }

  /**
   * Runs one of the project's scripts in its folder and waits for its end, five minutes at most.
   *
   * @param script such as {@code audits.mjs}, or a package's program such as {@code
   *     node_modules/relay-compiler/cli.js}
   */
  public Outcome run(String script, String... arguments) {
    List<String> command = new ArrayList<>(List.of("node", script));
    command.addAll(List.of(arguments));
    return execute(folder, command);
  }

  private static void requireNode() {
    try {
      String version = execute(app(), List.of("node", "--version")).output();
      Matcher matcher = VERSION.matcher(version);
      assumeTrue(
          matcher.matches() && Integer.parseInt(matcher.group(1)) >= OLDEST_NODE,
          "Node 18 or later is needed and this is " + version.strip() + ".");
      Outcome _ = execute(app(), List.of(NPM, "--version"));
    } catch (UncheckedIOException e) {
      assumeTrue(false, "Node 18 or later and npm are needed, and are not here.");
    }
  }

  private static NodeProject install(String name) {
    Path folder = app().resolve("target").resolve("clients").resolve(name);
    Path stamp = folder.resolve("node_modules").resolve(".installed");
    try {
      copy(app().resolve("src").resolve("test").resolve("clients").resolve(name), folder);
      String locked = Files.readString(folder.resolve(LOCK_FILE));
      if (!Files.exists(stamp) || !Files.readString(stamp).equals(locked)) {
        Outcome outcome =
            execute(
                folder,
                List.of(NPM, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress"));
        assertThat(outcome.exitCode()).as("npm ci in %s: %s", folder, outcome).isZero();
        Files.writeString(stamp, locked);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new NodeProject(folder);
  }

  private static Path app() {
    return Path.of(System.getProperty("sightline.repository", ".."), "app").toAbsolutePath();
  }

  /** Everything but what somebody may have installed beside the sources. */
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Path relative = from.relativize(one);
        Path copy = to.resolve(relative);
        if (relative.startsWith("node_modules")) {
          continue;
        }
        if (Files.isDirectory(one)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(one, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static Outcome execute(Path folder, List<String> command) {
    try {
      Path output = Files.createTempFile("output", ".txt");
      Path complaints = Files.createTempFile("complaints", ".txt");
      try {
        int exitCode = ended(folder, command, output, complaints);
        return new Outcome(exitCode, Files.readString(output), Files.readString(complaints));
      } finally {
        Files.delete(output);
        Files.delete(complaints);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int ended(Path folder, List<String> command, Path output, Path complaints)
      throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(complaints.toFile())
            .start();
    try (var _ = process.getOutputStream()) {
      assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS))
          .as("%s ends within %s", command, LONGEST)
          .isTrue();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
