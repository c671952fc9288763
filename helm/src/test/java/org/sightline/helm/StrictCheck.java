package org.sightline.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Holds manifests to what Kubernetes and the Prometheus operator know. */
final class StrictCheck {
  private StrictCheck() {}

  /** What is wrong with a manifest, each as a sentence; nothing where all is well. */
  static List<String> faults(Manifest manifest) {
    return manifest.at("/apiVersion").asText().startsWith("monitoring.coreos.com/")
        ? CustomResources.faults(manifest)
        : KubernetesModels.faults(manifest);
  }

  /** The same of a tree. */
  static List<String> faults(JsonNode tree) {
    return faults(new Manifest(tree));
  }
}
