package org.sightline.plan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Where an action stands among those of its plan: by its workstream, and there by its reference.
 *
 * @param workstreamPosition from 1; two workstreams may have the same
 * @param inOrder the reference so that it sorts as people count, letter by letter
 */
record ActionPlace(int workstreamPosition, int workstreamKey, String inOrder, int key)
    implements Comparable<ActionPlace> {
  private static final String SEPARATOR = "|";
  private static final int PARTS = 4;

  /** Letter by letter is byte by byte in UTF-8, and not so in Java's own order of texts. */
  private static final Comparator<ActionPlace> ORDER =
      Comparator.comparingInt(ActionPlace::workstreamPosition)
          .thenComparingInt(ActionPlace::workstreamKey)
          .thenComparing(ActionPlace::inOrderBytes, Arrays::compareUnsigned)
          .thenComparingInt(ActionPlace::key);

  @Override
  public int compareTo(ActionPlace other) {
    return ORDER.compare(this, other);
  }

  /** As a cursor keeps it. */
  String written() {
    return String.join(
        SEPARATOR,
        String.valueOf(workstreamPosition),
        String.valueOf(workstreamKey),
        String.valueOf(key),
        inOrder);
  }

  /**
   * Reads what was written so.
   *
   * @throws IllegalArgumentException for anything else
   */
  static ActionPlace read(String written) {
    String[] parts = written.split("[|]", PARTS);
    if (parts.length < PARTS) {
      throw new IllegalArgumentException("No place of an action: " + written);
    }
    return new ActionPlace(
        Integer.parseInt(parts[0]),
        Integer.parseInt(parts[1]),
        parts[3],
        Integer.parseInt(parts[2]));
  }

  private byte[] inOrderBytes() {
    return inOrder.getBytes(StandardCharsets.UTF_8);
  }
}
