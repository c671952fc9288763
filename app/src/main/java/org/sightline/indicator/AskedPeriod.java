package org.sightline.indicator;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.BadUserInput;

/**
 * A period as somebody asks for it, and the sentence where a series has none or several.
 *
 * @param code a period's code or the year that names it, or null for the default
 * @param type the period's type, or null for any
 */
record AskedPeriod(Series series, @Nullable String code, @Nullable PeriodType type) {

  /** The period, official before councils'. */
  Period find() {
    List<PeriodEdition> fitting =
        series.editions().stream()
            .filter(edition -> type == null || edition.period().type() == type)
            .filter(edition -> code == null || edition.period().isAskedForBy(code))
            .toList();
    List<PeriodEdition> official = fitting.stream().filter(PeriodEdition::official).toList();
    List<PeriodEdition> meant = official.isEmpty() ? fitting : official;
    if (code != null) {
      requireOneType(meant);
      return meant.stream()
          .map(PeriodEdition::period)
          .max(Period.OLDEST_FIRST)
          .orElseThrow(this::none);
    }
    return DefaultPeriod.of(meant, series.asAt()).orElseThrow(this::none);
  }

  private void requireOneType(List<PeriodEdition> meant) {
    List<Period> periods = meant.stream().map(PeriodEdition::period).distinct().toList();
    if (periods.stream().map(Period::type).distinct().count() > 1) {
      throw new BadUserInput(
          "'%s' fits periods of several types of '%s': %s. Say which with periodType."
              .formatted(code, series.indicator().code(), named(periods)),
          "period");
    }
  }

  private static String named(List<Period> periods) {
    return periods.stream()
        .map(period -> "%s (%s)".formatted(period.code(), period.type()))
        .collect(Collectors.joining(", "));
  }

  BadUserInput none() {
    if (series.editions().isEmpty()) {
      return new BadUserInput(
          "'%s' has no figures as known on %s. Import a release that holds it, or ask with a later asAt."
              .formatted(series.indicator().code(), series.asAt()));
    }
    if (type != null && series.periods(type).isEmpty()) {
      return new BadUserInput(
          "'%s' has no periods of the type %s as known on %s. Allowed: %s."
              .formatted(
                  series.indicator().code(),
                  type,
                  series.asAt(),
                  series.types().stream().map(Enum::name).collect(Collectors.joining(", "))),
          "periodType");
    }
    List<Period> allowed = type == null ? series.periods() : series.periods(type);
    return new BadUserInput(
        "'%s' has no period '%s'%s as known on %s. Allowed: %s.%s"
            .formatted(
                series.indicator().code(),
                code,
                type == null ? "" : " of the type " + type,
                series.asAt(),
                allowed.stream().map(Period::code).collect(Collectors.joining(", ")),
                ofOtherTypes()));
  }

  private String ofOtherTypes() {
    List<Period> others =
        series.periods().stream()
            .filter(period -> type != null && code != null && period.isAskedForBy(code))
            .toList();
    return others.isEmpty() ? "" : " Of another type: %s.".formatted(named(others));
  }
}
