package org.sightline.search;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.council.AreaService;
import org.sightline.council.Areas;
import org.sightline.graphql.connection.Connection;
import org.sightline.graphql.connection.Cursor;
import org.sightline.graphql.connection.Once;
import org.sightline.graphql.connection.PageRequest;
import org.sightline.inspection.Finding;
import org.sightline.inspection.FindingService;
import org.sightline.inspection.framework.FrameworkService;
import org.sightline.inspection.framework.Frameworks;
import org.sightline.plan.Action;
import org.sightline.plan.PlanService;

/** Searches findings and actions of all councils in the viewer's sight. */
@Singleton
class SearchService {
  /** The root fields of the lists. */
  static final String FINDINGS = "findings";

  static final String ACTIONS = "actions";

  private final SearchStore store;
  private final SearchQuestions questions;
  private final FindingService findings;
  private final PlanService plans;
  private final AreaService areaService;
  private final FrameworkService frameworks;

  SearchService(
      SearchStore store,
      SearchQuestions questions,
      FindingService findings,
      PlanService plans,
      AreaService areaService,
      FrameworkService frameworks) {
    this.store = store;
    this.questions = questions;
    this.findings = findings;
    this.plans = plans;
    this.areaService = areaService;
    this.frameworks = frameworks;
  }

  /**
   * One page of findings.
   *
   * @param withFacets whether facets are asked for: only then councils beyond the group are counted
   * @throws org.sightline.graphql.BadUserInput when something cannot be asked
   */
  Found<Finding, Facets.OfFindings> findings(
      SearchArguments asked, PageRequest page, boolean withFacets) {
    Frameworks definitions = frameworks.all();
    SearchQuestions.requireFrameworks(asked.frameworks(), definitions);
    SearchQuestions.requireThemes(asked.themes(), "themes", definitions);
    Areas areas = areaService.all();
    FindingFilter whole =
        new FindingFilter(
            questions.scope(asked.among(), areas),
            asked.frameworks(),
            asked.themes(),
            asked.kinds(),
            asked.years(),
            false,
            questions.words(asked.search()));
    FindingFilter filter = withFacets ? whole : whole.narrowed();
    // Total and facets are of one statement.
    Supplier<Tally> tally = new Once<>(() -> store.countFindings(filter));
    return new Found<>(
        findings(filter, page, FINDINGS, tally),
        tally,
        counted -> new FacetMaking(areas, definitions).findings(counted));
  }

  /** One page of findings for a list of its own. */
  Connection<Hit<Finding>> findings(FindingFilter filter, PageRequest page, String list) {
    return findings(filter, page, list, () -> store.countFindings(filter.narrowed()));
  }

  private Connection<Hit<Finding>> findings(
      FindingFilter filter, PageRequest page, String list, Supplier<Tally> tally) {
    List<Place> places = store.findings(filter, after(page), page.toRead());
    return page(page, places, findings::byKey, list, tally);
  }

  /**
   * One page of actions.
   *
   * @param withFacets as above
   * @throws org.sightline.graphql.BadUserInput when something cannot be asked
   */
  Found<Action, Facets.OfActions> actions(
      SearchArguments asked, PageRequest page, boolean withFacets) {
    Frameworks definitions = frameworks.all();
    SearchQuestions.requireThemes(asked.themes(), "themes", definitions);
    Areas areas = areaService.all();
    ActionFilter whole =
        new ActionFilter(
            questions.scope(asked.among(), areas),
            asked.themes(),
            asked.states(),
            questions.words(asked.search()));
    ActionFilter filter = withFacets ? whole : whole.narrowed();
    Supplier<Tally> tally = new Once<>(() -> store.countActions(filter));
    List<Place> places = store.actions(filter, after(page), page.toRead());
    return new Found<>(
        page(page, places, plans::actionsByKey, ACTIONS, tally),
        tally,
        counted -> new FacetMaking(areas, definitions).actions(counted));
  }

  private static <T> Connection<Hit<T>> page(
      PageRequest page,
      List<Place> places,
      Function<List<Integer>, Map<Integer, T>> read,
      String list,
      Supplier<Tally> tally) {
    Map<Integer, T> found =
        places.isEmpty() ? Map.of() : read.apply(places.stream().map(Place::key).toList());
    return Connection.of(
        page,
        places,
        place -> cursor(list, place),
        place -> Optional.ofNullable(found.get(place.key())).map(one -> new Hit<>(one, place)),
        () -> tally.get().total());
  }

  private static SearchStore.After after(PageRequest page) {
    return page.after()
        .map(cursor -> new SearchStore.After(cursor.rank(), cursor.at(), cursor.number()))
        .orElseGet(() -> new SearchStore.After(null, null, Integer.MAX_VALUE));
  }

  private static Cursor cursor(String list, Place place) {
    return new Cursor(list, place.rank(), place.at(), String.valueOf(place.key()));
  }

  /** What is asked of a search; null stands for all. */
  record SearchArguments(
      @Nullable String search,
      @Nullable Map<String, Object> among,
      @Nullable List<String> frameworks,
      @Nullable List<String> themes,
      @Nullable List<String> kinds,
      @Nullable List<String> states,
      @Nullable List<Integer> years) {}
}
