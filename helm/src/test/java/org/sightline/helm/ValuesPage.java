package org.sightline.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The chart's README: made of its values and of the comments over them. */
final class ValuesPage {
  private static final Pattern KEY = Pattern.compile("( *)([A-Za-z][A-Za-z-]*):.*");
  private static final Pattern COMMENT = Pattern.compile(" *# (.*)");

  private ValuesPage() {}

  /**
   * One key of the values.
   *
   * @param path keys with dots between
   * @param comment empty where there is none
   */
  record Entry(String path, String comment) {
    int depth() {
      return path.split("[.]").length;
    }

    boolean isWithin(Entry other) {
      return path.startsWith(other.path + ".");
    }
  }

  /** Every key, in the order of the file; of lists only their own. */
  static List<Entry> entries(String yaml) {
    List<Entry> entries = new ArrayList<>();
    List<String> path = new ArrayList<>();
    List<String> comment = new ArrayList<>();
    int listDepth = Integer.MAX_VALUE;
    for (String line : yaml.lines().toList()) {
      Matcher said = COMMENT.matcher(line);
      Matcher key = KEY.matcher(line);
      int depth = line.indexOf(line.strip()) / 2;
      if (line.strip().startsWith("- ")) {
        listDepth = Math.min(listDepth, depth);
      } else if (said.matches()) {
        comment.add(said.group(1));
      } else if (key.matches() && depth < listDepth) {
        listDepth = Integer.MAX_VALUE;
        path = new ArrayList<>(path.subList(0, depth));
        path.add(key.group(2));
        entries.add(new Entry(String.join(".", path), String.join(" ", comment)));
        comment.clear();
      } else if (key.matches() && depth <= listDepth) {
        throw new IllegalStateException("Cannot be read: " + line);
      } else if (line.isBlank()) {
        listDepth = Integer.MAX_VALUE;
      }
    }
    return entries;
  }

  static String page() {
    String yaml = Chart.file("values.yaml");
    JsonNode values = Yaml.read(yaml);
    List<Entry> entries = entries(yaml);
    JsonNode chart = Yaml.read(Chart.file("Chart.yaml"));
    return """
        # The chart of Sightline

        %s Helm 3.14 or later, Kubernetes %s. From nothing to a release that runs:
        [running on Kubernetes](../../docs/guides/running-on-kubernetes.md); what each alert means: [runbooks](../../docs/guides/runbooks.md).

            helm upgrade --install sightline helm/sightline --namespace sightline --values values.yaml

        Three values must be given: `database.host`, `database.tls.certificateAuthority` (`secret` or `configMap`) and `keycloak.issuer`; for an
        ingress two more: `ingress.hosts` and `ingress.tls.secret`. Passwords and keys are never values: they are in existing secrets that values name. What is
        wrong is refused before anything is installed, all at once, each with a sentence.

        This page is made of the comments in `values.yaml`; the build rewrites it.

        ## Values that stand alone

        %s
        %s"""
        .formatted(
            chart.path("description").asText(),
            chart.path("kubeVersion").asText().replace("-0", "").replace(">=", "") + " or later",
            table(alone(entries, values), values),
            entries.stream()
                .filter(entry -> entry.depth() == 1 && isGroup(entry, values))
                .map(group -> section(group, entries, values))
                .collect(Collectors.joining("\n")));
  }

  private static List<Entry> alone(List<Entry> entries, JsonNode values) {
    return entries.stream().filter(entry -> entry.depth() == 1 && !isGroup(entry, values)).toList();
  }

  private static String section(Entry group, List<Entry> entries, JsonNode values) {
    List<Entry> leaves =
        entries.stream().filter(entry -> entry.isWithin(group) && isShown(entry, values)).toList();
    return "## %s\n\n%s\n\n%s".formatted(group.path(), group.comment(), table(leaves, values));
  }

  private static String table(List<Entry> leaves, JsonNode values) {
    return leaves.stream()
        .map(
            entry ->
                "| `%s` | %s | %s |\n"
                    .formatted(
                        entry.path(),
                        isGroup(entry, values) ? "" : usual(find(values, entry.path())),
                        entry.comment()))
        .collect(Collectors.joining("", "| value | unless set | meaning |\n|---|---|---|\n", ""));
  }

  private static String usual(JsonNode value) {
    return value.isTextual() && value.asText().isEmpty() ? "" : "`%s`".formatted(value);
  }

  private static boolean isShown(Entry entry, JsonNode values) {
    return isLeaf(entry, values) || isGroup(entry, values);
  }

  /** Whether it has a value, and not only a part of one. */
  static boolean isLeaf(Entry entry, JsonNode values) {
    int end = entry.path().lastIndexOf('.');
    Entry parent = new Entry(entry.path().substring(0, Math.max(end, 0)), "");
    return !isGroup(entry, values) && (end < 0 || isGroup(parent, values));
  }

  /** Whether what is under a key has keys of its own that are documented. */
  static boolean isGroup(Entry entry, JsonNode values) {
    JsonNode value = find(values, entry.path());
    return value.isObject()
        && !value.isEmpty()
        && !entry.path().matches(".*([Ll]abels|requests|limits)");
  }

  static JsonNode find(JsonNode values, String path) {
    return values.at("/" + path.replace(".", "/"));
  }
}
