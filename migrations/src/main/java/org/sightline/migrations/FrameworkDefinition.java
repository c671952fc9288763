package org.sightline.migrations;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One inspection framework as {@code definitions/frameworks/*.yaml} writes it.
 *
 * @param sameWithinDays two accounts of a council that lie no further apart speak of one inspection
 */
record FrameworkDefinition(
    @JsonProperty(required = true) String code,
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String body,
    @JsonProperty(required = true) String description,
    @JsonProperty(value = "same-within-days", required = true) Integer sameWithinDays,
    @JsonProperty(required = true) String source,
    @Nullable List<Area> areas,
    @JsonProperty(required = true) List<Version> versions,
    @JsonProperty(required = true) List<InspectionType> types,
    @Nullable List<Clock> clocks,
    @Nullable List<Window> windows) {

  /** What is judged. */
  record Area(
      @JsonProperty(required = true) String code,
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) String scale,
      @Nullable String concept,
      @JsonProperty(required = true) String source) {}

  /**
   * @param areas what is judged under it, null where nothing is
   */
  record Version(
      @JsonProperty(required = true) String version,
      @JsonProperty(required = true) String from,
      @Nullable String to,
      @JsonProperty(value = "what-changed", required = true) String whatChanged,
      @Nullable List<String> areas,
      @JsonProperty(required = true) String source) {
    List<String> areasOrNone() {
      return areas == null ? List.of() : areas;
    }
  }

  /**
   * @param areas what of the version's areas it judges, null for all of them
   */
  record InspectionType(
      @JsonProperty(required = true) String code,
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) Boolean graded,
      @Nullable List<String> areas,
      @JsonProperty(required = true) String description,
      @JsonProperty(required = true) String source) {}

  /**
   * @param type null for every type of the framework
   * @param versions null for every version
   */
  record Clock(
      @JsonProperty(required = true) String code,
      @JsonProperty(required = true) String name,
      @Nullable List<String> versions,
      @Nullable String type,
      @JsonProperty(value = "begins-with", required = true) String beginsWith,
      @JsonProperty(value = "working-days", required = true) Integer workingDays,
      @JsonProperty(required = true) Boolean required,
      @JsonProperty(value = "applies-to", required = true) String appliesTo,
      @JsonProperty(required = true) String source) {}

  /**
   * @param area whose grade it goes by, null where it goes by none
   * @param versions null for every version
   */
  record Window(
      @JsonProperty(required = true) String code,
      @Nullable List<String> versions,
      @Nullable String area,
      @Nullable List<String> grades,
      @JsonProperty(value = "next-type", required = true) String nextType,
      @JsonProperty(value = "from-months", required = true) Integer fromMonths,
      @JsonProperty(value = "to-months", required = true) Integer toMonths,
      @JsonProperty(required = true) String source) {
    List<String> gradesOrNone() {
      return grades == null ? List.of() : grades;
    }
  }

  List<Area> areasOrNone() {
    return areas == null ? List.of() : areas;
  }

  List<Clock> clocksOrNone() {
    return clocks == null ? List.of() : clocks;
  }

  List<Window> windowsOrNone() {
    return windows == null ? List.of() : windows;
  }

  List<String> versionCodes() {
    return versions.stream().map(Version::version).toList();
  }

  /** The given versions, or all. */
  List<String> versionsOrAll(@Nullable List<String> given) {
    return given == null ? versionCodes() : given;
  }
}
