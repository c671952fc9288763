package org.sightline.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.util.Resource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an issuer's own document may say. */
final class DiscoveryTest {
  private static final String ISSUER = "https://keycloak.example/realms/sightline";

  private final List<String> asked = new ArrayList<>();

  @Test
  void saysWhereTheKeysAre() throws Exception {
    String document =
        "{\"issuer\":\"%s\",\"jwks_uri\":\"https://keys.example/all\"}".formatted(ISSUER);
    assertThat(discovery(document).keySetAddress()).hasToString("https://keys.example/all");
    assertThat(asked).containsExactly(ISSUER + "/.well-known/openid-configuration");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "'{\"issuer\":\"%s\",\"jwks_uri\":\"http://keys.example/all\"}' | names no https address",
        "'{\"issuer\":\"%s\",\"jwks_uri\":\"file:///etc/keys\"}' | names no https address",
        "'{\"issuer\":\"%s\"}' | names no https address of its keys",
        "'{\"issuer\":\"%s/\",\"jwks_uri\":\"https://keys.example/all\"}' | names the issuer",
        "'{\"issuer\":7,\"jwks_uri\":\"https://keys.example/all\"}' | is no discovery document",
        "'{\"issuer\":\"%s\",\"jwks_uri\":\"https://keys example\"}' | is no discovery document",
        "'{}' | names the issuer 'null'",
        "'<html>%s</html>' | is no discovery document",
      },
      delimiter = '|',
      quoteCharacter = '\'')
  void isRefusedWhereItSaysAnythingElse(String document, String sentence) {
    assertThatExceptionOfType(JWKSetRetrievalException.class)
        .isThrownBy(() -> discovery(document.formatted(ISSUER)).keySetAddress())
        .withMessageContaining(sentence);
  }

  private Discovery discovery(String document) {
    return new Discovery(
        ISSUER,
        address -> {
          asked.add(address.toString());
          return new Resource(document, "application/json");
        });
  }
}
