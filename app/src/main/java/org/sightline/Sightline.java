package org.sightline;

import java.util.concurrent.Callable;
import org.sightline.intake.ImportCommand;
import org.sightline.operations.LogLines;
import org.sightline.operations.Secrets;
import org.sightline.operations.Settings;
import org.sightline.operations.StartFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The program: one command with a few under it. Without any it serves. */
@Command(
    name = "sightline",
    description = {
      "Compare the children's services of English councils.",
      "",
      "Settings are environment variables: SIGHTLINE_DATABASE_URL (a JDBC URL of PostgreSQL 15 or"
          + " later), SIGHTLINE_DATABASE_OWNER_USERNAME and _PASSWORD (for migrate, access-log,"
          + " fingerprint and council),"
          + " SIGHTLINE_DATABASE_APP_PASSWORD, SIGHTLINE_DATABASE_RELEASE_WRITER_PASSWORD,"
          + " SIGHTLINE_DATABASE_TLS (VERIFIED: what is checked of a database on another machine),"
          + " SIGHTLINE_DATABASE_CONNECTIONS (16), SIGHTLINE_HOST (127.0.0.1), SIGHTLINE_PORT (8080),"
          + " SIGHTLINE_ANONYMOUS (NOTHING or PUBLISHED), SIGHTLINE_KEYCLOAK_ISSUER (the address of the"
          + " realm whose tokens are taken), SIGHTLINE_KEYCLOAK_AUDIENCE (sightline-api),"
          + " SIGHTLINE_KEYCLOAK_CLOCK_SKEW (5s), SIGHTLINE_DEFINITIONS (a folder of your own"
          + " mappings and indicators), SIGHTLINE_IMPORT_TOKEN (of 16 characters or more; for"
          + " imports over HTTP from this machine), SIGHTLINE_CURSOR_KEY (of 32 characters or more, the same for"
          + " all instances; without it cursors end with the process), SIGHTLINE_CURSOR_KEY_BEFORE"
          + " (the key before, while it is changed), and what a request may ask at most: SIGHTLINE_LIMITS_ and"
          + " the limit's name, such as SIGHTLINE_LIMITS_DEPTH. Of running it for others:"
          + " SIGHTLINE_MANAGEMENT_PORT (health and metrics; none unless set), SIGHTLINE_DRAIN_DELAY (0s),"
          + " SIGHTLINE_DRAIN_TIMEOUT (35s), SIGHTLINE_LOGS (TEXT or JSON), SIGHTLINE_OTLP_ENDPOINT,"
          + " SIGHTLINE_SLOW_OPERATION (1s) and SIGHTLINE_UPLOAD_SPACE (such as 4Gi).",
      "",
      "A password, a secret, a token or a key is given as it is, or as file: and the path of a file"
          + " that holds it."
    },
    subcommands = {
      ServeCommand.class,
      MigrateCommand.class,
      ImportCommand.class,
      AccessLogCommand.class,
      FingerprintCommand.class,
      CouncilCommand.class,
    },
    versionProvider = ProgramVersion.class,
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
public final class Sightline implements Callable<Integer> {
  private Sightline() {}

  /** Runs a command. Returns while the service runs; ends the process where a command failed. */
  public static void main(String[] arguments) {
    Secrets.refusalOfTheCommandLine().ifPresent(Sightline::giveUp);
    int code = program().execute(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  private static void giveUp(String sentence) {
    System.err.println(sentence);
    System.exit(CommandLine.ExitCode.SOFTWARE);
  }

  /** Its exit codes: 0 well, 1 failed, 2 not understood, 75 to be tried again. */
  static CommandLine program() {
    return new CommandLine(new Sightline())
        .setExecutionStrategy(Sightline::run)
        .setExecutionExceptionHandler(new OneSentence());
  }

  /** The first logger is made by a command. */
  private static int run(ParseResult parsed) {
    try {
      LogLines.choose(Settings.ofThisProcess());
    } catch (StartFailure e) {
      throw new ExecutionException(parsed.commandSpec().commandLine(), e.getMessage(), e);
    }
    return new RunLast().execute(parsed);
  }

  @Override
  public Integer call() {
    return new ServeCommand().call();
  }
}
