package org.sightline.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as operators write them. */
final class SettingsTest {
  private static final String NAME = "sightline.migration.lock-timeout";
  private static final String VARIABLE = "SIGHTLINE_MIGRATION_LOCK_TIMEOUT";

  @ParameterizedTest
  @CsvSource({"500ms, 500", "5s, 5000", "10m, 600000", "1h, 3600000"})
  void readsATime(String written, long milliseconds) {
    Settings settings = new Settings(new Properties(), Map.of(VARIABLE, written));

    assertThat(settings.duration(NAME, Duration.ZERO)).hasMillis(milliseconds);
  }

  @Test
  void takesWhatIsUsualWhereNothingIsSaid() {
    Settings settings = new Settings(new Properties(), Map.of());

    assertThat(settings.duration(NAME, Duration.ofSeconds(1))).hasSeconds(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "5", "-1s", "five", "1d", "9999999s"})
  void refusesWhatIsNoTime(String written) {
    Settings settings = new Settings(new Properties(), Map.of(VARIABLE, written));

    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> settings.duration(NAME, Duration.ZERO))
        .withMessage(
            "%s is '%s' and must be a time above zero, such as 500ms, 5s, 10m or 1h.",
            VARIABLE, written);
  }
}
