package org.sightline.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an answer is compared with what is expected: word for word, apart from placeholders, which
 * stand for a whole text or for a part of one and say its shape.
 */
final class ExpectedAnswer {
  private static final String INSTANT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z";
  private static final Map<String, String> SHAPES =
      Map.of(
          "<id>", "[A-Za-z0-9_=-]{4,}",
          "<cursor>", "[A-Za-z0-9_.=-]{4,}",
          "<instant>", INSTANT,
          "<date>", "\\d{4}-\\d\\d-\\d\\d",
          "<number>", "-?\\d+(\\.\\d+)?",
          "<text>", "(?s).+");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("<(id|cursor|instant|date|number|text)>");
  private static final Pattern CURSOR_FIELD = Pattern.compile("cursor|startCursor|endCursor");

  private ExpectedAnswer() {}

  /** One line for each place where they differ. */
  static List<String> differences(JsonNode expected, JsonNode actual) {
    List<String> found = new ArrayList<>();
    compare("", expected, actual, found);
    return found;
  }

  private static void compare(String path, JsonNode expected, JsonNode actual, List<String> found) {
    if (expected.isObject() && actual.isObject()) {
      names(expected, actual)
          .forEach(
              name -> compare(path + "." + name, expected.path(name), actual.path(name), found));
      return;
    }
    if (expected.isArray() && actual.isArray()) {
      for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
        compare(path + "." + i, expected.path(i), actual.path(i), found);
      }
      return;
    }
    if (!fits(expected, actual)) {
      found.add(
          "%s: expected %s, is %s".formatted(path.substring(1), said(expected), said(actual)));
    }
  }

  private static Set<String> names(JsonNode expected, JsonNode actual) {
    Set<String> names = new LinkedHashSet<>();
    expected.fieldNames().forEachRemaining(names::add);
    actual.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static boolean fits(JsonNode expected, JsonNode actual) {
    if (expected.equals(actual)) {
      return true;
    }
    if (!expected.isTextual() || !PLACEHOLDER.matcher(expected.asText()).find()) {
      return false;
    }
    return actual.isNumber()
        ? expected.asText().equals("<number>")
        : actual.isTextual() && shape(expected.asText()).matcher(actual.asText()).matches();
  }

  private static Pattern shape(String expected) {
    StringBuilder shape = new StringBuilder();
    Matcher placeholder = PLACEHOLDER.matcher(expected);
    int from = 0;
    while (placeholder.find()) {
      shape.append(Pattern.quote(expected.substring(from, placeholder.start())));
      shape.append("(").append(SHAPES.get(placeholder.group())).append(")");
      from = placeholder.end();
    }
    return Pattern.compile(shape.append(Pattern.quote(expected.substring(from))).toString());
  }

  private static String said(JsonNode value) {
    String said = value.isMissingNode() ? "nothing" : value.toString();
    return said.length() > 100 ? said.substring(0, 100) + "..." : said;
  }

  /** The actual answer with the placeholders of the expected one wherever they still fit. */
  static JsonNode rewritten(JsonNode expected, JsonNode actual) {
    return rewritten("", expected, actual);
  }

  private static JsonNode rewritten(String name, JsonNode expected, JsonNode actual) {
    if (actual.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      actual
          .properties()
          .forEach(
              field ->
                  object.set(
                      field.getKey(),
                      rewritten(field.getKey(), expected.path(field.getKey()), field.getValue())));
      return object;
    }
    if (actual.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (int i = 0; i < actual.size(); i++) {
        array.add(rewritten(name, expected.path(i), actual.get(i)));
      }
      return array;
    }
    return fits(expected, actual) ? expected : proposed(name, actual);
  }

  /** What differs from run to run as far as its name or its look tells. */
  private static JsonNode proposed(String name, JsonNode actual) {
    if (!actual.isTextual()) {
      return actual;
    }
    if (name.equals("id")) {
      return TextNode.valueOf("<id>");
    }
    if (CURSOR_FIELD.matcher(name).matches()) {
      return TextNode.valueOf("<cursor>");
    }
    return actual.asText().matches(INSTANT) ? TextNode.valueOf("<instant>") : actual;
  }
}
