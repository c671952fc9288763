package org.sightline.access.sharing;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sightline.access.sharing.Preview.OfIndicator;
import org.sightline.access.sharing.Preview.OfRecords;
import org.sightline.access.sharing.PreviewStore.Count;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserError;
import org.sightline.graphql.UserErrors;
import org.sightline.indicator.Period;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Dataset;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Role;

/** Says what scopes show of the own organisation's data, before and while they are agreed. */
@Singleton
class PreviewService {
  private final PreviewStore store;
  private final TermsReader reader;

  PreviewService(PreviewStore store, TermsReader reader) {
    this.store = store;
    this.reader = reader;
  }

  /**
   * What the scope of an input would show.
   *
   * @throws BadUserInput saying the first thing that is wrong with it
   */
  Preview preview(Input input) {
    Member _ = BoundViewer.current().require(Role.DATA_OWNER);
    UserErrors errors = new UserErrors();
    Scope scope = reader.scope(input, "scope.", errors);
    if (!errors.isEmpty()) {
      UserError first = errors.list().getFirst();
      throw new BadUserInput(first.message(), first.field());
    }
    return previews(List.of(scope)).getOrDefault(scope, Preview.NOTHING);
  }

  /** What some scopes show, each once, in one statement for figures and one for records. */
  Map<Scope, Preview> previews(Collection<Scope> asked) {
    Member member = BoundViewer.current().requireMember();
    Map<Scope, List<OfIndicator>> indicators = indicators(asked, member);
    List<OfRecords> records = records(asked, member);
    Map<Scope, Preview> previews = new HashMap<>();
    asked.forEach(
        scope ->
            previews.put(
                scope,
                new Preview(
                    indicators.getOrDefault(scope, List.of()),
                    records.stream()
                        .filter(one -> scope.opensRecordsOf(one.kind().dataset()))
                        .toList())));
    return previews;
  }

  private Map<Scope, List<OfIndicator>> indicators(Collection<Scope> asked, Member member) {
    List<Scope> scopes =
        asked.stream().filter(one -> one.datasets().contains(Dataset.INDICATORS)).toList();
    Map<Scope, List<OfIndicator>> indicators = new HashMap<>();
    if (scopes.isEmpty()) {
      return indicators;
    }
    store.counts(member.organisationId(), scopes).stream()
        .collect(Collectors.groupingBy(Count::scope))
        .forEach((number, counts) -> indicators.put(scopes.get(number), ofIndicators(counts)));
    return indicators;
  }

  /** The same for every scope that opens them. */
  private List<OfRecords> records(Collection<Scope> asked, Member member) {
    boolean areAsked =
        asked.stream()
            .anyMatch(
                scope ->
                    Arrays.stream(SharedRecordKind.values())
                        .anyMatch(kind -> scope.opensRecordsOf(kind.dataset())));
    return areAsked ? store.records(member.organisationId()) : List.of();
  }

  private static List<OfIndicator> ofIndicators(List<Count> counts) {
    return counts.stream()
        .collect(Collectors.groupingBy(Count::indicatorId, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(PreviewService::ofIndicator)
        .toList();
  }

  private static OfIndicator ofIndicator(List<Count> counts) {
    List<Period> seen =
        counts.stream().filter(count -> count.shared() > 0).map(Count::period).toList();
    return new OfIndicator(
        counts.getFirst().indicatorId(),
        seen,
        counts.stream().mapToLong(Count::shared).sum(),
        counts.stream().mapToLong(Count::hidden).sum());
  }
}
