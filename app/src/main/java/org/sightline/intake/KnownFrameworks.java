package org.sightline.intake;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The frameworks of the definitions, as an import asks them.
 *
 * @param sameWithinDays by framework
 */
record KnownFrameworks(
    Map<String, Integer> sameWithinDays,
    Map<String, List<Version>> versions,
    Map<String, Map<String, Area>> areas,
    Map<String, Type> types,
    Map<String, List<Grade>> scales) {

  /** A version and what it judges. */
  record Version(String version, LocalDate from, Set<String> areas) {}

  /** What is judged. */
  record Area(String code, String scale, @Nullable String concept) {}

  /** A way of inspecting. */
  record Type(String code, String framework, boolean isGraded) {}

  /** A grade and every word for it, in lower case. */
  record Grade(String code, String name, Set<String> words) {}

  /** The version that holds on a day: the newest that had begun, or the first. */
  Version versionOn(String framework, LocalDate day) {
    List<Version> all = versions.getOrDefault(framework, List.of());
    return all.stream()
        .filter(one -> !one.from().isAfter(day))
        .max(Comparator.comparing(Version::from))
        .orElseGet(() -> all.stream().min(Comparator.comparing(Version::from)).orElseThrow());
  }

  /** The area of the version that a source means by an area of the framework. */
  String meant(String framework, Version version, String area) {
    if (version.areas().contains(area)) {
      return area;
    }
    @Nullable String concept = area(framework, area).concept();
    return version.areas().stream()
        .filter(one -> concept != null && concept.equals(area(framework, one).concept()))
        .min(Comparator.naturalOrder())
        .orElse(area);
  }

  /** Why a version gives no grade of an area; nothing where it could. */
  Optional<String> whyNone(String framework, Version version, String area) {
    if (version.areas().contains(area)) {
      return Optional.empty();
    }
    boolean wasThere =
        versions.getOrDefault(framework, List.of()).stream()
            .anyMatch(one -> one.from().isBefore(version.from()) && one.areas().contains(area));
    return Optional.of(wasThere ? "NOT_JUDGED_UNDER_FRAMEWORK" : "BEFORE_AREA_EXISTED");
  }

  /** The grade of an area that a text names, in either case; nothing where it names none. */
  Optional<Grade> grade(String framework, String area, String text) {
    String word = text.toLowerCase(Locale.ROOT);
    return grades(framework, area).stream().filter(one -> one.words().contains(word)).findFirst();
  }

  List<Grade> grades(String framework, String area) {
    return scales.getOrDefault(area(framework, area).scale(), List.of());
  }

  boolean hasArea(String framework, String area) {
    return areas.getOrDefault(framework, Map.of()).containsKey(area);
  }

  Area area(String framework, String area) {
    return Objects.requireNonNull(areas.getOrDefault(framework, Map.of()).get(area));
  }

  /** Whether two types may be what two sources call one inspection. */
  boolean mayBeOne(@Nullable String one, @Nullable String other) {
    if (one == null || other == null || !types.containsKey(one) || !types.containsKey(other)) {
      return true;
    }
    return Objects.requireNonNull(types.get(one)).isGraded()
        == Objects.requireNonNull(types.get(other)).isGraded();
  }
}
