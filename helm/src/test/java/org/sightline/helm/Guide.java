package org.sightline.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the guide for operators shows: values, resources of operators, and commands. */
final class Guide {
  static final String TEXT = Chart.repositoryFile("docs/guides/running-on-kubernetes.md");
  private static final Pattern SECRET =
      Pattern.compile("create secret (generic|tls) ([a-z-]+)((?: --?[^\\s]+(?:\"[^\"]*\")?)*)");
  private static final Pattern KEY = Pattern.compile("--from-(?:literal|file)=([a-z.-]+)=");

  private Guide() {}

  /** Blocks of values, in their order; the first is complete. */
  static List<Values> values() {
    return values(TEXT);
  }

  /** Those of another page. */
  static List<Values> values(String page) {
    return blocks(page, "yaml")
        .filter(text -> !text.contains("apiVersion:"))
        .map(Values::of)
        .toList();
  }

  /** A resource for another operator than Helm. */
  static JsonNode resource(String kind) {
    return resource(TEXT, kind);
  }

  /** The same of another page. */
  static JsonNode resource(String page, String kind) {
    return blocks(page, "yaml")
        .filter(text -> text.contains("apiVersion:"))
        .flatMap(text -> Yaml.documents(text).stream())
        .filter(tree -> tree.path("kind").asText().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  /** The secrets that the guide's commands make, by name, with their keys. */
  static Map<String, List<String>> secrets() {
    Map<String, List<String>> secrets = new TreeMap<>();
    Matcher matcher = SECRET.matcher(String.join("\n", blocks("sh").toList()));
    while (matcher.find()) {
      List<String> keys =
          matcher.group(1).equals("tls")
              ? List.of("tls.crt", "tls.key")
              : KEY.matcher(matcher.group(3)).results().map(key -> key.group(1)).toList();
      secrets.putIfAbsent(matcher.group(2), keys);
    }
    return secrets;
  }

  static Stream<String> blocks(String language) {
    return blocks(TEXT, language);
  }

  /** The same of another page. */
  static Stream<String> blocks(String page, String language) {
    return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
        .matcher(page)
        .results()
        .map(match -> match.group(1));
  }
}
