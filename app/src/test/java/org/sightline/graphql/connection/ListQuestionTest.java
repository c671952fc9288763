package org.sightline.graphql.connection;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which questions of a list are the same. */
class ListQuestionTest {
  @Test
  void thePageDoesNotMakeAnotherQuestion() {
    assertThat(of(Map.of("first", 2, "after", "x", "search", "fostering")))
        .isEqualTo(of(Map.of("first", 50, "search", "fostering")));
  }

  @Test
  void nothingSaidIsTheSameAsNullAtEveryDepth() {
    Map<String, @Nullable Object> region = new HashMap<>(Map.of("region", "London"));
    region.put("councils", null);
    Map<String, @Nullable Object> arguments = new HashMap<>(Map.of("among", region));
    arguments.put("search", null);

    assertThat(of(arguments)).isEqualTo(of(Map.of("among", Map.of("region", "London"))));
  }

  @Test
  void theOrderOfAnInputsFieldsIsNothing() {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("a", 1);
    one.put("b", 2);
    Map<String, Object> other = new LinkedHashMap<>();
    other.put("b", 2);
    other.put("a", 1);

    assertThat(of(Map.of("in", one))).isEqualTo(of(Map.of("in", other)));
  }

  @Test
  void everyOtherValueMakesAnotherQuestion() {
    assertThat(
            List.of(
                of(Map.of()),
                of(Map.of("search", "")),
                of(Map.of("search", "a")),
                of(Map.of("theme", "a")),
                of(Map.of("search", List.of("a"))),
                of(Map.of("search", List.of("a", "b"))),
                of(Map.of("search", List.of("b", "a"))),
                of(Map.of("search", List.of("1:a,1:b"))),
                of(Map.of("search", Arrays.asList("a", null))),
                of(Map.of("search", List.of("a", "null"))),
                of(Map.of("search", Map.of("a", "b"))),
                of(Map.of("search", true)),
                of(Map.of("search", LocalDate.of(2026, 1, 1))),
                ListQuestion.of(environment(Map.of()), "list", "1"),
                ListQuestion.of(environment(Map.of()), "other", "")))
        .doesNotHaveDuplicates();
  }

  private static ListQuestion of(Map<String, ? extends @Nullable Object> arguments) {
    return ListQuestion.of(environment(arguments), "list", "");
  }

  private static DataFetchingEnvironment environment(
      Map<String, ? extends @Nullable Object> arguments) {
    return DataFetchingEnvironmentImpl.newDataFetchingEnvironment()
        .arguments(new HashMap<>(arguments))
        .build();
  }
}
