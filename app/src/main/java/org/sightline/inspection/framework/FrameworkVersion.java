package org.sightline.inspection.framework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A framework as it is from a day on. An inspection belongs to the version that holds on its first
 * day.
 *
 * @param validTo the last day, null while it holds
 * @param areaCodes what it judges
 */
public record FrameworkVersion(
    String framework,
    String version,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    String whatChanged,
    String source,
    List<String> areaCodes,
    List<FrameworkClock> clocks,
    List<FrameworkWindow> windows) {
  public FrameworkVersion {
    areaCodes = List.copyOf(areaCodes);
    clocks = List.copyOf(clocks);
    windows = List.copyOf(windows);
  }

  /** Whether it gives a grade in an area. */
  public boolean judges(JudgementArea area) {
    return areaCodes.contains(area.code());
  }
}
