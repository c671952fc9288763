package org.sightline.benchmark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.Observation;

/**
 * What differs from a citation, in sentences; never who is hidden, or who is in a private group.
 */
final class CitedDifference {
  private static final String OTHER_MEMBERS = "The group's councils are others now.";
  private static final String AROUND =
      "A published figure beside the group's is another: England's, a region's, that of another council or of an earlier period.";
  private static final String UNPUBLISHED =
      "Figures that are not published differ; which, is not said.";
  private static final String OF_A_PRIVATE_GROUP =
      "A figure of the group differs; which, is not said of a group that is not public.";

  private CitedDifference() {}

  /** Given that something does. */
  static List<String> of(Benchmark now, CitationMarks marksNow, CitationMarks cited) {
    if (!marksNow.members().equals(cited.members())) {
      return List.of(OTHER_MEMBERS);
    }
    List<String> difference = new ArrayList<>(ofAreas(now, marksNow.list(), cited.list()));
    if (!marksNow.around().equals(cited.around())) {
      difference.add(AROUND);
    }
    if (difference.isEmpty()) {
      difference.add(cited.members().isEmpty() ? UNPUBLISHED : OF_A_PRIVATE_GROUP);
    }
    return difference;
  }

  private static List<String> ofAreas(Benchmark now, List<String> marksNow, List<String> cited) {
    List<Observation> observations = CitedFigures.observations(now);
    if (marksNow.size() != cited.size()) {
      return List.of(
          "Councils report jointly otherwise: the group has %d areas now, and had %d."
              .formatted(marksNow.size(), cited.size()));
    }
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < cited.size(); i++) {
      if (!cited.get(i).equals(marksNow.get(i))) {
        sentences.add(sentence(observations.get(i)));
      }
    }
    return sentences;
  }

  private static String sentence(Observation now) {
    String name = now.area().name();
    if (!CitedFigures.isPublished(now)) {
      return "%s: its figure is no longer published.".formatted(name);
    }
    @Nullable BigDecimal value = now.value();
    return "%s: its published figure, or what it is made of, is another; it is now %s."
        .formatted(name, value == null ? "missing" : Rounding.plain(value));
  }
}
