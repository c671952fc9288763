package org.sightline.inspection;

import java.time.LocalDate;
import java.util.List;
import org.sightline.council.Council;
import org.sightline.inspection.framework.Framework;
import org.sightline.inspection.framework.FrameworkVersion;
import org.sightline.inspection.framework.Grade;
import org.sightline.inspection.framework.JudgementArea;

/**
 * The latest graded inspections of a group of councils by a framework, side by side.
 *
 * @param frameworkVersion the one that holds on the day
 * @param areas of every version of the framework
 * @param rows by the councils' names
 * @param missing the other councils of the group, by name
 * @param counts one for each area, over the rows
 */
record InspectionMatrix(
    Framework framework,
    FrameworkVersion frameworkVersion,
    LocalDate at,
    List<JudgementArea> areas,
    List<Row> rows,
    List<Gap> missing,
    List<AreaCounts> counts,
    String basis) {

  /**
   * A council's latest graded inspection.
   *
   * @param at the day up to which it is the latest
   * @param history every inspection of the council by that day, the newest first
   */
  record Row(Council council, Inspection inspection, LocalDate at, List<Inspection> history) {}

  /** A council without one. */
  record Gap(Council council, NoInspectionReason because, String sentence) {}

  /**
   * Who has which grade in an area.
   *
   * @param n the rows that have a grade in it
   * @param grades every grade of the scale, the best first
   * @param missing the reasons why rows have none
   */
  record AreaCounts(
      JudgementArea area, int n, List<GradeCount> grades, List<ReasonCount> missing) {}

  /** How many rows have a grade. */
  record GradeCount(Grade grade, int councils) {}

  /** How many rows have none for a reason. */
  record ReasonCount(NoGradeReason reason, int councils) {}
}
