package org.sightline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TestKeycloakTest {
  private final TestKeycloak keycloak = TestKeycloak.shared();

  @Test
  void givesAPersonAnAccessTokenForTheApi() {
    String token = keycloak.token("hull-analyst");

    assertThat(part(token, 0)).contains("\"alg\":\"RS256\"").contains("\"typ\":\"at+jwt\"");
    assertThat(part(token, 1))
        .contains("\"sub\":\"00000000-0000-4000-8000-000000000001\"")
        .contains("\"iss\":\"" + keycloak.issuer() + "\"")
        .contains("\"aud\":\"" + keycloak.audience() + "\"")
        .contains("\"azp\":\"sightline-cli\"")
        .contains("\"name\":\"Hannah Lowe\"")
        .contains("\"email\":\"hull-analyst@e06000010.example\"")
        .contains("\"email_verified\":true")
        .doesNotContain("organization", "roles");
  }

  @Test
  void keepsTheOtherTokensApartFromTheAccessToken() {
    Tokens tokens = keycloak.tokens("york-owner");

    assertThat(part(tokens.id(), 0)).contains("\"typ\":\"JWT\"");
    assertThat(part(tokens.id(), 1)).contains("\"aud\":\"sightline-cli\"");
    assertThat(part(tokens.refresh(), 1)).contains("\"typ\":\"Refresh\"");
  }

  @Test
  void saysTheOrganisationThatWasAskedForToItsMembersOnly() {
    assertThat(part(keycloak.tokens("hull-analyst", "organization:e06000010").access(), 1))
        .contains("\"organization\":[\"e06000010\"]");
    assertThat(part(keycloak.tokens("hull-analyst", "organization:e06000014").access(), 1))
        .doesNotContain("\"organization\"", "organization:");
  }

  @Test
  void givesAMachineATokenOfItsOwnFixedAccount() {
    String token = keycloak.machineToken("hull-power-bi", "demonstration-machine");

    assertThat(part(token, 0)).contains("\"typ\":\"at+jwt\"");
    assertThat(part(token, 1))
        .contains("\"sub\":\"00000000-0000-4000-8000-000000000031\"")
        .contains("\"aud\":\"" + keycloak.audience() + "\"");
  }

  @Test
  void refusesAWrongSecretInASentence() {
    assertThatThrownBy(() -> keycloak.machineToken("hull-power-bi", "wrong"))
        .hasMessageStartingWith("Keycloak refuses hull-power-bi a token: ");
  }

  @Test
  void letsTheProvisionerKeepOrganisationsAndMachinesAndNothingElse() {
    Administration provisioner =
        new Administration(
            keycloak,
            keycloak.machineToken(keycloak.provisionerClientId(), keycloak.provisionerSecret()));
    String hull = provisioner.firstId("/organizations?search=e06000010.example&exact=true");

    assertThat(provisioner.get("/organizations/" + hull))
        .contains("\"alias\":\"e06000010\"", "\"gss\":[\"E06000010\"]");
    assertThat(provisioner.status("GET", "/organizations/" + hull + "/members", "")).isEqualTo(403);
    assertThat(provisioner.get("/clients?clientId=hull-power-bi")).contains("Hull Power BI");
    assertThat(
            provisioner.status(
                "PUT", "/users/00000000-0000-4000-8000-000000000001", "{\"enabled\":false}"))
        .isEqualTo(403);
    assertThat(provisioner.status("PUT", "", "{\"accessTokenLifespan\":86400}")).isEqualTo(403);
    assertThat(provisioner.status("POST", "/users", "{\"username\":\"somebody\"}")).isEqualTo(403);
  }

  private static String part(String token, int number) {
    byte[] json = Base64.getUrlDecoder().decode(token.split("\\.", -1)[number]);
    return new String(json, StandardCharsets.UTF_8).replace(" : ", ":");
  }
}
