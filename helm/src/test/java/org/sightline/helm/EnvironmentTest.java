package org.sightline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pods are told: settings that exist, and secrets only by reference. */
final class EnvironmentTest {
  private static final Rendered EVERYTHING = Chart.render(Values.given("everything"));
  private static final Pattern VARIABLE = Pattern.compile("`([A-Z]+_[A-Z_]+)`");

  /** Not a setting of Sightline's, but of the one shell script of the chart. */
  private static final Set<String> OF_THE_CHART = Set.of("KEEP_MONTHS");

  /** For one machine: its imports, its traces of failures, and what plain `mvn` starts. */
  private static final Set<String> NOT_GIVEN =
      Set.of(
          "SIGHTLINE_IMPORT_TOKEN",
          "SIGHTLINE_TRACE",
          "SIGHTLINE_POSTGRES",
          "SIGHTLINE_POSTGRES_IMAGE",
          "SIGHTLINE_KEYCLOAK_PORT",
          "SIGHTLINE_REAL_DATA");

  private static final Set<String> SETTINGS =
      VARIABLE
          .matcher(Chart.repositoryFile("docs/guides/settings.md"))
          .results()
          .map(match -> match.group(1))
          .collect(Collectors.toSet());

  @Test
  void everySettingIsOneOfTheSettingsPage() {
    assertThat(names())
        .hasSizeGreaterThan(25)
        .allMatch(name -> SETTINGS.contains(name) || OF_THE_CHART.contains(name));
  }

  /** What an operator can set of the service has a value in the chart. */
  @Test
  void everySettingOfTheServiceCanBeGiven() {
    assertThat(SETTINGS).hasSizeGreaterThan(40);
    assertThat(SETTINGS)
        .filteredOn(name -> name.startsWith("SIGHTLINE_"))
        .filteredOn(name -> !name.startsWith("SIGHTLINE_LIMITS_") && !NOT_GIVEN.contains(name))
        .isSubsetOf(names());
  }

  @Test
  void everySecretIsAReference() {
    assertThat(names()).anyMatch(EnvironmentTest::isSecret);
    assertThat(EVERYTHING.get(Kind.ConfigMap, "sightline").at("/data").properties())
        .noneMatch(entry -> isSecret(entry.getKey()));
    assertThat(variables().filter(variable -> isSecret(variable.path("name").asText())))
        .isNotEmpty()
        .allSatisfy(
            variable -> {
              assertThat(variable.has("value")).isFalse();
              assertThat(variable.at("/valueFrom/secretKeyRef/optional").asBoolean()).isFalse();
              assertThat(variable.at("/valueFrom/secretKeyRef/name").asText()).isNotEmpty();
            });
  }

  @Test
  void theChartMakesNoSecret() {
    assertThat(EVERYTHING.manifests()).noneMatch(manifest -> manifest.kind().equals("Secret"));
    assertThat(EVERYTHING.everywhere("SIGHTLINE_DATABASE_URL"))
        .allSatisfy(url -> assertThat(url.asText()).doesNotContain("password").doesNotContain("@"));
  }

  @Test
  void onlyTheJobsThatOwnTheTablesAreToldTheOwnersPassword() {
    assertThat(
            EVERYTHING
                .pods()
                .filter(pod -> pod.tree().toString().contains("OWNER_PASSWORD"))
                .map(Pod::toString))
        .containsExactlyInAnyOrder("CronJob sightline-access-log", "Job sightline-migration");
  }

  @Test
  void theDatabasesCertificateIsCheckedAgainstTheGivenAuthority() {
    for (String name : List.of("quickstart", "everything", "external")) {
      String url =
          Chart.render(Values.given(name))
              .get(Kind.ConfigMap, "sightline")
              .at("/data/SIGHTLINE_DATABASE_URL")
              .asText();
      assertThat(url)
          .matches(
              "jdbc:postgresql://[a-z.-]+:[0-9]+/[a-z_]+[?]sslmode=verify-(full|ca)"
                  + "&sslrootcert=/etc/sightline/database-ca/ca[.]crt");
    }
  }

  /** What the database's URL says, the service insists on. */
  @Test
  void lessThanTheServersNameIsCheckedOnlyWhereTheValuesSaySo() {
    assertThat(tls("verify-full")).isEqualTo("VERIFIED");
    assertThat(tls("verify-ca")).isEqualTo("AUTHORITY_ONLY");
  }

  private static String tls(String mode) {
    return Chart.render(Values.fewest().with("database.tls.mode", mode))
        .get(Kind.ConfigMap, "sightline")
        .at("/data/SIGHTLINE_DATABASE_TLS")
        .asText();
  }

  /** Helm reads 2000000 as a floating number, which prints as 2e+06. */
  @Test
  void largeLimitsAreWrittenOut() {
    Rendered rendered =
        Chart.render(Values.fewest().with("limits", "{COST_PER_MINUTE: 2000000, COST: 12345678}"));
    JsonNode data = rendered.get(Kind.ConfigMap, "sightline").at("/data");

    assertThat(data.path("SIGHTLINE_LIMITS_COST_PER_MINUTE").asText()).isEqualTo("2000000");
    assertThat(data.path("SIGHTLINE_LIMITS_COST").asText()).isEqualTo("12345678");
  }

  @Test
  void aChangedSettingReplacesTheInstances() {
    assertThat(checksum(Values.fewest()))
        .isEqualTo(checksum(Values.fewest()))
        .isNotEqualTo(checksum(Values.fewest().with("slowOperation", "2s")));
  }

  private static String checksum(Values values) {
    return Chart.render(values)
        .get(Kind.Deployment, "sightline")
        .at("/spec/template/metadata/annotations/checksum~1settings")
        .asText();
  }

  private static boolean isSecret(String name) {
    return name.matches(".*(PASSWORD|SECRET|TOKEN|KEY|KEY_BEFORE)");
  }

  private static Stream<JsonNode> variables() {
    return EVERYTHING
        .pods()
        .flatMap(pod -> pod.containers().stream())
        .flatMap(container -> Pod.elements(container.path("env")));
  }

  private static Set<String> names() {
    return Stream.concat(
            variables().map(variable -> variable.path("name").asText()),
            Pod.texts(EVERYTHING.get(Kind.ConfigMap, "sightline").at("/data")).keySet().stream())
        .collect(Collectors.toSet());
  }
}
