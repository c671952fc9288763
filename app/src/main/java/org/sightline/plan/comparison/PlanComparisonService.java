package org.sightline.plan.comparison;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.council.AreaService;
import org.sightline.council.Areas;
import org.sightline.graphql.BadUserInput;
import org.sightline.plan.Plan;
import org.sightline.plan.PlanCouncils;
import org.sightline.plan.PlanFilter;
import org.sightline.plan.PlanService;
import org.sightline.plan.PlanState;
import org.sightline.plan.comparison.PlansCounted.Pair;

/** Compares the plans that councils show the viewer. */
@Singleton
class PlanComparisonService {
  private static final String BASIS =
      "Statuses are compared by what they mean in each plan's own scheme, never by colour. Each plan is counted alone, over what its council shows you; nothing is summed over councils. A plan is counted by its actions as they stand where the day is today and it has any, else by its newest report at or before the day.";

  private final AreaService areaService;
  private final PlanCouncils councils;
  private final PlanService plans;
  private final PlansCounted counted;
  private final ThemeStore themes;

  PlanComparisonService(
      AreaService areaService,
      PlanCouncils councils,
      PlanService plans,
      PlansCounted counted,
      ThemeStore themes) {
    this.areaService = areaService;
    this.councils = councils;
    this.plans = plans;
    this.counted = counted;
    this.themes = themes;
  }

  PlanComparison compare(ComparisonAsked asked) {
    List<Integer> keys = councils.keys(asked.among());
    List<Theme> known = themes.list();
    @Nullable Theme theme = theme(asked.theme(), known);
    Areas areas = areaService.all();
    List<Plan> compared =
        plans.list(new PlanFilter(keys, null, List.of(PlanState.LIVE, PlanState.CLOSED))).stream()
            .filter(plan -> isOfDay(plan, asked.at()))
            .sorted(
                Comparator.comparing((Plan plan) -> areas.council(plan.councilKey()).name())
                    .thenComparing(Plan::name)
                    .thenComparing(Plan::key))
            .toList();
    List<Pair> pairs = counted.count(compared, asked);
    return new PlanComparison(
        asked.at(),
        asked.from(),
        pairs.stream().map(pair -> plan(pair, theme, known, asked.from())).toList(),
        known.stream().filter(one -> pairs.stream().anyMatch(pair -> isAbout(pair, one))).toList(),
        pairs.stream().flatMap(pair -> unmapped(pair).stream()).toList(),
        keys.size(),
        (int) compared.stream().map(Plan::councilKey).distinct().count(),
        BASIS);
  }

  /** Worked by on the day: live, or closed since. */
  private static boolean isOfDay(Plan plan, LocalDate day) {
    boolean hasBegun = plan.startsOn() == null || !plan.startsOn().isAfter(day);
    boolean hasEnded =
        plan.state() == PlanState.CLOSED && (plan.endsOn() == null || plan.endsOn().isBefore(day));
    return hasBegun && !hasEnded;
  }

  private static ComparedPlan plan(
      Pair pair, @Nullable Theme only, List<Theme> themes, LocalDate from) {
    List<ThemeMeasures> byTheme =
        themes.stream()
            .filter(theme -> only == null || only.equals(theme))
            .filter(theme -> isAbout(pair, theme))
            .map(theme -> new ThemeMeasures(theme, under(pair, theme, from)))
            .toList();
    PlanMeasures measures =
        only == null
            ? new Measuring(pair.now(), pair.earlier(), from).measures()
            : under(pair, only, from);
    return new ComparedPlan(pair.now(), only == null ? null : only.code(), measures, byTheme);
  }

  private static PlanMeasures under(Pair pair, Theme theme, LocalDate from) {
    @Nullable CountedPlan earlier = pair.earlier();
    return new Measuring(
            pair.now().under(theme.code()),
            earlier == null ? null : earlier.under(theme.code()),
            from)
        .measures();
  }

  private static boolean isAbout(Pair pair, Theme theme) {
    return pair.now().parts().stream()
        .anyMatch(part -> Objects.equals(part.themeCode(), theme.code()));
  }

  private static List<UnmappedWorkstream> unmapped(Pair pair) {
    return pair.now().parts().stream()
        .filter(part -> part.themeCode() == null)
        .map(part -> new UnmappedWorkstream(pair.now().plan(), part.name()))
        .toList();
  }

  private static @Nullable Theme theme(@Nullable String code, List<Theme> known) {
    if (code == null) {
      return null;
    }
    return known.stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new BadUserInput(
                    "There is no theme '%s'. Allowed: %s."
                        .formatted(
                            code,
                            known.stream().map(Theme::code).collect(Collectors.joining(", "))),
                    "theme"));
  }
}
