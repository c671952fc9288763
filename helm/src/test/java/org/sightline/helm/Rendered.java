package org.sightline.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Helm made of the chart.
 *
 * @param manifests what Kubernetes would be given, hooks and tests too
 * @param notes what the operator is told afterwards
 */
record Rendered(List<Manifest> manifests, String notes) {
  static Rendered of(String yaml) {
    List<Manifest> all = Yaml.documents(yaml).stream().map(Manifest::new).toList();
    String notes =
        all.stream()
            .filter(manifest -> manifest.kind().equals("Notes"))
            .map(manifest -> manifest.tree().path("text").asText())
            .findFirst()
            .orElseThrow();
    return new Rendered(
        all.stream().filter(manifest -> !manifest.kind().equals("Notes")).toList(), notes);
  }

  Stream<Manifest> of(Kind kind) {
    return manifests.stream().filter(manifest -> manifest.kind().equals(kind.name()));
  }

  Optional<Manifest> find(Kind kind, String name) {
    return of(kind).filter(manifest -> manifest.name().equals(name)).findFirst();
  }

  Manifest get(Kind kind, String name) {
    return find(kind, name)
        .orElseThrow(() -> new AssertionError("There is no %s %s.".formatted(kind, name)));
  }

  /** The deployment, every job, and the test: whatever makes pods. */
  Stream<Pod> pods() {
    return manifests.stream().flatMap(manifest -> Pod.of(manifest).stream());
  }

  /** Every value that stands anywhere under such a key. */
  Stream<JsonNode> everywhere(String key) {
    return manifests.stream().flatMap(manifest -> manifest.tree().findValues(key).stream());
  }
}
