package org.sightline.helm;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Helm says, without what is of no use to whoever wrote the values. */
final class Sentences {
  private static final Pattern PLACE =
      Pattern.compile("execution error at \\([^)]*\\): *|template: [^ ]+: (?=error)");
  private static final Pattern ADVICE = Pattern.compile("\\s*Use --debug flag[^\\n]*");

  private Sentences() {}

  /** The sentences in one of Helm's messages. */
  static String of(@Nullable String message) {
    String text = String.valueOf(message);
    return ADVICE.matcher(PLACE.matcher(text).replaceAll("")).replaceAll("").strip();
  }
}
