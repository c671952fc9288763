package org.sightline.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sightline.clients.NodeProject;

/**
 * The public server audits of the npm package graphql-http, all of them, on a running server. The
 * table of docs/guides/graphql-over-http.md says what they found, and is written anew where it
 * differs.
 */
final class GraphQlAuditsTest {
  private static final int AUDITS = 61;
  private static final String BEGIN = "<!-- audits: written by GraphQlAuditsTest -->\n";
  private static final String END = "<!-- end of audits -->";

  private static List<Audit> audits = List.of();

  /**
   * What an audit found.
   *
   * @param name a sentence that begins with MUST, SHOULD or MAY
   * @param status ok, notice, warn or error
   * @param reason empty when it is ok
   */
  private record Audit(String id, String name, String status, String reason) {
    static Audit of(String line) {
      String[] parts = line.split("\t", -1);
      return new Audit(parts[0], parts[1], parts[2], parts.length > 3 ? parts[3] : "");
    }

    String row() {
      int level = name.indexOf(' ');
      return "| %s | %s | %s | %s |\n"
          .formatted(id, name.substring(0, level), name.substring(level + 1), status);
    }
  }

  @BeforeAll
  static void audit() {
    NodeProject project = NodeProject.installed("graphql-http-audits");
    try (TestServer server = TestServer.withoutDatabase(Map.of())) {
      NodeProject.Outcome outcome = project.run("audits.mjs", server.address());
      assertThat(outcome.complaints()).isEmpty();
      audits = outcome.output().lines().map(Audit::of).toList();
    }
  }

  @Test
  void runsEveryAuditThereIs() {
    assertThat(audits).extracting(Audit::id).hasSize(AUDITS).doesNotHaveDuplicates();
  }

  @Test
  void foundWhatTheGuideSays() throws IOException {
    Path page =
        Path.of(
            System.getProperty("sightline.repository", ".."),
            "docs",
            "guides",
            "graphql-over-http.md");
    String text = Files.readString(page);
    String table =
        audits.stream()
            .map(Audit::row)
            .collect(
                Collectors.joining("", "| id | level | audit | result |\n|---|---|---|---|\n", ""));
    String written =
        text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
            + table
            + text.substring(text.indexOf(END));
    if (!written.equals(text)) {
      Files.writeString(page, written);
    }
    assertThat(text).as("the guide was not up to date, and now is").isEqualTo(written);
  }

  @TestFactory
  Stream<DynamicTest> passes() {
    return audits.stream()
        .map(
            audit ->
                dynamicTest(
                    audit.id() + " " + audit.name(),
                    () -> assertThat(audit.status()).as(audit.reason()).isEqualTo("ok")));
  }
}
