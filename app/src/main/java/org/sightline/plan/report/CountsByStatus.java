package org.sightline.plan.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.plan.CanonicalState;

/**
 * How many actions had which status: of a whole plan, of a workstream, or of several.
 *
 * @param statuses every status that the report could state, in their order
 * @param actions by status code; none for what is not stated
 * @param implied codes of statuses whose count follows from others
 */
public record CountsByStatus(
    List<StatedStatus> statuses, Map<String, Integer> actions, Set<String> implied) {
  public CountsByStatus {
    statuses = List.copyOf(statuses);
    actions = Map.copyOf(actions);
    implied = Set.copyOf(implied);
  }

  /** Whether the count of every status is known. */
  public boolean isComplete() {
    return statuses.stream().allMatch(one -> actions.containsKey(one.code()));
  }

  /** What is known of it summed up, whether or not all is. */
  int known() {
    return actions.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** All actions; null where the count of some status is not known. */
  public @Nullable Integer total() {
    return isComplete() ? known() : null;
  }

  /** In the statuses' order. */
  public List<StatusFigure> byStatus() {
    return statuses.stream().map(this::figure).toList();
  }

  private StatusFigure figure(StatedStatus status) {
    @Nullable Integer count = actions.get(status.code());
    return new StatusFigure(
        status.code(),
        status.name(),
        status.meaning(),
        status.state(),
        count,
        count == null ? MissingCount.NOT_STATED : null,
        implied.contains(status.code()),
        Shares.of(count, total()));
  }

  /** Every state but NOT_STATED, and that one too where a status means it. */
  public List<StateFigure> byState() {
    List<StateFigure> figures = new ArrayList<>();
    for (CanonicalState state : CanonicalState.values()) {
      StateFigure figure = of(Set.of(state), state);
      if (state != CanonicalState.NOT_STATED || figure.missing() != MissingCount.NOT_IN_SCHEME) {
        figures.add(figure);
      }
    }
    return figures;
  }

  /** How many were in a state. */
  public StateFigure of(CanonicalState state) {
    return of(Set.of(state), state);
  }

  /** How many were completed, with or without an effect shown; its state is COMPLETED. */
  public StateFigure completed() {
    return of(
        Set.of(CanonicalState.COMPLETED, CanonicalState.COMPLETED_WITH_IMPACT),
        CanonicalState.COMPLETED);
  }

  private StateFigure of(Set<CanonicalState> states, CanonicalState shown) {
    List<StatedStatus> meaning =
        statuses.stream().filter(one -> states.contains(one.state())).toList();
    if (meaning.isEmpty()) {
      return new StateFigure(shown, null, MissingCount.NOT_IN_SCHEME, null);
    }
    if (!meaning.stream().allMatch(one -> actions.containsKey(one.code()))) {
      return new StateFigure(shown, null, MissingCount.NOT_STATED, null);
    }
    int count = meaning.stream().mapToInt(one -> actions.getOrDefault(one.code(), 0)).sum();
    return new StateFigure(shown, count, null, Shares.of(count, total()));
  }

  /**
   * Several counts in one. What one of them does not state is not known of all.
   *
   * @param parts of one report; none gives nothing known
   */
  public static CountsByStatus sum(List<StatedStatus> statuses, List<CountsByStatus> parts) {
    Map<String, Integer> sums = new LinkedHashMap<>();
    for (StatedStatus status : statuses) {
      String code = status.code();
      if (!parts.isEmpty() && parts.stream().allMatch(one -> one.actions.containsKey(code))) {
        sums.put(code, parts.stream().mapToInt(one -> one.actions.getOrDefault(code, 0)).sum());
      }
    }
    return new CountsByStatus(statuses, sums, Set.of());
  }
}
