package org.sightline.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What manifests name and the chart does not make, so that somebody has to make it. */
final class Needed {
  private Needed() {}

  /** Each as "secret NAME with KEY", "map ...", "volume claim ..." or another kind. */
  static SortedSet<String> by(Rendered rendered) {
    Stream<String> values =
        rendered
            .everywhere("secretKeyRef")
            .map(secret -> named("secret", secret.path("name"), List.of(text(secret, "key"))));
    Stream<String> secrets =
        volumes(rendered, "secret")
            .map(secret -> named("secret", secret.path("secretName"), keys(secret)));
    Stream<String> maps =
        volumes(rendered, "configMap")
            .filter(map -> rendered.find(Kind.ConfigMap, text(map, "name")).isEmpty())
            .map(map -> named("map", map.path("name"), keys(map)));
    Stream<String> claims =
        volumes(rendered, "persistentVolumeClaim")
            .map(claim -> named("volume claim", claim.path("claimName"), List.of()));
    Stream<String> certificates =
        rendered
            .of(Kind.Ingress)
            .flatMap(ingress -> ingress.tree().findValues("secretName").stream())
            .map(name -> named("secret", name, List.of("tls.crt", "tls.key")));
    return Stream.of(values, secrets, maps, claims, certificates, ofPods(rendered))
        .flatMap(part -> part)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> ofPods(Rendered rendered) {
    return rendered
        .pods()
        .map(Pod::spec)
        .flatMap(spec -> Stream.of(pullSecrets(spec), account(rendered, spec), priority(spec)))
        .flatMap(part -> part);
  }

  private static Stream<String> pullSecrets(JsonNode spec) {
    return Pod.elements(spec.path("imagePullSecrets"))
        .map(secret -> named("secret", secret.path("name"), List.of(".dockerconfigjson")));
  }

  private static Stream<String> account(Rendered rendered, JsonNode spec) {
    String name = text(spec, "serviceAccountName");
    return name.equals("default") || rendered.find(Kind.ServiceAccount, name).isPresent()
        ? Stream.of()
        : Stream.of("service account " + name);
  }

  private static Stream<String> priority(JsonNode spec) {
    return Stream.of(spec.path("priorityClassName"))
        .filter(JsonNode::isTextual)
        .map(name -> "priority class " + name.asText());
  }

  private static Stream<JsonNode> volumes(Rendered rendered, String kind) {
    return rendered
        .pods()
        .flatMap(Pod::volumes)
        .map(volume -> volume.path(kind))
        .filter(JsonNode::isObject);
  }

  private static List<String> keys(JsonNode volume) {
    return Pod.elements(volume.path("items")).map(item -> text(item, "key")).toList();
  }

  private static String named(String kind, JsonNode name, List<String> keys) {
    String whole = kind + " " + name.asText();
    return keys.isEmpty() ? whole : whole + " with " + String.join(" and ", keys);
  }

  private static String text(JsonNode tree, String key) {
    return tree.path(key).asText();
  }
}
