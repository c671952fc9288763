package org.sightline.benchmark;

import graphql.schema.DataFetchingEnvironment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.Confidence;
import org.sightline.benchmark.statistics.Distribution;
import org.sightline.graphql.TypeFields;
import org.sightline.indicator.Observation;

/** The fields of standings, trend points and summaries. */
final class StandingFields {
  private StandingFields() {}

  /** A standing together with the benchmark that it stands in. */
  record InBenchmark(Benchmark benchmark, Standing standing) {
    static List<InBenchmark> all(Benchmark benchmark) {
      return of(benchmark, benchmark.standings());
    }

    static List<InBenchmark> of(Benchmark benchmark, List<Standing> some) {
      return some.stream().map(standing -> new InBenchmark(benchmark, standing)).toList();
    }

    Observation observation() {
      return standing.observation();
    }
  }

  static TypeFields<InBenchmark> standing() {
    return figure(TypeFields.of("Standing", InBenchmark.class), InBenchmark::observation)
        .field("area", one -> one.observation().area())
        .field("rank", one -> one.standing().rank())
        .field("band", one -> one.standing().band())
        .field("noRankBecause", one -> one.standing().noRankBecause())
        .field("noBandBecause", one -> one.standing().noBandBecause())
        .field("change", one -> one.standing().change())
        .fetch("interval", (one, environment) -> interval(one, environment).value())
        .field(
            "noIntervalBecause",
            one -> Intervals.of(one.observation(), Confidence.P95).noneBecause())
        .field("percentile", one -> percentile(one).value())
        .field("noPercentileBecause", one -> percentile(one).noneBecause())
        .fetch("quantileGroup", (one, environment) -> quantileGroup(one, environment).value())
        .fetch(
            "noQuantileGroupBecause",
            (one, environment) -> quantileGroup(one, environment).noneBecause())
        .field(
            "differenceFromMedian",
            one -> Positions.differenceFromMedian(one.benchmark(), one.standing()))
        .field(
            "differenceFromBest",
            one -> Positions.differenceFromBest(one.benchmark(), one.standing()))
        .field("funnel", one -> funnel(one).value())
        .field("noFunnelBecause", one -> funnel(one).noneBecause())
        .field("comparators", one -> one.benchmark().comparators(one.standing()));
  }

  private static Statistic<BigDecimal> percentile(InBenchmark one) {
    return Positions.percentile(one.benchmark(), one.standing());
  }

  private static Statistic<Integer> quantileGroup(
      InBenchmark one, DataFetchingEnvironment environment) {
    int groups = Objects.requireNonNull(environment.<Integer>getArgument("groups"));
    return Positions.quantileGroup(one.benchmark(), one.standing(), groups);
  }

  private static Statistic<FunnelPlace> funnel(InBenchmark one) {
    return FunnelPlace.of(one.benchmark().funnel(), one.observation());
  }

  private static Statistic<FigureInterval> interval(
      InBenchmark one, DataFetchingEnvironment environment) {
    return Intervals.of(one.observation(), ConfidenceArgument.read(environment));
  }

  static TypeFields<Trend.Point> trendPoint() {
    return figure(TypeFields.of("TrendPoint", Trend.Point.class), Trend.Point::observation)
        .field("period", point -> point.observation().period());
  }

  private static <S> TypeFields<S> figure(
      TypeFields<S> fields, Function<S, Observation> observation) {
    return fields
        .field("observation", observation::apply)
        .field("value", source -> observation.apply(source).value())
        .field("missing", source -> observation.apply(source).missing())
        .field("numerator", source -> observation.apply(source).numerator().number())
        .field("denominator", source -> observation.apply(source).denominator().number());
  }

  static TypeFields<Summary> summary() {
    return TypeFields.of("Summary", Summary.class)
        .field("n", Summary::n)
        .field("minimum", of(Distribution::minimum))
        .field("lowerQuartile", of(Distribution::lowerQuartile))
        .field("median", of(Distribution::median))
        .field("upperQuartile", of(Distribution::upperQuartile))
        .field("maximum", of(Distribution::maximum));
  }

  static TypeFields<Summary.MissingCount> missingCount() {
    return TypeFields.of("MissingCount", Summary.MissingCount.class)
        .field("count", Summary.MissingCount::count);
  }

  private static Function<Summary, @Nullable Object> of(Function<Distribution, Object> figure) {
    return summary -> {
      @Nullable Distribution distribution = summary.distribution();
      return distribution == null ? null : figure.apply(distribution);
    };
  }
}
