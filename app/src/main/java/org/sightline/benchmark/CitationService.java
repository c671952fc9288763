package org.sightline.benchmark;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.NotFound;
import org.sightline.indicator.ObservationService;

/**
 * Makes citations and looks them up. A citation is what was asked, a fingerprint of what was
 * answered, and a seal by which the service knows its own; it grants nothing, because what it pins
 * is asked anew by whoever brings it.
 */
@Singleton
class CitationService {
  private static final String ADDRESS = "/graphql?query=";
  private static final String ANSWER =
      "{unchanged difference benchmark{indicator{name} period{label} basis{text} standings{area{name} value missing}}}";
  private static final char SEPARATOR = '.';

  private final CitationStore store;
  private final BenchmarkService benchmarkService;
  private final ObservationService observationService;

  CitationService(
      CitationStore store,
      BenchmarkService benchmarkService,
      ObservationService observationService) {
    this.store = store;
    this.observationService = observationService;
    this.benchmarkService = benchmarkService;
  }

  /** The citations of some benchmarks, in three statements. */
  Map<Benchmark, Citation> cite(List<Benchmark> benchmarks) {
    Map<Benchmark, String> figures = each(benchmarks, CitedFigures::text);
    Map<String, CitationStore.Print> prints = store.prints(figures.values());
    Map<Integer, OffsetDateTime> arrivals =
        observationService.lastArrivals(
            benchmarks.stream().map(one -> one.indicator().id()).distinct().toList());
    Map<Benchmark, CitationText> texts =
        each(
            benchmarks,
            one ->
                CitationText.of(
                    one, of(prints, of(figures, one)), arrivals.get(one.indicator().id())));
    Map<Benchmark, String> encoded = each(benchmarks, one -> of(texts, one).encoded());
    Map<String, CitationStore.Print> seals = store.prints(encoded.values());
    return each(
        benchmarks,
        one -> {
          String text = of(encoded, one);
          return citation(
              one, text + SEPARATOR + of(seals, text).fingerprint(), of(texts, one).fingerprint());
        });
  }

  /**
   * A cited benchmark, asked anew.
   *
   * @throws BadUserInput when the text is none that this service gave, or names what the viewer has
   *     none of
   * @throws NotFound when its group is nothing to the viewer, or no more
   */
  CitedBenchmark find(String citation) {
    int end = citation.lastIndexOf(SEPARATOR);
    String text = citation.substring(0, Math.max(0, end));
    String seal = citation.substring(end + 1);
    if (end < 0 || !seal.equals(fingerprint(text))) {
      throw new BadUserInput(
          "This is no citation that this service gave, or a part of it is lost or altered. Ask with"
              + " the whole text of Benchmark.citation.code.",
          "citation");
    }
    CitationText cited = CitationText.decode(text);
    Benchmark now = askedAnew(cited);
    if (cited.fingerprint().equals(fingerprint(CitedFigures.text(now)))) {
      return new CitedBenchmark(now, true, List.of());
    }
    CitationMarks marks = CitationMarks.of(now, store.key(cited.fingerprint()));
    return new CitedBenchmark(now, false, CitedDifference.of(now, marks, cited.marks()));
  }

  private Benchmark askedAnew(CitationText cited) {
    try {
      return benchmarkService.benchmark(cited.indicator(), cited.question());
    } catch (NotFound e) {
      throw new NotFound("The group of this citation is gone, or is none of yours. " + e.message());
    }
  }

  private String fingerprint(String text) {
    return of(store.prints(List.of(text)), text).fingerprint();
  }

  private static Citation citation(Benchmark benchmark, String code, String fingerprint) {
    String query =
        URLEncoder.encode(
            "{citedBenchmark(citation:\"%s\")%s}".formatted(code, ANSWER), StandardCharsets.UTF_8);
    return new Citation(
        code,
        ADDRESS + query.replace("+", "%20"),
        benchmark.basis().asAt(),
        fingerprint,
        "%s, %s, %d areas as known on %s: the figures that you could see, and those beside them."
            .formatted(
                benchmark.indicator().name(),
                benchmark.period().label(),
                benchmark.standings().size(),
                benchmark.basis().asAt()));
  }

  private static <K, V> V of(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key));
  }

  private static <V> Map<Benchmark, V> each(
      List<Benchmark> benchmarks, Function<Benchmark, V> make) {
    Map<Benchmark, V> made = new HashMap<>();
    benchmarks.forEach(one -> made.put(one, make.apply(one)));
    return made;
  }
}
