package org.sightline.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as the expected answer, and what does not. */
final class ExpectedAnswerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\": 1} | {\"a\": 2} | a: expected 1, is 2",
        "{\"a\": 1} | {\"a\": null} | a: expected 1, is null",
        "{\"a\": 1} | {} | a: expected 1, is nothing",
        "{\"a\": 1} | {\"a\": 1, \"b\": null} | b: expected nothing, is null",
        "{\"a\": [1]} | {\"a\": [1, 2]} | a.1: expected nothing, is 2",
        "{\"a\": \"<id>\"} | {\"a\": null} | a: expected \"<id>\", is null",
        "{\"a\": \"<number>\"} | {\"a\": \"some\"} | a: expected \"<number>\", is \"some\"",
        "{\"a\": \"<instant>\"} | {\"a\": \"2026-01-31\"} | a: expected \"<instant>\", is \"2026-01-31\"",
        "{\"a\": \"return-<date>\"} | {\"a\": \"2026-01-31\"} | a: expected \"return-<date>\", is \"2026-01-31\"",
      })
  void tellsEveryDifference(String expected, String actual, String difference) {
    assertThat(ExpectedAnswer.differences(json(expected), json(actual)))
        .containsExactly(difference);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\": [1, null], \"b\": \"c\"} | {\"b\": \"c\", \"a\": [1, null]}",
        "{\"a\": \"<id>\"} | {\"a\": \"UGxhbjox\"}",
        "{\"a\": \"<instant>\"} | {\"a\": \"2026-01-31T23:00:00.123Z\"}",
        "{\"a\": \"<number>\"} | {\"a\": 12.5}",
        "{\"a\": \"return-<date>-<text>\"} | {\"a\": \"return-2026-01-31-7a773748\"}",
      })
  void takesWhatFits(String expected, String actual) {
    assertThat(ExpectedAnswer.differences(json(expected), json(actual))).isEmpty();
  }

  @Test
  void isRewrittenWithThePlaceholdersThatStillFit() {
    JsonNode expected = json("{\"a\": \"<text>\", \"b\": \"<date>\", \"c\": 1}");
    JsonNode actual =
        json(
            "{\"a\": \"some\", \"b\": \"none\", \"id\": \"UGxhbjox\", \"at\": \"2026-01-31T23:00:00Z\"}");

    assertThat(ExpectedAnswer.rewritten(expected, actual))
        .isEqualTo(
            json("{\"a\": \"<text>\", \"b\": \"none\", \"id\": \"<id>\", \"at\": \"<instant>\"}"));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
