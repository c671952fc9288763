package org.sightline.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.BadUserInput;
import org.sightline.inspection.Finding;
import org.sightline.inspection.FindingService;
import org.sightline.plan.Action;
import org.sightline.plan.PlanService;

/** What leads on from findings: actions that answer them, and findings that are like them. */
@Singleton
class LinkService {
  private static final int MOST_SIMILAR = 20;
  private static final int MOST_FINDINGS = 50;

  private final LinkStore store;
  private final SearchQuestions questions;
  private final FindingService findings;
  private final PlanService plans;

  LinkService(
      LinkStore store, SearchQuestions questions, FindingService findings, PlanService plans) {
    this.store = store;
    this.questions = questions;
    this.findings = findings;
    this.plans = plans;
  }

  /** Which findings like one are wanted, how many and of which group of councils. */
  record SimilarTo(int findingKey, int first, Optional<Map<String, Object>> among) {
    SimilarTo {
      if (first < 1 || first > MOST_SIMILAR) {
        throw new BadUserInput(
            "1 to %d similar findings are told: first is %d.".formatted(MOST_SIMILAR, first),
            "first");
      }
    }
  }

  /** What is asked alike of several findings. */
  private record Alike(int first, Optional<Map<String, Object>> among) {}

  /** The actions that answer some findings, by the findings' keys, the oldest first. */
  Map<Integer, List<Action>> actions(Collection<Integer> findingKeys) {
    List<Map.Entry<Integer, Integer>> links = store.actionsOfFindings(findingKeys);
    if (links.isEmpty()) {
      return Map.of();
    }
    Map<Integer, Action> actions =
        plans.actionsByKey(links.stream().map(Map.Entry::getValue).distinct().toList());
    Map<Integer, List<Action>> byFinding = new HashMap<>();
    for (Map.Entry<Integer, Integer> link : links) {
      @Nullable Action action = actions.get(link.getValue());
      if (action != null) {
        byFinding.computeIfAbsent(link.getKey(), _ -> new ArrayList<>()).add(action);
      }
    }
    return byFinding;
  }

  /**
   * The findings of other councils like some: the same statements for one and for many, for each
   * number and group that is asked for.
   *
   * @throws BadUserInput when it is asked of too many findings at once
   */
  Map<SimilarTo, List<SimilarFinding>> similar(Collection<SimilarTo> asked) {
    if (asked.size() > MOST_FINDINGS) {
      throw new BadUserInput(
          "What is similar is told of %d findings at once, not of %d: ask for fewer on a page."
              .formatted(MOST_FINDINGS, asked.size()),
          "similar");
    }
    Map<SimilarTo, List<SimilarFinding>> found = new HashMap<>();
    asked.stream()
        .collect(Collectors.groupingBy(one -> new Alike(one.first(), one.among())))
        .forEach((alike, some) -> found.putAll(similar(alike, some)));
    return found;
  }

  private Map<SimilarTo, List<SimilarFinding>> similar(Alike alike, List<SimilarTo> asked) {
    List<LinkStore.Similar> links =
        store.similar(
            asked.stream().map(SimilarTo::findingKey).toList(),
            questions.councils(alike.among().orElse(null)),
            alike.first());
    if (links.isEmpty()) {
      return Map.of();
    }
    Map<Integer, Finding> others =
        findings.byKey(links.stream().map(LinkStore.Similar::otherKey).distinct().toList());
    Map<SimilarTo, List<SimilarFinding>> found = new HashMap<>();
    for (LinkStore.Similar link : links) {
      SimilarTo key = new SimilarTo(link.findingKey(), alike.first(), alike.among());
      Optional.ofNullable(others.get(link.otherKey()))
          .map(
              other ->
                  new SimilarFinding(
                      other, link.isSameTheme(), link.percent(), link.wordsInCommon()))
          .ifPresent(one -> found.computeIfAbsent(key, _ -> new ArrayList<>()).add(one));
    }
    return found;
  }
}
