package org.sightline.benchmark;

import graphql.schema.DataFetchingEnvironment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.sightline.benchmark.FunnelPlot.Limits;
import org.sightline.benchmark.statistics.Funnel.Allowance;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.TypeFields;

/** The fields of the funnel around England. */
final class FunnelFields {
  private static final int MOST_DENOMINATORS = 200;

  private FunnelFields() {}

  static TypeFields<FunnelPlot> funnel() {
    return TypeFields.of("Funnel", FunnelPlot.class)
        .field("kind", FunnelPlot::kind)
        .field("overDispersion", FunnelPlot::overDispersion)
        .field("outside", FunnelPlot::outside)
        .fetch("limits", FunnelFields::limits);
  }

  private static List<Limits> limits(FunnelPlot funnel, DataFetchingEnvironment environment) {
    List<BigDecimal> denominators =
        Objects.requireNonNull(environment.<List<BigDecimal>>getArgument("at"));
    if (denominators.size() > MOST_DENOMINATORS
        || denominators.stream().anyMatch(one -> one.signum() <= 0)) {
      throw new BadUserInput(
          "Limits are drawn at up to %d denominators, each above 0.".formatted(MOST_DENOMINATORS),
          "at");
    }
    return funnel.limits(
        denominators, Allowance.valueOf(Arguments.required(environment, "allowance")));
  }
}
