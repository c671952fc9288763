package org.sightline.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sightline does not start with sign-in that is missing, weak or partly off. */
final class KeycloakSettingsTest {
  private static final String ISSUER = "https://keycloak.example/realms/sightline";

  private final Map<String, String> settings =
      new HashMap<>(Map.of("SIGHTLINE_KEYCLOAK_ISSUER", ISSUER));

  @Test
  void needsNoMoreThanAnIssuer() {
    assertThat(read()).isEqualTo(new KeycloakSettings(ISSUER, "sightline-api", 5));
  }

  @Test
  void takesWhatIsChosen() {
    settings.put("SIGHTLINE_KEYCLOAK_AUDIENCE", "other-api");
    settings.put("SIGHTLINE_KEYCLOAK_CLOCK_SKEW", "60s");
    assertThat(read().properties())
        .isEqualTo(
            Map.of(
                "sightline.keycloak.issuer", ISSUER,
                "sightline.keycloak.audience", "other-api",
                "sightline.keycloak.clock-skew", "60s"));
  }

  @Test
  void refusesToDoWithoutAnIssuer() {
    settings.clear();
    refuses(
        "SIGHTLINE_KEYCLOAK_ISSUER is not set: give the address of Keycloak's realm, such as"
            + " https://keycloak.example/realms/sightline.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8180/realms/sightline",
        "http://localhost:8180/realms/sightline",
        "http://[::1]:8180/realms/sightline",
      })
  void takesHttpOnThisMachine(String issuer) {
    settings.put("SIGHTLINE_KEYCLOAK_ISSUER", issuer);
    assertThat(read().issuer()).isEqualTo(issuer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://keycloak.example/realms/sightline",
        "http://localhost.example/realms/sightline",
        "http://127.0.0.1.example/realms/sightline",
        "http://10.0.0.9/realms/sightline",
      })
  void refusesHttpElsewhere(String issuer) {
    settings.put("SIGHTLINE_KEYCLOAK_ISSUER", issuer);
    refuses(
        "SIGHTLINE_KEYCLOAK_ISSUER is '"
            + issuer
            + "' and must begin with https:, because keys read over http could be anybody's; only a"
            + " Keycloak on this machine may do without.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sightline",
        "file:///etc/keys",
        "ftp://127.0.0.1/realms/sightline",
        "https:///realms/sightline",
        "https://somebody:secret@keycloak.example/realms/sightline",
        "https://keycloak.example/realms/sightline?secret=1",
        "https://keycloak.example/realms/sightline#secret",
        "https://keycloak.example/realms/sight line",
      })
  void refusesWhatIsNoAddressOfARealm(String issuer) {
    settings.put("SIGHTLINE_KEYCLOAK_ISSUER", issuer);
    refuses(
        "SIGHTLINE_KEYCLOAK_ISSUER is no address of a realm: it must be like"
            + " https://keycloak.example/realms/sightline.");
  }

  @Test
  void refusesABlankAudience() {
    settings.put("SIGHTLINE_KEYCLOAK_AUDIENCE", " ");
    refuses(
        "SIGHTLINE_KEYCLOAK_AUDIENCE is blank: name the audience of Sightline's tokens, or remove"
            + " it for sightline-api.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"61s", "-1s", "5", "1m", "soon", "0.5s", "99999999999s"})
  void refusesASkewOutOfRange(String skew) {
    settings.put("SIGHTLINE_KEYCLOAK_CLOCK_SKEW", skew);
    refuses(
        "SIGHTLINE_KEYCLOAK_CLOCK_SKEW is '" + skew + "' and must be whole seconds, 0s to 60s.");
  }

  @ParameterizedTest
  @CsvSource({"ISSUER,false", "AUDIENCE,FALSE", "EXPIRY,off", "NOT_BEFORE,no"})
  void refusesToSwitchACheckOff(String check, String value) {
    settings.put("SIGHTLINE_KEYCLOAK_CHECKS_" + check, value);
    refuses(
        "SIGHTLINE_KEYCLOAK_CHECKS_%s is '%s', but no check of a token can be switched off: remove it."
            .formatted(check, value));
  }

  private void refuses(String sentence) {
    assertThatExceptionOfType(StartFailure.class).isThrownBy(this::read).withMessage(sentence);
  }

  private KeycloakSettings read() {
    return new StartUpChecks(new Settings(new Properties(), settings)).requireSafeSignIn();
  }
}
