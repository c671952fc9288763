package org.sightline.schema.lint;

import graphql.schema.GraphQLSchema;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is asked of the contract beside being valid. Each gives a sentence for every fault. */
enum Rule {
  MUTATIONS_TAKE_ONE_INPUT(Shapes::mutations),
  LISTS_HAVE_NO_HOLES(Shapes::lists),
  CONNECTIONS_ARE_ALIKE(Shapes::connections),
  EVERY_TYPE_IS_USED(Shapes::unused),
  BOOLEANS_SAY_WHETHER(Names::booleans),
  ENUM_VALUES_DO_NOT_REPEAT_THEIR_ENUM(Names::enumValues),
  ARGUMENTS_HAVE_ONE_MEANING(Names::arguments),
  IDS_ARE_IDS(Names::ids),
  DAYS_AND_INSTANTS_ARE_SCALARS(Names::days),
  NUMBERS_SAY_THEIR_UNIT(Descriptions::units),
  FIGURES_SAY_THEIR_SOURCE(Descriptions::sources),
  DESCRIPTIONS_SAY_MORE_THAN_NAMES(Descriptions::echoes),
  DESCRIPTIONS_SAY_SOMETHING_OF_THEIR_OWN(Descriptions::shared);

  @SuppressWarnings("ImmutableEnumChecker") // a reference to a method that keeps nothing
  private final Function<GraphQLSchema, Stream<String>> faults;

  Rule(Function<GraphQLSchema, Stream<String>> faults) {
    this.faults = faults;
  }

  Stream<String> faults(GraphQLSchema schema) {
    return faults.apply(schema).sorted();
  }
}
