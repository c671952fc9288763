package org.sightline.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds ServiceMonitor and PrometheusRule to the structure that the Prometheus operator publishes,
 * as far as the chart uses it: a field that is not listed here is a fault. A name that ends with a
 * star must be there.
 */
final class CustomResources {
  private static final Pattern DURATION = Pattern.compile("[0-9]+(ms|s|m|h|d)");
  private static final Pattern ALERT = Pattern.compile("[A-Z][A-Za-z]+");
  private static final Set<String> TEXTS = Set.of("labels", "annotations", "matchLabels");

  private static final Map<String, Set<String>> FIELDS =
      Map.ofEntries(
          Map.entry("", Set.of("apiVersion*", "kind*", "metadata*", "spec*")),
          Map.entry("/metadata", Set.of("name*", "namespace*", "labels", "annotations")),
          Map.entry(
              "ServiceMonitor /spec",
              Set.of("jobLabel", "namespaceSelector", "selector*", "endpoints*", "targetLabels")),
          Map.entry("ServiceMonitor /spec/namespaceSelector", Set.of("any", "matchNames")),
          Map.entry("ServiceMonitor /spec/selector", Set.of("matchLabels*")),
          Map.entry(
              "ServiceMonitor /spec/endpoints/*",
              Set.of("port*", "path", "scheme", "interval", "scrapeTimeout", "honorLabels")),
          Map.entry("PrometheusRule /spec", Set.of("groups*")),
          Map.entry("PrometheusRule /spec/groups/*", Set.of("name*", "interval", "rules*")),
          Map.entry(
              "PrometheusRule /spec/groups/*/rules/*",
              Set.of("alert*", "expr*", "for", "labels", "annotations")));

  private static final Set<String> LISTS = Set.of("endpoints", "groups", "rules", "matchNames");
  private static final Map<String, Pattern> WORDS =
      Map.of(
          "for",
          DURATION,
          "interval",
          DURATION,
          "scrapeTimeout",
          DURATION,
          "alert",
          ALERT,
          "scheme",
          Pattern.compile("https?"),
          "apiVersion",
          Pattern.compile("monitoring[.]coreos[.]com/v1"),
          "kind",
          Pattern.compile("ServiceMonitor|PrometheusRule"));

  private CustomResources() {}

  static List<String> faults(Manifest manifest) {
    List<String> faults = new ArrayList<>();
    object(manifest.kind(), "", manifest.tree(), faults);
    return faults;
  }

  private static void object(String kind, String at, JsonNode tree, List<String> faults) {
    Set<String> known = FIELDS.getOrDefault(at, FIELDS.getOrDefault(kind + " " + at, Set.of()));
    if (!tree.isObject() || known.isEmpty()) {
      faults.add("At %s is what is not known there: %s.".formatted(at, tree));
      return;
    }
    known.stream()
        .filter(name -> name.endsWith("*") && !tree.has(name.replace("*", "")))
        .forEach(name -> faults.add("At %s is no %s.".formatted(at, name.replace("*", ""))));
    tree.properties()
        .forEach(
            entry -> {
              String name = entry.getKey();
              if (!known.contains(name) && !known.contains(name + "*")) {
                faults.add("At %s is the unknown field %s.".formatted(at, name));
              } else {
                field(kind, at, name, entry.getValue(), faults);
              }
            });
  }

  private static void field(
      String kind, String at, String name, JsonNode value, List<String> faults) {
    String here = at + "/" + name;
    if (LISTS.contains(name)) {
      list(kind, here, value, faults);
    } else if (TEXTS.contains(name)) {
      value.forEach(text -> requireText(here, text, faults));
    } else if (Set.of("any", "honorLabels").contains(name)) {
      requireThat(value.isBoolean(), here, value, faults);
    } else if (value.isObject()) {
      object(kind, here, value, faults);
    } else {
      requireText(here, value, faults);
      Pattern word = WORDS.getOrDefault(name, Pattern.compile(".+", Pattern.DOTALL));
      requireThat(word.matcher(value.asText()).matches(), here, value, faults);
    }
  }

  private static void list(String kind, String at, JsonNode value, List<String> faults) {
    requireThat(value.isArray() && !value.isEmpty(), at, value, faults);
    value.forEach(
        element -> {
          if (at.endsWith("/matchNames")) {
            requireText(at, element, faults);
          } else {
            object(kind, at + "/*", element, faults);
          }
        });
  }

  private static void requireText(String at, JsonNode value, List<String> faults) {
    requireThat(value.isTextual(), at, value, faults);
  }

  private static void requireThat(boolean holds, String at, JsonNode value, List<String> faults) {
    if (!holds) {
      faults.add("At %s is %s.".formatted(at, value));
    }
  }
}
