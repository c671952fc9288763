package org.sightline.graphql;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses what somebody meant by a misspelt name or code. */
public final class Suggestions {
  private static final int LONGEST_COMPARED = 100;
  private static final double ALIKE = 0.82;
  private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();
  private static final LevenshteinDistance TWO_EDITS = new LevenshteinDistance(2);

  private Suggestions() {}

  /**
   * The known texts that look like the one asked, the likeliest first; empty when none does. Case
   * is ignored.
   *
   * @param most how many to return at most
   */
  public static List<String> nearest(String asked, Collection<String> known, int most) {
    String folded = fold(asked);
    if (folded.isEmpty() || folded.length() > LONGEST_COMPARED) {
      return List.of();
    }
    return known.stream()
        .map(text -> new Candidate(text, likeness(folded, fold(text))))
        .filter(candidate -> candidate.likeness >= ALIKE)
        .sorted(
            Comparator.comparingDouble(Candidate::likeness)
                .reversed()
                .thenComparing(Candidate::text))
        .limit(most)
        .map(Candidate::text)
        .toList();
  }

  /** " Did you mean 'a' or 'b'?" with a space before it, or an empty text when nothing is alike. */
  public static String didYouMean(String asked, Collection<String> known) {
    List<String> nearest = nearest(asked, known, 2);
    return nearest.isEmpty()
        ? ""
        : nearest.stream().collect(Collectors.joining("' or '", " Did you mean '", "'?"));
  }

  private static double likeness(String asked, String known) {
    boolean fewEdits = TWO_EDITS.apply(asked, known) >= 0 && asked.length() > 3;
    boolean contained = asked.length() > 3 && known.contains(asked);
    double similarity = SIMILARITY.apply(asked, known);
    return fewEdits || contained ? Math.max(similarity, ALIKE) : similarity;
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private record Candidate(String text, double likeness) {}
}
