package org.sightline.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Keycloak in a JVM of this process's own JDK, without the shell script around it: a signal then
 * reaches the server itself.
 */
final class KeycloakJvm {
  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx512m",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.security=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "-Dfile.encoding=UTF-8",
          "-Duser.language=en",
          "-Duser.country=GB",
          "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
          "-Dpicocli.disable.closures=true");

  private KeycloakJvm() {}

  /**
   * Starts it in a session of its own, so that Ctrl-C in the terminal reaches Sightline first.
   *
   * @param program the folder that holds {@code lib}
   * @param home the folder that holds {@code data}
   * @param environment what is added to this process's own
   */
  static Process start(
      Path program, Path home, List<String> arguments, Map<String, String> environment, Path log) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      command.add(SETSID.toString());
    }
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.add(homeFlag(home));
    command.addAll(FLAGS);
    command.add("-classpath");
    command.add(program.resolve("lib").resolve("quarkus-run.jar").toString());
    command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    // Somebody's settings for another Keycloak are not for this one.
    builder.environment().keySet().removeIf(name -> name.matches("(KC|QUARKUS)_.*|JAVA_TOOL_.*"));
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw Disk.failure("start Keycloak", home, e);
    }
  }

  /** Runs one of Keycloak's commands to its end; fails with the last lines of what it wrote. */
  static void run(
      Path program, Path home, List<String> arguments, Map<String, String> environment) {
    Path log = home.resolve("command.log");
    Process process = start(program, home, arguments, environment, log);
    try (Guardian _ = Guardian.over(process.pid(), "TERM")) {
      if (process.waitFor() != 0) {
        throw KeycloakLog.explain("Keycloak's " + arguments.getFirst() + " failed", log);
      }
      Files.delete(log);
    } catch (IOException e) {
      throw Disk.failure("remove " + log, home, e);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new StartFailure("Interrupted while preparing Keycloak.", e);
    }
  }

  /** By this argument a process is known to be the one of this home. */
  static String homeFlag(Path home) {
    return "-Dkc.home.dir=" + home;
  }
}
