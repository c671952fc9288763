package org.sightline.operations;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of bytes as Kubernetes writes them: "4Gi", "1500M", "2000000000". */
public final class Amount {
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,15})|([0-9]{1,6})(Ki|Mi|Gi|Ti|k|M|G|T)");
  private static final Map<String, Long> UNITS =
      Map.of(
          "Ki",
          1L << 10,
          "Mi",
          1L << 20,
          "Gi",
          1L << 30,
          "Ti",
          1L << 40,
          "k",
          1_000L,
          "M",
          1_000_000L,
          "G",
          1_000_000_000L,
          "T",
          1_000_000_000_000L);

  private Amount() {}

  /** Whether a text is one. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * Its bytes.
   *
   * @throws IllegalArgumentException where the text is none
   */
  public static long bytes(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(text + " is no amount of bytes.");
    }
    return parts.group(1) == null
        ? Long.parseLong(parts.group(2)) * UNITS.getOrDefault(parts.group(3), 1L)
        : Long.parseLong(parts.group(1));
  }
}
