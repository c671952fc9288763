package org.sightline.council;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.BadUserInput;

/** Who belongs to a group of councils, whether or not they exist on a given day. */
@Singleton
public class CouncilGroupService {
  private static final int MOST_COUNCILS = 200;

  private final AreaService areaService;
  private final NeighbourService neighbourService;
  private final Map<String, GroupSource> sources;

  CouncilGroupService(
      AreaService areaService, NeighbourService neighbourService, List<GroupSource> sources) {
    this.areaService = areaService;
    this.neighbourService = neighbourService;
    this.sources =
        sources.stream().collect(Collectors.toMap(GroupSource::field, Function.identity()));
  }

  /**
   * Every council there has ever been in the group, by name. Councils that were made up for the
   * demonstration are in a group only where they are meant, and never together with real ones.
   *
   * @param asAt the day that decides which neighbour model is the newest, where none is named; null
   *     for the newest of all
   * @throws BadUserInput when a code, region, model, attribute or value is unknown, the list too
   *     long, or real councils are named together with made-up ones
   * @throws org.sightline.graphql.NotFound for an id that is nothing to the viewer
   */
  public List<Council> members(CouncilGroup group, Areas areas, @Nullable LocalDate asAt) {
    return members(group, areas, asAt, asAt == null ? Arguments.today() : asAt);
  }

  /**
   * As above.
   *
   * @param day on which the councils belong to a group that changes with time, where the group
   *     names no day itself
   */
  public List<Council> members(
      CouncilGroup group, Areas areas, @Nullable LocalDate asAt, LocalDate day) {
    return switch (group) {
      case CouncilGroup.England _ -> areas.councils();
      case CouncilGroup.Generated _ -> areas.councils(true);
      case CouncilGroup.InRegion inRegion -> areas.councilsOf(region(inRegion.region(), areas));
      case CouncilGroup.OfType ofType ->
          areas.councils().stream().filter(council -> council.type() == ofType.type()).toList();
      case CouncilGroup.Pinned pinned -> pinned.keys().stream().map(areas::council).toList();
      case CouncilGroup.Named named -> named(named.codes(), areas);
      case CouncilGroup.NeighboursOf neighboursOf -> neighboursOf(neighboursOf, areas, asAt);
      case CouncilGroup.Elsewhere elsewhere -> elsewhere(elsewhere, areas, day);
    };
  }

  private List<Council> elsewhere(CouncilGroup.Elsewhere asked, Areas areas, LocalDate day) {
    GroupSource source = Objects.requireNonNull(sources.get(asked.field()), asked.field());
    List<Council> councils = source.members(asked.asked(), areas, day);
    refuseMixture(councils);
    return councils;
  }

  private List<Council> named(List<String> codes, Areas areas) {
    if (codes.isEmpty() || codes.size() > MOST_COUNCILS) {
      throw new BadUserInput(
          "A group names 1 to %d councils; this one names %d."
              .formatted(MOST_COUNCILS, codes.size()));
    }
    List<Council> councils = areaService.listByCodes(areas, codes);
    refuseMixture(councils);
    return councils;
  }

  /**
   * Councils that may be put side by side.
   *
   * @throws BadUserInput when some are real and some made up for the demonstration
   */
  public static void refuseMixture(List<Council> councils) {
    Map<Boolean, String> names =
        councils.stream()
            .collect(
                Collectors.partitioningBy(
                    Council::generated,
                    Collectors.mapping(Council::name, Collectors.joining(", "))));
    String madeUp = names.getOrDefault(true, "");
    String real = names.getOrDefault(false, "");
    if (!madeUp.isEmpty() && !real.isEmpty()) {
      throw new BadUserInput(
          ("Councils made up for the demonstration are never put side by side with real ones. Made"
                  + " up: %s. Real: %s.")
              .formatted(madeUp, real),
          "councils");
    }
  }

  private List<Council> neighboursOf(
      CouncilGroup.NeighboursOf asked, Areas areas, @Nullable LocalDate asAt) {
    Council council = areaService.getByCode(areas, asked.council());
    NeighbourModel model = neighbourService.model(asked.model(), asAt);
    Map<Integer, List<Neighbour>> neighbours =
        neighbourService.neighbours(model, List.of(council.key()), areas);
    Stream<Council> others =
        neighbours.getOrDefault(council.key(), List.of()).stream().map(Neighbour::council);
    return asked.includeCouncil()
        ? Stream.concat(Stream.of(council), others).toList()
        : others.toList();
  }

  /**
   * The region of a code or name, real or made up.
   *
   * @throws BadUserInput when there is none; the message names the real ones
   */
  public static Region region(String asked, Areas areas) {
    return Stream.concat(areas.regions().stream(), areas.regions(true).stream())
        .filter(region -> region.code().equals(asked) || region.name().equalsIgnoreCase(asked))
        .findFirst()
        .orElseThrow(
            () ->
                new BadUserInput(
                    "There is no region '%s'. Allowed: %s."
                        .formatted(
                            asked,
                            areas.regions().stream()
                                .map(region -> "%s (%s)".formatted(region.name(), region.code()))
                                .collect(Collectors.joining(", ")))));
  }
}
