package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.TestSightline;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.cost.Budgets;
import org.sightline.graphql.operation.GraphQlRequest;
import org.sightline.graphql.operation.Operations;
import org.sightline.indicator.AccessClass;
import org.sightline.tenancy.Sql;
import org.sightline.tenancy.Viewer;
import org.sightline.tenancy.ViewerTransactions;

/** Imports and their access class as GraphQL shows and changes them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessClassTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ReturnWorld world = new ReturnWorld();

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void membersListTheirOwnImportsOnly() throws Exception {
    ImportRun run =
        world.bring(
            ReturnWorld.HEADER + "assessments-completed-number,2020-12,1\nno-such,2020-12,2\n");
    String document =
        """
        { imports(first: 1) { totalCount edges { node {
            id key state accessClass startedBy rowsTaken rowsRejected rejections { line rule } classChanges { to } } } } }
        """;

    JsonNode node = ask(world.analyst, document).at("/data/imports/edges/0/node");

    assertThat(node.get("key").asText()).isEqualTo(run.id().toString());
    assertThat(node.get("rowsTaken").asInt()).isEqualTo(1);
    assertThat(node.at("/rejections/0/rule").asText()).isEqualTo("unknown-indicator");
    assertThat(ask(world.stranger, document).at("/data/imports/totalCount").asInt()).isZero();
    String byId =
        "{ node(id: \"%s\") { ... on Import { fileName } } }".formatted(node.get("id").asText());
    assertThat(ask(world.analyst, byId).at("/data/node/fileName").asText()).isEqualTo("return.csv");
    assertThat(ask(world.stranger, byId))
        .isEqualTo(
            ask(
                world.stranger,
                byId.replace(
                    node.get("id").asText(),
                    new GlobalId("Import", "00000000-0000-0000-0000-000000000000").encoded())));
  }

  @Test
  void aDataOwnerChangesTheClassAndItBitesAtOnce() throws Exception {
    ImportRun run = world.bring(ReturnWorld.HEADER + "assessments-completed-number,2020-11,41\n");
    Viewer owner = world.hull.dataOwnerViewer();

    JsonNode published = change(owner, run, "COUNCIL_ONLY", "PUBLISHED", "");

    assertThat(published.get("errors")).isEmpty();
    assertThat(published.at("/import/accessClass").asText()).isEqualTo("PUBLISHED");
    assertThat(published.at("/import/classChanges/0/changedBy").asText())
        .isEqualTo("Member e06000010-owner");
    assertThat(classesSeen(run)).containsExactly("PUBLISHED PUBLISHED");
    assertThat(code(change(owner, run, "COUNCIL_ONLY", "SHARED", ""))).isEqualTo("CHANGED");
    assertThat(code(change(owner, run, "PUBLISHED", "EMBARGOED", ""))).isEqualTo("NOT_ALLOWED");
    assertThat(
            code(
                change(
                    owner,
                    run,
                    "PUBLISHED",
                    "EMBARGOED",
                    "embargoedUntil: \"2001-01-01T00:00:00Z\"")))
        .isEqualTo("PAST");
    JsonNode embargoed =
        change(owner, run, "PUBLISHED", "EMBARGOED", "embargoedUntil: \"2099-01-01T00:00:00Z\"");
    assertThat(embargoed.at("/import/embargoedUntil").asText()).startsWith("2099-01-01T00:00");
    assertThat(classesSeen(run)).containsExactly("EMBARGOED EMBARGOED");
    assertThat(
            code(
                change(
                    world.world().council("E06000019").dataOwnerViewer(),
                    run,
                    "EMBARGOED",
                    "SHARED",
                    "")))
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void anotherCouncilSeesTheChangeWithItsNextRequest() throws Exception {
    Viewer york = world.york.dataOwnerViewer();
    int _ = world.world().agreement(world.hull, world.york).make();
    ImportRun run = world.bring(ReturnWorld.HEADER + "assessments-completed-number,2020-09,41\n");
    Viewer owner = world.hull.dataOwnerViewer();

    assertThat(valuesSeen(york)).isEmpty();
    JsonNode _ = change(owner, run, "COUNCIL_ONLY", "SHARED", "");
    assertThat(valuesSeen(york)).containsExactly("41");
    JsonNode _ = change(owner, run, "SHARED", "COUNCIL_ONLY", "");
    assertThat(valuesSeen(york)).isEmpty();
    assertThat(valuesSeen(owner)).containsExactly("41");
  }

  private List<String> valuesSeen(Viewer viewer) throws Exception {
    String document =
        """
        { benchmark(indicator: "assessments-completed-number", period: "2020-09") { standings { value } } }
        """;
    return ask(viewer, document).at("/data/benchmark/standings").findValuesAsText("value").stream()
        .filter(value -> !value.equals("null"))
        .toList();
  }

  @Test
  void theOtherFieldsOfAChangeHaveTheTimeThatTheyAlwaysHave() throws Exception {
    ImportRun run = world.bring(ReturnWorld.HEADER + "assessments-completed-number,2020-08,41\n");
    ViewerTransactions transactions = world.intake().bean(ViewerTransactions.class);
    String limit = "SELECT current_setting('statement_timeout') AS limited";
    Connection connection = world.intake().bean(Connection.class);

    List<List<String>> limits =
        transactions.write(
            world.hull.dataOwnerViewer(),
            ReturnWorld.QUESTION,
            _ -> true,
            () -> {
              List<String> before = Sql.list(connection, limit, row -> row.getString("limited"));
              ChangeAccessClassPayload changed =
                  world
                      .intake()
                      .bean(AccessClassService.class)
                      .change(
                          new ClassChangeRequest(
                              new GlobalId("Import", run.id().toString()).encoded(),
                              null,
                              AccessClass.COUNCIL_ONLY,
                              AccessClass.SHARED,
                              null));
              assertThat(changed.errors()).isEmpty();
              return List.of(before, Sql.list(connection, limit, row -> row.getString("limited")));
            });

    assertThat(limits.getLast()).isEqualTo(limits.getFirst());
  }

  @Test
  void onlyADataOwnerDoes() throws Exception {
    ImportRun run = world.bring(ReturnWorld.HEADER + "assessments-completed-number,2020-10,41\n");

    for (Viewer other : new Viewer[] {world.analyst, world.contributor, Viewer.ANONYMOUS}) {
      assertThat(
              ask(other, mutation(run, "COUNCIL_ONLY", "PUBLISHED", ""))
                  .at("/errors/0/extensions/code")
                  .asText())
          .isEqualTo("FORBIDDEN");
    }
    assertThat(classesSeen(run)).containsExactly("COUNCIL_ONLY COUNCIL_ONLY");
  }

  private List<String> classesSeen(ImportRun run) throws Exception {
    return world
        .intake()
        .ask(
            """
            SELECT DISTINCT edition.access_class || ' ' || observation.access_class
            FROM import_run JOIN edition ON edition.id = import_run.edition_id
            JOIN observation ON observation.edition_id = edition.id WHERE import_run.id = ?
            """,
            run.id());
  }

  private static String code(JsonNode payload) {
    return payload.at("/errors/0/code").asText();
  }

  private JsonNode change(Viewer viewer, ImportRun run, String from, String to, String more)
      throws Exception {
    JsonNode answer = ask(viewer, mutation(run, from, to, more));
    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    return answer.at("/data/changeAccessClass");
  }

  private static String mutation(ImportRun run, String from, String to, String more) {
    return """
    mutation { changeAccessClass(input: {importId: "%s", expectedClass: %s, accessClass: %s, %s}) {
      import { accessClass embargoedUntil classChanges { from to changedBy } } errors { field code message } } }
    """
        .formatted(new GlobalId("Import", run.id().toString()).encoded(), from, to, more);
  }

  private JsonNode ask(Viewer viewer, String document) throws Exception {
    return JSON.readTree(
        JSON.writeValueAsBytes(
            world
                .intake()
                .bean(Operations.class)
                .answer(
                    new GraphQlRequest(document, null, Map.of()),
                    TestSightline.call(viewer, world.intake().bean(Budgets.class)))
                .body()));
  }
}
