package org.sightline.governance.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.Input;
import org.sightline.graphql.Suggestions;
import org.sightline.graphql.UserErrors;
import org.sightline.graphql.WrittenText;

/** Reads what an adviser writes, and says in a sentence each what is wrong. */
final class DraftReader {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_CONCLUSION = 10_000;
  private static final int LONGEST_POINT = 2000;
  private static final int MOST_POINTS = 100;
  private static final String HELD_ON = "heldOn";
  private static final String TITLE = "title";
  private static final String CONCLUSION = "conclusion";
  private static final String POINTS = "points";

  private final Set<String> themes;
  private final UserErrors errors;

  /**
   * A reader.
   *
   * @param themes the codes of the shared vocabulary
   */
  DraftReader(Set<String> themes, UserErrors errors) {
    this.themes = themes;
    this.errors = errors;
  }

  /**
   * What the input says.
   *
   * @param known what stands where it says nothing; nothing for a new review
   */
  Draft read(Input input, Optional<Review> known) {
    @Nullable LocalDate asked = input.day(HELD_ON);
    LocalDate heldOn = asked == null ? known.map(Review::heldOn).orElseThrow() : asked;
    errors.addIf(
        heldOn.isAfter(Arguments.today()),
        HELD_ON,
        "NOT_ALLOWED",
        "A review is recorded once it was held: %s lies in the future.".formatted(heldOn));
    return new Draft(
        heldOn,
        text(TITLE, input, LONGEST_TITLE, known.map(Review::title)),
        text(CONCLUSION, input, LONGEST_CONCLUSION, known.map(Review::conclusion)),
        points(input.list(POINTS)));
  }

  private String text(String field, Input input, int longest, Optional<String> known) {
    @Nullable String asked = input.text(field);
    return asked == null && known.isPresent()
        ? known.get()
        : WrittenText.read(field, asked, longest, errors);
  }

  private @Nullable List<Draft.Point> points(@Nullable List<Input> given) {
    if (given == null) {
      return null;
    }
    errors.addIf(
        given.size() > MOST_POINTS,
        POINTS,
        "TOO_MANY",
        "A review has at most %d points; this one has %d.".formatted(MOST_POINTS, given.size()));
    List<Draft.Point> points = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      points.add(point(given.get(i), "points.%d".formatted(i)));
    }
    return points;
  }

  private Draft.Point point(Input input, String field) {
    @Nullable String theme = input.text("theme");
    errors.addIf(
        theme != null && !themes.contains(theme),
        field + ".theme",
        "UNKNOWN_THEME",
        "No theme has the code '%s'.%s"
            .formatted(theme, Suggestions.didYouMean(String.valueOf(theme), themes)));
    return new Draft.Point(
        input.choice("kind", ReviewPointKind.class),
        theme,
        WrittenText.read(field + ".text", input.text("text"), LONGEST_POINT, errors));
  }
}
