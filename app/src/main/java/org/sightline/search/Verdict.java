package org.sightline.search;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.Movement;
import org.sightline.benchmark.NoChangeReason;
import org.sightline.benchmark.statistics.DirectionOfTravel;
import org.sightline.indicator.Observation;
import org.sightline.plan.Action;
import org.sightline.plan.CanonicalState;
import org.sightline.plan.ExpectedChange;

/**
 * Whether a figure moved as it was to, and why that is said. It never says that the action moved
 * it.
 *
 * @param reason a sentence
 */
record Verdict(AsExpected asExpected, String reason) {

  /** Where no day is known from which a movement could be told. */
  static Verdict withoutADay() {
    return cannotSay("No source says on which day the inspection was.");
  }

  /** Of a movement since a finding, or since work began. */
  static Verdict of(
      ExpectedChange expected, Movement movement, Action action, CanonicalState declared) {
    @Nullable Observation before = movement.before();
    @Nullable Observation now = movement.now();
    if (before == null || now == null) {
      return cannotSay(
          "No figure that you may see is of a period that was over by %s."
              .formatted(movement.since()));
    }
    if (!movement.isThereANewerValue()) {
      return new Verdict(
          AsExpected.NOT_YET,
          "There is no newer figure than that of %s.".formatted(before.period().label()));
    }
    if (movement.noChangeBecause() == NoChangeReason.DEFINITION_CHANGED) {
      return cannotSay(
          "The definition changed between %s and %s."
              .formatted(before.period().label(), now.period().label()));
    }
    @Nullable DirectionOfTravel travel =
        expected == ExpectedChange.BETTER ? movement.travel() : movement.upOrDown();
    if (travel == null || (expected == ExpectedChange.BETTER && isNeutral(movement))) {
      return cannotSay("Neither a higher nor a lower value of the indicator is better.");
    }
    return isMeant(expected, travel)
        ? new Verdict(AsExpected.YES, "%s.".formatted(moved(travel, before, now)))
        : notMoved(travel, before, now, action, declared);
  }

  private static Verdict notMoved(
      DirectionOfTravel travel,
      Observation before,
      Observation now,
      Action action,
      CanonicalState declared) {
    @Nullable LocalDate completed = action.completedOn();
    String moved = moved(travel, before, now);
    if (completed == null) {
      return declared.isDone()
          ? cannotSay(
              "%s, and it is not stated on which day the action was completed.".formatted(moved))
          : new Verdict(
              AsExpected.NOT_YET, "%s, and the action is not completed.".formatted(moved));
    }
    return completed.isAfter(now.period().endsOn())
        ? new Verdict(
            AsExpected.NOT_YET,
            "%s, and the action was completed only on %s.".formatted(moved, completed))
        : new Verdict(
            AsExpected.NO,
            "%s, and the action had been completed on %s.".formatted(moved, completed));
  }

  /** Where neither end is better, better cannot be told even of a value that stayed. */
  private static boolean isNeutral(Movement movement) {
    return switch (movement.indicator().polarity()) {
      case HIGHER_IS_BETTER, LOWER_IS_BETTER -> false;
      case NEUTRAL -> true;
      case NEAR_TARGET ->
          movement.travel() == DirectionOfTravel.HIGHER
              || movement.travel() == DirectionOfTravel.LOWER;
    };
  }

  private static boolean isMeant(ExpectedChange expected, DirectionOfTravel travel) {
    return travel
        == switch (expected) {
          case UP -> DirectionOfTravel.HIGHER;
          case DOWN -> DirectionOfTravel.LOWER;
          case BETTER -> DirectionOfTravel.IMPROVED;
        };
  }

  private static String moved(DirectionOfTravel travel, Observation before, Observation now) {
    String values =
        "from %s in %s to %s in %s"
            .formatted(
                Objects.requireNonNull(before.value()).toPlainString(),
                before.period().label(),
                Objects.requireNonNull(now.value()).toPlainString(),
                now.period().label());
    return switch (travel) {
      case IMPROVED -> "It became better, " + values;
      case WORSENED -> "It became worse, " + values;
      case HIGHER -> "It rose " + values;
      case LOWER -> "It fell " + values;
      case SAME -> "It stayed the same, " + values;
    };
  }

  private static Verdict cannotSay(String reason) {
    return new Verdict(AsExpected.CANNOT_SAY, reason);
  }
}
