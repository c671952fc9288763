package org.sightline.search;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.inspection.FindingKind;
import org.sightline.inspection.framework.Frameworks;
import org.sightline.inspection.framework.Theme;
import org.sightline.plan.CanonicalState;

/** Makes facets of a tally. */
record FacetMaking(Areas areas, Frameworks definitions) {
  private static final String BASIS =
      "Counted over the %s in your sight that match: each facet with every filter but its own, the facet of councils over every council that may stand beside those asked for.";

  Facets.OfFindings findings(Tally tally) {
    return new Facets.OfFindings(
        councils(tally),
        tally.facet(
            "FRAMEWORK",
            line ->
                definitions.find(Objects.requireNonNull(line.value())).stream()
                    .map(framework -> new Facets.FrameworkFacet(framework, line.count()))),
        themes(tally),
        tally.facet(
            "KIND",
            line ->
                Stream.of(new Facets.KindFacet(FindingKind.valueOf(value(line)), line.count()))),
        tally.facet("YEAR", line -> Stream.of(new Facets.YearFacet(year(line), line.count()))),
        BASIS.formatted("findings"));
  }

  Facets.OfActions actions(Tally tally) {
    return new Facets.OfActions(
        councils(tally),
        themes(tally),
        tally.facet(
            "STATE",
            line ->
                Stream.of(
                    new Facets.StateFacet(CanonicalState.valueOf(value(line)), line.count()))),
        BASIS.formatted("actions"));
  }

  private List<Facets.CouncilFacet> councils(Tally tally) {
    return tally.facet(
        "COUNCIL",
        line -> {
          Council council = areas.council(Integer.parseInt(value(line)));
          return Stream.of(new Facets.CouncilFacet(council, line.count()));
        });
  }

  private List<Facets.ThemeFacet> themes(Tally tally) {
    return tally.facet(
        "THEME", line -> Stream.of(new Facets.ThemeFacet(theme(line), line.count())));
  }

  private @Nullable Theme theme(Tally.Line line) {
    return Optional.ofNullable(line.value()).flatMap(definitions::theme).orElse(null);
  }

  private static @Nullable Integer year(Tally.Line line) {
    @Nullable String value = line.value();
    return value == null ? null : Integer.valueOf(value);
  }

  private static String value(Tally.Line line) {
    return Objects.requireNonNull(line.value());
  }
}
