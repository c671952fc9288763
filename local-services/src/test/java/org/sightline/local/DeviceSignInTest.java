package org.sightline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands by which the guide gets an operator a token, word for word, at a real Keycloak. */
class DeviceSignInTest {
  private static final Pattern COMMANDS =
      Pattern.compile("## 6\\. First steps.*?```sh\n(.*?)```.*?```sh\n(.*?)```", Pattern.DOTALL);
  private static final String ISSUER = "https://keycloak.example/realms/sightline";

  @TempDir private Path folder;

  private final TestKeycloak keycloak = TestKeycloak.shared();

  @Test
  void givesWhoeverSignsInByABrowserAnAccessTokenInTheTerminal() throws IOException {
    Process terminal =
        new ProcessBuilder("bash", commands().toString()).redirectErrorStream(true).start();
    try (BufferedReader said = terminal.inputReader(StandardCharsets.UTF_8);
        BufferedWriter typed = terminal.outputWriter(StandardCharsets.UTF_8)) {
      signIn(said.readLine());
      typed.newLine();
      typed.flush();
      String token = said.readLine();

      assertThat(part(token, 0)).contains("\"typ\":\"at+jwt\"");
      assertThat(part(token, 1))
          .contains("\"aud\":\"" + keycloak.audience() + "\"", "\"azp\":\"sightline-cli\"")
          .contains("\"email\":\"operator@sightline-operations.example\"");
    } finally {
      terminal.destroy();
    }
  }

  /** Between the two pieces, somebody is at the browser and then presses return. */
  private Path commands() throws IOException {
    Path guide =
        Path.of(System.getProperty("sightline.repository", ".."))
            .resolve("docs/guides/running-on-kubernetes.md");
    Matcher pieces = COMMANDS.matcher(Files.readString(guide));
    assertThat(pieces.find()).isTrue();
    assertThat(pieces.group(1)).contains(ISSUER);
    return Files.writeString(
        folder.resolve("sign-in.sh"),
        "%s\nread -r\n%s\necho \"$TOKEN\"\n"
            .formatted(pieces.group(1).replace(ISSUER, keycloak.issuer()), pieces.group(2)));
  }

  private void signIn(String link) {
    assertThat(link).startsWith(keycloak.issuer() + "/device?user_code=");
    try (Browser browser = new Browser()) {
      browser.open(link);
      browser.send(Map.of("username", "operator"));
      browser.send(Map.of("password", "demonstration"));
      assertThat(browser.page()).contains("Sightline command line");
      browser.send(Map.of("accept", "Yes"));
      assertThat(browser.page()).contains("Device Login Successful");
    }
  }

  private static String part(String token, int number) {
    String[] parts = token.split("\\.", -1);
    assertThat(parts).as(token).hasSize(3);
    return new String(Base64.getUrlDecoder().decode(parts[number]), StandardCharsets.UTF_8)
        .replace(" : ", ":");
  }
}
