package org.sightline.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which answers are none. */
final class RefusalsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"errors": [{"message": "no"}], "data": {"a": 1}} | The operation has errors or no data.
          {"data": null}                                    | The operation has errors or no data.
          {"data": {"a": 1, "plan": null}}                  | plan is null.
          {"data": {"plans": []}}                           | plans is an empty list.
          {"data": {"plans": {"edges": []}}}                | plans is an empty page.
          {"data": {"amend": {"errors": [{"code": "X"}]}}}  | amend has errors.
          """)
  void saysWhatIsNotAnswered(String answer, String sentence) throws JsonProcessingException {
    assertThat(Refusals.in(new ObjectMapper().readTree(answer))).containsExactly(sentence);
  }

  @Test
  void saysNothingOfAnAnswer() throws JsonProcessingException {
    String answer = "{\"data\": {\"a\": {\"errors\": [], \"n\": null, \"parts\": []}, \"b\": [1]}}";
    assertThat(Refusals.in(new ObjectMapper().readTree(answer))).isEmpty();
  }
}
