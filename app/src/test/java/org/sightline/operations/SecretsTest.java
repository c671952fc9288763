package org.sightline.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySourcePropertyResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets as they are, or in files. */
final class SecretsTest {
  private static final String NAME = "sightline.database.app.password";
  private static final String VARIABLE = "SIGHTLINE_DATABASE_APP_PASSWORD";

  @TempDir private Path folder = Path.of("");

  @Test
  void isWhatTheFileHolds() throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "of the file\n");

    assertThat(settings("file:" + file).app().password()).isEqualTo("of the file");
    assertThat(seenByTheService("file:" + file)).isEqualTo("of the file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "a${b}c", "${", "$", "${x:y}", "``", "a}b${c", "#{7*7}"})
  void isTakenToTheLetter(String secret) {
    assertThat(settings(secret).app().password()).isEqualTo(secret);
    assertThat(seenByTheService(secret)).isEqualTo(secret);
  }

  @Test
  void aFileThatCannotBeReadIsNotNamed() {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> settings("file:" + folder.resolve("none")).app())
        .withMessage(VARIABLE + " begins with file: and names a file that cannot be read.");
  }

  @Test
  void anEmptyFileIsNoSecret() throws IOException {
    Path file = Files.writeString(folder.resolve("empty"), " \n");
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> settings("file:" + file).app())
        .withMessage(VARIABLE + " names a file that is empty.");
  }

  @Test
  void noneBelongsOnTheCommandLine() {
    assertThat(Secrets.refusalOf(List.of("-Xmx1g", "-Dsightline.port=8080"))).isEmpty();
    for (String name :
        List.of(
            NAME,
            "sightline.database.owner.password",
            "sightline.cursor-key",
            "sightline.import-token",
            "sightline.keycloak.provisioner.client-secret")) {
      assertThat(Secrets.refusalOf(List.of("-D" + name + "=hunter2")).orElseThrow())
          .contains("-D" + name, Settings.environmentName(name))
          .doesNotContain("hunter2");
    }
  }

  private static Settings settings(String secret) {
    return new Settings(
        new Properties(),
        Map.of(VARIABLE, secret, "SIGHTLINE_DATABASE_URL", "jdbc:postgresql://localhost/none"));
  }

  private static String seenByTheService(String secret) {
    return new PropertySourcePropertyResolver(
            PropertySource.of("secrets", Secrets.properties(settings(secret))))
        .getProperty(NAME, String.class)
        .orElseThrow();
  }
}
