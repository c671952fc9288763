package org.sightline.graphql.operation;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.sightline.graphql.OperationLimit;

/** How many questions that go through whole groups of records one query may ask. */
@Singleton
final class WideQuestionLimit implements OperationLimit {
  private static final Set<String> WIDE =
      Set.of("findingsToImpact", "planComparison", "inspectionMatrix");

  @Override
  public String name() {
    return "wide-questions";
  }

  @Override
  public int most() {
    return 5;
  }

  @Override
  public String sentence() {
    return "A query asks at most %s times, over all its aliases, for findingsToImpact, planComparison and inspectionMatrix together. Ask for the others in another request.";
  }

  @Override
  public int cost(String field, Map<String, Object> arguments) {
    return WIDE.contains(field) ? 1 : 0;
  }
}
