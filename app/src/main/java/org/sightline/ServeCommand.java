package org.sightline;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sightline.intake.FirstRun;
import org.sightline.intake.ImportService;
import org.sightline.intake.ImportToken;
import org.sightline.operations.Settings;
import org.sightline.operations.StartFailure;
import org.sightline.operations.StartUpChecks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the API until the process is stopped. */
@Command(
    name = "serve",
    description = {
      "Serve the API until stopped (what happens without a command).",
      "",
      "Refuses to start where the service's role could bypass row-level security."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    usageHelpAutoWidth = true)
final class ServeCommand implements Callable<Integer> {
  private static final String ANONYMOUS = "sightline.anonymous";

  @Option(
      names = "--prepare",
      description =
          "First migrate, load the reference data, the first figures and the demonstration's people"
              + " and agreements, and show published figures to everybody"
              + " (SIGHTLINE_ANONYMOUS=PUBLISHED unless it is set).")
  private boolean prepare;

  /** Returns when the server answers; it goes on in threads of its own. */
  @Override
  public Integer call() {
    Settings settings = Settings.ofThisProcess();
    StartUpChecks checks = new StartUpChecks(settings);
    checks.requireFreePort();
    if (prepare) {
      MigrateCommand.demonstrate(settings, ServeCommand::say);
    }
    checks.requireSafeDatabase();
    ApplicationContext context = start(demonstration(settings));
    context.getBean(ImportService.class).failStale();
    if (prepare) {
      context.getBean(FirstRun.class).load(ServeCommand::say);
    }
    EmbeddedServer server = listen(context);
    Welcome welcome =
        new Welcome(
            server.getURL().toString(),
            command(settings),
            context.getBean(ImportToken.class).value());
    welcome.lines().forEach(ServeCommand::say);
    return 0;
  }

  private static ApplicationContext start(Map<String, Object> properties) {
    say("Putting the service together.");
    ApplicationContext context =
        ApplicationContext.builder()
            .mainClass(Sightline.class)
            .banner(false)
            .properties(properties)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(context::close, "stop-sightline"));
    return context;
  }

  private Map<String, Object> demonstration(Settings settings) {
    boolean isChosen = settings.find(ANONYMOUS).isPresent();
    return prepare && !isChosen ? Map.of(ANONYMOUS, "PUBLISHED") : Map.of();
  }

  private static EmbeddedServer listen(ApplicationContext context) {
    try {
      return context.getBean(EmbeddedServer.class).start();
    } catch (ServerStartupException e) {
      throw new StartFailure("The server cannot listen: %s".formatted(e.getMessage()), e);
    }
  }

  private static Optional<String> command(Settings settings) {
    return settings.find("sightline.command");
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
