package org.sightline.helm;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The links of a page, and the headings to which one can lead. */
final class Links {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  private Links() {}

  /** Those within the repository. */
  static List<String> of(String page) {
    return LINK.matcher(page)
        .results()
        .map(match -> match.group(1))
        .filter(link -> !link.matches("https?:.*"))
        .toList();
  }

  static List<String> anchors(String page) {
    return HEADING
        .matcher(page)
        .results()
        .map(
            match ->
                match
                    .group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9 _-]", "")
                    .replace(' ', '-'))
        .toList();
  }
}
