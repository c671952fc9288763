package org.sightline;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sightline.access.token.IssuerKeys;
import org.sightline.council.AreasAtStart;
import org.sightline.demonstration.Demonstration;
import org.sightline.graphql.connection.CursorKeys;
import org.sightline.health.Leaving;
import org.sightline.health.Management;
import org.sightline.intake.FirstRun;
import org.sightline.intake.ImportService;
import org.sightline.intake.ImportToken;
import org.sightline.operations.KeycloakSettings;
import org.sightline.operations.LogLines;
import org.sightline.operations.Secrets;
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
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  /** The first start of a machine's own Keycloak unpacks and imports; a busy one takes its time. */
  private static final Duration LONGEST_FIRST_WAIT = Duration.ofMinutes(5);

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
    checks.requireReadable();
    checks.requireFreePorts();
    KeycloakSettings keycloak = checks.requireSafeSignIn();
    if (prepare) {
      MigrateCommand.demonstrate(settings, LogLines::say);
    }
    checks.requireSafeDatabase();
    checks.makeAccessLogMonths();
    ApplicationContext context = start(properties(settings, keycloak));
    // Both refuse what is too short: now, and not when somebody asks.
    CursorKeys _ = context.getBean(CursorKeys.class);
    ImportToken importToken = context.getBean(ImportToken.class);
    context.getBean(ImportService.class).failStale();
    if (prepare) {
      context.getBean(FirstRun.class).load(LogLines::say);
      context.getBean(Demonstration.class).load(LogLines::say);
    }
    context.getBean(AreasAtStart.class).read();
    context
        .getBean(IssuerKeys.class)
        .await(prepare ? LONGEST_FIRST_WAIT : LONGEST_WAIT, LogLines::say);
    EmbeddedServer server = listen(context);
    Welcome welcome =
        new Welcome(
            server.getURL().toString(),
            command(settings),
            printable(importToken, settings),
            signIn(settings, keycloak));
    welcome.lines().forEach(LogLines::say);
    return 0;
  }

  private static ApplicationContext start(Map<String, Object> properties) {
    LogLines.say("Putting the service together.");
    ApplicationContext context =
        ApplicationContext.builder()
            .mainClass(Sightline.class)
            .banner(false)
            .properties(properties)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(context), "stop-sightline"));
    return context;
  }

  private static void stop(ApplicationContext context) {
    context.getBean(Leaving.class).leave();
    context.close();
  }

  private Map<String, Object> properties(Settings settings, KeycloakSettings keycloak) {
    Map<String, Object> properties = new HashMap<>(keycloak.properties());
    properties.putAll(Secrets.properties(settings));
    boolean isChosen = settings.find(ANONYMOUS).isPresent();
    if (prepare && !isChosen) {
      properties.put(ANONYMOUS, "PUBLISHED");
    }
    settings.managementPort().ifPresent(port -> properties.putAll(Management.properties(port)));
    return properties;
  }

  /** Told in the demonstration of one's own machine alone: elsewhere what is printed is kept. */
  private Optional<String> printable(ImportToken token, Settings settings) {
    boolean isGiven = settings.find("sightline.import-token").isPresent();
    return prepare && !isGiven ? Optional.of(token.value()) : Optional.empty();
  }

  private static EmbeddedServer listen(ApplicationContext context) {
    try {
      return context.getBean(EmbeddedServer.class).start();
    } catch (ServerStartupException e) {
      throw new StartFailure("The server cannot listen: %s".formatted(e.getMessage()), e);
    }
  }

  /** Only a realm that this machine's launcher made has the people of the demonstration. */
  private Optional<DemonstrationSignIn> signIn(Settings settings, KeycloakSettings keycloak) {
    return settings
        .find("sightline.keycloak.cli-client")
        .filter(_ -> prepare)
        .map(client -> new DemonstrationSignIn(keycloak.issuer(), client));
  }

  private static Optional<String> command(Settings settings) {
    return settings.find("sightline.command");
  }
}
