package org.sightline;

import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.sightline.migrations.AccessLogMonths;
import org.sightline.operations.DatabaseLogin;
import org.sightline.operations.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes old months out of the access log. */
@Command(
    name = "detach",
    description = {
      "Take whole months out of the access log. Each stays as a table that only the owner reads:"
          + " archive it, then drop it.",
      "",
      "Connects as SIGHTLINE_DATABASE_OWNER_USERNAME. Who reads or writes the log waits for a"
          + " moment; after ten seconds of waiting itself the command gives up."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    usageHelpAutoWidth = true)
final class DetachCommand implements Callable<Integer> {
  @Option(
      names = "--before",
      required = true,
      paramLabel = "MONTH",
      description = "The first month that stays in the log, such as 2026-01, in UTC.")
  private YearMonth before = YearMonth.of(1, 1);

  @Override
  public Integer call() {
    DatabaseLogin owner = Settings.ofThisProcess().owner();
    new AccessLogMonths(owner.url(), owner.username(), owner.password())
        .detachBefore(before, System.out::println);
    return 0;
  }
}
