package org.sightline.search;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.MovementService;
import org.sightline.council.AreaService;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.connection.Connection;
import org.sightline.graphql.connection.Edge;
import org.sightline.graphql.connection.PageRequest;
import org.sightline.inspection.Finding;
import org.sightline.inspection.framework.FrameworkService;
import org.sightline.plan.Action;

/**
 * From findings to what came of them: the actions that answer them, and how the figures moved that
 * these are to move. The same statements for one finding and for a page of them.
 */
@Singleton
class ImpactService {
  /** The root field of the list. */
  static final String LIST = "findingsToImpact";

  private final SearchService search;
  private final SearchQuestions questions;
  private final LinkService links;
  private final ActionsInContext contexts;
  private final MovementService movements;
  private final AreaService areaService;
  private final FrameworkService frameworks;

  ImpactService(
      SearchService search,
      SearchQuestions questions,
      LinkService links,
      ActionsInContext contexts,
      MovementService movements,
      AreaService areaService,
      FrameworkService frameworks) {
    this.search = search;
    this.questions = questions;
    this.links = links;
    this.contexts = contexts;
    this.movements = movements;
    this.areaService = areaService;
    this.frameworks = frameworks;
  }

  /**
   * One page of findings with their impact.
   *
   * @param theme a code, or null for all
   * @throws org.sightline.graphql.BadUserInput when something cannot be asked
   */
  Connection<FindingImpact> page(
      @Nullable String words,
      @Nullable String theme,
      @Nullable Map<String, Object> among,
      boolean onlyWithActions,
      PageRequest page) {
    @Nullable List<String> themes = theme == null ? null : List.of(theme);
    SearchQuestions.requireThemes(themes, "theme", frameworks.all());
    FindingFilter filter =
        new FindingFilter(
            questions.scope(among, areaService.all()),
            null,
            themes,
            null,
            null,
            onlyWithActions,
            questions.words(words));
    Connection<Hit<Finding>> found = search.findings(filter, page, LIST);
    Map<Integer, FindingImpact> impacts = impacts(found.edges().stream().map(Edge::node).toList());
    return found.map(hit -> Optional.ofNullable(impacts.get(hit.found().key())));
  }

  private Map<Integer, FindingImpact> impacts(List<Hit<Finding>> hits) {
    Map<Integer, List<Action>> actions =
        links.actions(hits.stream().map(hit -> hit.found().key()).toList());
    ActionsInContext.Context context =
        contexts.of(actions.values().stream().flatMap(Collection::stream).distinct().toList());
    ImpactMaking making =
        new ImpactMaking(
            context,
            movements.movements(
                hits.stream().flatMap(hit -> asked(hit, actions, context)).distinct().toList(),
                Arguments.today()));
    Map<Integer, FindingImpact> impacts = new HashMap<>();
    hits.forEach(hit -> impacts.put(hit.found().key(), impact(hit, actions, making)));
    return impacts;
  }

  private static Stream<MovementService.Asked> asked(
      Hit<Finding> hit, Map<Integer, List<Action>> actions, ActionsInContext.Context context) {
    @Nullable LocalDate day = hit.place().day();
    return actions.getOrDefault(hit.found().key(), List.of()).stream()
        .flatMap(action -> ImpactMaking.asked(context, action, day));
  }

  private static FindingImpact impact(
      Hit<Finding> hit, Map<Integer, List<Action>> actions, ImpactMaking making) {
    return new FindingImpact(
        hit,
        actions.getOrDefault(hit.found().key(), List.of()).stream()
            .map(action -> making.impact(action, hit.place().day()))
            .toList());
  }
}
