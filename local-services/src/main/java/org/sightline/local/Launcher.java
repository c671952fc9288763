package org.sightline.local;

import java.lang.reflect.InvocationTargetException;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What {@code mvn} runs: starts PostgreSQL, tells the program where it is by system properties,
 * runs the program in this JVM, and stops PostgreSQL when this JVM ends or the Maven that started
 * it is gone.
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
      startPostgres();
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

  private static void startPostgres() throws SQLException {
    Settings settings = Settings.ofThisProcess();
    ServerPort.requireFree(settings);
    Repository repository = Repository.ofThisProcess();
    say("Preparing PostgreSQL.");
    long start = System.nanoTime();
    LocalPostgres decision = LocalPostgres.ofThisMachine();
    PostgresServer server =
        decision.start(
            LocalPostgres.Purpose.RUN, repository.kept().resolve("postgresql"), Launcher::say);
    HandRun handRun = new HandRun(repository);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(server, handRun), "stop-postgresql"));
    DatabaseSettings.forProgram(server, settings).forEach(System::setProperty);
    System.setProperty("sightline.command", handRun.write());
    say(
        "Using %s, ready after %.1f s."
            .formatted(server.description(), (System.nanoTime() - start) / 1e9));
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

  private static void stop(PostgresServer server, HandRun handRun) {
    ParentWatch.end();
    handRun.remove();
    if (!(server instanceof GivenServer)) {
      OpenSessions.awaitEnd(server.administrator());
    }
    server.close();
    say("Stopped.");
  }

  /** With empty lines around it, because Maven's own lines follow. */
  private static void fail(@Nullable String sentence) {
    System.err.printf("%nSightline cannot start. %s%n%n", sentence);
    System.exit(1);
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
