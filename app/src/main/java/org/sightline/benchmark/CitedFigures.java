package org.sightline.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.council.Area;
import org.sightline.council.Council;
import org.sightline.indicator.AccessClass;
import org.sightline.indicator.MissingReason;
import org.sightline.indicator.Observation;
import org.sightline.indicator.Period;
import org.sightline.indicator.Quantity;

/** The figures of a benchmark as texts that are the same as long as the figures are. */
final class CitedFigures {
  private CitedFigures() {}

  /**
   * Every figure, whoever may see it, and the group as asked: digested, for a fingerprint that is
   * made under a key.
   */
  static String text(Benchmark benchmark) {
    return sha256(
        Stream.concat(
                Stream.of(
                    benchmark.indicator().code(),
                    benchmark.period().type().name(),
                    benchmark.period().code(),
                    benchmark.breakdown().code(),
                    CitationText.group(benchmark.question()).toString()),
                Stream.concat(
                    observations(benchmark).stream().map(CitedFigures::whole),
                    around(benchmark, CitedFigures::whole)))
            .collect(Collectors.joining("\n")));
  }

  /** The figures beside the group's, as far as everybody may see them. */
  static String publishedAround(Benchmark benchmark) {
    return around(benchmark, CitedFigures::published).collect(Collectors.joining("\n"));
  }

  /** A figure as far as everybody may see it: an unpublished one as if it were not there. */
  static String published(Observation observation) {
    return isPublished(observation)
        ? whole(observation)
        : observation.area().key() + "|" + MissingReason.NOT_COLLECTED;
  }

  /** Whether there is anything that everybody may see. */
  static boolean isPublished(Observation observation) {
    return observation.accessClass() == AccessClass.PUBLISHED
        && observation.missing() != MissingReason.NOT_COLLECTED;
  }

  /** The group's, in the order of the areas' keys. */
  static List<Observation> observations(Benchmark benchmark) {
    return standings(benchmark).map(Standing::observation).toList();
  }

  private static Stream<Standing> standings(Benchmark benchmark) {
    return benchmark.standings().stream()
        .sorted(Comparator.comparing(standing -> standing.observation().area().key()));
  }

  /**
   * England's and the regions' figures, the neighbours', all those over which bands are cut, and
   * the group's in the periods that they are compared with.
   */
  private static Stream<String> around(Benchmark benchmark, Function<Observation, String> written) {
    Surroundings surroundings = benchmark.surroundings();
    Period period = benchmark.period();
    Stream<Observation> published =
        Stream.concat(
                Stream.of(surroundings.areas().england()), surroundings.areas().regions().stream())
            .map(area -> surroundings.figure(area, period));
    Stream<String> earlier =
        standings(benchmark).flatMap(standing -> earlier(standing, surroundings, written));
    Stream<String> neighbours =
        standings(benchmark)
            .map(standing -> standing.observation().area())
            .filter(Council.class::isInstance)
            .map(area -> neighbours(area, surroundings));
    return Stream.of(published.map(written), all(benchmark).map(written), neighbours, earlier)
        .flatMap(one -> one);
  }

  /** Those over which bands are cut; the neighbours are among them. */
  private static Stream<Observation> all(Benchmark benchmark) {
    List<Council> members =
        benchmark.standings().stream()
            .map(standing -> standing.observation().area())
            .filter(Council.class::isInstance)
            .map(Council.class::cast)
            .toList();
    Surroundings surroundings = benchmark.surroundings();
    return surroundings
        .figures(surroundings.areas().comparableWith(members), benchmark.period())
        .stream()
        .sorted(Comparator.comparing(one -> one.area().key()));
  }

  private static String neighbours(Area area, Surroundings surroundings) {
    return surroundings.neighbours(area).stream()
        .map(neighbour -> String.valueOf(neighbour.key()))
        .collect(Collectors.joining(",", area.key() + " beside ", ""));
  }

  private static Stream<String> earlier(
      Standing standing, Surroundings surroundings, Function<Observation, String> written) {
    return Stream.of(standing.change().since(), standing.change().yearBefore().since())
        .flatMap(Stream::ofNullable)
        .distinct()
        .map(
            (Period period) ->
                period.code()
                    + " "
                    + written.apply(surroundings.figure(standing.observation().area(), period)));
  }

  private static String whole(Observation observation) {
    return Stream.of(observation.figure(), observation.numerator(), observation.denominator())
        .map(CitedFigures::quantity)
        .collect(Collectors.joining("|", observation.area().key() + "|", ""));
  }

  private static String quantity(Quantity quantity) {
    return quantity.number() == null
        ? String.valueOf(quantity.missing())
        : Rounding.plain(quantity.number());
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
