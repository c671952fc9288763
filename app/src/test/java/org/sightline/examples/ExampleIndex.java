package org.sightline.examples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page that lists the examples by what they answer. */
final class ExampleIndex {
  private static final String EXAMPLES =
      "../../graphql-schema/src/main/resources/sightline/examples";
  private static final String SCHEMA = "../../graphql-schema/src/main/resources/sightline/schema";
  private static final String HEAD =
      """
      # Worked examples

      At least one for every field of `Query` and of `Mutation`. The build asks each of the demonstration, as the person it names, and compares
      the whole answer with the one that lies beside it; so can you: start `mvn`, [sign in](../../README.md#sign-in) as that person, paste the
      example. `nobody` needs no token. In the answers `<id>`, `<cursor>`, `<instant>`, `<date>`, `<number>` and `<text>` stand for what is
      another in every database. A variable's comment says whose answer gives its value, and `After` what must have been asked before; those
      whose names end with `-refused` show what is answered where a change is refused. `dictionary` answers with nothing until an operator has
      [imported the Department's data dictionary](definitions.md); the build imports [three lines of
      it](../../app/src/test/resources/org/sightline/examples/lait_data_dictionary.csv). This page is written by the build.
      """;

  private ExampleIndex() {}

  /** The page, as Markdown. */
  static String page() {
    return HEAD
        + part("Questions", "Query", Example.all("query"))
        + part("Changes", "Mutation", Example.all("mutation"));
  }

  private static String part(String title, String rootType, List<Example> examples) {
    Map<String, String> nouns = RootFields.of(rootType);
    Map<String, List<Example>> byNoun =
        examples.stream()
            .collect(
                Collectors.groupingBy(
                    example -> nouns.getOrDefault(example.field(), "none"),
                    TreeMap::new,
                    Collectors.toList()));
    StringBuilder page = new StringBuilder("\n## " + title + "\n\n");
    page.append("| about | what is asked | example | as |\n|---|---|---|---|\n");
    byNoun.forEach((noun, ofNoun) -> ofNoun.forEach(example -> page.append(line(noun, example))));
    return page.toString();
  }

  private static String line(String noun, Example example) {
    return "| [%s](%s/%s.graphqls) | %s | [%s](%s/%s.graphql), [answer](%s/%s.json) | `%s` |\n"
        .formatted(
            noun.replace('-', ' '),
            SCHEMA,
            noun,
            example.question(),
            example.label(),
            EXAMPLES,
            example.name(),
            EXAMPLES,
            example.name(),
            example.person());
  }
}
