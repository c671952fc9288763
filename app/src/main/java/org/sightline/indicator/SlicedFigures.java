package org.sightline.indicator;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sightline.council.Areas;

/** What was read for some slices and for the parts of their totals, by slice. */
final class SlicedFigures {
  private record Key(int indicatorId, String breakdown) {
    static Key of(Slice slice) {
      return new Key(slice.series().indicator().id(), slice.breakdown().code());
    }
  }

  private final Areas areas;
  private final Map<Key, List<Observation>> read;

  SlicedFigures(Areas areas, List<Observed> observed) {
    this.areas = areas;
    this.read =
        observed.stream()
            .collect(
                Collectors.groupingBy(
                    one -> new Key(one.observation().indicator().id(), one.breakdown()),
                    Collectors.mapping(Observed::observation, Collectors.toList())));
  }

  /** The figures of a slice, the totals that nobody gives summed of their parts. */
  Figures of(Slice slice) {
    Indicator indicator = slice.series().indicator();
    List<Observation> given = read(slice);
    List<Slice> parts = slice.parts();
    if (parts.isEmpty()) {
      return new Figures(indicator, areas, given);
    }
    Totals totals =
        new Totals(
            indicator,
            parts.stream().map(part -> new Totals.Part(words(part, slice), read(part))).toList());
    return new Figures(indicator, areas, given, totals.beside(given));
  }

  private List<Observation> read(Slice slice) {
    return read.getOrDefault(Key.of(slice), List.of());
  }

  /** What tells a part from the others, such as age 19-21. */
  private static String words(Slice part, Slice whole) {
    Breakdown told = part.breakdown();
    for (String dimension : whole.breakdown().members().keySet()) {
      if (!whole.breakdown().totalled().contains(dimension)) {
        told = told.without(dimension);
      }
    }
    return told.words();
  }
}
