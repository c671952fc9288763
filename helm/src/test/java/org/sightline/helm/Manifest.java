package org.sightline.helm;

import com.fasterxml.jackson.databind.JsonNode;

/** One document for Kubernetes. */
record Manifest(JsonNode tree) {
  String kind() {
    return tree.path("kind").asText();
  }

  String name() {
    return tree.at("/metadata/name").asText();
  }

  JsonNode at(String pointer) {
    return tree.at(pointer);
  }

  /** Whether Helm makes it before or beside the release, and not as part of it. */
  boolean isHook() {
    return tree.at("/metadata/annotations").has("helm.sh/hook");
  }

  @Override
  public String toString() {
    return kind() + " " + name();
  }
}
