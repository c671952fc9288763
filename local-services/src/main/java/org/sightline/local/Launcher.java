package org.sightline.local;

import java.lang.reflect.InvocationTargetException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code mvn} runs: starts PostgreSQL and Keycloak, tells the program where they are by system
 * properties, runs the program in this JVM, and stops both when this JVM ends or the Maven that
 * started it is gone.
 */
public final class Launcher {
  private Launcher() {}

  /**
   * Starts everything; returns when the program's main method returns, which leaves a server
   * running.
   *
   * @param arguments the program's main class, then the program's own arguments
   */
  public static void main(String[] arguments) {
    if (arguments.length == 0) {
      System.err.println("Usage: Launcher <main class> <arguments...>");
      System.exit(2);
    }
    ParentWatch.exitWithParent();
    try {
      Settings settings = Settings.ofThisProcess();
      ServerPort.requireFree(settings);
      Repository repository = Repository.ofThisProcess();
      Optional<LocalKeycloak> keycloak = startKeycloak(settings, repository);
      startPostgres(settings, repository, keycloak);
      keepCursors(settings, repository);
      run(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length));
    } catch (StartFailure e) {
      fail(e.getMessage());
    } catch (SQLException e) {
      fail("PostgreSQL refuses to make Sightline's database: " + e.getMessage());
    } catch (ReflectiveOperationException e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  /** Only begins: nobody needs Keycloak before somebody signs in. */
  private static Optional<LocalKeycloak> startKeycloak(Settings settings, Repository repository) {
    Optional<LocalKeycloak> own = LocalKeycloak.claim(settings, repository, Launcher::say);
    own.ifPresent(
        keycloak -> {
          Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close, "stop-keycloak"));
          keycloak.settings().forEach(System::setProperty);
          keycloak.start(Launcher::giveUp);
        });
    return own;
  }

  private static void startPostgres(
      Settings settings, Repository repository, Optional<LocalKeycloak> keycloak)
      throws SQLException {
    say("Preparing PostgreSQL.");
    long start = System.nanoTime();
    LocalPostgres decision = LocalPostgres.ofThisMachine();
    PostgresServer server =
        decision.start(
            LocalPostgres.Purpose.RUN, repository.kept().resolve("postgresql"), Launcher::say);
    HandRun handRun = new HandRun(repository);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(server, handRun, keycloak), "stop-postgresql"));
    DatabaseSettings.forProgram(server, settings).forEach(System::setProperty);
    System.setProperty("sightline.command", handRun.write());
    say(
        "Using %s, ready after %.1f s."
            .formatted(server.description(), (System.nanoTime() - start) / 1e9));
  }

  /** Whoever pages through a list goes on after a restart. */
  private static void keepCursors(Settings settings, Repository repository) {
    if (settings.find(Settings.CURSOR_KEY).isEmpty()) {
      System.setProperty(
          Settings.CURSOR_KEY, Secrets.kept(repository.kept().resolve("cursor-key")));
    }
  }

  private static void run(String mainClass, String[] arguments)
      throws ReflectiveOperationException {
    try {
      Class.forName(mainClass).getMethod("main", String[].class).invoke(null, (Object) arguments);
    } catch (InvocationTargetException e) {
      e.getTargetException().printStackTrace();
      System.exit(1);
    }
  }

  private static void stop(
      PostgresServer server, HandRun handRun, Optional<LocalKeycloak> keycloak) {
    ParentWatch.end();
    handRun.remove();
    if (!(server instanceof GivenServer)) {
      OpenSessions.awaitEnd(server.administrator());
    }
    server.close();
    keycloak.ifPresent(LocalKeycloak::close);
    say("Stopped.");
  }

  /** With empty lines around it, because Maven's own lines follow. */
  private static void fail(@Nullable String sentence) {
    System.err.printf("%nSightline cannot start. %s%n%n", sentence);
    System.exit(1);
  }

  /** At any time, from another thread than the program's. */
  private static void giveUp(@Nullable String sentence) {
    System.err.printf("%nSightline stops. %s%n%n", sentence);
    System.exit(1);
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
