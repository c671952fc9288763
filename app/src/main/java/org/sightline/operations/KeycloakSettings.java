package org.sightline.operations;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whose tokens are taken.
 *
 * @param issuer as each token names it, to the letter: https, or http on this machine
 * @param audience what each token must be meant for
 * @param clockSkewSeconds by how much the issuer's clock may differ from ours, 0 to 60
 */
public record KeycloakSettings(String issuer, String audience, int clockSkewSeconds) {
  private static final String ISSUER = "sightline.keycloak.issuer";
  private static final String AUDIENCE = "sightline.keycloak.audience";
  private static final String CLOCK_SKEW = "sightline.keycloak.clock-skew";
  private static final int LONGEST_SKEW = 60;
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,2}s");

  /** There are no such switches; who sets one must not believe that a check is off. */
  private static final List<String> CHECKS = List.of("issuer", "audience", "expiry", "not-before");

  /**
   * Reads and checks them.
   *
   * @throws StartFailure naming the setting that is missing or unsafe
   */
  static KeycloakSettings of(Settings settings) {
    CHECKS.forEach(check -> requireOn(settings, "sightline.keycloak.checks." + check));
    return new KeycloakSettings(issuer(settings), audience(settings), clockSkew(settings));
  }

  /** As the service reads them. */
  public Map<String, Object> properties() {
    return Map.of(ISSUER, issuer, AUDIENCE, audience, CLOCK_SKEW, clockSkewSeconds + "s");
  }

  private static void requireOn(Settings settings, String check) {
    settings
        .find(check)
        .filter(value -> !value.equalsIgnoreCase("true"))
        .ifPresent(
            value -> {
              throw new StartFailure(
                  "%s is '%s', but no check of a token can be switched off: remove it."
                      .formatted(Settings.environmentName(check), value));
            });
  }

  private static String issuer(Settings settings) {
    String variable = Settings.environmentName(ISSUER);
    String issuer =
        settings
            .find(ISSUER)
            .orElseThrow(
                () ->
                    new StartFailure(
                        "%s is not set: give the address of Keycloak's realm, such as https://keycloak.example/realms/sightline."
                            .formatted(variable)));
    URI address = address(issuer, variable);
    if (!"https".equals(address.getScheme()) && !ThisMachine.is(address.getHost())) {
      throw new StartFailure(
          "%s is '%s' and must begin with https:, because keys read over http could be anybody's; only a Keycloak on this machine may do without."
              .formatted(variable, issuer));
    }
    return issuer;
  }

  private static URI address(String issuer, String variable) {
    try {
      URI address = new URI(issuer);
      boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      boolean isBare =
          address.getRawUserInfo() == null
              && address.getRawQuery() == null
              && address.getRawFragment() == null;
      if (isWeb && isBare && address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Said below, as for every other text that is no such address.
    }
    throw new StartFailure(
        "%s is no address of a realm: it must be like https://keycloak.example/realms/sightline."
            .formatted(variable));
  }

  private static String audience(Settings settings) {
    if (settings.isBlank(AUDIENCE)) {
      throw new StartFailure(
          "%s is blank: name the audience of Sightline's tokens, or remove it for sightline-api."
              .formatted(Settings.environmentName(AUDIENCE)));
    }
    return settings.find(AUDIENCE).orElse("sightline-api");
  }

  private static int clockSkew(Settings settings) {
    String skew = settings.find(CLOCK_SKEW).orElse("5s");
    int seconds =
        SECONDS.matcher(skew).matches()
            ? Integer.parseInt(skew.substring(0, skew.length() - 1))
            : Integer.MAX_VALUE;
    if (seconds > LONGEST_SKEW) {
      throw new StartFailure(
          "%s is '%s' and must be whole seconds, 0s to %ds."
              .formatted(Settings.environmentName(CLOCK_SKEW), skew, LONGEST_SKEW));
    }
    return seconds;
  }
}
