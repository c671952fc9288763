package org.sightline.governance.home;

import java.util.List;
import org.sightline.governance.StatedDay;
import org.sightline.governance.Visibility;

/** How many homes a council had by grade at a day, as it gave it out. */
record ChildrensHomeCounts(
    int councilKey,
    StatedDay asAt,
    List<Count> byGrade,
    int notYetInspected,
    Visibility visibility,
    String source) {
  ChildrensHomeCounts {
    byGrade = List.copyOf(byGrade);
  }

  /** How many homes had one grade. */
  record Count(String gradeCode, String gradeName, int homes) {}

  int homes() {
    return notYetInspected + byGrade.stream().mapToInt(Count::homes).sum();
  }
}
