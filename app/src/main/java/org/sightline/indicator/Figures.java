package org.sightline.indicator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.council.Area;
import org.sightline.council.Areas;
import org.sightline.council.JointReturn;

/**
 * The observations of one indicator and breakdown in some periods. For every area that is asked
 * there is an answer: a figure, or the reason why there is none.
 */
public final class Figures {
  private record Place(int periodId, int areaKey) {}

  private final Indicator indicator;
  private final Areas areas;
  private final Map<Place, Observation> observations = new HashMap<>();

  Figures(Indicator indicator, Areas areas, List<Observation> observations) {
    this.indicator = indicator;
    this.areas = areas;
    observations.forEach(
        observation ->
            this.observations.put(
                new Place(observation.period().id(), observation.area().key()), observation));
  }

  /** Whether any area has a row, with a value or without. */
  public boolean isEmpty() {
    return observations.isEmpty();
  }

  /** The joint returns that have a row in a period. */
  public List<JointReturn> jointReturns(Period period) {
    return areas.jointReturns().stream()
        .filter(joint -> observations.containsKey(new Place(period.id(), joint.key())))
        .toList();
  }

  /** The joint return that reports for an area in a period, if there is one. */
  public Optional<JointReturn> reportedBy(Area area, Period period) {
    return jointReturns(period).stream()
        .filter(joint -> joint.memberKeys().contains(area.key()))
        .findFirst();
  }

  /**
   * An area's observation in a period. An area that did not exist at the period's end has no value,
   * whatever a file's row for it says.
   */
  public Observation of(Area area, Period period) {
    if (!area.existsOn(period.endsOn())) {
      MissingReason reason =
          period.endsOn().isBefore(area.existsFrom())
              ? MissingReason.COUNCIL_NOT_YET_CREATED
              : MissingReason.COUNCIL_ENDED;
      return Observation.absent(area, indicator, period, reason);
    }
    @Nullable Observation found = observations.get(new Place(period.id(), area.key()));
    return found == null ? absent(area, period) : found;
  }

  private Observation absent(Area area, Period period) {
    return reportedBy(area, period)
        .map(
            joint ->
                Observation.absent(area, indicator, period, MissingReason.REPORTED_JOINTLY, joint))
        .orElseGet(() -> Observation.absent(area, indicator, period, MissingReason.NOT_COLLECTED));
  }
}
