package org.sightline.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The licences that components of the image may have.
 *
 * @param allowed their identifiers in SPDX
 * @param exceptions components that name others too, each with what it names and a reason
 */
record Licences(Set<String> allowed, List<Permission> exceptions) {
  private static final String FILE = "app/src/image/licences.yaml";
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** A component that may name these licences, and why. */
  record Permission(String component, Set<String> licences, String reason) {
    Permission {
      if (reason.isBlank()) {
        throw new IllegalArgumentException(
            "%s: give the reason for the exception of %s.".formatted(FILE, component));
      }
    }
  }

  static Licences read(Path repository) {
    try {
      return YAML.readValue(repository.resolve(FILE).toFile(), Licences.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a list of components in CycloneDX's JSON, a sentence each. */
  List<String> faults(JsonNode components) {
    Map<String, Permission> permissions =
        exceptions.stream().collect(Collectors.toMap(Permission::component, Function.identity()));
    List<String> faults = new ArrayList<>();
    Set<String> unused = new TreeSet<>(permissions.keySet());
    for (JsonNode component : components) {
      String name = component.path("group").asText() + ":" + component.path("name").asText();
      unused.remove(name);
      fault(name, named(component), Optional.ofNullable(permissions.get(name)))
          .ifPresent(faults::add);
    }
    unused.forEach(
        name -> faults.add("%s: the exception of %s is of nothing here.".formatted(FILE, name)));
    return faults;
  }

  private Optional<String> fault(String name, Set<String> named, Optional<Permission> permission) {
    if (named.isEmpty()) {
      return Optional.of("%s names no licence: it may not be in the image.".formatted(name));
    }
    if (permission.isPresent()) {
      return permission
          .filter(one -> !one.licences().equals(named))
          .map(_ -> "%s now names %s: look at its exception in %s.".formatted(name, named, FILE));
    }
    Set<String> refused = new TreeSet<>(named);
    refused.removeAll(allowed);
    return refused.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s names %s, which %s does not allow: use something else, or give it an exception"
                    .formatted(name, refused, FILE)
                + " with a reason.");
  }

  private static Set<String> named(JsonNode component) {
    Set<String> named = new HashSet<>();
    for (JsonNode one : component.path("licenses")) {
      JsonNode licence = one.path("license");
      String id = licence.path("id").asText(licence.path("name").asText());
      named.add(id.isBlank() ? one.path("expression").asText() : id);
    }
    named.remove("");
    return named;
  }
}
