package org.sightline.benchmark;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.sightline.graphql.BadUserInput;

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

  CitationService(CitationStore store, BenchmarkService benchmarkService) {
    this.store = store;
    this.benchmarkService = benchmarkService;
  }

  /** The citations of some benchmarks, in two statements. */
  Map<Benchmark, Citation> cite(List<Benchmark> benchmarks) {
    Map<Benchmark, String> figures = each(benchmarks, CitedFigures::text);
    Map<String, String> fingerprints = store.fingerprints(figures.values());
    Map<Benchmark, String> texts =
        each(
            benchmarks,
            one -> CitationText.of(one, print(fingerprints, print(figures, one))).encoded());
    Map<String, String> seals = store.fingerprints(texts.values());
    return each(
        benchmarks,
        one -> {
          String text = print(texts, one);
          return citation(
              one, text + SEPARATOR + print(seals, text), print(fingerprints, print(figures, one)));
        });
  }

  /**
   * A cited benchmark, asked anew.
   *
   * @throws BadUserInput when the text is none that this service gave, or names what the viewer has
   *     none of
   */
  CitedBenchmark find(String citation) {
    int end = citation.lastIndexOf(SEPARATOR);
    String text = citation.substring(0, Math.max(0, end));
    String seal = citation.substring(end + 1);
    if (end < 0 || !seal.equals(store.fingerprints(List.of(text)).get(text))) {
      throw new BadUserInput(
          "This is no citation that this service gave, or a part of it is lost or altered. Ask with"
              + " the whole text of Benchmark.citation.code.",
          "citation");
    }
    CitationText cited = CitationText.decode(text);
    Benchmark now = benchmarkService.benchmark(cited.indicator(), cited.question());
    String figures = CitedFigures.text(now);
    boolean unchanged =
        cited.fingerprint().equals(store.fingerprints(List.of(figures)).get(figures));
    return new CitedBenchmark(
        now, unchanged, unchanged ? List.of() : CitedFigures.difference(now, cited.marks()));
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
        "%s, %s, %d areas as known on %s: the values and the reasons for missing ones that you could see."
            .formatted(
                benchmark.indicator().name(),
                benchmark.period().label(),
                benchmark.standings().size(),
                benchmark.basis().asAt()));
  }

  private static <K, V> V print(Map<K, V> prints, K of) {
    return Objects.requireNonNull(prints.get(of));
  }

  private static <V> Map<Benchmark, V> each(
      List<Benchmark> benchmarks, Function<Benchmark, V> make) {
    Map<Benchmark, V> made = new HashMap<>();
    benchmarks.forEach(one -> made.put(one, make.apply(one)));
    return made;
  }
}
