package org.sightline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the check would find what is wrong: errors are seeded in manifests that are right. */
final class StrictCheckTest {
  private static final Rendered RIGHT = Chart.render(Values.given("everything"));
  private static final String SPEC = "/spec/template/spec";

  /** A field that is wrong, by the manifest, where in it, its name, and its value as YAML. */
  @ParameterizedTest(name = "{0} {1}/{2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Deployment              | /spec/template/spec/containers/0 | livenesProbe        | {}",
        "Deployment              | /spec                            | selector            | ~",
        "Deployment              | /spec                            | revisionHistoryLimit | '\"3\"'",
        "Deployment              | /spec/template/spec              | automountServiceAccountToken | '\"no\"'",
        "Deployment              | /spec/template/spec/containers/0 | args                | serve",
        "Deployment              | /spec/template/spec/containers/0/resources/limits | memory | 1 GB",
        "Deployment              | /spec/template/spec/containers/0/env/0 | value         | 5",
        "Deployment              | /spec/strategy                   | rollingUpdate       | [1]",
        "Deployment              | /spec/template/spec/containers/0 | imagePullPolicy     | Sometimes",
        "Deployment              | /spec/template/metadata/labels   | part                | children's services",
        "Service                 | /spec/ports/0                    | port                | '\"80\"'",
        "Service                 | /spec/ports/0                    | targetport          | api",
        "Ingress                 | /spec/rules/0/http/paths/0       | pathType            | ~",
        "Ingress                 | /spec                            | className           | nginx",
        "NetworkPolicy           | /spec                            | policyTypes         | [In]",
        "NetworkPolicy           | /spec                            | podSelector         | {labels: {a: b}}",
        "HorizontalPodAutoscaler | /spec                            | maxReplicas         | many",
        "HorizontalPodAutoscaler | /spec                            | targetCPUUtilizationPercentage | 70",
        "PodDisruptionBudget     | /spec                            | maxUnavailable      | true",
        "Job                     | /spec/template/spec              | restartPolicy       | Once",
        "CronJob                 | /spec                            | schedule            | ~",
        "CronJob                 | /spec                            | timezone            | Etc/UTC",
        "ConfigMap               | /data                            | SIGHTLINE_PORT      | 8080",
        "ServiceAccount          | ''                               | apiVersion          | v2",
        "ServiceMonitor          | /spec/endpoints/0                | scrapeInterval      | 30s",
        "ServiceMonitor          | /spec/endpoints/0                | interval            | half a minute",
        "ServiceMonitor          | /spec                            | selector            | ~",
        "ServiceMonitor          | /spec/endpoints/0                | port                | 8081",
        "PrometheusRule          | /spec/groups/0/rules/0           | expression          | up",
        "PrometheusRule          | /spec/groups/0/rules/0           | expr                | ~",
        "PrometheusRule          | /spec/groups/0/rules/0           | for                 | 5",
        "PrometheusRule          | /spec/groups/0/rules/0/labels    | severity            | 1",
      })
  void aWrongFieldIsFound(Kind kind, String at, String field, String value) {
    Manifest right = RIGHT.of(kind).findFirst().orElseThrow();
    assertThat(StrictCheck.faults(right)).isEmpty();

    JsonNode wrong = right.tree().deepCopy();
    ObjectNode place = (ObjectNode) wrong.at(at == null ? "" : at);
    assertThat(place.isMissingNode()).isFalse();
    if (value.equals("~")) {
      assertThat(place.remove(field)).isNotNull();
    } else {
      place.set(field, Yaml.read("it: " + value).get("it"));
    }

    assertThat(StrictCheck.faults(wrong)).isNotEmpty();
  }

  @Test
  void aKindOfAnotherVersionIsFound() {
    ObjectNode wrong = RIGHT.of(Kind.CronJob).findFirst().orElseThrow().tree().deepCopy();
    wrong.put("apiVersion", "batch/v1beta1");

    assertThat(StrictCheck.faults(wrong)).singleElement().asString().contains("There is no kind");
  }

  @Test
  void aPodThatMayDoMoreThanItNeedsIsFound() {
    Manifest right = RIGHT.of(Kind.Deployment).findFirst().orElseThrow();
    ObjectNode wrong = right.tree().deepCopy();
    ((ObjectNode) wrong.at(SPEC)).put("automountServiceAccountToken", true);
    ((ObjectNode) wrong.at(SPEC + "/containers/0/securityContext"))
        .put("readOnlyRootFilesystem", false)
        .remove("capabilities");

    assertThat(Hardening.faults(Pod.of(new Manifest(wrong)).orElseThrow()))
        .containsExactly("It has a token.", "It may write in its image.", "It has capabilities.");
  }

  @Test
  void aNameThatLeadsNowhereIsFound() {
    ObjectNode wrong = RIGHT.of(Kind.Deployment).findFirst().orElseThrow().tree().deepCopy();
    ((ObjectNode) wrong.at(SPEC + "/containers/0/readinessProbe/httpGet")).put("port", "manage");
    ((ObjectNode) wrong.at(SPEC + "/containers/0/env/0/valueFrom/secretKeyRef")).put("key", "pass");
    ((ArrayNode) wrong.at(SPEC + "/volumes")).remove(0);
    ((ObjectNode) wrong.at("/spec/selector/matchLabels")).put("app.kubernetes.io/instance", "b");

    assertThat(new References(with(new Manifest(wrong)), Values.given("everything")).missing())
        .anySatisfy(fault -> assertThat(fault).contains("is asked at port manage"))
        .anySatisfy(fault -> assertThat(fault).contains("takes key pass"))
        .anySatisfy(fault -> assertThat(fault).contains("mounts ["))
        .anySatisfy(fault -> assertThat(fault).contains("selects {"))
        .anySatisfy(fault -> assertThat(fault).contains("spreads {"))
        .hasSize(6);
  }

  private static Rendered with(Manifest changed) {
    return new Rendered(
        RIGHT.manifests().stream()
            .map(manifest -> manifest.toString().equals(changed.toString()) ? changed : manifest)
            .toList(),
        "");
  }
}
