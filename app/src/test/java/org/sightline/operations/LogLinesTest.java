package org.sightline.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What logback is told of the setting. */
final class LogLinesTest {
  private static final String NAME = "SIGHTLINE_LOGS";

  @AfterEach
  void forget() {
    System.clearProperty(NAME);
  }

  @Test
  void areTextsUnlessSet() {
    LogLines.choose(new Settings(new Properties(), Map.of()));
    assertThat(System.getProperty(NAME)).isEqualTo("TEXT");
  }

  @Test
  void areAsThePropertySaysBeforeTheVariable() {
    Properties properties = new Properties();
    properties.setProperty("sightline.logs", "JSON");
    LogLines.choose(new Settings(properties, Map.of(NAME, "TEXT")));
    assertThat(System.getProperty(NAME)).isEqualTo("JSON");
  }

  @Test
  void areTextsWhereTheSettingIsNone() {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> LogLines.choose(new Settings(new Properties(), Map.of(NAME, "json"))))
        .withMessage("SIGHTLINE_LOGS is 'json' and must be TEXT or JSON.");
    assertThat(System.getProperty(NAME)).isEqualTo("TEXT");
  }
}
