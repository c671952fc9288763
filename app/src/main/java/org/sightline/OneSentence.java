package org.sightline;

import org.sightline.access.token.IssuerUnavailableException;
import org.sightline.intake.ImportRefusedException;
import org.sightline.intake.mapping.MappingException;
import org.sightline.migrations.MigrationFailure;
import org.sightline.operations.Settings;
import org.sightline.operations.StartFailure;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says a command's failure in one sentence. The stack trace is there for who asks for it. */
final class OneSentence implements IExecutionExceptionHandler {
  private static final String TRACE = "sightline.trace";

  /** What sysexits.h calls EX_TEMPFAIL. */
  private static final int WORTH_ANOTHER_TRY = 75;

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    command.getErr().println(sentence(failure));
    if (Settings.ofThisProcess().find(TRACE).isPresent()) {
      failure.printStackTrace(command.getErr());
    }
    command.getErr().flush();
    return failure instanceof MigrationFailure other && other.isWorthAnotherTry()
        ? WORTH_ANOTHER_TRY
        : CommandLine.ExitCode.SOFTWARE;
  }

  private static String sentence(Exception failure) {
    return switch (failure) {
      case StartFailure expected -> String.valueOf(expected.getMessage());
      case MigrationFailure expected -> String.valueOf(expected.getMessage());
      case IssuerUnavailableException expected -> String.valueOf(expected.getMessage());
      case ImportRefusedException expected -> String.valueOf(expected.getMessage());
      case MappingException expected -> String.valueOf(expected.getMessage());
      default ->
          "Sightline cannot go on: %s (%s=true shows where)."
              .formatted(root(failure), Settings.environmentName(TRACE));
    };
  }

  private static String root(Throwable failure) {
    Throwable cause = failure.getCause();
    if (cause != null) {
      return root(cause);
    }
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getName() : message;
  }
}
