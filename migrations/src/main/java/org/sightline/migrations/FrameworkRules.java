package org.sightline.migrations;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.migrations.FrameworkDefinition.Area;
import org.sightline.migrations.FrameworkDefinition.Clock;
import org.sightline.migrations.FrameworkDefinition.InspectionType;
import org.sightline.migrations.FrameworkDefinition.Version;
import org.sightline.migrations.FrameworkDefinition.Window;
import org.sightline.migrations.Vocabularies.Grade;
import org.sightline.migrations.Vocabularies.Scale;

/** What a framework must keep, beyond having its parts. */
final class FrameworkRules {
  private static final List<String> BEGINNINGS = List.of("FIRST_DAY", "LAST_DAY", "PUBLICATION");
  private static final List<String> USES = List.of("LETTER", "PRIORITY_ACTION");

  private final FrameworkDefinition framework;
  private final List<Scale> scales;

  private FrameworkRules(FrameworkDefinition framework, List<Scale> scales) {
    this.framework = framework;
    this.scales = scales;
  }

  /**
   * @throws MigrationFailure with a sentence that names the framework and the rule
   */
  static void check(List<FrameworkDefinition> all, List<Scale> scales) {
    Once.of("framework", all, FrameworkDefinition::code);
    Once.of(
        "type of inspection",
        all.stream().flatMap(framework -> framework.types().stream()).toList(),
        InspectionType::code);
    all.forEach(framework -> new FrameworkRules(framework, scales).check());
  }

  private void check() {
    Once.of(part("area"), framework.areasOrNone(), Area::code);
    Once.of(part("version"), framework.versions(), Version::version);
    Once.of(part("clock"), framework.clocksOrNone(), Clock::code);
    Once.of(part("window"), framework.windowsOrNone(), Window::code);
    require(framework.sameWithinDays() >= 0, "has same-within-days below 0.");
    require(!framework.versions().isEmpty(), "has no version.");
    framework.versions().forEach(this::version);
    framework.areasOrNone().forEach(this::area);
    versionsFollowOneAnother();
    framework.types().forEach(this::type);
    framework.clocksOrNone().forEach(this::clock);
    framework.windowsOrNone().forEach(this::window);
    framework.versionCodes().forEach(this::windowsOf);
  }

  private void area(Area area) {
    require(
        scales.stream().anyMatch(scale -> scale.code().equals(area.scale())),
        "judges %s on the scale '%s', which is not known.".formatted(area.code(), area.scale()));
    require(
        framework.versions().stream()
            .anyMatch(version -> version.areasOrNone().contains(area.code())),
        "has the area '%s', which none of its versions judges.".formatted(area.code()));
  }

  private void version(Version version) {
    LocalDate from = day(version.from());
    @Nullable LocalDate to = version.to() == null ? null : day(version.to());
    require(
        to == null || !to.isBefore(from),
        "has the version %s, which ends before it begins.".formatted(version.version()));
    version.areasOrNone().forEach(area -> knownArea(area, "the version " + version.version()));
  }

  private void versionsFollowOneAnother() {
    @Nullable Version before = null;
    for (Version version :
        framework.versions().stream().sorted(Comparator.comparing(Version::from)).toList()) {
      require(
          before == null
              || (!before.from().equals(version.from())
                  && (before.to() == null || before.to().compareTo(version.from()) < 0)),
          "has the version %s, which begins on %s before the one it follows has ended."
              .formatted(version.version(), version.from()));
      before = version;
    }
  }

  private void type(InspectionType type) {
    List<String> areas = type.areas() == null ? List.of() : type.areas();
    areas.forEach(area -> knownArea(area, "the type " + type.code()));
    require(
        type.graded() || areas.isEmpty(),
        "has the type %s, which is not graded but names areas.".formatted(type.code()));
    require(
        !type.graded() || !framework.areasOrNone().isEmpty(),
        "has the graded type %s but no area.".formatted(type.code()));
  }

  private void clock(Clock clock) {
    String whose = "the clock " + clock.code();
    knownVersions(clock.versions(), whose);
    require(
        BEGINNINGS.contains(clock.beginsWith()),
        "has %s that begins with '%s'. Allowed: %s."
            .formatted(whose, clock.beginsWith(), BEGINNINGS));
    require(
        USES.contains(clock.appliesTo()),
        "has %s that applies to '%s'. Allowed: %s.".formatted(whose, clock.appliesTo(), USES));
    require(clock.workingDays() > 0, "has %s without a working day.".formatted(whose));
    if (clock.type() != null) {
      knownType(clock.type(), whose);
    }
  }

  private void window(Window window) {
    String whose = "the window " + window.code();
    knownVersions(window.versions(), whose);
    knownType(window.nextType(), whose);
    require(
        0 <= window.fromMonths() && window.fromMonths() <= window.toMonths(),
        "has %s from %s to %s months.".formatted(whose, window.fromMonths(), window.toMonths()));
    require(
        (window.area() == null) == window.gradesOrNone().isEmpty(),
        "has %s with an area or with grades, but not with both.".formatted(whose));
    if (window.area() != null) {
      grades(window, window.area(), whose);
    }
  }

  private void grades(Window window, String area, String whose) {
    knownArea(area, whose);
    for (String version : framework.versionsOrAll(window.versions())) {
      require(
          framework.versions().stream()
              .filter(one -> one.version().equals(version))
              .allMatch(one -> one.areasOrNone().contains(area)),
          "has %s, which goes by the area '%s' that the version %s does not judge."
              .formatted(whose, area, version));
    }
    List<String> known = gradesOf(area);
    window
        .gradesOrNone()
        .forEach(
            grade ->
                require(
                    known.contains(grade),
                    "has %s, which names the grade '%s'. Allowed: %s."
                        .formatted(whose, grade, known)));
  }

  /** What comes next is one thing: of two windows for one grade neither could be said. */
  private void windowsOf(String version) {
    Set<String> taken = new HashSet<>();
    framework.windowsOrNone().stream()
        .filter(window -> framework.versionsOrAll(window.versions()).contains(version))
        .forEach(window -> onlyOne(window, version, taken));
  }

  private void onlyOne(Window window, String version, Set<String> taken) {
    if (window.area() == null) {
      require(
          taken.add(""),
          "has two windows in its version %s that go by no grade.".formatted(version));
    }
    window
        .gradesOrNone()
        .forEach(
            grade ->
                require(
                    taken.add(window.nextType() + ' ' + window.area() + ' ' + grade),
                    "has two windows in its version %s for %s after the grade %s."
                        .formatted(version, window.nextType(), grade)));
  }

  private List<String> gradesOf(String area) {
    return framework.areasOrNone().stream()
        .filter(one -> one.code().equals(area))
        .flatMap(one -> scales.stream().filter(scale -> scale.code().equals(one.scale())))
        .flatMap(scale -> scale.grades().stream().map(Grade::code))
        .toList();
  }

  private void knownArea(String area, String whose) {
    require(
        framework.areasOrNone().stream().anyMatch(one -> one.code().equals(area)),
        "has %s with the area '%s', which is none of its areas.".formatted(whose, area));
  }

  private void knownType(String type, String whose) {
    require(
        framework.types().stream().anyMatch(one -> one.code().equals(type)),
        "has %s with the type '%s', which is none of its types.".formatted(whose, type));
  }

  private void knownVersions(@Nullable List<String> versions, String whose) {
    for (String version : framework.versionsOrAll(versions)) {
      require(
          framework.versionCodes().contains(version),
          "has %s with the version '%s', which is none of its versions.".formatted(whose, version));
    }
  }

  private LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new MigrationFailure(
          "The framework '%s' has the day '%s', which is not written as 2018-01-01."
              .formatted(framework.code(), text),
          e);
    }
  }

  private String part(String what) {
    return "%s of the framework '%s'".formatted(what, framework.code());
  }

  private void require(boolean kept, String rule) {
    Once.require(kept, "The framework '%s' %s".formatted(framework.code(), rule));
  }
}
