package org.sightline.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.council.Council;
import org.sightline.inspection.FindingKind;
import org.sightline.inspection.framework.Framework;
import org.sightline.inspection.framework.Theme;
import org.sightline.plan.CanonicalState;

/** What matches, counted by what it is of. */
final class Facets {
  private Facets() {}

  record OfFindings(
      List<CouncilFacet> councils,
      List<FrameworkFacet> frameworks,
      List<ThemeFacet> themes,
      List<KindFacet> kinds,
      List<YearFacet> years,
      String basis) {}

  record OfActions(
      List<CouncilFacet> councils,
      List<ThemeFacet> themes,
      List<StateFacet> states,
      String basis) {}

  record CouncilFacet(Council council, int count) {}

  record FrameworkFacet(Framework framework, int count) {}

  /**
   * How many are about a theme.
   *
   * @param theme null for those of which it is not said
   */
  record ThemeFacet(@Nullable Theme theme, int count) {}

  record KindFacet(FindingKind kind, int count) {}

  /**
   * How many are of inspections of a year.
   *
   * @param year null where no source says when it was
   */
  record YearFacet(@Nullable Integer year, int count) {}

  record StateFacet(CanonicalState state, int count) {}
}
