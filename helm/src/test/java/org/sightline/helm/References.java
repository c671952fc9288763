package org.sightline.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What manifests name of one another. Whatever the chart does not make itself must be named in the
 * values: only then does an operator know that it has to be there.
 */
final class References {
  private final Rendered rendered;
  private final Set<String> given;

  References(Rendered rendered, Values values) {
    this.rendered = rendered;
    this.given = new HashSet<>();
    collect(Values.usual().and(values).tree());
  }

  /** Each thing that is named and is nowhere, as a sentence. */
  List<String> missing() {
    return Stream.of(
            rendered.pods().flatMap(this::ofPod),
            rendered.of(Kind.Deployment).flatMap(this::ofDeployment),
            rendered.of(Kind.Service).flatMap(this::ofService),
            rendered.of(Kind.Ingress).flatMap(this::ofIngress),
            rendered.of(Kind.ServiceMonitor).flatMap(this::ofServiceMonitor),
            rendered.of(Kind.NetworkPolicy).flatMap(this::ofNetworkPolicy),
            rendered.of(Kind.PodDisruptionBudget).flatMap(this::ofDisruptionBudget),
            rendered.of(Kind.HorizontalPodAutoscaler).flatMap(this::ofAutoscaler))
        .flatMap(part -> part)
        .toList();
  }

  private void collect(JsonNode value) {
    if (value.isTextual()) {
      given.add(value.asText());
    }
    value.forEach(this::collect);
  }

  private Stream<String> ofPod(Pod pod) {
    Set<String> volumes =
        pod.volumes().map(volume -> volume.path("name").asText()).collect(Collectors.toSet());
    Set<String> mounted =
        pod.containers().stream()
            .flatMap(container -> Pod.elements(container.path("volumeMounts")))
            .map(mount -> mount.path("name").asText())
            .collect(Collectors.toSet());
    String account = pod.spec().path("serviceAccountName").asText();
    boolean hasAccount =
        given.contains(account)
            || account.equals("default")
            || rendered.find(Kind.ServiceAccount, account).isPresent();
    return Stream.of(
            faultUnless(volumes.equals(mounted), pod, "mounts", mounted + " of " + volumes),
            faultUnless(hasAccount, pod, "is of account", account),
            pod.spec().findValues("secretKeyRef").stream()
                .flatMap(
                    secret ->
                        Stream.concat(
                            given(pod, "takes secret", secret.path("name")),
                            given(pod, "takes key", secret.path("key")))),
            pod.volumes().flatMap(volume -> given(pod, "mounts secret", secretOf(volume))),
            pod.volumes().flatMap(volume -> given(pod, "mounts map", volume.at("/configMap/name"))),
            pod.spec().findValues("configMapRef").stream()
                .flatMap(
                    map ->
                        faultUnless(
                            rendered.find(Kind.ConfigMap, map.path("name").asText()).isPresent(),
                            pod,
                            "reads map",
                            map.path("name").asText())),
            pod.containers().stream().flatMap(container -> probes(pod, container)))
        .flatMap(part -> part);
  }

  private static JsonNode secretOf(JsonNode volume) {
    return volume.at("/secret/secretName");
  }

  private Stream<String> given(Pod pod, String verb, JsonNode name) {
    return name.isMissingNode()
        ? Stream.of()
        : faultUnless(given.contains(name.asText()), pod, verb, name.asText());
  }

  private static Stream<String> probes(Pod pod, JsonNode container) {
    Set<String> ports = portNames(container);
    return Stream.of("startupProbe", "livenessProbe", "readinessProbe")
        .map(container::path)
        .filter(JsonNode::isObject)
        .map(probe -> probe.at("/httpGet/port").asText())
        .flatMap(port -> faultUnless(ports.contains(port), pod, "is asked at port", port));
  }

  private Stream<String> ofDeployment(Manifest deployment) {
    Pod pod = Pod.of(deployment).orElseThrow();
    Map<String, String> labels = pod.labels();
    Map<String, String> selector = Pod.texts(deployment.at("/spec/selector/matchLabels"));
    boolean holds = !selector.isEmpty() && labels.entrySet().containsAll(selector.entrySet());
    return Stream.concat(
        faultUnless(holds, deployment, "selects", selector.toString()),
        pod.spec().findValues("labelSelector").stream()
            .map(spread -> Pod.texts(spread.path("matchLabels")))
            .flatMap(
                spread ->
                    faultUnless(
                        spread.equals(selector), deployment, "spreads", spread.toString())));
  }

  private Stream<String> ofService(Manifest service) {
    List<Pod> pods = selected(service.at("/spec/selector"));
    Set<String> ports =
        pods.stream()
            .flatMap(pod -> pod.containers().stream())
            .flatMap(container -> portNames(container).stream())
            .collect(Collectors.toSet());
    return Stream.concat(
        faultUnless(pods.size() == 1, service, "selects", pods.toString()),
        Pod.elements(service.at("/spec/ports"))
            .map(port -> port.path("targetPort").asText())
            .flatMap(port -> faultUnless(ports.contains(port), service, "leads to", port)));
  }

  /** Only the API is reached from outside: never health and metrics. */
  private Stream<String> ofIngress(Manifest ingress) {
    return ingress.tree().findValues("backend").stream()
        .map(backend -> backend.path("service"))
        .flatMap(
            service -> {
              Manifest found = rendered.get(Kind.Service, service.path("name").asText());
              boolean holds =
                  Pod.elements(found.at("/spec/ports"))
                          .anyMatch(port -> port.path("name").equals(service.at("/port/name")))
                      && Pod.elements(found.at("/spec/ports"))
                          .allMatch(port -> port.path("targetPort").asText().equals("api"));
              return faultUnless(holds, ingress, "leads to", service.toString());
            });
  }

  private Stream<String> ofServiceMonitor(Manifest monitor) {
    Map<String, String> labels = Pod.texts(monitor.at("/spec/selector/matchLabels"));
    Set<String> ports =
        rendered
            .of(Kind.Service)
            .filter(
                service ->
                    Pod.texts(service.at("/metadata/labels"))
                        .entrySet()
                        .containsAll(labels.entrySet()))
            .flatMap(service -> Pod.elements(service.at("/spec/ports")))
            .map(port -> port.path("name").asText())
            .collect(Collectors.toSet());
    return Pod.elements(monitor.at("/spec/endpoints"))
        .map(endpoint -> endpoint.path("port").asText())
        .flatMap(port -> faultUnless(ports.equals(Set.of(port)), monitor, "reads", port));
  }

  private Stream<String> ofNetworkPolicy(Manifest policy) {
    List<Pod> pods = selected(policy.at("/spec/podSelector/matchLabels"));
    Set<String> ports =
        pods.stream()
            .flatMap(pod -> pod.containers().stream())
            .flatMap(container -> portNames(container).stream())
            .collect(Collectors.toSet());
    return Stream.concat(
        faultUnless(!pods.isEmpty(), policy, "holds", "no pod"),
        policy.at("/spec/ingress").findValues("port").stream()
            .map(JsonNode::asText)
            .flatMap(port -> faultUnless(ports.contains(port), policy, "opens port", port)));
  }

  private Stream<String> ofDisruptionBudget(Manifest budget) {
    List<Pod> pods = selected(budget.at("/spec/selector/matchLabels"));
    return faultUnless(pods.size() == 1, budget, "selects", pods.toString());
  }

  private Stream<String> ofAutoscaler(Manifest autoscaler) {
    String name = autoscaler.at("/spec/scaleTargetRef/name").asText();
    return Stream.concat(
        faultUnless(rendered.find(Kind.Deployment, name).isPresent(), autoscaler, "scales", name),
        rendered
            .of(Kind.Deployment)
            .flatMap(
                scaled ->
                    faultUnless(
                        scaled.at("/spec/replicas").isMissingNode(),
                        scaled,
                        "has replicas of its own beside",
                        autoscaler.name())));
  }

  private List<Pod> selected(JsonNode selector) {
    Map<String, String> wanted = Pod.texts(selector);
    return rendered
        .pods()
        .filter(pod -> pod.labels().entrySet().containsAll(wanted.entrySet()))
        .toList();
  }

  private static Set<String> portNames(JsonNode container) {
    return Pod.elements(container.path("ports"))
        .map(port -> port.path("name").asText())
        .collect(Collectors.toSet());
  }

  private static Stream<String> faultUnless(boolean holds, Object what, String verb, String whom) {
    return holds ? Stream.of() : Stream.of("%s %s %s.".formatted(what, verb, whom));
  }
}
