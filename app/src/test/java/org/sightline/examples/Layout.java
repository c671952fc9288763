package org.sightline.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Answers as they are written for readers: what fits on one line stands on one. */
final class Layout {
  private static final int WIDTH = 110;

  private Layout() {}

  /** JSON, with a line's end at its end. */
  static String of(JsonNode answer) {
    return laidOut(answer, "", 0) + "\n";
  }

  /**
   * A value as it stands behind some text on its line.
   *
   * @param before how long that text is, its indentation included
   */
  private static String laidOut(JsonNode value, String indent, int before) {
    String inline = inline(value);
    if (value.isValueNode() || before + inline.length() <= WIDTH) {
      return inline;
    }
    String deeper = indent + "  ";
    List<String> lines = new ArrayList<>();
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              field -> {
                String start = deeper + TextNode.valueOf(field.getKey()) + ": ";
                lines.add(start + laidOut(field.getValue(), deeper, start.length()));
              });
    } else {
      value.forEach(item -> lines.add(deeper + laidOut(item, deeper, deeper.length())));
    }
    String inside = String.join(",\n", lines);
    return value.isObject()
        ? "{\n" + inside + "\n" + indent + "}"
        : "[\n" + inside + "\n" + indent + "]";
  }

  private static String inline(JsonNode value) {
    if (value.isObject()) {
      return value.properties().stream()
          .map(field -> TextNode.valueOf(field.getKey()) + ": " + inline(field.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value.isArray()) {
      List<String> items = new ArrayList<>();
      value.forEach(item -> items.add(inline(item)));
      return "[" + String.join(", ", items) + "]";
    }
    return value.toString();
  }
}
