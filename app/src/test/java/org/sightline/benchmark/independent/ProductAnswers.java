package org.sightline.benchmark.independent;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.TestSightline;

/** The product's side: its answers in GraphQL, in the words in which the independent side says. */
final class ProductAnswers {
  private static final String NEIGHBOURS =
      """
      comparators {
        neighbourMean { value missing n size missingMembers { area { code } reason } }
        neighbourMedian { value missing n size missingMembers { area { code } reason } } }
      """;
  private final TestSightline sightline;

  ProductAnswers(TestSightline sightline) {
    this.sightline = sightline;
  }

  /** By area, what there is to say of it; empty text for nothing. */
  Map<String, Map<String, String>> answers(Question question) {
    JsonNode data =
        sightline.ask(
            """
            { newer: benchmark(%1$s, neighbourModel: "2025") {
                england { value missing }
                summary { n lowerQuartile median upperQuartile mean }
                standings {
                  area { code } value missing rank { position of sharedBy } band
                  change { value previousMissing noChangeBecause }
                  %2$s } }
              older: benchmark(%1$s, neighbourModel: "2021") { standings { area { code } %2$s } } }
            """
                .formatted(arguments(question), NEIGHBOURS));
    Map<String, Map<String, String>> answers = new TreeMap<>();
    for (JsonNode standing : data.at("/newer/standings")) {
      answers.put(standing.at("/area/code").asText(), answer(standing));
    }
    for (JsonNode standing : data.at("/older/standings")) {
      String area = standing.at("/area/code").asText();
      answers
          .computeIfAbsent(area, any -> new LinkedHashMap<>())
          .putAll(neighbours(standing, "2021"));
    }
    answers.put(
        "E92000001",
        Map.of(
            "value",
            figure(data.at("/newer/england")),
            "summary",
            summary(data.at("/newer/summary"))));
    return answers;
  }

  private static String arguments(Question question) {
    String arguments =
        "indicator: \"%s\", period: \"%d\"".formatted(question.indicator(), question.year());
    if (question.direction().equals("NEUTRAL")) {
      arguments += ", direction: LOWER_FIRST";
    }
    if (!question.breakdown().isEmpty()) {
      String[] breakdown = question.breakdown().split("=", 2);
      arguments +=
          ", breakdown: [{dimension: \"%s\", member: \"%s\"}]"
              .formatted(breakdown[0], breakdown[1]);
    }
    return arguments;
  }

  private static Map<String, String> answer(JsonNode standing) {
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("value", figure(standing));
    answer.put("rank", rank(standing.at("/rank")));
    answer.put("band", text(standing.at("/band")));
    answer.put("change", change(standing.at("/change")));
    answer.putAll(neighbours(standing, "2025"));
    return answer;
  }

  private static Map<String, String> neighbours(JsonNode standing, String model) {
    JsonNode mean = standing.at("/comparators/neighbourMean");
    JsonNode median = standing.at("/comparators/neighbourMedian");
    return Map.of(
        "mean_" + model,
        figure(mean),
        "median_" + model,
        figure(median),
        "n_" + model,
        both(number(mean), number(median)),
        "absent_" + model,
        both(absent(mean), absent(median)));
  }

  /** What the mean and the median must say alike. */
  private static String both(String one, String other) {
    return one.equals(other) ? one : one + " beside " + other;
  }

  private static String number(JsonNode comparator) {
    return comparator.at("/n").asText() + " of " + comparator.at("/size").asText();
  }

  private static String absent(JsonNode comparator) {
    List<String> absent = new ArrayList<>();
    for (JsonNode member : comparator.at("/missingMembers")) {
      absent.add(member.at("/area/code").asText() + " " + member.at("/reason").asText());
    }
    absent.sort(null);
    return String.join(", ", absent);
  }

  private static String summary(JsonNode summary) {
    return Stream.of("n", "lowerQuartile", "median", "upperQuartile", "mean")
        .map(name -> plain(summary.at("/" + name)))
        .filter(number -> !number.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String rank(JsonNode rank) {
    return rank.isNull()
        ? ""
        : "%s of %s, shared by %s"
            .formatted(
                rank.at("/position").asText(),
                rank.at("/of").asText(),
                rank.at("/sharedBy").asText());
  }

  private static String change(JsonNode change) {
    String reason = text(change.at("/noChangeBecause"));
    return switch (reason) {
      case "" -> plain(change.at("/value"));
      case "PREVIOUS_VALUE_MISSING" -> reason + " " + text(change.at("/previousMissing"));
      default -> reason;
    };
  }

  /** A value, or the reason why there is none; both, where both are said. */
  private static String figure(JsonNode holder) {
    return plain(holder.at("/value")) + text(holder.at("/missing"));
  }

  private static String plain(JsonNode number) {
    return number.isNull() ? "" : number.decimalValue().stripTrailingZeros().toPlainString();
  }

  private static String text(JsonNode node) {
    return node.isNull() ? "" : node.asText();
  }
}
