package org.sightline.search;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Dataset;

/** How many there are, in all and by facet. */
record Tally(List<Line> lines) {
  private static final String TOTAL = "TOTAL";
  private static final String READ = "READ";
  private static final String READ_PLANS = "READ_PLANS";

  /**
   * One number.
   *
   * @param facet TOTAL, READ, READ_PLANS, or what it is counted by
   * @param value null for those of which it is not known, and for the total; the owner of what is
   *     read
   */
  record Line(String facet, @Nullable String value, int count) {}

  Tally {
    lines = List.copyOf(lines);
  }

  /** Counts, for the access log, every shared row that stands in any of the numbers. */
  static Tally counting(Dataset dataset, List<Line> lines) {
    log(READ, dataset, lines);
    log(READ_PLANS, Dataset.PLANS, lines);
    return new Tally(lines);
  }

  private static void log(String facet, Dataset dataset, List<Line> lines) {
    lines.stream()
        .filter(line -> line.facet().equals(facet))
        .forEach(
            line ->
                BoundViewer.current()
                    .reads()
                    .records(
                        Integer.parseInt(Objects.requireNonNull(line.value())),
                        dataset,
                        line.count()));
  }

  int total() {
    return of(TOTAL).mapToInt(Line::count).sum();
  }

  /** A facet's numbers, the most first; of equal ones by what they are counted by. */
  <T> List<T> facet(String facet, Function<Line, Stream<T>> form) {
    return of(facet)
        .sorted(
            Comparator.comparing(Line::count, Comparator.reverseOrder())
                .thenComparing(
                    Line::value, Comparator.nullsLast(Comparator.<String>naturalOrder())))
        .flatMap(form)
        .toList();
  }

  private Stream<Line> of(String facet) {
    return lines.stream().filter(line -> line.facet().equals(facet));
  }
}
