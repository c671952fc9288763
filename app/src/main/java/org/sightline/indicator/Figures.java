package org.sightline.indicator;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.council.Area;
import org.sightline.council.Areas;
import org.sightline.council.JointReturn;

/**
 * The observations of one indicator and breakdown in some periods. For every area that is asked
 * there is an answer: a figure, or the reason why there is none. What official figures say of an
 * area stands, a missing value too; where they say nothing, the council's own figure does.
 */
public final class Figures {
  private record Place(int periodId, int areaKey) {}

  private final Indicator indicator;
  private final Areas areas;
  private final Map<Place, Observation> official = new HashMap<>();
  private final Map<Place, Observation> ofCouncils = new HashMap<>();
  private final Set<Observation> totals = Collections.newSetFromMap(new IdentityHashMap<>());

  Figures(Indicator indicator, Areas areas, List<Observation> observations) {
    this(indicator, areas, observations, List.of());
  }

  /**
   * @param totals summed of parts, where nothing is given
   */
  Figures(
      Indicator indicator, Areas areas, List<Observation> observations, List<Observation> totals) {
    this.indicator = indicator;
    this.areas = areas;
    Stream.concat(observations.stream(), totals.stream())
        .forEach(
            observation ->
                (observation.official() ? official : ofCouncils)
                    .put(
                        new Place(observation.period().id(), observation.area().key()),
                        observation));
    this.totals.addAll(totals);
  }

  /** Whether an observation of these was summed of the parts of a whole. */
  public boolean isSummed(Observation observation) {
    return totals.contains(observation);
  }

  /** Whether anything is said of an area in a period, be it that the value is missing. */
  public boolean speakOf(Area area, Period period) {
    Place place = new Place(period.id(), area.key());
    return official.containsKey(place) || ofCouncils.containsKey(place);
  }

  /** The joint returns that have a row in a period. */
  public List<JointReturn> jointReturns(Period period) {
    return areas.jointReturns().stream()
        .filter(joint -> official.containsKey(new Place(period.id(), joint.key())))
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
    @Nullable Observation found = official.get(new Place(period.id(), area.key()));
    return found == null ? notOfficial(area, period) : found;
  }

  /** A joint return is official: it speaks for its councils. */
  private Observation notOfficial(Area area, Period period) {
    return reportedBy(area, period)
        .map(
            joint ->
                Observation.absent(area, indicator, period, MissingReason.REPORTED_JOINTLY, joint))
        .orElseGet(() -> ofCouncil(area, period));
  }

  private Observation ofCouncil(Area area, Period period) {
    @Nullable Observation found = ofCouncils.get(new Place(period.id(), area.key()));
    return found == null
        ? Observation.absent(area, indicator, period, MissingReason.NOT_COLLECTED)
        : found;
  }
}
