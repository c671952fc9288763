package org.sightline.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What of an answer shows nothing but that something was not answered. */
final class Refusals {
  private Refusals() {}

  /** One sentence each; none where every root field has answered with something. */
  static List<String> in(JsonNode answer) {
    JsonNode roots = answer.path("data");
    Stream<String> ofOperation =
        answer.path("errors").isEmpty() && !roots.isEmpty()
            ? Stream.empty()
            : Stream.of("The operation has errors or no data.");
    return Stream.concat(ofOperation, roots.properties().stream().flatMap(Refusals::ofRoot))
        .toList();
  }

  private static Stream<String> ofRoot(Map.Entry<String, JsonNode> root) {
    JsonNode value = root.getValue();
    return Stream.of(
            sentence(value.isNull(), root.getKey() + " is null."),
            sentence(isEmptyList(value), root.getKey() + " is an empty list."),
            sentence(isEmptyList(value.path("edges")), root.getKey() + " is an empty page."),
            sentence(!value.path("errors").isEmpty(), root.getKey() + " has errors."))
        .flatMap(sentences -> sentences);
  }

  private static boolean isEmptyList(JsonNode value) {
    return value.isArray() && value.isEmpty();
  }

  private static Stream<String> sentence(boolean holds, String sentence) {
    return holds ? Stream.of(sentence) : Stream.empty();
  }
}
