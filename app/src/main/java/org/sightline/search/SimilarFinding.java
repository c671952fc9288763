package org.sightline.search;

import java.math.BigDecimal;
import java.util.List;
import org.sightline.inspection.Finding;

/**
 * A finding of another council that is like one.
 *
 * @param sharePercent of the words of both those that they have in common, 0 to 100
 * @param wordsInCommon without their endings, as they are compared
 */
record SimilarFinding(
    Finding finding, boolean isSameTheme, BigDecimal sharePercent, List<String> wordsInCommon) {
  SimilarFinding {
    wordsInCommon = List.copyOf(wordsInCommon);
  }
}
