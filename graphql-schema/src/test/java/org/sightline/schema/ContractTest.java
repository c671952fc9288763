package org.sightline.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.schema.Elements.Element;
import org.sightline.schema.Elements.Kind;

/** Keeps the contract. */
final class ContractTest {
  private static final Path PRINTED = Path.of("schema.printed.graphqls");
  private static final Pattern PASCAL_CASE = Pattern.compile("[A-Z][A-Za-z0-9]*");
  private static final Pattern CAMEL_CASE = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final Pattern UPPER_CASE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

  static List<Path> files() {
    return Contract.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileCanBeRead(Path file) {
    assertThatCode(() -> Contract.parse(file)).doesNotThrowAnyException();
  }

  @Test
  void theFilesAreOneSchema() {
    assertThatCode(Contract::schema).doesNotThrowAnyException();
  }

  @Test
  void everyElementIsDescribed() {
    List<String> undescribed =
        Elements.of(Contract.schema()).stream()
            .filter(element -> element.description().isBlank())
            .map(Element::path)
            .toList();
    assertThat(undescribed).as("elements without a description").isEmpty();
  }

  @Test
  void descriptionsAreSentences() {
    List<String> fragments =
        Elements.of(Contract.schema()).stream()
            .filter(element -> !element.description().strip().endsWith("."))
            .map(element -> element.path() + ": " + element.description())
            .toList();
    assertThat(fragments).as("descriptions that do not end with a full stop").isEmpty();
  }

  @Test
  void namesAreInTheirCase() {
    List<String> misnamed =
        Elements.of(Contract.schema()).stream()
            .filter(element -> !casing(element.kind()).matcher(element.name()).matches())
            .map(element -> element.kind() + " " + element.path())
            .toList();
    assertThat(misnamed).as("names in the wrong case").isEmpty();
  }

  @Test
  void theDeprecatedSayWhatToUseInstead() {
    assertThat(Contract.printed())
        .as("a deprecation without a reason")
        .doesNotContain("No longer supported");
  }

  /** The printed schema is what reviewers read: every change of the contract shows in its diff. */
  @Test
  void thePrintedSchemaIsReviewed() throws IOException {
    String printed = Contract.printed();
    String reviewed = Files.exists(PRINTED) ? Files.readString(PRINTED) : "";
    if (!printed.equals(reviewed)) {
      Files.writeString(PRINTED, printed);
    }
    assertThat(reviewed)
        .as(
            "The schema has changed: %s is rewritten. Review its difference, commit it, and run"
                + " this again.",
            PRINTED)
        .isEqualTo(printed);
  }

  private static Pattern casing(Kind kind) {
    return switch (kind) {
      case TYPE -> PASCAL_CASE;
      case FIELD, ARGUMENT, INPUT_FIELD, DIRECTIVE -> CAMEL_CASE;
      case ENUM_VALUE -> UPPER_CASE;
    };
  }
}
