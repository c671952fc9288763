package org.sightline.graphql.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.sightline.tenancy.Viewer;

/** What is left, by a clock that the test sets. */
final class BudgetsTest {
  private static final CostSettings SETTINGS = new CostSettings(10, 60, 12);
  private static final Viewer ANNA = new Viewer("anna");
  private static final InetAddress HERE = InetAddress.ofLiteral("::1");

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Budgets budgets =
      new Budgets(new FieldCosts((_, _, _) -> OptionalLong.empty()), new SetClock(), SETTINGS);

  @Test
  void eachLookAtARequestCostsOneUntilNothingIsLeft() {
    assertThat(asksUntilRefused(ANNA, "::1")).isEqualTo(60);
    assertThat(asksUntilRefused(new Viewer("berta"), "::1")).isEqualTo(60);
  }

  @Test
  void itFillsUpEvenlyAndNeverBeyondAMinutesWorth() {
    assertThat(asksUntilRefused(ANNA, "::1")).isEqualTo(60);
    now = now.plusMillis(999);
    assertThat(asksUntilRefused(ANNA, "::1")).isZero();
    now = now.plusMillis(1);
    assertThat(asksUntilRefused(ANNA, "::1")).isEqualTo(1);
    now = now.plus(Duration.ofSeconds(30));
    assertThat(asksUntilRefused(ANNA, "::1")).isEqualTo(30);
    now = now.plus(Duration.ofDays(7));
    assertThat(asksUntilRefused(ANNA, "::1")).isEqualTo(60);
  }

  @Test
  void itSaysWhenTheSameMayBeAskedAgain() {
    assertThat(asksUntilRefused(ANNA, "::1")).isEqualTo(60);
    Charge charge = budgets.charge(ANNA, HERE);
    assertThat(charge.refusalAtTheDoor()).isPresent();
    assertThat(charge.secondsToWait()).isEqualTo(1);
    assertThat(charge.written().toString())
        .isEqualTo("{requested=1, most=10, budget={left=0, most=60, resetsInSeconds=60}}");
    now = now.plusSeconds(charge.secondsToWait());
    assertThat(budgets.charge(ANNA, HERE).refusalAtTheDoor()).isEmpty();
  }

  @Test
  void aClockThatIsSetBackFillsNothingAndBreaksNothing() {
    assertThat(asksUntilRefused(ANNA, "::1")).isEqualTo(60);
    now = now.minus(Duration.ofHours(1));
    assertThat(asksUntilRefused(ANNA, "::1")).isZero();
    now = now.plusSeconds(2);
    assertThat(asksUntilRefused(ANNA, "::1")).isEqualTo(2);
  }

  @Test
  void whoNeverStopsAskingIsFilledUpToo() {
    assertThat(asksUntilRefused(ANNA, "::1")).isEqualTo(60);
    int asked = 0;
    for (int i = 0; i < 10_000; i++) {
      now = now.plusNanos(300_000);
      asked += asksUntilRefused(ANNA, "::1");
    }
    assertThat(asked).isEqualTo(3);
  }

  @Test
  void aMemberWhoseSubjectIsAnAddressHasAnAccountApart() {
    assertThat(asksUntilRefused(Viewer.ANONYMOUS, "192.0.2.1")).isEqualTo(12);
    assertThat(asksUntilRefused(new Viewer("c0000201"), "192.0.2.1")).isEqualTo(60);
    assertThat(asksUntilRefused(Viewer.ANONYMOUS, "192.0.2.1")).isZero();
  }

  @Test
  void whoHasNotSignedInSharesTheAccountOfTheAddress() {
    assertThat(asksUntilRefused(Viewer.ANONYMOUS, "192.0.2.1")).isEqualTo(12);
    assertThat(asksUntilRefused(Viewer.ANONYMOUS, "192.0.2.1")).isZero();
    assertThat(asksUntilRefused(Viewer.ANONYMOUS, "192.0.2.2")).isEqualTo(12);
    assertThat(asksUntilRefused(ANNA, "192.0.2.1")).isEqualTo(60);
  }

  @Test
  void aNetworkOfIpv6IsOneAddress() {
    assertThat(asksUntilRefused(Viewer.ANONYMOUS, "2001:db8::1")).isEqualTo(12);
    assertThat(asksUntilRefused(Viewer.ANONYMOUS, "2001:db8:0:0:ffff::2")).isZero();
    assertThat(asksUntilRefused(Viewer.ANONYMOUS, "2001:db8:0:1::1")).isEqualTo(12);
    assertThat(asksUntilRefused(Viewer.ANONYMOUS, "::ffff:192.0.2.9")).isEqualTo(12);
    assertThat(asksUntilRefused(Viewer.ANONYMOUS, "192.0.2.9")).isZero();
  }

  @Test
  void aMinuteHoldsTheLargestRequest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CostSettings(100, 99, 100))
        .withMessageContaining("SIGHTLINE_LIMITS_COST_PER_MINUTE");
  }

  /** Shows what the test has set. */
  private final class SetClock extends BudgetClock {
    @Override
    public Instant now() {
      return now;
    }
  }

  private int asksUntilRefused(Viewer viewer, String address) {
    int asked = 0;
    InetAddress from = InetAddress.ofLiteral(address);
    while (budgets.charge(viewer, from).refusalAtTheDoor().isEmpty()) {
      asked++;
    }
    return asked;
  }
}
