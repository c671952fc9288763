package org.sightline.helm;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The metrics that Sightline gives, and those that an expression of Prometheus asks for. */
final class Metrics {
  /** One line each in the resource beside this class: what Prometheus sees. */
  static final Set<String> GIVEN =
      Scratch.read(
              Chart.REPOSITORY.resolve("helm/src/test/resources/org/sightline/helm/metrics.txt"))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toCollection(TreeSet::new));

  private static final Pattern NOT_A_METRIC =
      Pattern.compile(
          "\"[^\"]*\"|[{][^}]*[}]|\\[[^]]*\\]|\\b(by|without|on|ignoring|group_left|group_right) *[(][^)]*[)]");
  private static final Pattern NAME = Pattern.compile("\\b([a-zA-Z_:][a-zA-Z0-9_:]*)\\b *([(]?)");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

  private Metrics() {}

  /** The metrics in an expression. */
  static Set<String> of(String expression) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = NAME.matcher(NOT_A_METRIC.matcher(expression).replaceAll(" "));
    while (matcher.find()) {
      if (matcher.group(2).isEmpty() && !WORDS.contains(matcher.group(1))) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }

  /** Whether brackets and quotation marks close in the order in which they open. */
  static boolean isBalanced(String expression) {
    StringBuilder open = new StringBuilder();
    for (char sign : expression.replaceAll("\"[^\"]*\"", "").toCharArray()) {
      if ("([{".indexOf(sign) >= 0) {
        open.append(sign);
      } else if (")]}".indexOf(sign) >= 0) {
        int last = open.length() - 1;
        if (last < 0 || "([{".indexOf(open.charAt(last)) != ")]}".indexOf(sign)) {
          return false;
        }
        open.deleteCharAt(last);
      } else if (sign == '"') {
        return false;
      }
    }
    return open.isEmpty();
  }
}
