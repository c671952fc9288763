package org.sightline.benchmark;

import java.util.List;
import java.util.Optional;
import org.sightline.benchmark.ComparatorFigure.Beside;
import org.sightline.benchmark.ComparatorFigure.Method;
import org.sightline.council.Area;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.council.CouncilGroup;
import org.sightline.council.CouncilType;
import org.sightline.council.Country;
import org.sightline.council.JointReturn;
import org.sightline.council.NeighbourModel;
import org.sightline.council.Region;
import org.sightline.indicator.Observation;
import org.sightline.indicator.Period;

/**
 * What one observation is compared with. England and the region are the published rows, never sums
 * of ours.
 */
public record Comparators(Observation observation, Surroundings surroundings) {

  /** England as published; missing for an area made up for the demonstration. */
  public ComparatorFigure england() {
    return observation.area().generated()
        ? ComparatorFigure.notComparedWithEngland(period(), beside())
        : published(Method.ENGLAND, areas().england());
  }

  /** The region as published. */
  public ComparatorFigure region() {
    return published(Method.REGION, regionOf(observation.area()));
  }

  /** The unweighted mean of the statistical neighbours that have a value, as DfE's LAIT has it. */
  public ComparatorFigure neighbourMean() {
    return ofNeighbours(Method.NEIGHBOUR_MEAN, SummaryMethod.MEAN);
  }

  /** The median of the statistical neighbours that have a value, as DfE's dashboard has it. */
  public ComparatorFigure neighbourMedian() {
    return ofNeighbours(Method.NEIGHBOUR_MEDIAN, SummaryMethod.MEDIAN);
  }

  /** The best of the statistical neighbours that have a value. */
  public ComparatorFigure neighbourBest() {
    return ofNeighbours(Method.NEIGHBOUR_BEST, SummaryMethod.BEST);
  }

  /** The councils of England of the same type, this one among them. */
  ComparatorFigure type(SummaryMethod how) {
    Method method =
        switch (how) {
          case MEAN -> Method.TYPE_MEAN;
          case MEDIAN -> Method.TYPE_MEDIAN;
          case BEST -> Method.TYPE_BEST;
        };
    Optional<CouncilType> type = type();
    if (type.isEmpty()) {
      return ComparatorFigure.none(
          method, "Councils of one type: it is of none, or of several", period(), null, beside());
    }
    return surroundings
        .groupFigure(
            List.of(method, type.get(), generatedRegions(), period()),
            () -> {
              List<Council> same =
                  areas().comparableWith(councils()).stream()
                      .filter(council -> council.type() == type.get())
                      .toList();
              return figure(
                  method,
                  how,
                  surroundings.figures(same, period()),
                  "councils of type " + type.get());
            })
        .beside(beside(), null);
  }

  /**
   * Any group. Real areas and those made up for the demonstration are never compared.
   *
   * @throws org.sightline.graphql.BadUserInput where the group is none
   */
  ComparatorFigure group(CouncilGroup group, SummaryMethod how) {
    Method method =
        switch (how) {
          case MEAN -> Method.GROUP_MEAN;
          case MEDIAN -> Method.GROUP_MEDIAN;
          case BEST -> Method.GROUP_BEST;
        };
    List<Council> members = surroundings.members(group);
    boolean generated = councils().stream().anyMatch(Council::generated);
    if (members.stream().anyMatch(member -> member.generated() != generated)) {
      return ComparatorFigure.none(
          method,
          "The group (real and made-up areas are never compared)",
          period(),
          null,
          beside());
    }
    return surroundings
        .groupFigure(
            List.of(method, group, period()),
            () ->
                figure(
                    method,
                    how,
                    surroundings.figures(group, members, period()),
                    "areas of the group"))
        .beside(beside(), null);
  }

  /** What the value is to reach: the viewer's own target before the official one. */
  public ComparatorFigure target() {
    return ComparatorFigure.target(surroundings.target(period().endsOn()), period(), beside());
  }

  /** The cut point between the bands A and B. */
  public ComparatorFigure topQuartile() {
    return surroundings
        .groupFigure(
            List.of(Method.TOP_QUARTILE, generatedRegions(), period()),
            () ->
                GroupFigure.topQuartile(
                    observation.indicator(),
                    period(),
                    surroundings.direction(),
                    surroundings.figures(areas().comparableWith(councils()), period())))
        .beside(beside(), null);
  }

  private ComparatorFigure published(Method method, Area area) {
    return ComparatorFigure.published(method, surroundings.figure(area, period()), beside());
  }

  private ComparatorFigure ofNeighbours(Method method, SummaryMethod how) {
    List<Observation> all =
        surroundings.neighbours(observation.area()).stream()
            .map(neighbour -> surroundings.figure(neighbour, period()))
            .toList();
    NeighbourModel model = surroundings.model();
    return figure(method, how, all, "statistical neighbours (%s model)".formatted(model.code()))
        .beside(beside(), model);
  }

  private GroupFigure figure(Method method, SummaryMethod how, List<Observation> all, String of) {
    return GroupFigure.of(method, how, period(), surroundings.order(period()), all, of);
  }

  /** What tells those who may be compared with it from others: its regions, where made up. */
  private List<Integer> generatedRegions() {
    return councils().stream()
        .filter(Council::generated)
        .map(Council::regionKey)
        .distinct()
        .toList();
  }

  private Beside beside() {
    return new Beside(observation, surroundings);
  }

  /** The council, or the councils that report together. */
  private List<Council> councils() {
    return switch (observation.area()) {
      case Council council -> List.of(council);
      case JointReturn joint -> joint.memberKeys().stream().map(areas()::council).toList();
      case Region _, Country _ -> List.of();
    };
  }

  private Optional<CouncilType> type() {
    List<CouncilType> types = councils().stream().map(Council::type).distinct().toList();
    return types.size() == 1 ? Optional.of(types.getFirst()) : Optional.empty();
  }

  private Area regionOf(Area area) {
    return switch (area) {
      case Council council -> areas().regionOf(council);
      case JointReturn joint ->
          areas().regionOf(areas().council(joint.memberKeys().iterator().next()));
      case Region region -> region;
      case Country country -> country;
    };
  }

  private Areas areas() {
    return surroundings.areas();
  }

  private Period period() {
    return observation.period();
  }
}
