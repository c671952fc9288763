package org.sightline.local;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Decides which PostgreSQL is used, here and nowhere else.
 *
 * <ol>
 *   <li>JDBC settings are given: that server, and none is started.
 *   <li>{@code SIGHTLINE_POSTGRES} says {@code embedded} or {@code docker}: that one.
 *   <li>For tests, a Docker engine answers: a container of {@code SIGHTLINE_POSTGRES_IMAGE}.
 *   <li>Otherwise the embedded binaries. {@code mvn} always comes here, because a container's data
 *       ends with it while {@code mvn} keeps its data.
 * </ol>
 */
final class LocalPostgres {
  /** What the server is for. */
  enum Purpose {
    RUN,
    TEST
  }

  /** What is used. */
  enum Kind {
    GIVEN,
    CONTAINER,
    EMBEDDED
  }

  private static final String DEFAULT_IMAGE = "postgres:18";

  private final Settings settings;
  private final BooleanSupplier dockerAnswers;

  LocalPostgres(Settings settings, BooleanSupplier dockerAnswers) {
    this.settings = settings;
    this.dockerAnswers = dockerAnswers;
  }

  static LocalPostgres ofThisMachine() {
    return new LocalPostgres(Settings.ofThisProcess(), () -> DockerEngine.answers(System.getenv()));
  }

  Kind decide(Purpose purpose) {
    if (settings.find(Settings.DATABASE_URL).isPresent()) {
      return Kind.GIVEN;
    }
    Optional<String> forced = settings.find(Settings.POSTGRES);
    if (forced.isPresent()) {
      return forced(forced.get());
    }
    return purpose == Purpose.TEST && dockerAnswers.getAsBoolean() ? Kind.CONTAINER : Kind.EMBEDDED;
  }

  private static Kind forced(String value) {
    return switch (value) {
      case "embedded" -> Kind.EMBEDDED;
      case "docker" -> Kind.CONTAINER;
      default ->
          throw new StartFailure(
              "%s is \"%s\" and must be embedded or docker."
                  .formatted(Settings.environmentName(Settings.POSTGRES), value));
    };
  }

  /**
   * Starts or connects to what was decided.
   *
   * @param home the embedded server's folder; unused for the other kinds
   */
  PostgresServer start(Purpose purpose, Path home, Consumer<String> progress) {
    return switch (decide(purpose)) {
      case GIVEN -> GivenServer.connect(given());
      case CONTAINER -> container(purpose, home, progress);
      case EMBEDDED -> embedded(purpose, home, progress);
    };
  }

  /**
   * A container, or, where it was not asked for and does not start (its image cannot be had), the
   * embedded server: an engine that happens to answer must not stop the tests.
   */
  private PostgresServer container(Purpose purpose, Path home, Consumer<String> progress) {
    try {
      return ContainerServer.start(settings.find(Settings.POSTGRES_IMAGE).orElse(DEFAULT_IMAGE));
    } catch (StartFailure e) {
      if (settings.find(Settings.POSTGRES).isPresent()) {
        throw e;
      }
      System.err.println(e.getMessage() + " Using the embedded server instead.");
      return embedded(purpose, home, progress);
    }
  }

  private static PostgresServer embedded(Purpose purpose, Path home, Consumer<String> progress) {
    return EmbeddedServer.start(
        home,
        PostgresBinaries.unpackedIn(Repository.ofThisProcess().kept()),
        purpose == Purpose.RUN ? EmbeddedServer.DURABLE : EmbeddedServer.DISPOSABLE,
        progress);
  }

  private Login given() {
    return new Login(
        require(Settings.DATABASE_URL),
        require(Settings.OWNER_USERNAME),
        require(Settings.OWNER_PASSWORD));
  }

  private String require(String name) {
    return settings
        .find(name)
        .orElseThrow(
            () ->
                new StartFailure(
                    "%s is given, so %s is needed too."
                        .formatted(
                            Settings.environmentName(Settings.DATABASE_URL),
                            Settings.environmentName(name))));
  }
}
