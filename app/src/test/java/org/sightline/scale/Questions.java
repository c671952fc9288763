package org.sightline.scale;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The kinds of questions that are measured, as members ask them in the worked examples. */
final class Questions {
  private static final String ANALYST = "hull-analyst";
  private static final String OWNER = "hull-owner";
  private static final String PARTNER = "yorkshire-partner";
  private static final String YORKSHIRE = "Yorkshire and The Humber";

  private static final String PROFILE =
      """
      { council(code: "810") { profile { themes { theme indicators { indicator { code } standing { value rank { position of } band }
        trends { points { period { label } value } } } } } } }
      """;
  private static final String COMPARISON =
      """
      { planComparison(at: "2026-10-31", from: "2025-11-01", among: {region: "Yorkshire and The Humber"}) { councilsShowing plans {
        council { name } measures { n overdueRate { value } completionsPerMonth { value } byState { state actions share } } } } }
      """;
  private static final String MATRIX =
      """
      { inspectionMatrix(among: {region: "Yorkshire and The Humber"}) { rows { council { name } inspection { firstDay }
        judgements { area { code } grade { name } missing } } } }
      """;
  private static final String FINDINGS =
      """
      { findings(search: "supervision", first: 20) { totalCount edges { node { text council { name } inspection { firstDay } }
        highlight { parts { text isMatch } } } facets { councils { council { name } count } } } }
      """;
  private static final String TIMELINE =
      """
      { council(code: "810") { timeline(from: "2026-01-01") { entries { kind title firstDay lastDay source } overlaps { __typename } } } }
      """;
  private static final String PAGE =
      """
      query ($after: String) { actions(among: {region: "Yorkshire and The Humber"}, first: 100, after: $after) {
        edges { node { reference text dueOn declared { name } plan { name council { name } } } }
        pageInfo { hasNextPage endCursor } } }
      """;
  private static final String LOG =
      """
      { accessLog(first: 20) { edges { node { at readerName readerOrganisation { name } agreement { purpose } dataset rows } }
        pageInfo { hasNextPage } } }
      """;
  private static final String IMPORTS =
      "{ imports(first: 20) { edges { node { fileName state rowsTaken accessClass } } } }";
  private static final String CITED =
      """
      query ($citation: String!) { citedBenchmark(citation: $citation) { unchanged benchmark { standings { area { name } value } } } }
      """;
  private static final String AMEND =
      """
      mutation ($id: ID!, $version: Int!, $dueOn: Date!) { amendAction(input: {id: $id, version: $version, dueOn: $dueOn,
        reason: "The partner agreed to a later day"}) { action { id version dueOn } errors { message } } }
      """;

  private final AtomicInteger number = new AtomicInteger();
  private String citation = "";
  private String cursor = "";
  private JsonNode action = NullNode.getInstance();

  /** In the order in which they are shown. */
  List<Question> all() {
    return List.of(
        new Question(
            "benchmark with neighbours",
            true,
            3,
            asker ->
                full(
                    benchmark(
                        asker,
                        ANALYST,
                        "children-looked-after-rate",
                        "{neighboursOf: {council: \"810\"}}"),
                    "/benchmark/standings",
                    11)),
        new Question(
            "benchmark of a region's returns",
            true,
            4,
            asker ->
                full(
                    benchmark(
                        asker,
                        PARTNER,
                        "assessments-within-45-days-local",
                        "{region: \"" + YORKSHIRE + "\"}"),
                    "/benchmark/standings",
                    15)),
        new Question(
            "profile of a council",
            false,
            3,
            asker -> full(asker.data(ANALYST, PROFILE, Map.of()), "/council/profile/themes", 5)),
        new Question(
            "comparison of a region's plans",
            true,
            2,
            asker -> full(asker.data(PARTNER, COMPARISON, Map.of()), "/planComparison/plans", 15)),
        new Question(
            "matrix of a region's inspections",
            true,
            3,
            asker -> full(asker.data(ANALYST, MATRIX, Map.of()), "/inspectionMatrix/rows", 10)),
        new Question(
            "search of all findings",
            false,
            3,
            asker -> full(asker.data(ANALYST, FINDINGS, Map.of()), "/findings/edges", 20)),
        new Question(
            "timeline of a year",
            true,
            3,
            asker -> full(asker.data(ANALYST, TIMELINE, Map.of()), "/council/timeline/entries", 1)),
        new Question("citation", true, 4, this::cited),
        new Question("a page of a region's actions", false, 5, this::page),
        new Question(
            "a page of the access log",
            false,
            5,
            asker -> full(asker.data(OWNER, LOG, Map.of()), "/accessLog/edges", 20)),
        new Question(
            "list of uploads",
            false,
            3,
            asker -> full(asker.data(OWNER, IMPORTS, Map.of()), "/imports/edges", 13)),
        new Question("upload of a return", true, 3, this::upload),
        new Question("change of an action", true, 6, this::amend));
  }

  private static JsonNode benchmark(Asker asker, String person, String indicator, String among) {
    String document =
        """
        { benchmark(indicator: "%s", among: %s) { period { label } standings { area { name } value missing rank { position of } band
          change { value } comparators { england { value } neighbourMean { value n } } observation { releases { code } } } } }
        """
            .formatted(indicator, among);
    return asker.data(person, document, Map.of());
  }

  /** At least so many entries, or it would measure something else. */
  private static JsonNode full(JsonNode data, String list, int atLeast) {
    assertThat(data.at(list)).as(list).hasSizeGreaterThanOrEqualTo(atLeast);
    return data;
  }

  private JsonNode cited(Asker asker) {
    if (citation.isEmpty()) {
      citation =
          asker
              .data(
                  ANALYST,
                  "{ benchmark(indicator: \"children-looked-after-rate\", among: {neighboursOf: {council: \"810\"}}) { citation { code } } }",
                  Map.of())
              .at("/benchmark/citation/code")
              .asText();
    }
    JsonNode data = asker.data(ANALYST, CITED, Map.of("citation", citation));
    assertThat(data.at("/citedBenchmark/unchanged").asBoolean()).as(data.toString()).isTrue();
    return full(data, "/citedBenchmark/benchmark/standings", 11);
  }

  /** The second: the first shows where it begins. */
  private JsonNode page(Asker asker) {
    if (cursor.isEmpty()) {
      cursor = asker.data(PARTNER, PAGE, Map.of()).at("/actions/pageInfo/endCursor").asText();
    }
    return full(asker.data(PARTNER, PAGE, Map.of("after", cursor)), "/actions/edges", 100);
  }

  /** Of a month that nobody has, and never the same bytes twice. */
  private JsonNode upload(Asker asker) {
    StringBuilder csv = new StringBuilder("indicator,period,value,numerator,denominator\n");
    int next = number.incrementAndGet();
    for (int month = 1; month <= 12; month++) {
      int part = 100 + (next * 7 + month) % 400;
      csv.append(
          "assessments-within-45-days-local,1999-%02d,%.1f,%d,1000%n"
              .formatted(month, part / 10.0, part));
      csv.append(
          "assessments-no-further-action-percent,1999-%02d,%d,,%n"
              .formatted(month, 10 + next % 80));
    }
    csv.append("referrals-through-portal-percent,1998-01,%d,,%n".formatted(next % 100));
    csv.append("referrals-through-portal-percent,1998-02,%d,,%n".formatted(next / 100));
    JsonNode run = asker.upload("hull-contributor", csv.toString());
    assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("IMPORTED");
    return TextNode.valueOf("IMPORTED");
  }

  private JsonNode amend(Asker asker) {
    if (action.isNull()) {
      action =
          asker
              .data(
                  OWNER,
                  "{ actions(among: {councils: [\"810\"]}, first: 1) { edges { node { id version } } } }",
                  Map.of())
              .at("/actions/edges/0/node");
    }
    LocalDate day = LocalDate.of(2027, 1, 1).plusDays(number.incrementAndGet());
    JsonNode data =
        asker.data(
            "hull-contributor",
            AMEND,
            Map.of(
                "id", action.path("id").asText(),
                "version", action.path("version").asInt(),
                "dueOn", day.toString()));
    action = data.at("/amendAction/action");
    assertThat(action.path("dueOn").asText()).as(data.toString()).isEqualTo(day.toString());
    return TextNode.valueOf("AMENDED");
  }

  /** What was kept of answers is asked anew: other rows are there. */
  void forget() {
    cursor = "";
  }
}
