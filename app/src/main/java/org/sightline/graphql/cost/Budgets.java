package org.sightline.graphql.cost;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.util.clhm.ConcurrentLinkedHashMap;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.sightline.tenancy.Viewer;

/**
 * The accounts of all callers: one for each member, whatever the token, and one for each address
 * from which somebody asks without signing in. They are kept in this process alone: another
 * instance has its own, and a new start begins with full ones.
 */
@Singleton
public final class Budgets {
  /** Of more callers than these, those who asked longest ago begin with a full account. */
  private static final long REMEMBERED = 100_000;

  /** Whoever has an address of IPv6 has its whole network. */
  private static final int NETWORK_BYTES = 8;

  private final FieldCosts costs;
  private final CostSettings settings;
  private final BudgetClock clock;
  private final Map<String, Account> members = accounts();

  /** Apart from the members', whom no number of addresses makes forgotten. */
  private final Map<String, Account> addresses = accounts();

  @Inject
  Budgets(
      FieldCosts costs,
      BudgetClock clock,
      @Value("${sightline.limits.cost:100000}") long cost,
      @Value("${sightline.limits.cost-per-minute:2000000}") long costPerMinute,
      @Value("${sightline.limits.anonymous-cost-per-minute:1000000}") long anonymousCostPerMinute) {
    this(costs, clock, new CostSettings(cost, costPerMinute, anonymousCostPerMinute));
  }

  Budgets(FieldCosts costs, BudgetClock clock, CostSettings settings) {
    this.costs = costs;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What a request of a caller is charged.
   *
   * @param address of the client; it counts only for who has not signed in
   */
  public Charge charge(Viewer viewer, InetAddress address) {
    return viewer.isAnonymous()
        ? charge(addresses, network(address), settings.anonymousCostPerMinute())
        : charge(members, viewer.subject(), settings.costPerMinute());
  }

  private Charge charge(Map<String, Account> accounts, String caller, long perMinute) {
    Account account =
        Objects.requireNonNull(
            accounts.computeIfAbsent(caller, _ -> new Account(perMinute, clock.now())));
    return new Charge(costs, settings.cost(), account, clock);
  }

  private static Map<String, Account> accounts() {
    return new ConcurrentLinkedHashMap.Builder<String, Account>()
        .maximumWeightedCapacity(REMEMBERED)
        .build();
  }

  private static String network(InetAddress address) {
    byte[] bytes = address.getAddress();
    return HexFormat.of()
        .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
  }
}
