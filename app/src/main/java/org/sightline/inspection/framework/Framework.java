package org.sightline.inspection.framework;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A framework under which councils are inspected.
 *
 * @param body who inspects
 * @param sameWithinDays two accounts of a council's inspections that lie no further apart speak of
 *     the same one
 * @param versions the oldest first
 * @param areas of any version, in their order
 * @param types in their order
 */
public record Framework(
    String code,
    String name,
    String body,
    String description,
    int sameWithinDays,
    String source,
    List<FrameworkVersion> versions,
    List<JudgementArea> areas,
    List<InspectionType> types) {
  public Framework {
    versions = versions.stream().sorted(Comparator.comparing(FrameworkVersion::validFrom)).toList();
    areas = List.copyOf(areas);
    types = List.copyOf(types);
  }

  /**
   * The version that holds on a day; after the last one's end the last, before the first the first.
   */
  public FrameworkVersion versionOn(LocalDate day) {
    return versions.reversed().stream()
        .filter(version -> !version.validFrom().isAfter(day))
        .findFirst()
        .orElseGet(versions::getFirst);
  }

  /** The area of a code, of any version. */
  public Optional<JudgementArea> area(String areaCode) {
    return areas.stream().filter(area -> area.code().equals(areaCode)).findFirst();
  }

  /** The type of a code. */
  public Optional<InspectionType> type(String typeCode) {
    return types.stream().filter(type -> type.code().equals(typeCode)).findFirst();
  }
}
