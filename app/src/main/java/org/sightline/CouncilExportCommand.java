package org.sightline;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sightline.migrations.leaving.CouncilExport;
import org.sightline.operations.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes all that is one council's own to a file. */
@Command(
    name = "export",
    description = {
      "Write all that is one council's own to a ZIP file: figures, records, plans, members,"
          + " agreements and its access log, one file of JSON lines a table, with a manifest.",
      "",
      "Connects as SIGHTLINE_DATABASE_OWNER_USERNAME and changes nothing. The file holds names and"
          + " addresses: only its owner may read it."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    usageHelpAutoWidth = true)
final class CouncilExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "CODE", description = "The council's ONS code, such as E06000010.")
  private String code = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "The file to write, such as hull.zip; it must not exist.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    new CouncilExport(FingerprintCommand.owner(Settings.ofThisProcess()))
        .write(code, file, System.out::println);
    return 0;
  }
}
