package org.sightline.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What Kubernetes' standard "restricted" asks of a pod, and what Sightline asks beside it. */
final class Hardening {
  private static final int USER = 10001;

  private Hardening() {}

  /** What a pod may do that it need not. */
  static List<String> faults(Pod pod) {
    List<String> faults = new ArrayList<>();
    JsonNode spec = pod.spec();
    require(!spec.path("automountServiceAccountToken").asBoolean(true), "has a token", faults);
    require(!spec.path("enableServiceLinks").asBoolean(true), "is told of services", faults);
    require(!spec.path("hostNetwork").asBoolean(), "uses the node's network", faults);
    require(spec.at("/securityContext/runAsNonRoot").asBoolean(), "may be root", faults);
    require(spec.at("/securityContext/runAsUser").asInt() == USER, "is another user", faults);
    require(
        spec.at("/securityContext/seccompProfile/type").asText().equals("RuntimeDefault"),
        "may call anything of the kernel",
        faults);
    pod.volumes().forEach(volume -> volume(volume, faults));
    pod.containers().forEach(container -> container(container, faults));
    return faults;
  }

  private static void container(JsonNode container, List<String> faults) {
    JsonNode security = container.path("securityContext");
    require(security.path("readOnlyRootFilesystem").asBoolean(), "may write in its image", faults);
    require(!security.path("allowPrivilegeEscalation").asBoolean(true), "may become more", faults);
    require(
        security.at("/capabilities/drop").toString().equals("[\"ALL\"]"),
        "has capabilities",
        faults);
    require(container.at("/resources/limits").has("memory"), "has no limit of memory", faults);
    require(container.at("/resources/requests").has("cpu"), "asks for no cpu", faults);
    require(
        container.path("image").asText().matches(".+(:[^:/]+|@sha256:[0-9a-f]{64})"),
        "has an image without tag and digest",
        faults);
  }

  private static void volume(JsonNode volume, List<String> faults) {
    require(!volume.has("hostPath"), "has a folder of the node", faults);
    if (volume.has("emptyDir")) {
      require(volume.at("/emptyDir").has("sizeLimit"), "may fill the node's disk", faults);
    }
  }

  private static void require(boolean holds, String otherwise, List<String> faults) {
    if (!holds) {
      faults.add("It " + otherwise + ".");
    }
  }
}
