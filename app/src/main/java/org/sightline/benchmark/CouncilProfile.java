package org.sightline.benchmark;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.council.Council;
import org.sightline.council.NeighbourModel;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.MissingReason;
import org.sightline.indicator.Period;

/**
 * A council's story by theme: every indicator, over what the viewer may see.
 *
 * @param themes by name
 * @param basis in a sentence
 */
public record CouncilProfile(
    Council council,
    LocalDate asAt,
    NeighbourModel neighbourModel,
    List<Theme> themes,
    String basis) {

  /** The indicators of one theme, by name. */
  public record Theme(String theme, List<Line> indicators) {}

  /**
   * One indicator of a council.
   *
   * @param period of the standing, or null where the indicator has no figure at all
   * @param standing among all councils it compares with, or null with the reason in
   *     noStandingBecause
   * @param trends one for each type of period in which anything is said of the council, that of the
   *     standing first
   */
  public record Line(
      Indicator indicator,
      @Nullable Period period,
      StandingFields.@Nullable InBenchmark standing,
      @Nullable MissingReason noStandingBecause,
      List<Trend> trends,
      String basis) {}

  public CouncilProfile {
    themes = List.copyOf(themes);
  }
}
