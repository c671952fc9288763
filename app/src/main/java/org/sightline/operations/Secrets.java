package org.sightline.operations;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings that nobody else may read. Each is the secret itself, or {@code file:} and the path
 * of a file that holds it.
 */
public final class Secrets {
  private static final String FILE = "file:";

  private static final List<String> OF_THE_SERVICE =
      List.of(
          "sightline.database.app.password",
          "sightline.database.release-writer.password",
          "sightline.keycloak.provisioner.client-secret",
          "sightline.import-token",
          "sightline.cursor-key",
          "sightline.cursor-key-before");

  private static final String OF_THE_OWNER = "sightline.database.owner.password";

  private Secrets() {}

  /**
   * Those of the service that are given, as it is put together with them.
   *
   * @throws StartFailure when a file cannot be read, or is empty
   */
  public static Map<String, Object> properties(Settings settings) {
    Map<String, Object> properties = new HashMap<>();
    OF_THE_SERVICE.forEach(
        name ->
            find(settings, name)
                .ifPresent(secret -> properties.put(name, withoutPlaceholders(secret))));
    return properties;
  }

  /**
   * One secret, or nothing where it is absent or blank.
   *
   * @throws StartFailure when its file cannot be read, or is empty
   */
  static Optional<String> find(Settings settings, String name) {
    return settings.find(name).map(value -> value.startsWith(FILE) ? read(name, value) : value);
  }

  private static String read(String name, String value) {
    String variable = Settings.environmentName(name);
    try {
      String secret = Files.readString(Path.of(value.substring(FILE.length()))).strip();
      if (secret.isEmpty()) {
        throw new StartFailure("%s names a file that is empty.".formatted(variable));
      }
      return secret;
    } catch (IOException | InvalidPathException e) {
      // Its name is not repeated: it may be a secret that begins as a path does.
      throw new StartFailure(
          "%s begins with file: and names a file that cannot be read.".formatted(variable));
    }
  }

  /** What begins as a placeholder does is not one, where somebody's password happens to have it. */
  private static String withoutPlaceholders(String secret) {
    return secret.replace("${", "${sightline.none:`${`}");
  }

  /**
   * The sentence to whom has written a secret on this process' command line, or in options of Java,
   * which Java prints; nothing where there is none.
   */
  public static Optional<String> refusalOfTheCommandLine() {
    return refusalOf(ManagementFactory.getRuntimeMXBean().getInputArguments());
  }

  static Optional<String> refusalOf(Collection<String> arguments) {
    return arguments.stream()
        .map(argument -> argument.replaceFirst("=.*", "").replaceFirst("^-D", ""))
        .filter(name -> OF_THE_SERVICE.contains(name) || name.equals(OF_THE_OWNER))
        .findFirst()
        .map(
            name ->
                "-D%s stands on the command line, which everybody on this machine can read: give it as %s, or that as file: and a path."
                    .formatted(name, Settings.environmentName(name)));
  }
}
