package org.sightline.graphql.schema;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.NotFound;
import org.sightline.graphql.RoomFields;

/** A schema of a few fields in place of the real one, for tests of the transport. */
@Factory
@Requires(property = "sightline.test.tiny-schema", value = "true")
public final class TinySchema {
  /** Every construct that a caller can get wrong, once. */
  public static final String TEXT =
      """
      type Query {
        council(code: CouncilCode!): Council
        councils(in: Group, kind: Kind = CITY, at: Date, most: Int): [Council!]!
        exact: Decimal!
        fails: String
        refuses: String
        nothing: String
        thing: Thing
      }
      type Mutation { rename(code: CouncilCode!, name: String!): Council }
      type Council { code: String! name: String! since: Date kind: Kind! neighbours: [Council!]! }
      type Region { name: String! }
      union Thing = Council | Region
      enum Kind { CITY COUNTY DISTRICT }
      input Group @oneOf { region: String, codes: [CouncilCode!], sized: Size }
      input Size { least: Int!, most: Int }
      scalar CouncilCode
      scalar Date
      scalar Decimal
      """;

  @Context
  @Replaces(bean = GraphQLSchema.class, factory = SchemaFactory.class)
  GraphQLSchema schema() {
    return SchemaAssembly.assemble(Map.of("tiny.graphqls", TEXT), List.of(new TinyFields()));
  }

  /** What stands behind the tiny schema. */
  public record Council(String code, String name, LocalDate since, String kind) {
    public List<Council> neighbours() {
      return List.of(this);
    }
  }

  private static final class TinyFields implements RoomFields {
    private static final Council HULL =
        new Council("E06000010", "Hull", LocalDate.of(1996, 4, 1), "CITY");

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
      wiring
          .type(
              "Query",
              query ->
                  query
                      .dataFetcher("council", environment -> HULL)
                      .dataFetcher("councils", environment -> List.of(HULL))
                      .dataFetcher("exact", environment -> new BigDecimal("102.90"))
                      .dataFetcher("fails", TinyFields::fail)
                      .dataFetcher("refuses", TinyFields::refuse)
                      .dataFetcher("nothing", TinyFields::findNothing)
                      .dataFetcher("thing", environment -> HULL))
          .type("Mutation", mutation -> mutation.dataFetcher("rename", environment -> HULL))
          .type(
              "Council", council -> council.dataFetcher("neighbours", environment -> List.of(HULL)))
          .type(
              "Thing",
              thing ->
                  thing.typeResolver(
                      environment -> environment.getSchema().getObjectType("Council")));
    }

    @Override
    public Map<String, Class<? extends Record>> records() {
      return Map.of("Council", Council.class);
    }

    private static Object fail(Object environment) {
      throw new IllegalStateException("select secret from table");
    }

    private static Object refuse(Object environment) {
      throw new BadUserInput("There is no such period.", "period", List.of("2024", "2025"));
    }

    private static Object findNothing(Object environment) {
      throw new NotFound("There is nothing with that id.");
    }
  }
}
