package org.sightline.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.SharedWorld;
import org.sightline.TestSightline;
import org.sightline.intake.ImportRequest;
import org.sightline.intake.ImportRun;
import org.sightline.intake.ImportService;
import org.sightline.intake.ImportState;
import org.sightline.tenancy.Viewer;

/**
 * The demonstration in a database of its own, of which each example is asked once, after those it
 * takes values from.
 */
final class ExampleWorld implements AutoCloseable {
  private static final boolean REWRITES = Boolean.getBoolean("sightline.examples.rewrite");
  private static final int DIFFERENCES_SHOWN = 12;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final TestSightline sightline;
  private final SharedWorld people;
  private final Map<String, JsonNode> answers = new HashMap<>();

  /**
   * A world of one's own.
   *
   * @param settings such as those of a Keycloak, for examples that change it
   */
  ExampleWorld(Map<String, Object> settings) {
    sightline = TestSightline.asFirstStarted(settings);
    people = new SharedWorld(sightline.database());
    importDictionary();
  }

  /** Three lines of the Department's data dictionary, which an installation's operator imports. */
  private void importDictionary() {
    Path file = Path.of("src/test/resources/org/sightline/examples/lait_data_dictionary.csv");
    try {
      ImportRun run =
          sightline
              .get(ImportService.class)
              .run(
                  new ImportRequest(
                      file,
                      file.getFileName().toString(),
                      "lait-data-dictionary",
                      "lait-data-dictionary-2026-04",
                      LocalDate.of(2026, 4, 1),
                      null,
                      false));
      if (run.state() != ImportState.IMPORTED) {
        throw new AssertionError(run.message());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks an example and compares its answer with the expected one beside it. */
  void check(Example example) {
    Path file = Example.FOLDER.resolve(example.name() + ".json");
    JsonNode actual = answer(example);
    JsonNode expected = example.expected();
    if (REWRITES) {
      write(file, ExpectedAnswer.rewritten(expected, actual));
      return;
    }
    List<String> differences = ExpectedAnswer.differences(expected, actual);
    if (differences.isEmpty()) {
      return;
    }
    Path written = Path.of("target/examples", example.name() + ".json");
    write(written, ExpectedAnswer.rewritten(expected, actual));
    throw new AssertionError(explained(example, written, differences));
  }

  private static String explained(Example example, Path written, List<String> differences) {
    String shown =
        differences.stream()
            .limit(DIFFERENCES_SHOWN)
            .collect(Collectors.joining(System.lineSeparator() + "  "));
    return "%s is answered otherwise; the answer is in app/%s, and -Dsightline.examples.rewrite=true puts it in place:%n  %s"
        .formatted(example, written, shown);
  }

  /** The whole answer to an example but for its extensions, as it was given the first time. */
  private JsonNode answer(Example example) {
    JsonNode known = answers.get(example.name());
    if (known != null) {
      return known;
    }
    example.after().forEach(before -> answer(Example.read(before)));
    ObjectNode answer =
        (ObjectNode)
            sightline.answer(viewer(example.person()), example.document(), variables(example));
    answer.remove("extensions");
    answers.put(example.name(), answer);
    return answer;
  }

  private Map<String, @Nullable Object> variables(Example example) {
    Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    for (Example.Reference reference : example.references()) {
      JsonNode value = answer(Example.read(reference.example())).at(reference.pointer());
      if (value.isMissingNode() || value.isNull()) {
        throw new AssertionError(
            "%s: %s has no %s".formatted(example, reference.example(), reference.path()));
      }
      variables.put(reference.variable(), JSON.convertValue(value, Object.class));
    }
    return variables;
  }

  /** People are known by the name before the @ of their address, machines by their client id. */
  private Viewer viewer(String person) {
    if (person.equals(Example.NOBODY)) {
      return Viewer.ANONYMOUS;
    }
    List<String> subjects =
        people.texts(
            "SELECT subject FROM member WHERE split_part(email, '@', 1) = ? OR client_id = ?",
            person,
            person);
    if (subjects.size() != 1) {
      throw new AssertionError("There is no " + person + " in the demonstration");
    }
    return new Viewer(subjects.getFirst());
  }

  /** Numbers as they are written, so that 68 and 68.0 differ. */
  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, JsonNode answer) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, Layout.of(answer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    people.close();
    sightline.close();
  }
}
