package org.sightline.schema.lint;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLSchema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sightline.schema.Contract;

/** The contract keeps every rule. */
final class LintTest {
  private static final GraphQLSchema CONTRACT = Contract.schema();

  @ParameterizedTest
  @EnumSource(Rule.class)
  void theContractKeeps(Rule rule) {
    assertThat(rule.faults(CONTRACT)).as("faults of the contract").isEmpty();
  }
}
