package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.tenancy.Viewer;

/** What the guides say can be asked stays below the limits, with room to spare. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentedQuestionsTest {
  private static final Pattern BLOCK = Pattern.compile("```graphql\n(.*?)```", Pattern.DOTALL);
  private static final int MOST = 100_000;

  private TestSightline sightline;

  @BeforeAll
  void start() {
    sightline = TestSightline.withFirstFigures();
  }

  @AfterAll
  void stop() {
    sightline.close();
  }

  @Test
  void everyQuestionOfTheGuidesCostsLessThanHalfOfWhatOneMay() {
    TreeMap<Long, String> costs = new TreeMap<>();
    List<String> questions = questions();
    for (String question : questions) {
      JsonNode answer = sightline.wholeAnswer(Viewer.ANONYMOUS, question);
      assertThat(answer.at("/errors/0/extensions/code").asText())
          .as(question)
          .isNotEqualTo("QUERY_TOO_COSTLY");
      costs.put(answer.at("/extensions/cost/requested").asLong(), question);
    }
    System.out.println("Costs of the guides' questions: " + costs.keySet());
    assertThat(questions).hasSizeGreaterThan(20);
    assertThat(costs.lastKey()).as(costs.get(costs.lastKey())).isLessThan(MOST / 2);
  }

  @Test
  void theWorkedExampleCostsWhatTheGuideSays() throws IOException {
    String guide = Files.readString(Path.of("../docs/guides/limits.md"));
    Matcher block = BLOCK.matcher(guide);
    assertThat(block.find()).isTrue();
    long cost =
        sightline
            .wholeAnswer(Viewer.ANONYMOUS, block.group(1))
            .at("/extensions/cost/requested")
            .asLong();
    assertThat(guide).contains("costs %,d:".formatted(cost)).contains("\"requested\": " + cost);
    long england =
        sightline
            .wholeAnswer(
                Viewer.ANONYMOUS,
                block.group(1).replaceFirst(", among: \\{neighboursOf: \\{[^}]*\\}\\}", ""))
            .at("/extensions/cost/requested")
            .asLong();
    assertThat(guide).contains("= %,d.".formatted(england));
  }

  private static List<String> questions() {
    try (Stream<Path> guides = Files.list(Path.of("../docs/guides"))) {
      return guides.sorted().flatMap(DocumentedQuestionsTest::questionsOf).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> questionsOf(Path guide) {
    try {
      return BLOCK.matcher(Files.readString(guide)).results().map(found -> found.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
