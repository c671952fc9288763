package org.sightline.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionsTest {
  private static final List<String> KNOWN =
      List.of(
          "children-looked-after-rate",
          "children-in-need-rate",
          "child-protection-plan-rate",
          "re-referral-percentage",
          "name",
          "code");

  @ParameterizedTest
  @CsvSource({
    "nmae, name",
    "NAME, name",
    "cod, code",
    "children-lookd-after-rate, children-looked-after-rate",
    "looked-after, children-looked-after-rate",
    "rereferral-percentage, re-referral-percentage",
  })
  void findsWhatWasMeant(String asked, String meant) {
    assertThat(Suggestions.nearest(asked, KNOWN, 1)).containsExactly(meant);
  }

  @ParameterizedTest
  @CsvSource({"zebra", "x", "''"})
  void guessesNothingWhereNothingIsAlike(String asked) {
    assertThat(Suggestions.nearest(asked, KNOWN, 3)).isEmpty();
  }

  @Test
  void comparesNoGiantText() {
    assertThat(Suggestions.nearest("name".repeat(1_000), KNOWN, 3)).isEmpty();
  }

  @Test
  void saysItAsAQuestion() {
    assertThat(Suggestions.didYouMean("nmae", KNOWN)).isEqualTo(" Did you mean 'name'?");
    assertThat(Suggestions.didYouMean("zebra", KNOWN)).isEmpty();
  }
}
