package org.sightline.inspection;

import java.util.Optional;

/** Says by what rule an inspection is shown as it is. */
final class InspectionBasis {
  private InspectionBasis() {}

  static String of(Inspection inspection) {
    return "%s Version %s of the framework is the one that holds on %s."
        .formatted(
            Merged.RULE,
            inspection.frameworkVersion().version(),
            Optional.ofNullable(inspection.firstDay())
                .map(day -> "the first day, " + inspection.precision().write(day))
                .or(
                    () ->
                        Optional.ofNullable(inspection.publishedOn())
                            .map(
                                day ->
                                    "the day of publication, " + day + ", for want of a first day"))
                .orElse("no known day: the first there was"));
  }
}
