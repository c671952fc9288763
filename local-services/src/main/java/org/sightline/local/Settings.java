package org.sightline.local;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The settings of this process. Each has one name in two spellings: the system property {@code
 * sightline.database.url} and the environment variable {@code SIGHTLINE_DATABASE_URL}. The property
 * wins, because it is the one typed for this run.
 */
final class Settings {
  static final String DATABASE_URL = "sightline.database.url";
  static final String OWNER_USERNAME = "sightline.database.owner.username";
  static final String OWNER_PASSWORD = "sightline.database.owner.password";
  static final String POSTGRES = "sightline.postgres";
  static final String POSTGRES_IMAGE = "sightline.postgres.image";
  static final String CURSOR_KEY = "sightline.cursor-key";
  static final String HOST = "sightline.host";
  static final String PORT = "sightline.port";

  private final Properties properties;
  private final Map<String, String> environment;

  Settings(Properties properties, Map<String, String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  static Settings ofThisProcess() {
    return new Settings(System.getProperties(), System.getenv());
  }

  /** The setting's value, or nothing when it is absent or blank in both spellings. */
  Optional<String> find(String name) {
    String property = properties.getProperty(name, "");
    String value =
        property.isBlank() ? environment.getOrDefault(environmentName(name), "") : property;
    return value.isBlank() ? Optional.empty() : Optional.of(value.strip());
  }

  /** {@code sightline.release-writer} is {@code SIGHTLINE_RELEASE_WRITER} in the environment. */
  static String environmentName(String name) {
    return name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }
}
