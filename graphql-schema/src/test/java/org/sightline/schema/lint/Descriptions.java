package org.sightline.schema.lint;

import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.schema.Elements;
import org.sightline.schema.Elements.Element;
import org.sightline.schema.Elements.Kind;
import org.sightline.schema.lint.Types.At;

/** That descriptions say what a name cannot. */
final class Descriptions {
  private static final Set<String> NUMBERS = Set.of("Int", "Float", "Decimal", "Percent");
  private static final Set<String> FIGURES = Set.of("Float", "Decimal", "Percent");

  private static final Set<Kind> WITH_UNIT = Set.of(Kind.FIELD, Kind.ARGUMENT, Kind.INPUT_FIELD);

  /**
   * Words by which a reader knows what a number counts, in which unit it is, or that it has none.
   */
  private static final Pattern UNIT =
      Pattern.compile(
          "how (many|often|far)|number|\\bcount|per ?cent|%|\\bdays\\b|months|\\bunit\\b|probability"
              + "|from 1\\b|^1, and|, 1 and up|\\b1 (is|comes)|\\b(100|10000) for|\\bplace\\b"
              + "|decimals|standard errors|\\byear\\b|bytes|\\brows\\b|chi-squared|statistic"
              + "|z-scores|less the numerator's",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SOURCE = Pattern.compile("\\bSource( of [^:.]+)?: ");

  /** Fields by which an answer itself says where its figures are from. */
  private static final Set<String> SOURCE_FIELDS = Set.of("basis", "source", "sources");

  private static final Set<String> SMALL_WORDS =
      Set.of(
          "the", "a", "an", "of", "its", "in", "this", "is", "it", "to", "and", "or", "for", "by",
          "on", "at", "that", "there", "which", "what");
  private static final Pattern WORD_BORDER =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9']+");
  private static final Pattern PLURAL = Pattern.compile("(ies|s|y)$");

  /** So many that share so few words say nothing of what each is. */
  private static final int SHARED_BY = 3;

  private static final int FEW_WORDS = 8;

  /** What is the same thing wherever it stands, and may be said in the same words. */
  private static final Set<String> SAME_EVERYWHERE =
      Set.of(
          // every connection's totalCount
          "How many there are on all pages.",
          // every page's argument first
          "How many, 1 to 100.",
          // every payload's errors
          "What was wrong; empty where all is well.",
          "What was wrong; empty where it was done.",
          // the argument at, whatever is asked as at that day
          "The day; today where nothing is said.",
          // the asAt of whatever is made of releases
          "Releases published after this day were not used.");

  private Descriptions() {}

  static Stream<String> units(GraphQLSchema schema) {
    return Elements.of(schema).stream()
        .filter(element -> WITH_UNIT.contains(element.kind()))
        .filter(element -> NUMBERS.contains(Types.name(element.type())))
        .filter(element -> !UNIT.matcher(element.description()).find())
        .map(
            element ->
                element.path() + " does not say in which unit it is: " + element.description());
  }

  static Stream<String> sources(GraphQLSchema schema) {
    return Types.fields(schema)
        .filter(at -> isOf(FIGURES, at))
        .filter(at -> !saysSource(at.type()) && !hasSource(at.field().getDescription()))
        .map(at -> at.path() + " does not say whose definition or rule it has.");
  }

  private static boolean saysSource(GraphQLFieldsContainer type) {
    return hasSource(type.getDescription())
        || SOURCE_FIELDS.stream().anyMatch(field -> type.getFieldDefinition(field) != null);
  }

  private static boolean isOf(Set<String> types, At at) {
    return types.contains(Types.name(at.field().getType()));
  }

  private static boolean hasSource(@Nullable String description) {
    return SOURCE.matcher(text(description)).find();
  }

  static Stream<String> echoes(GraphQLSchema schema) {
    return Elements.of(schema).stream()
        .filter(element -> !element.description().isBlank())
        .filter(element -> words(element.name()).containsAll(saying(element)))
        .map(element -> element.path() + " is described by its own name: " + element.description());
  }

  private static Set<String> saying(Element element) {
    Set<String> said = words(element.description());
    said.removeAll(SMALL_WORDS);
    return said;
  }

  private static Set<String> words(String text) {
    return Arrays.stream(WORD_BORDER.split(text))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .map(word -> SMALL_WORDS.contains(word) ? word : PLURAL.matcher(word).replaceFirst(""))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  static Stream<String> shared(GraphQLSchema schema) {
    Map<String, List<Element>> byText =
        Elements.of(schema).stream().collect(Collectors.groupingBy(Element::description));
    return byText.entrySet().stream()
        .filter(shared -> shared.getValue().size() >= SHARED_BY)
        .filter(shared -> shared.getKey().split(" ", -1).length <= FEW_WORDS)
        .filter(shared -> !SAME_EVERYWHERE.contains(shared.getKey()))
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .map(shared -> "\"" + shared.getKey() + "\" describes " + paths(shared.getValue()) + ".");
  }

  private static String paths(List<Element> elements) {
    return elements.stream().map(Element::path).sorted().collect(Collectors.joining(", "));
  }

  private static String text(@Nullable String description) {
    return description == null ? "" : description;
  }
}
