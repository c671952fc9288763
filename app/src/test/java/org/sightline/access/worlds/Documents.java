package org.sightline.access.worlds;

import graphql.schema.GraphQLSchema;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.graphql.GlobalId;

/** What every viewer of a world is let ask: every field that can show what somebody owns. */
final class Documents {
  private static final String INDICATOR = "children-in-need-rate";

  private static final List<String> MISTAKES =
      List.of(
          "{ benchmark(indicator: \"%s\", period: \"2031\") { summary { n } } }",
          "{ trend(council: \"E06000010\", indicator: \"%s\", from: \"1999\") { points { value } } }",
          "{ benchmark(indicator: \"%s\", breakdown: [{dimension: \"age\", member: \"0-4\"}]) { summary { n } } }",
          "{ benchmark(indicator: \"%s\", breakdown: [{dimension: \"colour\", member: \"x\"}]) { summary { n } } }");

  /** Kinds of rows with an owner that have a global id. */
  static final List<String> NODE_TYPES =
      List.of(
          "Action",
          "ChildrensHome",
          "Finding",
          "Import",
          "Inspection",
          "Intervention",
          "Member",
          "Milestone",
          "Organisation",
          "Plan",
          "Release",
          "Review",
          "SavedGroup",
          "SharingAgreement",
          "SharingProtocol",
          "StatusReport",
          "StatusScheme",
          "Workstream");

  private static final int NODES_AT_ONCE = 25;

  private final EveryField everyField;
  private final Map<String, String> standing = new LinkedHashMap<>();

  /**
   * Those of a schema.
   *
   * @param councils ONS codes of councils that may take part
   * @param indicators codes of the indicators of every world, the derived one among them
   * @param citation the code of a citation that somebody was given
   */
  Documents(GraphQLSchema schema, List<String> councils, List<String> indicators, String citation) {
    everyField = new EveryField(schema, arguments(councils, citation));
    schema.getQueryType().getFieldDefinitions().stream()
        .map(field -> field.getName())
        .forEach(name -> putRoot(name, everyField.rootFieldByKind(name)));
    String among = "\"" + String.join("\", \"", councils) + "\"";
    for (String indicator : indicators) {
      standing.put("figures of " + indicator, figures(indicator, councils, among));
      standing.put("dimensions of " + indicator, dimensions(indicator, among));
      MISTAKES.forEach(text -> standing.put(text + indicator, text.formatted(indicator)));
    }
  }

  private void putRoot(String name, List<String> selections) {
    for (int i = 0; i < selections.size(); i++) {
      standing.put(i == 0 ? name : name + " " + i, "{ " + selections.get(i) + " }");
    }
  }

  private static Map<String, String> arguments(List<String> councils, String citation) {
    String indicator = "(indicator: \"%s\")".formatted(INDICATOR);
    return Map.ofEntries(
        Map.entry("Query.node", "(id: \"%s\")".formatted(id("Release", 1))),
        Map.entry(
            "Query.nodes",
            "(ids: [\"%s\", \"%s\"])".formatted(id("Release", 1), id("Organisation", 1))),
        Map.entry("Query.council", "(code: \"%s\")".formatted(councils.getFirst())),
        Map.entry("Query.indicator", "(code: \"%s\")".formatted(INDICATOR)),
        Map.entry("Query.sharingPreview", "(scope: {datasets: [INDICATORS]})"),
        Map.entry("Query.indicators", "(search: \"%s\")".formatted(INDICATOR)),
        Map.entry("Query.actionsForIndicator", indicator),
        Map.entry("Query.benchmark", indicator),
        Map.entry("Query.improvers", indicator),
        Map.entry("Query.findings", "(search: \"children quickly\")"),
        Map.entry("Query.findingsToImpact", "(search: \"children\")"),
        Map.entry("Query.actions", "(search: \"front door\")"),
        Map.entry(
            "Query.benchmarkByDimension",
            "(indicator: \"%s\", dimension: \"age\")".formatted(INDICATOR)),
        Map.entry(
            "Query.benchmarks",
            "(indicators: [\"%s\", \"re-referrals-percent\"], among: {councils: [\"%s\"]})"
                .formatted(INDICATOR, String.join("\", \"", councils))),
        Map.entry("Query.citedBenchmark", "(citation: \"%s\")".formatted(citation)),
        Map.entry("Inspection.judgement", "(area: \"overall-effectiveness\")"),
        Map.entry("Funnel.limits", "(at: [100, 1000])"),
        Map.entry(
            "Comparators.group",
            "(in: {councils: [\"%s\"]})".formatted(String.join("\", \"", councils))),
        Map.entry(
            "Query.trend",
            "(council: \"%s\", indicator: \"%s\")".formatted(councils.getFirst(), INDICATOR)),
        Map.entry("Benchmark.standing", "(council: \"%s\")".formatted(councils.getFirst())));
  }

  /** The whole of one indicator: what there is, each council's line, and each year's standings. */
  private static String figures(String indicator, List<String> councils, String among) {
    StringBuilder document =
        new StringBuilder(
            "{ indicator(code: \"%s\") { periods { code } releases { code } dimensions { name members } }"
                .formatted(indicator));
    for (int i = 0; i < councils.size(); i++) {
      document.append(
          " t%d: trend(council: \"%s\", indicator: \"%s\") { points { period { code } value missing change { value } } }"
              .formatted(i, councils.get(i), indicator));
    }
    document.append(
        " b: benchmark(indicator: \"%1$s\", among: {councils: [%2$s]}) { period { code } summary { n mean median missing { reason count } } basis { text } funnel { n overDispersion { phi } outside { outside95 } noFunnelBecause } best { value } topQuartileThreshold standings { area { code } value missing rank { position of } band change { value } interval { lower upper } percentile quantileGroup(groups: 2) differenceFromMedian differenceFromBest funnel { score } comparators { england { verdict noVerdictBecause gapInChildren } neighbourBest { value n } type { value n } group(in: {councils: [%2$s]}) { value n missingMembers { reason } } topQuartile { value n } target { value } } observation { accessClass releases { code } sources { file line } } } }"
            .formatted(indicator, among));
    return document.append(" }").toString();
  }

  /** The one dimension of the worlds, laid out, and its total asked for by name. */
  private static String dimensions(String indicator, String among) {
    String standings =
        "standings { area { code } value missing rank { position of } change { value } }";
    return """
        { benchmarkByDimension(indicator: "%1$s", dimension: "age", among: {councils: [%2$s]}) {
            columns { member benchmark { summary { n } basis { text } %3$s } }
            total { derived noTotalBecause basis checks { area { code } difference }
              benchmark { summary { n mean missing { reason count } } basis { text } england { value } %3$s } } }
          b: benchmark(indicator: "%1$s", among: {councils: [%2$s]}, breakdown: [{dimension: "age", member: "total"}]) { %3$s } }
        """
        .formatted(indicator, among, standings);
  }

  /** The documents for a world, the nodes of its rows among them, by a name for messages. */
  Map<String, String> of(World world) {
    Map<String, String> all = new LinkedHashMap<>(standing);
    List<String> ids = ids(world).toList();
    for (int i = 0; i < ids.size(); i += NODES_AT_ONCE) {
      List<String> some = ids.subList(i, Math.min(ids.size(), i + NODES_AT_ONCE));
      all.put("nodes from " + i, eachAsNode(some));
      all.put("nodes at once from " + i, allAsNodes(some));
    }
    groups(world).forEach(group -> all.put(group, group));
    return all;
  }

  /** Groups of councils by what has an owner: one document each, for one that is nothing is all. */
  private static Stream<String> groups(World world) {
    return Stream.of(
            world.protocols().stream().map(one -> group("protocol", "SharingProtocol", one.id())),
            world.organisations().stream()
                .map(one -> group("regionalBody", "Organisation", one.id())),
            world.organisations().stream().map(one -> group("saved", "SavedGroup", one.id())))
        .flatMap(groups -> groups);
  }

  private static String group(String field, String type, int key) {
    return "{ councils(in: {%s: \"%s\"}) { code } }".formatted(field, id(type, key));
  }

  /**
   * A question for every row that could be asked for by its id, and of each kind one that never
   * was.
   */
  private static Stream<String> ids(World world) {
    return Stream.of(
            world.editions().stream().map(edition -> id("Release", edition.id())),
            world.organisations().stream().map(one -> id("Organisation", one.id())),
            world.people().stream().map(person -> id("Member", person.id())),
            world.organisations().stream().map(one -> importOf(one.id())),
            world.agreements().stream().map(one -> id("SharingAgreement", one.id())),
            world.protocols().stream().map(one -> id("SharingProtocol", one.id())),
            world.organisations().stream().map(one -> id("SavedGroup", one.id())),
            records(world.records()),
            Stream.of(id("Release", WorldSql.OFFICIAL), id("Release", WorldSql.HELD_BACK)),
            NODE_TYPES.stream().map(type -> id(type, 999_999)))
        .flatMap(ids -> ids);
  }

  private static String eachAsNode(List<String> ids) {
    return ids.stream()
        .map(
            id ->
                "_%s: node(id: \"%s\") { __typename id ... on Release { code title } }"
                    .formatted(id.replace('-', '_'), id))
        .collect(Collectors.joining(" ", "{ ", " }"));
  }

  private static String allAsNodes(List<String> ids) {
    return "{ nodes(ids: [\"%s\"]) { __typename id ... on Release { code title } } }"
        .formatted(String.join("\", \"", ids));
  }

  private static Stream<String> records(Records records) {
    return Stream.of(
            records.inspections().stream().map(one -> id("Inspection", one.id())),
            records.findings().stream().map(one -> id("Finding", one.id())),
            records.interventions().stream().map(one -> id("Intervention", one.id())),
            records.homes().stream().map(one -> id("ChildrensHome", one.id())),
            records.reviews().stream().map(one -> id("Review", one.id())),
            records.plans().stream().map(one -> id("Plan", one.id())),
            records.plans().stream().map(one -> id("Workstream", one.id())),
            records.plans().stream()
                .filter(one -> one.hasReport())
                .map(one -> id("StatusReport", one.id())),
            records.plans().stream()
                .flatMap(one -> one.actions().stream())
                .map(one -> id("Action", one)))
        .flatMap(ids -> ids);
  }

  EveryField everyField() {
    return everyField;
  }

  /** Coordinates that could show tenant data and that no document selects. */
  Set<String> notAsked() {
    Set<String> missing = everyField.reachable();
    missing.removeAll(everyField.selected());
    return missing;
  }

  /** As the world's statements number an organisation's import. */
  private static String importOf(int organisation) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5")
              .digest(("run" + organisation).getBytes(StandardCharsets.UTF_8));
      ByteBuffer halves = ByteBuffer.wrap(digest);
      UUID key = new UUID(halves.getLong(), halves.getLong());
      return new GlobalId("Import", key.toString()).encoded();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5", e);
    }
  }

  private static String id(String type, int key) {
    return new GlobalId(type, String.valueOf(key)).encoded();
  }
}
