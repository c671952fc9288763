package org.sightline.graphql.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents that mean no good, by what they attack. Each class can be made of any size. */
final class HostileDocuments {
  /** What is said of one that is refused by no limit, but because it is wrong. */
  static final String WRONG = "BAD_USER_INPUT";

  /** What is said of one that does no harm. */
  static final String ANSWERED = "answered";

  /**
   * What one attacks, and how a document of a size looks.
   *
   * @param outcome of the largest: the name of the limit that refuses it, or one of the above
   */
  record Attack(String name, String outcome, int largest, IntFunction<String> document) {
    String largestDocument() {
      return document.apply(largest);
    }
  }

  static final List<Attack> ATTACKS =
      List.of(
          new Attack(
              "depth", "depth", 1_500, n -> "{ council(code: \"810\") " + "{ region ".repeat(n)),
          new Attack(
              "closed depth",
              "depth",
              600,
              n ->
                  "{ node(id: \"x\") { ... on Council "
                      + "{ region { councils ".repeat(n)
                      + "{ name }"
                      + "} }".repeat(n)
                      + " } }"),
          new Attack(
              "fragments in fragments",
              "fragments",
              100,
              n -> "{ ... ".repeat(n) + "{ __typename }" + " }".repeat(n)),
          new Attack("fragments in fragments without end", "depth", 600, n -> "{ ... ".repeat(n)),
          new Attack("depth in fragments", "tokens", 250, HostileDocuments::deepInFragments),
          new Attack(
              "depth in fragments within the tokens",
              "depth",
              100,
              HostileDocuments::deepInFragments),
          new Attack("aliases", "tokens", 600, n -> lines("{", n, "a%d: regions { name }", "}")),
          new Attack(
              "aliases within the tokens",
              "aliases",
              300,
              n -> lines("{", n, "a%d: regions { name }", "}")),
          new Attack(
              "duplicated fields",
              "repeats",
              1_900,
              n -> "{ regions {" + " name".repeat(n) + " } }"),
          new Attack(
              "duplicated unknown fields",
              "repeats",
              1_900,
              n -> "{ regions {" + " zzz".repeat(n) + " } }"),
          new Attack(
              "fields as often as they may stand in one place",
              ANSWERED,
              19,
              n -> lines("{", n, "a%d: regions {" + " name".repeat(100) + " }", "}")),
          new Attack(
              "unknown fields of as many names",
              WRONG,
              1_900,
              n -> lines("{ regions {", n, "z%d", "} }")),
          new Attack(
              "directives",
              "tokens",
              400,
              n -> "{ __typename" + " @skip(if: false)".repeat(n) + " }"),
          new Attack(
              "unknown directives",
              "directives",
              900,
              n -> "{ __typename" + " @a".repeat(n) + " }"),
          new Attack("fragment cycle", "tokens", 300, HostileDocuments::cycle),
          new Attack("fragment cycle within the tokens", "fragments", 150, HostileDocuments::cycle),
          new Attack("short fragment cycle", WRONG, 3, HostileDocuments::cycle),
          new Attack("fragment bomb", "tokens", 150, HostileDocuments::bomb),
          new Attack("fragment bomb within the tokens", "aliases", 40, HostileDocuments::bomb),
          new Attack("fragment bomb without fields", "fields", 190, HostileDocuments::emptyBomb),
          new Attack(
              "unused fragments",
              WRONG,
              280,
              n -> lines("{ __typename }", n, "fragment f%d on Query { __typename }", "")),
          new Attack("overlapping fields", ANSWERED, 90, HostileDocuments::overlapping),
          new Attack("overlapping nested fields", ANSWERED, 60, HostileDocuments::overlappingDeep),
          new Attack(
              "overlapping arguments",
              "repeats",
              120,
              n -> lines("{", n, "trend(council: \"810\", indicator: \"a%d\") { basis }", "}")),
          new Attack(
              "overlapping arguments in one place",
              WRONG,
              100,
              n -> lines("{", n, "trend(council: \"810\", indicator: \"a%d\") { basis }", "}")),
          new Attack(
              "huge list",
              "list-entries",
              1_900,
              n -> "{ councils(in: {councils: [" + "\"810\" ".repeat(n) + "]}) { name } }"),
          new Attack("deep list", "depth", 1_900, n -> "{ councils(in: " + "[".repeat(n)),
          new Attack(
              "closed deep list",
              "depth",
              950,
              n -> "{ councils(in: " + "[".repeat(n) + "]".repeat(n) + ") { name } }"),
          new Attack(
              "deep object",
              "depth",
              450,
              n -> "{ councils(in: " + "{a: ".repeat(n) + "1" + "}".repeat(n) + ") { name } }"),
          new Attack(
              "giant text",
              WRONG,
              19_900,
              n -> "{ council(code: \"" + "8".repeat(n) + "\") { name } }"),
          new Attack(
              "giant block text",
              WRONG,
              19_900,
              n -> "{ council(code: \"\"\"" + "\n ".repeat(n / 2) + "\"\"\") { name } }"),
          new Attack("giant name", WRONG, 19_900, n -> "{ " + "a".repeat(n) + " }"),
          new Attack(
              "huge number",
              "number-characters",
              19_900,
              n -> "{ findings(first: 1" + "0".repeat(n) + ") { totalCount } }"),
          new Attack(
              "long numbers",
              "number-characters",
              19,
              n ->
                  lines(
                      "{",
                      n,
                      "a%d: findings(first: 1" + "0".repeat(999) + ") { totalCount }",
                      "}")),
          new Attack(
              "as many digits as there may be",
              WRONG,
              1_990,
              n -> "{ findings(first: 1" + "0".repeat(n) + ") { totalCount } }"),
          new Attack(
              "huge exponent",
              WRONG,
              9,
              n ->
                  "{ benchmark(indicator: \"a\") { funnel { limits(allowance: NONE, at: [1e"
                      + "9".repeat(n)
                      + "]) { at } } } }"),
          new Attack(
              "unicode",
              WRONG,
              9_900,
              n -> "{ council(code: \"" + "\uD83D\uDE00".repeat(n / 2) + "\") { name } }"),
          new Attack(
              "broken unicode",
              WRONG,
              4_900,
              n -> "{ council(code: \"" + "\\uD83D".repeat(n / 2) + "\") { name } }"),
          new Attack(
              "text from right to left",
              WRONG,
              9_900,
              n -> "{ council(code: \"" + "\u202E\u0000".repeat(n / 2) + "\") { name } }"),
          new Attack("comments", "tokens", 6_600, n -> "{ __typename }" + "\n#x".repeat(n)),
          new Attack("commas", ANSWERED, 19_900, n -> "{ __typename" + ",".repeat(n) + " }"),
          new Attack(
              "introspection",
              "depth",
              150,
              n ->
                  "{ __schema { types "
                      + "{ fields { type ".repeat(n)
                      + "{ name }"
                      + "} }".repeat(n)
                      + " } }"),
          new Attack(
              "introspection under aliases",
              "tokens",
              300,
              n -> lines("{", n, "a%d: __schema { types { name } }", "}")),
          new Attack(
              "introspection under aliases within the limits",
              "introspection",
              30,
              n -> lines("{", n, "a%d: __schema { types { name } }", "}")),
          new Attack(
              "introspection of one type",
              "tokens",
              200,
              n -> lines("{", n, "a%d: __type(name: \"Query\") { name }", "}")),
          new Attack("operations", WRONG, 400, n -> lines("", n, "query q%d { __typename }", "")),
          new Attack(
              "operations of one name", WRONG, 400, n -> "query q { __typename } ".repeat(n)),
          new Attack(
              "variables", WRONG, 400, n -> lines("query q(", n, "$v%d: Int", ") { __typename }")),
          new Attack(
              "unknown variables",
              "tokens",
              190,
              n -> lines("{", n, "trend(council: $a%d, indicator: $a%1$d) { basis }", "}")),
          new Attack(
              "wrong types", "tokens", 400, n -> lines("{", n, "... on Nothing%d { a }", "}")),
          new Attack(
              "wrong arguments",
              "tokens",
              190,
              n -> lines("{", n, "regions(z%d: {}, y%1$d: []) { name }", "}")),
          new Attack(
              "pages in pages",
              ANSWERED,
              6,
              n ->
                  "{ plans(first: 100) { edges { node "
                      + "{ children ".repeat(n)
                      + "{ name }"
                      + " }".repeat(n)
                      + " } } }"),
          new Attack(
              "wide questions",
              "cost",
              25,
              n -> lines("{", n, "a%d: planComparison { basis }", "}")),
          new Attack(
              "words to search",
              ANSWERED,
              9_000,
              n -> "{ findings(search: \"" + "a ".repeat(n) + "\") { totalCount } }"));

  private HostileDocuments() {}

  /** Any of them, of any size, perhaps with a hole, a doubled part or a strange character in it. */
  static String random(Random random) {
    Attack attack = ATTACKS.get(random.nextInt(ATTACKS.size()));
    int size =
        1
            + random.nextInt(
                random.nextBoolean() ? attack.largest() : Math.min(12, attack.largest()));
    StringBuilder document = new StringBuilder(attack.document().apply(size));
    for (int i = random.nextInt(4); i > 1 && !document.isEmpty(); i--) {
      int at = random.nextInt(document.length());
      int end = Math.min(document.length(), at + 1 + random.nextInt(20));
      switch (random.nextInt(3)) {
        case 0 -> document.delete(at, end);
        case 1 -> document.insert(at, document.substring(at, end));
        default -> document.insert(at, strange(random));
      }
    }
    return document.toString();
  }

  /** Questions with one variable, in each kind of place where it may be null and the place not. */
  static final List<String> QUESTIONS =
      List.of(
          "query ($v: Int = 5) { findings(first: $v) { totalCount } }",
          "query ($v: String) { councils(in: {region: $v}) { name } }",
          "query ($v: CouncilGroup) { councils(in: $v) { name } }",
          "query ($v: CouncilCode = \"810\") { council(code: $v) { name } }",
          "query ($v: CouncilCode = \"810\") { councils(in: {councils: [$v]}) { name } }",
          "query ($v: CouncilCode = \"810\") { councils(in: {neighboursOf: {council: $v}}) { name } }",
          "query ($v: [IndicatorCode!] = [\"a\"]) { benchmarks(indicators: $v) { standings { value } } }",
          "query ($v: Boolean = true) { regions @skip(if: $v) { name } }",
          "query ($v: Boolean = true) { regions { name @include(if: $v) } }",
          "query ($v: String = \"Query\") { __type(name: $v) { name } }");

  /** What is sent for the variable of one of them, as JSON; empty for nothing. */
  static final List<String> VALUES =
      List.of(
          "",
          "null",
          "5",
          "-1",
          "1e99",
          "2147483648",
          "true",
          "\"\"",
          "\"810\"",
          "[]",
          "[null]",
          "[\"810\", null]",
          "[[[\"810\"]]]",
          "{}",
          "{\"region\": null}",
          "{\"england\": true}",
          "{\"england\": true, \"region\": null}",
          "{\"councils\": [null]}",
          "{\"neighboursOf\": {\"council\": null}}");

  /** One of the questions, and one of the values sent with it: the body of a POST. */
  static String withAVariable(String question, String value) {
    String variables = value.isEmpty() ? "{}" : "{\"v\": %s}".formatted(value);
    return "{\"query\": \"%s\", \"variables\": %s}"
        .formatted(question.replace("\"", "\\\""), variables);
  }

  /** Any of the questions with any of the values. */
  static String randomWithAVariable(Random random) {
    return withAVariable(
        QUESTIONS.get(random.nextInt(QUESTIONS.size())), VALUES.get(random.nextInt(VALUES.size())));
  }

  /** Variables that mean no good, by what they attack, as JSON. */
  static Map<String, String> variables() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("deep object", "{\"in\": " + "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000) + "}");
    all.put("deep list", "{\"in\": " + "[".repeat(50_000) + "]".repeat(50_000) + "}");
    all.put("deep list within the limit", "{\"in\": " + "[".repeat(90) + "]".repeat(90) + "}");
    all.put("long list", "{\"in\": {\"councils\": [" + "\"810\",".repeat(100_000) + "\"810\"]}}");
    all.put(
        "many",
        "{"
            + IntStream.range(0, 40_000)
                .mapToObj("\"v%d\": 1, "::formatted)
                .collect(Collectors.joining())
            + "\"in\": null}");
    all.put("long text", "{\"in\": {\"region\": \"" + "a".repeat(1_000_000) + "\"}}");
    all.put("huge number", "{\"in\": {\"region\": 1" + "0".repeat(900) + "}}");
    all.put("huger number", "{\"in\": {\"region\": 1" + "0".repeat(500_000) + "}}");
    all.put("huge exponent", "{\"in\": {\"england\": 1e999999999}}");
    all.put("same name twice", "{\"in\": {\"england\": true, \"england\": true}}");
    all.put(
        "many fields",
        "{\"in\": {"
            + IntStream.range(0, 40_000)
                .mapToObj("\"f%d\": 1, "::formatted)
                .collect(Collectors.joining())
            + "\"england\": true}}");
    return all;
  }

  private static String strange(Random random) {
    List<String> strange =
        List.of(
            "\u0000", "\uFEFF", "{", "}", "\"", "\"\"\"", "\\u", "$", "...", "@", "#", "\uD800",
            "1e", "-", "!", ":");
    return strange.get(random.nextInt(strange.size()));
  }

  private static String lines(String before, int count, String line, String after) {
    return IntStream.range(0, count)
        .mapToObj(line::formatted)
        .collect(Collectors.joining("\n", before + "\n", "\n" + after));
  }

  private static String deepInFragments(int count) {
    return lines(
                "{ council(code: \"810\") { ...f0 } }",
                count,
                "fragment f%d on Council { region { councils { ...f",
                "")
            .lines()
            .map(line -> line.endsWith("...f") ? line + next(line) + " } } }" : line)
            .collect(Collectors.joining("\n"))
        + " fragment f"
        + count
        + " on Council { name }";
  }

  private static int next(String line) {
    return Integer.parseInt(line.substring("fragment f".length(), line.indexOf(" on"))) + 1;
  }

  private static String cycle(int count) {
    return fragments(count, i -> "...f" + (i + 1) % count);
  }

  private static String bomb(int count) {
    return fragments(
        count,
        i ->
            i + 1 == count
                ? "__typename"
                : "a: regions { name } ...f%1$d ...f%1$d".formatted(i + 1));
  }

  private static String emptyBomb(int count) {
    return fragments(
        count, i -> i + 1 == count ? "__typename" : "...f%1$d ...f%1$d".formatted(i + 1));
  }

  private static String fragments(int count, IntFunction<String> body) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add("fragment f%d on Query { %s }".formatted(i, body.apply(i)));
    }
    return "{ ...f0 } " + String.join("\n", all);
  }

  /** Each fragment's fields must be compared with those of every other. */
  private static String overlapping(int count) {
    String spreads =
        IntStream.range(0, count).mapToObj("...f%d"::formatted).collect(Collectors.joining(" "));
    List<String> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add("fragment f%d on Council { name code region { name code } }".formatted(i));
    }
    return "{ council(code: \"810\") { " + spreads + " } } " + String.join("\n", all);
  }

  private static String overlappingDeep(int count) {
    String branch = "region { councils(at: \"2025-01-01\") { region { name code } } } ";
    return "{ council(code: \"810\") { " + branch.repeat(count) + " } }";
  }
}
