package org.sightline.benchmark;

import graphql.schema.DataFetchingEnvironment;
import org.sightline.benchmark.statistics.Confidence;
import org.sightline.graphql.Arguments;

/** Reads the schema's ConfidenceLevel. */
final class ConfidenceArgument {
  private ConfidenceArgument() {}

  /** The level asked for. */
  static Confidence read(DataFetchingEnvironment environment) {
    return Confidence.valueOf(Arguments.required(environment, "level"));
  }
}
