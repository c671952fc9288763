package org.sightline.search;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.Suggestions;
import org.sightline.inspection.framework.Frameworks;
import org.sightline.inspection.framework.Theme;
import org.sightline.plan.PlanCouncils;

/** Reads what is asked of a search, and says in a sentence what cannot be asked. */
@Singleton
class SearchQuestions {
  private final WordStore words;
  private final PlanCouncils councils;

  SearchQuestions(WordStore words, PlanCouncils councils) {
    this.words = words;
    this.councils = councils;
  }

  /**
   * Words to search for; null where nothing is said.
   *
   * @throws BadUserInput when they are too long, or say nothing
   */
  @Nullable String words(@Nullable String asked) {
    Optional<SearchText> text = SearchText.read(asked);
    text.filter(one -> !words.isAnything(one.words()))
        .ifPresent(
            one -> {
              throw one.saysNothing();
            });
    return text.map(SearchText::words).orElse(null);
  }

  /** The keys of the councils of a group; null is everybody that the viewer may be put beside. */
  List<Integer> councils(@Nullable Map<String, Object> among) {
    return councils.keys(among);
  }

  /** The councils of a group, and every council that may stand beside them. */
  SearchScope scope(@Nullable Map<String, Object> among, Areas areas) {
    List<Integer> asked = councils.keys(among);
    boolean generated = asked.stream().anyMatch(key -> areas.council(key).generated());
    return new SearchScope(
        asked, areas.councils(generated).stream().map(Council::key).toList(), true);
  }

  /**
   * Refuses frameworks that there are not.
   *
   * @throws BadUserInput that names those there are
   */
  static void requireFrameworks(@Nullable List<String> asked, Frameworks definitions) {
    if (asked != null) {
      asked.forEach(code -> definitions.get(code, "frameworks"));
    }
  }

  /**
   * Refuses themes that there are not.
   *
   * @throws BadUserInput that names those there are
   */
  static void requireThemes(@Nullable List<String> asked, String argument, Frameworks definitions) {
    List<String> known = definitions.themes().stream().map(Theme::code).toList();
    Optional<String> unknown =
        asked == null
            ? Optional.empty()
            : asked.stream().filter(code -> !known.contains(code)).findFirst();
    unknown.ifPresent(
        code -> {
          throw new BadUserInput(
              "There is no theme '%s'.%s Allowed: %s."
                  .formatted(code, Suggestions.didYouMean(code, known), String.join(", ", known)),
              argument,
              known);
        });
  }
}
