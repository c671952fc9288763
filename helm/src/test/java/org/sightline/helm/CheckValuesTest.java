package org.sightline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an operator is told who has a file of values, and neither Helm nor a cluster. */
final class CheckValuesTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Path rendered = Scratch.folder().resolve("rendered.yaml");

  @Test
  void whatIsWellIsRenderedAndItsSecretsAreNamed() {
    assertThat(check(Values.fewest())).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("manifests are well, by a strict lint and by the models of Kubernetes")
        .contains("- secret sightline-database-owner with password\n")
        .contains("- secret sightline-database-app with password\n")
        .contains("- secret sightline-database-release-writer with password\n")
        .contains("- secret sightline-database-ca with ca.crt\n")
        .contains("- secret sightline-cursor-key with key\n");
    assertThat(Yaml.documents(Scratch.read(rendered)))
        .extracting(tree -> tree.path("kind"))
        .extracting(JsonNode::asText)
        .contains("Deployment", "Job", "Service", "NetworkPolicy")
        .doesNotContain("Notes", "Secret");
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsWritten() {
    assertThat(check(Values.fewest().with("keycloak.issuer", "keycloak.example"))).isOne();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .startsWith("- keycloak.issuer is 'keycloak.example'")
        .contains("must be an address that begins with https://")
        .doesNotContain("execution error", "--debug", "checks.yaml");
    assertThat(rendered).doesNotExist();
  }

  /** What was rendered of values that were right is not taken for that of those that are wrong. */
  @Test
  void whatWasRenderedBeforeIsGone() {
    assertThat(check(Values.fewest())).isZero();
    assertThat(check(Values.fewest().with("replicas", "0"))).isOne();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("at '/replicas': minimum");
    assertThat(rendered).doesNotExist();
  }

  @Test
  void everythingThatSomebodyHasToMakeIsNamed() {
    assertThat(check(Values.given("everything"))).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("- map sightline-definitions with cla-2026.yaml\n")
        .contains("- map public-and-own-authorities with trust.p12\n")
        .contains("- secret registry-login with .dockerconfigjson\n")
        .contains("- secret sightline-tls with tls.crt and tls.key\n")
        .contains("- priority class councils\n")
        .contains("look: keycloak.issuer has port 443, and networkPolicy.keycloakPort is 8443.")
        .doesNotContain("map sightline\n");
    said.reset();
    assertThat(check(Values.given("external"))).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("- volume claim definitions\n", "- map provider-authorities with bundle.pem\n")
        .contains("- service account sightline\n");
  }

  @Test
  void itIsRenderedForTheNamespaceThatIsNamed() {
    assertThat(check(Values.fewest())).isZero();
    assertThat(Yaml.documents(Scratch.read(rendered)))
        .extracting(tree -> tree.at("/metadata/namespace").asText())
        .containsOnly("elsewhere");
  }

  @Test
  void withoutAFileItSaysHowToNameOne() {
    assertThat(run("/nowhere/values.yaml")).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("-Dvalues=");
  }

  @Test
  void whatIsNoYamlIsSaid() {
    assertThat(run(Scratch.file("image:\n  tag: \"0.1.0\n").toString())).isOne();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("The file cannot be read as YAML: ")
        .contains("line: ");
  }

  private int check(Values values) {
    return run(Scratch.file(values.yaml()).toString());
  }

  private int run(String file) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new CheckValues(out).run(List.of(file, rendered.toString(), "elsewhere"));
  }
}
