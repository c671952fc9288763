package org.sightline.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.LintResult;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lints and renders the chart with an operator's values, without Helm or a cluster at hand, and
 * holds each manifest to Kubernetes' models. Ends with 0 where all is well, 1 where something is
 * wrong, and 2 where it was not told which file.
 */
final class CheckValues {
  private final PrintStream out;

  CheckValues(PrintStream out) {
    this.out = out;
  }

  /**
   * Checks one file.
   *
   * @param arguments the file with the values, and where to write what was rendered
   */
  public static void main(String[] arguments) {
    System.exit(new CheckValues(System.out).run(List.of(arguments)));
  }

  int run(List<String> arguments) {
    if (arguments.size() != 2 || !Files.isReadable(Path.of(arguments.getFirst()))) {
      out.println("There is no file to check: say which by -Dvalues=/path/to/values.yaml.");
      return 2;
    }
    try {
      Values values = Values.of(Scratch.read(Path.of(arguments.getFirst())));
      return check(values, Path.of(arguments.getLast()));
    } catch (UncheckedIOException e) {
      out.println("The file cannot be read as YAML: " + e.getMessage());
    } catch (IllegalStateException e) {
      out.println(e.getMessage());
    }
    return 1;
  }

  private int check(Values values, Path target) {
    Rendered rendered = Chart.render(values);
    List<String> faults = new ArrayList<>();
    LintResult lint = Chart.lint(values);
    if (lint.isFailed()) {
      faults.addAll(lint.getMessages());
    }
    rendered
        .manifests()
        .forEach(
            manifest ->
                StrictCheck.faults(manifest).forEach(fault -> faults.add(manifest + ": " + fault)));
    rendered.pods().forEach(pod -> faults.addAll(Hardening.faults(pod)));
    faults.addAll(new References(rendered, values).missing());
    faults.forEach(out::println);
    if (!faults.isEmpty()) {
      return 1;
    }
    Scratch.write(target, text(rendered));
    out.printf(
        "%d manifests are well, by a strict lint and by the models of Kubernetes; they are in %s.%n",
        rendered.manifests().size(), target);
    out.println("They need these secrets and maps, which you make:");
    needed(rendered).forEach(name -> out.println("- " + name));
    return 0;
  }

  private static String text(Rendered rendered) {
    return rendered.manifests().stream()
        .map(manifest -> new Values(manifest.tree()).yaml())
        .collect(Collectors.joining());
  }

  /** What pods and the ingress name, and the chart does not make. */
  private static Set<String> needed(Rendered rendered) {
    Stream<String> values =
        rendered
            .everywhere("secretKeyRef")
            .map(
                secret ->
                    "secret %s with %s"
                        .formatted(secret.path("name").asText(), secret.path("key").asText()));
    Stream<String> volumes = rendered.everywhere("secret").flatMap(CheckValues::ofVolume);
    Stream<String> maps =
        rendered
            .everywhere("configMap")
            .map(map -> map.path("name").asText())
            .filter(name -> rendered.find(Kind.ConfigMap, name).isEmpty())
            .map("map %s"::formatted);
    Stream<String> certificates =
        rendered
            .of(Kind.Ingress)
            .flatMap(ingress -> ingress.tree().findValues("secretName").stream())
            .map(name -> "secret %s with tls.crt and tls.key".formatted(name.asText()));
    return Stream.of(values, volumes, maps, certificates)
        .flatMap(part -> part)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> ofVolume(JsonNode volume) {
    String name = volume.path("secretName").asText();
    List<String> keys =
        Pod.elements(volume.path("items")).map(item -> item.path("key").asText()).toList();
    return name.isEmpty()
        ? Stream.of()
        : Stream.of(
            keys.isEmpty()
                ? "secret " + name
                : "secret %s with %s".formatted(name, String.join(" and ", keys)));
  }
}
