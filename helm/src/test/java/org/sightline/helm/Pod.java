package org.sightline.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pod as its maker describes it.
 *
 * @param maker the deployment, job or cron job, or the pod itself
 * @param tree its {@code metadata} and {@code spec}
 */
record Pod(Manifest maker, JsonNode tree) {
  static Optional<Pod> of(Manifest manifest) {
    String at =
        switch (manifest.kind()) {
          case "Deployment", "Job" -> "/spec/template";
          case "CronJob" -> "/spec/jobTemplate/spec/template";
          case "Pod" -> "";
          default -> "/none";
        };
    JsonNode tree = manifest.at(at);
    return tree.isMissingNode() ? Optional.empty() : Optional.of(new Pod(manifest, tree));
  }

  JsonNode spec() {
    return tree.path("spec");
  }

  Map<String, String> labels() {
    return texts(tree.at("/metadata/labels"));
  }

  /** Those that run before the others, too. */
  List<JsonNode> containers() {
    return Stream.of("initContainers", "containers")
        .flatMap(key -> elements(spec().path(key)))
        .toList();
  }

  Stream<JsonNode> volumes() {
    return elements(spec().path("volumes"));
  }

  static Stream<JsonNode> elements(JsonNode list) {
    return list.valueStream();
  }

  static Map<String, String> texts(JsonNode object) {
    return object instanceof ObjectNode given
        ? given
            .propertyStream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asText()))
        : Map.of();
  }

  @Override
  public String toString() {
    return maker.toString();
  }
}
