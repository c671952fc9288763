package org.sightline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void prefersTheSystemPropertyToTheEnvironment() {
    Properties properties = new Properties();
    properties.setProperty("sightline.port", "9000");
    Settings settings =
        new Settings(properties, Map.of("SIGHTLINE_PORT", "9001", "SIGHTLINE_POSTGRES", "docker"));

    assertThat(settings.find("sightline.port")).contains("9000");
    assertThat(settings.find("sightline.postgres")).contains("docker");
  }

  @Test
  void takesABlankSettingForNone() {
    Settings settings = new Settings(new Properties(), Map.of("SIGHTLINE_PORT", " "));

    assertThat(settings.find("sightline.port")).isEmpty();
  }

  @Test
  void spellsEveryNameInTheEnvironmentToo() {
    assertThat(Settings.environmentName("sightline.database.release-writer.password"))
        .isEqualTo("SIGHTLINE_DATABASE_RELEASE_WRITER_PASSWORD");
  }
}
