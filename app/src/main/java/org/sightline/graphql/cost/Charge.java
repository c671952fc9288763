package org.sightline.graphql.cost;

import graphql.GraphQLError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.ErrorCode;
import org.sightline.graphql.document.Refusals;

/**
 * What one request is charged: 1 for its being looked at, and the rest of its operation's cost
 * before it runs. What was taken is not given back.
 */
public final class Charge {
  private static final long ENTRY = 1;

  private final FieldCosts costs;
  private final long most;
  private final Account account;
  private final BudgetClock clock;
  private long requested = ENTRY;
  private long secondsToWait;

  Charge(FieldCosts costs, long most, Account account, BudgetClock clock) {
    this.costs = costs;
    this.most = most;
    this.account = account;
    this.clock = clock;
  }

  /** Charges what every request costs, or says that nothing is left. */
  public Optional<GraphQLError> refusalAtTheDoor() {
    return refusedFor(ENTRY, ENTRY);
  }

  /** Charges what the operation costs, or says why it may not run. */
  public Optional<GraphQLError> refusal(Asked asked) {
    try {
      requested = new CostMeasure(costs, asked).total();
    } catch (BadUserInput e) {
      return Optional.of(Refusals.wrong(e));
    }
    return requested > most ? Optional.of(tooCostly()) : refusedFor(requested - ENTRY, requested);
  }

  /** What the operation costs, as far as that is reckoned; 1 before. */
  public long requested() {
    return requested;
  }

  /** After how many seconds the same may be asked again; 0 unless it was refused for its budget. */
  public long secondsToWait() {
    return secondsToWait;
  }

  /** The cost as answers say it. */
  public Map<String, Object> written() {
    Map<String, Object> budget = new LinkedHashMap<>();
    budget.put("left", account.left(clock.now()));
    budget.put("most", account.perMinute());
    budget.put("resetsInSeconds", account.secondsUntilFull(clock.now()));
    Map<String, Object> cost = new LinkedHashMap<>();
    cost.put("requested", requested);
    cost.put("most", most);
    cost.put("budget", budget);
    return cost;
  }

  private GraphQLError tooCostly() {
    return Refusals.tooCostly(
        "cost",
        most,
        "An operation costs at most %%s, and this one %,d. Ask for fewer councils, a shorter page or fewer fields."
            .formatted(requested),
        Map.of("cost", written()));
  }

  /** Whoever asks again pays the entry again. */
  private Optional<GraphQLError> refusedFor(long cost, long again) {
    secondsToWait = account.take(cost, again, clock.now());
    return secondsToWait == 0
        ? Optional.empty()
        : Optional.of(
            Refusals.of(
                ErrorCode.RATE_LIMITED,
                "This costs more than is left of what you may ask in a minute. Ask again in %d s."
                    .formatted(secondsToWait),
                Map.of("cost", written())));
  }
}
