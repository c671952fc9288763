package org.sightline.benchmark;

import graphql.schema.DataFetchingEnvironment;
import org.sightline.benchmark.statistics.Confidence;
import org.sightline.benchmark.statistics.Verdict;
import org.sightline.council.GroupArgument;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.TypeFields;

/** The fields of what standings and trend points are compared with. */
final class ComparatorFields {
  private ComparatorFields() {}

  static TypeFields<Comparators> comparators() {
    return TypeFields.of("Comparators", Comparators.class)
        .field("england", Comparators::england)
        .field("region", Comparators::region)
        .field("neighbourMean", Comparators::neighbourMean)
        .field("neighbourMedian", Comparators::neighbourMedian)
        .field("neighbourBest", Comparators::neighbourBest)
        .fetch("type", (one, environment) -> one.type(how(environment)))
        .fetch("group", ComparatorFields::group)
        .field("target", Comparators::target)
        .field("topQuartile", Comparators::topQuartile);
  }

  static TypeFields<ComparatorFigure> comparator() {
    return TypeFields.of("Comparator", ComparatorFigure.class)
        .field("value", ComparatorFigure::value)
        .field("missing", ComparatorFigure::missing)
        .field("fewerThanEight", ComparatorFigure::fewerThanEight)
        .field("difference", ComparatorFigure::difference)
        .fetch("verdict", (one, environment) -> verdict(one, environment).value())
        .field("noVerdictBecause", one -> Verdicts.of(one, Confidence.P95).noneBecause())
        .field("overDispersed", Verdicts::overDispersed)
        .field("gapInChildren", one -> Gaps.of(one).value())
        .field("gapUnit", Gaps::unit)
        .field("noGapBecause", one -> Gaps.of(one).noneBecause())
        .field("basis", Verdicts::basis);
  }

  private static Statistic<Verdict> verdict(
      ComparatorFigure comparator, DataFetchingEnvironment environment) {
    return Verdicts.of(comparator, ConfidenceArgument.read(environment));
  }

  private static ComparatorFigure group(
      Comparators comparators, DataFetchingEnvironment environment) {
    return comparators.group(GroupArgument.read(environment.getArgument("in")), how(environment));
  }

  private static SummaryMethod how(DataFetchingEnvironment environment) {
    return SummaryMethod.valueOf(Arguments.required(environment, "method"));
  }
}
