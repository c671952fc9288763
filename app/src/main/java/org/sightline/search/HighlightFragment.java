package org.sightline.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a text around words that were searched, part by part. */
record HighlightFragment(List<HighlightPart> parts) {
  /** Characters of private use, which the statements take out of every text and put in as marks. */
  private static final char BEGIN = '\uE000';

  private static final char END = '\uE001';
  private static final String BETWEEN = "\uE002";
  private static final char TAG_SIGN = '\uE003';

  HighlightFragment {
    parts = List.copyOf(parts);
  }

  /** The fragments of a marked text; none where nothing was searched. */
  static List<HighlightFragment> read(@Nullable String marked) {
    return marked == null
        ? List.of()
        : Arrays.stream(marked.split(BETWEEN, -1)).map(HighlightFragment::of).toList();
  }

  private static HighlightFragment of(String marked) {
    List<HighlightPart> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < marked.length(); i++) {
      char character = marked.charAt(i);
      if (character == BEGIN || character == END) {
        add(parts, text, character == END);
      } else {
        text.append(character == TAG_SIGN ? '<' : character);
      }
    }
    add(parts, text, false);
    return new HighlightFragment(parts);
  }

  private static void add(List<HighlightPart> parts, StringBuilder text, boolean isMatch) {
    if (!text.isEmpty()) {
      parts.add(new HighlightPart(text.toString(), isMatch));
      text.setLength(0);
    }
  }
}
