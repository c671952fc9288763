package org.sightline.examples;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That there is a worked example of everything, in a form that newcomers can read. */
final class ExamplesTest {
  private static final Path INDEX = Path.of("../docs/guides/examples.md");
  private static final int LINES_AT_MOST = 40;

  static Stream<Example> examples() {
    return Stream.of("query", "mutation").flatMap(kind -> Example.all(kind).stream());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Query", "Mutation"})
  void everyRootFieldHasOne(String rootType) {
    Set<String> fields = RootFields.of(rootType).keySet();
    assertThat(fields).isNotEmpty();
    assertThat(Example.all(rootType.toLowerCase(Locale.ROOT)))
        .filteredOn(example -> example.label().equals(example.field()))
        .extracting(Example::field)
        .containsExactlyElementsOf(fields);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void itIsOneOperationThatUsesTheFieldItIsNamedAfter(Example example) {
    List<OperationDefinition> operations =
        Parser.parse(example.document()).getDefinitionsOfType(OperationDefinition.class);

    assertThat(operations).hasSize(1);
    assertThat(operations.getFirst().getOperation().name()).isEqualToIgnoringCase(example.kind());
    assertThat(operations.getFirst().getSelectionSet().getSelectionsOfType(Field.class))
        .extracting(Field::getName)
        .contains(example.field());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void itIsShortAndSaysWhatItAnswers(Example example) {
    assertThat(example.document().lines()).hasSizeLessThanOrEqualTo(LINES_AT_MOST);
    assertThat(example.question()).matches("[A-Z].+[.?]");
  }

  /** Whatever has been put in its place unread: a refusal is expected where the name says so. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void itsAnswerIsOneUnlessItShowsARefusal(Example example) {
    List<String> refusals = Refusals.in(example.expected());
    if (example.showsRefusal()) {
      assertThat(refusals).isNotEmpty();
    } else {
      assertThat(refusals).isEmpty();
    }
  }

  @Test
  void everyAnswerBelongsToAnExample() throws IOException {
    for (String kind : List.of("query", "mutation")) {
      try (Stream<Path> files = Files.list(Example.FOLDER.resolve(kind))) {
        assertThat(files)
            .allSatisfy(
                file ->
                    assertThat(
                            file.resolveSibling(
                                file.getFileName().toString().replaceFirst("[.]json$", ".graphql")))
                        .exists());
      }
    }
  }

  @Test
  void thePageListsThemAll() throws IOException {
    String page = ExampleIndex.page();
    String before = Files.exists(INDEX) ? Files.readString(INDEX) : "";
    if (!page.equals(before)) {
      Files.writeString(INDEX, page);
    }
    assertThat(before).as("docs/guides/examples.md, which is now rewritten").isEqualTo(page);
  }
}
