package org.sightline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The schema is strict, and knows the same values as the file of values. */
final class SchemaTest {
  private static final JsonNode SCHEMA = Yaml.read(Chart.file("values.schema.json"));
  private static final JsonNode VALUES = Values.usual().tree();

  @Test
  void everyValueHasACommentThatSaysWhatItIs() {
    assertThat(ValuesPage.entries(Chart.file("values.yaml")))
        .hasSizeGreaterThan(100)
        .filteredOn(entry -> ValuesPage.isLeaf(entry, VALUES) || ValuesPage.isGroup(entry, VALUES))
        .allSatisfy(entry -> assertThat(entry.comment()).as(entry.path()).matches("[A-Z`].+[.].*"));
  }

  @Test
  void everyObjectTakesOnlyWhatItKnows() {
    assertStrict("", SCHEMA);
  }

  @Test
  void itKnowsAndRequiresExactlyTheValuesThatAreThere() {
    assertSame("", SCHEMA, VALUES);
  }

  /** Those of the settings page, so that each can be given as a value. */
  @Test
  void theLimitsAreThoseOfTheService() {
    Set<String> known =
        Pattern.compile("`SIGHTLINE_LIMITS_([A-Z_]+)`")
            .matcher(Chart.repositoryFile("docs/guides/settings.md"))
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(known).hasSizeGreaterThan(10);
    assertThat(names(SCHEMA.at("/properties/limits/properties"))).isEqualTo(known);
  }

  @Test
  void theAlertsThatCanBeSwitchedOffAreThoseThereAre() {
    assertThat(SCHEMA.at("/properties/monitoring/properties/alerts/properties/disabled/items/enum"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(
            Yaml.read(Chart.file("alerts/alerts.yaml")).findValuesAsText("alert"));
  }

  private static void assertStrict(String at, JsonNode schema) {
    if (schema.path("type").asText().equals("object")) {
      JsonNode others = schema.path("additionalProperties");
      boolean isMapOfTexts = others.path("type").asText().equals("string") || others.has("pattern");
      assertThat(isMapOfTexts || others.toString().equals("false")).as(at).isTrue();
      assertThat(isMapOfTexts && !schema.has("propertyNames")).as(at).isFalse();
    }
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      assertStrict(at + "/" + entry.getKey(), entry.getValue());
    }
  }

  private static void assertSame(String at, JsonNode schema, JsonNode values) {
    Set<String> known = names(schema.path("properties"));
    known.remove("global");
    assertThat(names(values)).as(at).isEqualTo(known);
    assertThat(schema.path("required"))
        .extracting(JsonNode::asText)
        .as(at)
        .containsExactlyInAnyOrderElementsOf(known);
    values
        .propertyStream()
        .filter(entry -> schema.at("/properties/" + entry.getKey()).has("required"))
        .forEach(
            entry ->
                assertSame(
                    at + "/" + entry.getKey(),
                    schema.at("/properties/" + entry.getKey()),
                    entry.getValue()));
  }

  private static Set<String> names(JsonNode object) {
    return object
        .propertyStream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
