package org.sightline.plan;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.connection.Connection;
import org.sightline.graphql.connection.Cursor;
import org.sightline.graphql.connection.PageRequest;

/**
 * The plans in the viewer's sight, with their workstreams, actions and schemes. What is out of
 * sight is left out everywhere, as if it were not there.
 */
@Singleton
public class PlanService {
  /** The root field of the list. */
  static final String LIST = "plans";

  private final PlanStore store;
  private final SchemeStore schemes;

  PlanService(PlanStore store, SchemeStore schemes) {
    this.store = store;
    this.schemes = schemes;
  }

  /** One page, the newest first. */
  Connection<Plan> page(PlanFilter filter, PageRequest page) {
    @Nullable OffsetDateTime before = page.after().map(Cursor::at).orElse(null);
    int beforeKey = page.after().map(Cursor::number).orElse(Integer.MAX_VALUE);
    List<Plan> read = store.page(filter, before, beforeKey, page.toRead());
    return Connection.of(page, read, PlanService::cursor, () -> store.count(filter));
  }

  /** All that are wanted, by name. */
  public List<Plan> list(PlanFilter filter) {
    return store.list(filter);
  }

  public Optional<Plan> find(int key) {
    return store.byKey(List.of(key)).stream().findFirst();
  }

  public Map<Integer, Plan> byKey(Collection<Integer> keys) {
    return mapped(store.byKey(keys), Plan::key);
  }

  /** The plans right below some, by the key of the plan above. */
  public Map<Integer, List<Plan>> children(Collection<Integer> parentKeys) {
    return store.children(parentKeys).stream()
        .filter(plan -> plan.parentKey() != null)
        .collect(Collectors.groupingBy(PlanService::parent));
  }

  /** By plan, in their order. */
  public Map<Integer, List<Workstream>> workstreams(Collection<Integer> planKeys) {
    return store.workstreams(planKeys).stream().collect(Collectors.groupingBy(Workstream::planKey));
  }

  public Map<Integer, Workstream> workstreamsByKey(Collection<Integer> keys) {
    return mapped(store.workstreamsByKey(keys), Workstream::key);
  }

  /** By plan, in the order of workstreams and references, without those that were removed. */
  public Map<Integer, List<Action>> actions(Collection<Integer> planKeys) {
    return store.actions(planKeys).stream().collect(Collectors.groupingBy(Action::planKey));
  }

  /** A plan's actions, those included that were removed. */
  List<Action> everyAction(int planKey) {
    return store.everyAction(planKey);
  }

  /** Those included that were removed. */
  public Map<Integer, Action> actionsByKey(Collection<Integer> keys) {
    return mapped(store.actionsByKey(keys), Action::key);
  }

  public Map<Integer, StatusScheme> schemesByKey(Collection<Integer> keys) {
    return mapped(schemes.byKey(keys), StatusScheme::key);
  }

  /** Everybody's, and then the own organisation's. */
  public List<StatusScheme> schemes() {
    return schemes.list();
  }

  private static int parent(Plan plan) {
    @Nullable Integer key = plan.parentKey();
    return key == null ? 0 : key;
  }

  private static Cursor cursor(Plan plan) {
    return new Cursor(LIST, plan.createdAt(), String.valueOf(plan.key()));
  }

  private static <T> Map<Integer, T> mapped(List<T> read, Function<T, Integer> key) {
    return read.stream().collect(Collectors.toMap(key, Function.identity()));
  }
}
