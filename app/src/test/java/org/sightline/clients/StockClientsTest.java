package org.sightline.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sightline.clients.NodeProject.Outcome;

/**
 * Clients as anybody installs them, told nothing of Sightline but its address and a token: what
 * docs/guides/clients.md shows is the code that runs here.
 */
final class StockClientsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SCHEMA_MODULE = Path.of("../graphql-schema").toAbsolutePath();

  private static final Path GUIDES = Path.of("../docs/guides").toAbsolutePath();
  private static final String CURL = "curl ";

  /** A file's name, and what the guide shows of it. */
  private static final Pattern PIECE =
      Pattern.compile(
          "^\\[`([^`]+)`][^\n]*:\n\n```[a-z]+\n(.*?)\n```$", Pattern.MULTILINE | Pattern.DOTALL);

  private static NodeProject project;
  private static ClientServer server;

  @BeforeAll
  static void start() throws IOException {
    project = NodeProject.installed("stock-clients");
    Files.copy(
        SCHEMA_MODULE.resolve("schema.printed.graphqls"),
        project.folder().resolve("schema.graphql"),
        StandardCopyOption.REPLACE_EXISTING);
    server = new ClientServer();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void urqlAsksByPostAndGetAndTellsTypedErrorsFromRefusals() throws IOException {
    JsonNode told = told("urql.mjs");

    assertThat(told.at("/council/name").asText()).isEqualTo("Kingston upon Hull, City of");
    assertThat(told.at("/council/region/name").asText()).isEqualTo("Yorkshire and The Humber");
    assertThat(told.get("byGet").asText()).isEqualTo("York");
    assertThat(told.at("/payload/savedGroup").isNull()).isTrue();
    assertThat(told.at("/payload/errors/0/field").asText()).isEqualTo("councils");
    assertThat(told.at("/payload/errors/0/message").asText()).contains("E99999999");
    assertThat(told.get("payloadHasError").asBoolean()).isFalse();
    assertThat(told.get("code").asText()).isEqualTo("BAD_USER_INPUT");
    assertThat(told.get("argument").asText()).isEqualTo("after");
    assertThat(texts(told.get("methods"))).containsExactly("POST", "GET", "POST", "POST");
  }

  @Test
  void apolloJoinsPagesAndKeepsEveryEntityOnceByItsId() throws IOException {
    JsonNode told = told("apollo.mjs");

    assertThat(told.get("firstLength").asInt()).isEqualTo(2);
    assertThat(told.get("bothLength").asInt()).isEqualTo(4);
    assertThat(texts(told.get("hasNextPage"))).containsExactly("true", "false");
    assertThat(texts(told.get("ids"))).hasSize(5).doesNotHaveDuplicates();
    assertThat(told.get("ids")).isEqualTo(told.get("idsOnOnePage"));
    assertThat(told.get("totalCount").asInt()).isEqualTo(5);
    assertThat(told.get("inspectionsKept").asInt()).isEqualTo(5);
    String council = told.at("/council/id").asText();
    assertThat(texts(told.get("councilsKept"))).containsExactly("Council:" + council);
    assertThat(told.get("again").asText()).isEqualTo(council);
    assertThat(told.get("refusal").asText()).isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void relaysCompilerTakesTheSchemaAndWhatItKeepsRuns() throws IOException {
    removeWhatAnEarlierRunMade(project.folder().resolve("relay").resolve("__generated__"));
    Outcome compiled = project.run("node_modules/relay-compiler/cli.js", "relay.config.json");
    assertThat(compiled.exitCode()).as("%s", compiled).isZero();
    JsonNode told = told("relay.mjs");

    assertThat(told.get("queries").asInt()).isEqualTo(6);
    assertThat(told.at("/refetched/name")).isEqualTo(told.at("/council/name"));
    assertThat(told.at("/refetched/id")).isEqualTo(told.at("/council/id"));
    assertThat(told.at("/refetched/__typename").asText()).isEqualTo("Council");
    assertThat(texts(told.at("/inspections/0"))).hasSize(2);
    assertThat(texts(told.at("/inspections/1")))
        .hasSize(2)
        .doesNotContainAnyElementsOf(texts(told.at("/inspections/0")));
    assertThat(texts(told.at("/actions/0"))).containsExactly("1.1", "1.2");
    assertThat(texts(told.at("/actions/1"))).containsExactly("1.3", "1.4");
  }

  @Test
  void codegenMakesTypesOfTheSchemaAndOfEveryExampleThatTypeScriptTakes() throws IOException {
    Path examples = SCHEMA_MODULE.resolve("src/main/resources/sightline/examples");
    Outcome generated = project.run("codegen.mjs", "operations", examples.toString());
    assertThat(generated.exitCode()).as("%s", generated).isZero();
    assertThat(JSON.readTree(generated.output()).get("documents").asInt()).isGreaterThan(90);
    Outcome compiled = project.run("node_modules/typescript/bin/tsc", "-p", "tsconfig.json");
    assertThat(compiled.exitCode()).as("%s", compiled).isZero();

    Path uses = project.folder().resolve("uses.ts");
    String right = Files.readString(uses);
    Files.writeString(uses, right.replace("node.council.name", "node.council.nmae"));
    Outcome refused = project.run("node_modules/typescript/bin/tsc", "-p", "tsconfig.json");
    Files.writeString(uses, right);
    assertThat(refused.output()).contains("'nmae' does not exist");
  }

  @Test
  void whatGraphiQlAsksForIsThePrintedSchema() throws IOException {
    JsonNode told = told("introspection.mjs");

    assertThat(told.get("lines").asInt()).isGreaterThan(4_000);
    assertThat(texts(told.get("withEverything"))).isEmpty();
    assertThat(texts(told.get("ofGraphiql"))).isEmpty();
  }

  @Test
  void theGuidesCodeIsPartOfTheFilesThatRun() throws IOException {
    String guide = Files.readString(GUIDES.resolve("clients.md"));
    List<MatchResult> pieces = PIECE.matcher(guide).results().toList();

    assertThat(pieces).hasSizeGreaterThan(8);
    for (MatchResult piece : pieces) {
      assertThat(Files.readString(project.folder().resolve(piece.group(1))))
          .contains(piece.group(2));
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCurlCommandOfTheReadmeAndTheGuidesIsAnswered() throws IOException {
    List<String> commands = new ArrayList<>();
    for (String file : List.of("../../README.md", "clients.md", "graphql-over-http.md")) {
      String text = Files.readString(GUIDES.resolve(file)).replace("\\\n", " ");
      text.lines()
          .filter(line -> line.startsWith(CURL) && line.contains("/graphql"))
          .forEach(commands::add);
    }
    assertThat(commands).hasSizeGreaterThan(5);
    return commands.stream().map(command -> dynamicTest(command, () -> answered(command)));
  }

  private static void answered(String command) throws IOException, InterruptedException {
    ProcessBuilder curl =
        new ProcessBuilder(
            "sh", "-c", command.replace("http://127.0.0.1:8080/graphql", server.address()));
    curl.environment().put("TOKEN", server.token());
    Process process = curl.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    JsonNode answer;
    try (var output = process.getInputStream()) {
      answer = JSON.readTree(output);
    }
    assertThat(process.waitFor()).isZero();
    assertThat(answer.has("errors")).as("%s", answer).isFalse();
    assertThat(answer.get("data")).isNotEmpty().noneMatch(JsonNode::isNull);
  }

  /** What is compiled already is not written into the list of queries anew. */
  private static void removeWhatAnEarlierRunMade(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static JsonNode told(String script) throws IOException {
    Outcome outcome = project.run(script, server.address(), server.token());
    assertThat(outcome.exitCode()).as("%s", outcome).isZero();
    return JSON.readTree(outcome.output());
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }
}
