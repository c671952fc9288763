package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README says can be typed is typed here. */
class ReadmeTest {
  private static final Pattern BODY = Pattern.compile("-d '(\\{.*?\\})'\n", Pattern.DOTALL);

  @Test
  void itsFirstQueryAnswersWhatItSays() throws Exception {
    Matcher body = BODY.matcher(Files.readString(Path.of("../README.md")));
    assertThat(body.find()).isTrue();
    String query = new ObjectMapper().readTree(body.group(1)).at("/query").asText();

    try (TestSightline sightline = TestSightline.withFirstFigures()) {
      JsonNode benchmark = sightline.ask(query).at("/benchmark");
      assertThat(benchmark.at("/england/value").asText()).isEqualTo("67");
      assertThat(benchmark.at("/standing/comparators/neighbourMean/value").asText())
          .isEqualTo("102.9");
      assertThat(benchmark.at("/standing/comparators/neighbourMedian/value").asText())
          .isEqualTo("90");
    }
  }
}
