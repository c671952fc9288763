package org.sightline.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the client's models take as any text, and Kubernetes does not. */
final class Words {
  private static final Pattern QUANTITY =
      Pattern.compile("[0-9]+([.][0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
  private static final Pattern PORT_NAME = Pattern.compile("[a-z0-9-]{1,15}");
  private static final Pattern LABEL =
      Pattern.compile("([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?");
  private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*");

  /** By the key under which such a word stands, in any manifest of the chart. */
  private static final Map<String, List<String>> CHOICES =
      Map.of(
          "imagePullPolicy", List.of("Always", "IfNotPresent", "Never"),
          "restartPolicy", List.of("Always", "OnFailure", "Never"),
          "protocol", List.of("TCP", "UDP"),
          "whenUnsatisfiable", List.of("DoNotSchedule", "ScheduleAnyway"),
          "pathType", List.of("Prefix", "Exact", "ImplementationSpecific"),
          "concurrencyPolicy", List.of("Allow", "Forbid", "Replace"),
          "unhealthyPodEvictionPolicy", List.of("IfHealthyBudget", "AlwaysAllow"),
          "policyTypes", List.of("Ingress", "Egress"),
          "effect", List.of("NoSchedule", "PreferNoSchedule", "NoExecute"));

  private Words() {}

  static void find(JsonNode manifest, List<String> faults) {
    require(NAME, "metadata.name", manifest.at("/metadata/name"), faults);
    for (String key : List.of("limits", "requests")) {
      manifest
          .findValues(key)
          .forEach(amounts -> amounts.forEach(value -> require(QUANTITY, key, value, faults)));
    }
    manifest
        .findValues("sizeLimit")
        .forEach(value -> require(QUANTITY, "sizeLimit", value, faults));
    manifest
        .findValues("labels")
        .forEach(labels -> labels.forEach(value -> require(LABEL, "labels", value, faults)));
    manifest
        .findValues("ports")
        .forEach(ports -> ports.findValues("name").forEach(v -> port(v, faults)));
    manifest
        .findValues("env")
        .forEach(list -> list.forEach(e -> require(VARIABLE, "env", e.path("name"), faults)));
    CHOICES.forEach((key, words) -> choose(key, words, manifest, faults));
  }

  private static void port(JsonNode name, List<String> faults) {
    require(PORT_NAME, "ports.name", name, faults);
  }

  private static void require(Pattern pattern, String what, JsonNode value, List<String> faults) {
    if (!pattern.matcher(value.asText()).matches()) {
      faults.add("%s is '%s'.".formatted(what, value.asText()));
    }
  }

  private static void choose(String key, List<String> words, JsonNode tree, List<String> faults) {
    for (JsonNode found : tree.findValues(key)) {
      List<JsonNode> given = found.isArray() ? found.valueStream().toList() : List.of(found);
      given.stream()
          .filter(word -> !words.contains(word.asText()))
          .forEach(word -> faults.add("%s is %s, none of %s.".formatted(key, word, words)));
    }
  }
}
