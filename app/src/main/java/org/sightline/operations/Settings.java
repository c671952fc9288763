package org.sightline.operations;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The settings that are needed before the service is put together. Each has two spellings: the
 * system property {@code sightline.database.url} and the environment variable {@code
 * SIGHTLINE_DATABASE_URL}; the property wins.
 */
public record Settings(Properties properties, Map<String, String> environment) {
  /** Names the port at which operators are told how the process is; there is none unless set. */
  public static final String MANAGEMENT_PORT = "sightline.management-port";

  private static final String DEFINITIONS = "sightline.definitions";
  private static final String HOST = "sightline.host";
  private static final String PORT = "sightline.port";
  private static final String URL = "sightline.database.url";

  /** Those of this process. */
  public static Settings ofThisProcess() {
    return new Settings(System.getProperties(), System.getenv());
  }

  /** The value, or nothing where it is absent or blank. */
  public Optional<String> find(String name) {
    String property = properties.getProperty(name, "");
    String value =
        property.isBlank() ? environment.getOrDefault(environmentName(name), "") : property;
    return value.isBlank() ? Optional.empty() : Optional.of(value.strip());
  }

  /** Whether it is given, but as nothing. */
  boolean isBlank(String name) {
    boolean isGiven =
        properties.containsKey(name) || environment.containsKey(environmentName(name));
    return isGiven && find(name).isEmpty();
  }

  /** The environment variable of a setting. */
  public static String environmentName(String name) {
    return name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }

  /**
   * The JDBC URL of the database.
   *
   * @throws StartFailure when it is missing, none of PostgreSQL's, holds a login, or leads over a
   *     network without the checks of {@link DatabaseTls}
   */
  public String databaseUrl() {
    String url =
        find(URL)
            .orElseThrow(
                () ->
                    new StartFailure(
                        "%s is not set: give the JDBC URL of a PostgreSQL database, such as jdbc:postgresql://localhost:5432/sightline."
                            .formatted(environmentName(URL))));
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new StartFailure(
          "%s must begin with jdbc:postgresql: because Sightline needs PostgreSQL."
              .formatted(environmentName(URL)));
    }
    DatabaseTls.of(this).require(url);
    return url;
  }

  /** What owns the tables; only migrations connect as it. */
  public DatabaseLogin owner() {
    return login("sightline.database.owner", "sightline");
  }

  /** What the service reads as. */
  public DatabaseLogin app() {
    return login("sightline.database.app", "sightline_app");
  }

  /** What official releases are written as. */
  public DatabaseLogin releaseWriter() {
    return login("sightline.database.release-writer", "sightline_release_writer");
  }

  /**
   * The folder of an operator's own definitions, or null where there is none.
   *
   * @throws StartFailure when it is no folder
   */
  public @Nullable Path definitions() {
    Optional<Path> folder = find(DEFINITIONS).map(Path::of);
    folder
        .filter(path -> !Files.isDirectory(path))
        .ifPresent(
            path -> {
              throw new StartFailure(
                  "%s is '%s', which is no folder.".formatted(environmentName(DEFINITIONS), path));
            });
    return folder.orElse(null);
  }

  /** The address to listen on: loopback unless told otherwise. */
  public String host() {
    return find(HOST).orElse("127.0.0.1");
  }

  /**
   * The port to listen on.
   *
   * @throws StartFailure when it is no port
   */
  public int port() {
    return port(PORT, find(PORT).orElse("8080"));
  }

  /**
   * The port at which operators are told how the process is; nothing where there is none.
   *
   * @throws StartFailure when it is no port, or that of the API
   */
  public OptionalInt managementPort() {
    Optional<String> given = find(MANAGEMENT_PORT);
    if (given.isEmpty()) {
      return OptionalInt.empty();
    }
    int port = port(MANAGEMENT_PORT, given.get());
    if (port == 0) {
      throw new StartFailure(
          "%s is 0, and whoever asks there has to know which it is: give one, such as 8081."
              .formatted(environmentName(MANAGEMENT_PORT)));
    }
    if (port == port()) {
      throw new StartFailure(
          "%s and %s are both %d: what operators are told needs a port of its own."
              .formatted(environmentName(MANAGEMENT_PORT), environmentName(PORT), port));
    }
    return OptionalInt.of(port);
  }

  private static int port(String name, String port) {
    if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535) {
      throw new StartFailure(
          "%s is '%s' and must be a port, 1 to 65535, or 0 for any that is free."
              .formatted(environmentName(name), port));
    }
    return Integer.parseInt(port);
  }

  /**
   * A time, such as {@code 500ms}, {@code 5s}, {@code 10m} or {@code 1h}; above zero.
   *
   * @throws StartFailure when it is none
   */
  public Duration duration(String name, Duration unlessSet) {
    return find(name).map(value -> duration(name, value)).orElse(unlessSet);
  }

  private static Duration duration(String name, String value) {
    if (!value.matches("0*[1-9][0-9]{0,5}(ms|s|m|h)")) {
      throw new StartFailure(
          "%s is '%s' and must be a time above zero, such as 500ms, 5s, 10m or 1h."
              .formatted(environmentName(name), value));
    }
    long number = Long.parseLong(value.replaceAll("[a-z]", ""));
    return switch (value.replaceAll("[0-9]", "")) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }

  private DatabaseLogin login(String prefix, String usualName) {
    return new DatabaseLogin(
        databaseUrl(),
        find(prefix + ".username").orElse(usualName),
        Secrets.find(this, prefix + ".password").orElse(""),
        prefix);
  }
}
