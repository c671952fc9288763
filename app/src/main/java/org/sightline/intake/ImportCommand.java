package org.sightline.intake;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sightline.intake.mapping.Mapping;
import org.sightline.intake.mapping.MappingCatalogue;
import org.sightline.intake.mapping.MappingException;
import org.sightline.operations.Secrets;
import org.sightline.operations.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code import}: brings one official file in, without the HTTP server. Ends with 0
 * when its figures stand, 1 when the file is refused, 2 when the command is wrong.
 */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Imports one official file as part of a release, all of it or nothing.")
public final class ImportCommand implements Callable<Integer> {
  private static final int IMPORTED = 0;
  private static final int REFUSED = 1;
  private static final int REJECTIONS_SHOWN = 20;

  private final Map<String, Object> settings;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "The file, as it was published.")
  private @Nullable Path file;

  @Option(
      names = "--mapping",
      paramLabel = "NAME",
      description = "How to read it; by default the mapping whose usual file name it has.")
  private @Nullable String mapping;

  @Option(
      names = "--release",
      paramLabel = "NAME",
      description = "The release it is part of, such as children-in-need-2025.")
  private @Nullable String release;

  @Option(
      names = "--published-on",
      paramLabel = "DATE",
      description = "Adds the release, if it is not known yet: the day it was published.")
  private @Nullable LocalDate publishedOn;

  @Option(names = "--title", paramLabel = "TEXT", description = "The title of an added release.")
  private @Nullable String title;

  @Option(names = "--strict", description = "Refuses the file when any row is rejected.")
  private boolean strict;

  @Option(names = "--list", description = "Lists the mappings and imports nothing.")
  private boolean list;

  /** With the settings of the environment. */
  public ImportCommand() {
    this(Map.of());
  }

  /**
   * With settings that go before those of the environment.
   *
   * @param settings by name, such as {@code sightline.database.url}
   */
  public ImportCommand(Map<String, Object> settings) {
    this.settings = Map.copyOf(settings);
  }

  @Override
  public Integer call() throws IOException {
    try {
      MappingCatalogue catalogue =
          new MappingCatalogue(
              ImportCommand.class.getClassLoader(),
              setting("sightline.definitions").map(Path::of).orElse(null));
      return list ? listMappings(catalogue) : bringIn(file, catalogue);
    } catch (ImportRefusedException | MappingException e) {
      return refused(String.valueOf(e.getMessage()));
    }
  }

  private int listMappings(MappingCatalogue catalogue) {
    for (Mapping one : catalogue.list()) {
      out().printf("%-50s %s%n", one.name(), one.title());
      if (one.usualFileName() != null) {
        out().printf("%-50s usually %s%n", "", one.usualFileName());
      }
    }
    out().flush();
    return IMPORTED;
  }

  private int bringIn(@Nullable Path asked, MappingCatalogue catalogue) throws IOException {
    if (asked == null) {
      throw wrong("Name the file to import, or --list to see the mappings.");
    }
    String fileName = String.valueOf(asked.getFileName());
    ImportRequest request =
        new ImportRequest(
            asked, fileName, mapping(catalogue, fileName), release, publishedOn, title, strict);
    if (setting("sightline.database.url").isEmpty()) {
      throw new ImportRefusedException(
          "SIGHTLINE_DATABASE_URL is not set: give the JDBC URL of Sightline's database.");
    }
    Map<String, Object> given = settings.isEmpty() ? ofThisProcess() : settings;
    try (ApplicationContext context = ApplicationContext.builder(given).banner(false).start()) {
      return bringIn(context.getBean(ImportService.class), request);
    }
  }

  /** What the context would not see itself: whether the URL is safe, and secrets in files. */
  private static Map<String, Object> ofThisProcess() {
    Settings process = Settings.ofThisProcess();
    Map<String, Object> given = new HashMap<>(Secrets.properties(process));
    given.put("sightline.database.url", process.databaseUrl());
    return given;
  }

  private int bringIn(ImportService imports, ImportRequest request) throws IOException {
    Importing importing = imports.begin(request);
    new TerminalProgress(out()).watch(importing);
    ImportRun run = imports.find(importing.id()).orElseThrow();
    new ReportText(out()).print(run, imports.rejections(run.id(), REJECTIONS_SHOWN));
    return run.state().stands() ? IMPORTED : refused(String.valueOf(run.message()));
  }

  private Optional<String> setting(String name) {
    Object given = settings.get(name);
    return given == null ? Settings.ofThisProcess().find(name) : Optional.of(given.toString());
  }

  private String mapping(MappingCatalogue catalogue, String fileName) {
    if (mapping != null) {
      return mapping;
    }
    Optional<Mapping> usual = catalogue.findByFileName(fileName);
    if (usual.isEmpty()) {
      throw wrong(
          "No mapping has the usual file name "
              + fileName
              + "; choose one with --mapping. The command import --list shows them.");
    }
    out().println("Reading " + fileName + " by the mapping " + usual.get().name() + ".");
    return usual.get().name();
  }

  private int refused(String sentence) {
    PrintWriter err = commandSpec().commandLine().getErr();
    err.println(sentence);
    err.flush();
    return REFUSED;
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(commandSpec().commandLine(), sentence);
  }

  private PrintWriter out() {
    return commandSpec().commandLine().getOut();
  }

  private CommandSpec commandSpec() {
    if (spec == null) {
      throw new IllegalStateException("The command is run by picocli.");
    }
    return spec;
  }
}
