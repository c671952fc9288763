package org.sightline.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Values for the chart, as an operator writes them. */
record Values(JsonNode tree) {
  static Values of(String yaml) {
    return new Values(Yaml.read(yaml));
  }

  /** The chart's own. */
  static Values usual() {
    return of(Chart.file("values.yaml"));
  }

  /** Those of a file in the chart's folder {@code ci}. */
  static Values given(String name) {
    return of(Chart.file("ci/%s-values.yaml".formatted(name)));
  }

  /** The fewest with which the chart can be installed. */
  static Values fewest() {
    return given("quickstart");
  }

  /** These, and others over them as Helm lays them: maps key by key, all else as a whole. */
  Values and(Values others) {
    return new Values(merged(tree, others.tree));
  }

  /**
   * These with another at a path.
   *
   * @param path keys with dots between
   * @param value as YAML
   */
  Values with(String path, String value) {
    String yaml = value;
    for (String key : List.of(path.split("[.]")).reversed()) {
      yaml = "{\"%s\": %s}".formatted(key, yaml);
    }
    return and(of(yaml));
  }

  String yaml() {
    try {
      return Yaml.MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode merged(JsonNode under, JsonNode over) {
    if (!under.isObject() || !over.isObject()) {
      return over;
    }
    ObjectNode result = under.deepCopy();
    for (Map.Entry<String, JsonNode> entry : over.properties()) {
      JsonNode before = result.get(entry.getKey());
      result.set(
          entry.getKey(), before == null ? entry.getValue() : merged(before, entry.getValue()));
    }
    return result;
  }
}
