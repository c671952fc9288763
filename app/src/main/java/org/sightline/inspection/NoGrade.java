package org.sightline.inspection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.inspection.framework.Framework;
import org.sightline.inspection.framework.FrameworkVersion;
import org.sightline.inspection.framework.InspectionType;
import org.sightline.inspection.framework.JudgementArea;

/** Says why an inspection of a framework's version and of a type has no grade in an area. */
record NoGrade(Framework framework, FrameworkVersion version, @Nullable InspectionType type) {

  /** Why it cannot have one; nothing where it could. */
  Optional<Judgement> whereNotJudged(JudgementArea area) {
    if (type != null && !type.isGraded()) {
      return Optional.of(
          missing(
              area,
              NoGradeReason.NOT_JUDGED_UNDER_FRAMEWORK,
              "%s (%s) gives no grades.".formatted(type.name(), framework.name())));
    }
    if (!version.judges(area)) {
      return Optional.of(ofAnotherVersion(area));
    }
    if (type != null && !type.judges(area)) {
      return Optional.of(
          missing(
              area,
              NoGradeReason.NOT_JUDGED_UNDER_FRAMEWORK,
              "%s (%s) does not judge '%s'."
                  .formatted(type.name(), framework.name(), area.name())));
    }
    return Optional.empty();
  }

  /** That it could have one, and nobody in sight states it. */
  Judgement notStated(JudgementArea area) {
    return missing(
        area,
        NoGradeReason.NOT_STATED,
        "No source in sight states a grade for '%s'.".formatted(area.name()));
  }

  private Judgement ofAnotherVersion(JudgementArea area) {
    Optional<FrameworkVersion> later =
        framework.versions().stream()
            .filter(one -> one.validFrom().isAfter(version.validFrom()) && one.judges(area))
            .findFirst();
    boolean wasJudgedBefore =
        framework.versions().stream()
            .anyMatch(one -> one.validFrom().isBefore(version.validFrom()) && one.judges(area));
    return later.isPresent() && !wasJudgedBefore
        ? before(area, later.get())
        : ended(area, firstWithout(area));
  }

  private Judgement before(JudgementArea area, FrameworkVersion since) {
    return missing(
        area,
        NoGradeReason.BEFORE_AREA_EXISTED,
        "'%s' is judged since version %s of the framework, from %s on; this is an inspection by version %s. %s"
            .formatted(
                area.name(),
                since.version(),
                since.validFrom(),
                version.version(),
                since.whatChanged()));
  }

  private Judgement ended(JudgementArea area, FrameworkVersion since) {
    return missing(
        area,
        NoGradeReason.NOT_JUDGED_UNDER_FRAMEWORK,
        "'%s' is not judged since version %s of the framework, from %s on. %s"
            .formatted(area.name(), since.version(), since.validFrom(), since.whatChanged()));
  }

  /** The first version after the last one up to this that judged the area. */
  private FrameworkVersion firstWithout(JudgementArea area) {
    FrameworkVersion since = version;
    for (FrameworkVersion one : framework.versions().reversed()) {
      if (one.validFrom().isAfter(version.validFrom())) {
        continue;
      }
      if (one.judges(area)) {
        return since;
      }
      since = one;
    }
    return since;
  }

  private static Judgement missing(JudgementArea area, NoGradeReason reason, String sentence) {
    return new Judgement(area, null, reason, sentence, null, null);
  }
}
