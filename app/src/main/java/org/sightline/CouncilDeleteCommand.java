package org.sightline;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sightline.migrations.leaving.CouncilDeletion;
import org.sightline.operations.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes all that is one council's own. */
@Command(
    name = "delete",
    description = {
      "Delete all that is one council's own, when it leaves. Without --confirm, only say what that"
          + " would be.",
      "",
      "Connects as SIGHTLINE_DATABASE_OWNER_USERNAME. Agreements are ended; the access log and"
          + " official figures stay. It is one transaction, and cannot be undone."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    usageHelpAutoWidth = true)
final class CouncilDeleteCommand implements Callable<Integer> {
  @Parameters(paramLabel = "CODE", description = "The council's ONS code, such as E06000010.")
  private String code = "";

  @Option(
      names = "--confirm",
      paramLabel = "NAME",
      description = "The organisation's name, to the letter: do it.")
  private @Nullable String name;

  @Override
  public Integer call() {
    CouncilDeletion deletion =
        new CouncilDeletion(FingerprintCommand.owner(Settings.ofThisProcess()));
    if (name == null) {
      deletion.tell(code, System.out::println);
    } else {
      deletion.delete(code, name, System.out::println);
    }
    return 0;
  }
}
