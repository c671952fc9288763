package org.sightline.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds a manifest to the models of Kubernetes' own Java client. Their check finds unknown and
 * missing fields, but their reader makes a number of the text "3" and a truth of any text: so what
 * is read is written again and compared. Quantities and enums are plain texts to them.
 */
final class KubernetesModels {
  private static final Map<String, Class<?>> MODELS =
      Map.ofEntries(
          Map.entry("v1 ConfigMap", V1ConfigMap.class),
          Map.entry("v1 Pod", V1Pod.class),
          Map.entry("v1 Service", V1Service.class),
          Map.entry("v1 ServiceAccount", V1ServiceAccount.class),
          Map.entry("apps/v1 Deployment", V1Deployment.class),
          Map.entry("batch/v1 Job", V1Job.class),
          Map.entry("batch/v1 CronJob", V1CronJob.class),
          Map.entry("networking.k8s.io/v1 Ingress", V1Ingress.class),
          Map.entry("networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy.class),
          Map.entry("policy/v1 PodDisruptionBudget", V1PodDisruptionBudget.class),
          Map.entry("autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler.class));

  private KubernetesModels() {}

  static List<String> faults(Manifest manifest) {
    String kind = manifest.at("/apiVersion").asText() + " " + manifest.kind();
    Class<?> model = MODELS.get(kind);
    if (model == null) {
      return List.of("There is no kind '%s'.".formatted(kind));
    }
    String refusal = refusal(model, JsonParser.parseString(manifest.tree().toString()));
    if (refusal != null) {
      return List.of(refusal);
    }
    List<String> faults = new ArrayList<>();
    try {
      String again = JSON.serialize(JSON.deserialize(manifest.tree().toString(), model));
      Difference.find("", manifest.tree(), Yaml.read(again), faults);
    } catch (RuntimeException e) {
      faults.add(String.valueOf(e.getMessage()));
    }
    Words.find(manifest.tree(), faults);
    return faults;
  }

  private static @Nullable String refusal(Class<?> model, JsonElement element) {
    try {
      model.getMethod("validateJsonElement", JsonElement.class).invoke(null, element);
      return null;
    } catch (java.lang.reflect.InvocationTargetException e) {
      return String.valueOf(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("The client's models have changed.", e);
    }
  }

  /** Where the model understood something else than was written. */
  private static final class Difference {
    static void find(String at, JsonNode written, JsonNode read, List<String> faults) {
      if (written.isObject() && read.isObject()) {
        written
            .properties()
            .forEach(
                entry ->
                    find(
                        at + "/" + entry.getKey(),
                        entry.getValue(),
                        read.path(entry.getKey()),
                        faults));
      } else if (written.isArray() && read.isArray() && written.size() == read.size()) {
        for (int index = 0; index < written.size(); index++) {
          find(at + "/" + index, written.get(index), read.get(index), faults);
        }
      } else if (!written.equals(read)) {
        faults.add("At %s is %s, understood as %s.".formatted(at, written, read));
      }
    }
  }
}
