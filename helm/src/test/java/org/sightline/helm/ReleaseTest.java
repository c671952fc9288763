package org.sightline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How a release comes and goes: what runs first, what is replaced, and how. */
final class ReleaseTest {
  private static final Rendered EVERYTHING = Chart.render(Values.given("everything"));

  @Test
  void theDatabaseIsBroughtToThePresentBeforeTheNewVersionRuns() {
    Manifest job = EVERYTHING.get(Kind.Job, "sightline-migration");
    assertThat(hook(job, "")).isEqualTo("pre-install,pre-upgrade");
    assertThat(hook(job, "-delete-policy")).isEqualTo("before-hook-creation");
    assertThat(job.at("/spec/template/spec/containers/0/args").toString())
        .isEqualTo("[\"migrate\"]");
  }

  /** Exit code 75 is worth another try; a wrong password stays wrong. */
  @Test
  void aMigrationThatCannotGoWellIsNotTriedAgain() {
    JsonNode spec = EVERYTHING.get(Kind.Job, "sightline-migration").at("/spec");
    assertThat(spec.at("/podFailurePolicy/rules/1/action").asText()).isEqualTo("FailJob");
    assertThat(spec.at("/podFailurePolicy/rules/1/onExitCodes/values").toString())
        .isEqualTo("[1,2]");
    assertThat(spec.at("/podFailurePolicy/rules/1/onExitCodes/containerName"))
        .isEqualTo(spec.at("/template/spec/containers/0/name"));
    assertThat(spec.at("/template/spec/restartPolicy").asText()).isEqualTo("Never");
    assertThat(spec.path("backoffLimit").asInt()).isPositive();
  }

  /** At the first install nothing else of the release is there yet. */
  @Test
  void whatTheMigrationNeedsIsThereBeforeIt() {
    assertThat(EVERYTHING.get(Kind.ServiceAccount, "sightline-migration").isHook()).isTrue();
    assertThat(EVERYTHING.get(Kind.NetworkPolicy, "sightline-migration").isHook()).isTrue();
    assertThat(weight(EVERYTHING.get(Kind.ServiceAccount, "sightline-migration")))
        .isLessThan(weight(EVERYTHING.get(Kind.Job, "sightline-migration")));
    assertThat(EVERYTHING.get(Kind.Job, "sightline-migration").tree().findValues("configMapRef"))
        .isEmpty();
  }

  @Test
  void noInstanceIsTakenAwayBeforeAnotherAnswers() {
    JsonNode spec = EVERYTHING.get(Kind.Deployment, "sightline").at("/spec");
    assertThat(spec.at("/strategy/rollingUpdate/maxUnavailable").asInt(-1)).isZero();
    assertThat(spec.at("/strategy/rollingUpdate/maxSurge").asInt()).isEqualTo(1);
    assertThat(spec.at("/template/spec/terminationGracePeriodSeconds").asInt()).isEqualTo(65);
    assertThat(spec.at("/template/spec/containers/0/lifecycle").isMissingNode()).isTrue();
  }

  @Test
  void theNotesNameWhereItAnswersAndWhatIsMissing() {
    assertThat(EVERYTHING.notes())
        .contains("https://sightline.example/graphql", "https://sightline.region.example/graphql")
        .contains("look: keycloak.issuer has port 443, and networkPolicy.keycloakPort is 8443.")
        .doesNotContain("cannot be invited", "Nobody is told", "port-forward", "anywhere");
    assertThat(Chart.render(Values.fewest().with("ingress.enabled", "false")).notes())
        .contains("port-forward service/sightline 8080:80")
        .contains("cannot be invited", "Nobody is told")
        .contains("port 5432 anywhere, while networkPolicy.databaseTo is empty.")
        .contains("port 443 anywhere, while networkPolicy.keycloakTo is empty.")
        .doesNotContain("networkPolicy.keycloakPort is");
  }

  @Test
  void aPortThatMayBeWrongIsNamed() {
    Values values =
        Values.fewest()
            .with("keycloak.issuer", "https://keycloak.example:8443/realms/sightline")
            .with("tracing", "{enabled: true, endpoint: \"http://collector\"}");
    assertThat(Chart.render(values).notes())
        .contains("look: keycloak.issuer has port 8443, and networkPolicy.keycloakPort is 443.")
        .contains("look: tracing.endpoint has port 80, and networkPolicy.tracingPort is 4318.")
        .contains("port 4318 anywhere");
    assertThat(Chart.render(values.with("networkPolicy.enabled", "false")).notes())
        .doesNotContain("look: keycloak", "look: tracing", "anywhere");
  }

  /** Behind an ingress every request comes from its address. */
  @Test
  void aBudgetThatAllShareIsNamed() {
    String look = "look: clientAddressHeader is empty, while there is an ingress";
    assertThat(Chart.render(Values.fewest()).notes()).contains(look);
    assertThat(Chart.render(Values.fewest().with("clientAddressHeader", "X-Real-IP")).notes())
        .doesNotContain("clientAddressHeader");
    assertThat(Chart.render(Values.fewest().with("ingress.enabled", "false")).notes())
        .doesNotContain("clientAddressHeader");
    assertThat(EVERYTHING.notes()).doesNotContain("clientAddressHeader");
  }

  @Test
  void eachQuestionOfHowAnInstanceIsHasItsOwnAddress() {
    JsonNode container =
        EVERYTHING.get(Kind.Deployment, "sightline").at("/spec/template/spec/containers/0");
    for (String probe : new String[] {"startup", "liveness", "readiness"}) {
      assertThat(container.at("/%sProbe/httpGet/path".formatted(probe)).asText())
          .isEqualTo("/health/" + probe);
      assertThat(container.at("/%sProbe/httpGet/port".formatted(probe)).asText())
          .isEqualTo("management");
    }
  }

  @Test
  void theChartsTestAsksWhetherAnInstanceIsReady() {
    Manifest test = EVERYTHING.get(Kind.Pod, "sightline-test");
    assertThat(hook(test, "")).isEqualTo("test");
    assertThat(test.at("/spec/containers/0/args/0").asText())
        .isEqualTo("http://sightline-management:8081/health/readiness");
    assertThat(EVERYTHING.find(Kind.Service, "sightline-management")).isPresent();
  }

  @Test
  void nobodyTalksToAnybodyWhoIsNotNamed() {
    JsonNode deny = EVERYTHING.get(Kind.NetworkPolicy, "sightline-deny").at("/spec");
    assertThat(deny.has("ingress") || deny.has("egress")).isFalse();
    assertThat(deny.path("policyTypes").toString()).isEqualTo("[\"Ingress\",\"Egress\"]");
    assertThat(
            EVERYTHING
                .of(Kind.NetworkPolicy)
                .flatMap(policy -> Pod.elements(policy.at("/spec/ingress"))))
        .isNotEmpty()
        .allSatisfy(rule -> assertThat(rule.path("from")).isNotEmpty());
  }

  @Test
  void theIngressReachesTheApiAndPrometheusTheMetrics() {
    JsonNode rules = EVERYTHING.get(Kind.NetworkPolicy, "sightline-api").at("/spec/ingress");
    assertThat(rules.at("/0/from").toString()).contains("nginx-ingress");
    assertThat(rules.at("/0/ports").findValuesAsText("port")).containsExactly("api");
    assertThat(rules.at("/1/from").toString()).contains("monitoring", "\"test\"");
    assertThat(rules.at("/1/ports").findValuesAsText("port")).containsExactly("management");
    assertThat(rules).hasSize(2);
  }

  /** A pod without a way to what it needs hangs until it is given up. */
  @Test
  void everyPodHasAWayToWhatItNeedsAndToNothingElse() {
    assertThat(EVERYTHING.pods())
        .hasSize(4)
        .allSatisfy(
            pod ->
                assertThat(waysOut(pod))
                    .as("%s", pod)
                    .containsExactlyElementsOf(
                        switch (pod.maker().kind()) {
                          case "Deployment" -> List.of("4318", "53", "5432", "8443");
                          case "Pod" -> List.of("53", "8081");
                          default -> List.of("53", "5432");
                        }));
  }

  private static Set<String> waysOut(Pod pod) {
    return EVERYTHING
        .of(Kind.NetworkPolicy)
        .filter(
            policy ->
                pod.labels()
                    .entrySet()
                    .containsAll(Pod.texts(policy.at("/spec/podSelector/matchLabels")).entrySet()))
        .flatMap(policy -> policy.at("/spec/egress").findValuesAsText("port").stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The balancer outside never reaches health and metrics, whatever is asked. */
  @Test
  void metricsAreOfTheClusterOnly() {
    assertThat(EVERYTHING.get(Kind.Service, "sightline-management").at("/spec/clusterIP").asText())
        .isEqualTo("None");
    assertThat(EVERYTHING.of(Kind.Ingress).map(ingress -> ingress.tree().toString()))
        .isNotEmpty()
        .noneMatch(ingress -> ingress.contains("management"));
    assertThat(
            EVERYTHING
                .of(Kind.NetworkPolicy)
                .flatMap(policy -> Pod.elements(policy.at("/spec/ingress")))
                .filter(rule -> rule.toString().contains("nginx-ingress")))
        .isNotEmpty()
        .noneMatch(rule -> rule.path("ports").toString().contains("management"));
  }

  private static String hook(Manifest manifest, String ending) {
    return manifest.at("/metadata/annotations").path("helm.sh/hook" + ending).asText();
  }

  private static int weight(Manifest manifest) {
    return Integer.parseInt(hook(manifest, "-weight"));
  }
}
