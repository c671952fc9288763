package org.sightline.graphql.schema;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.NotFound;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.RoomLoaders;
import org.sightline.tenancy.Sql;
import org.sightline.tenancy.ViewerTransactions;

/** A schema of a few fields in place of the real one, for tests of the transport. */
@Factory
@Requires(property = "sightline.test.tiny-schema", value = "true")
public final class TinySchema {
  private static final String DIRECTIVES = "directives.graphqls";

  /** Every construct that a caller can get wrong, once. */
  public static final String TEXT =
      """
      type Query {
        council(code: CouncilCode!): Council
        councils(in: Group, kind: Kind = CITY, at: Date, most: Int): [Council!]!
        exact(nearest: Float): Decimal!
        fails(by: String): String
        refuses: String
        nothing: String
        thing: Thing
        slow(seconds: Int!): String
        notes: Int!
        dear: Int! @cost(weight: "100000")
        directory(first: Int! = 20): CouncilConnection!
        viewer: String
        thread: String
        linked(key: Int!): Link
      }
      type Link { key: Int! batch: [Int!]! thread: String! next: Link }
      type Mutation { rename(code: CouncilCode!, name: String!): Council note(text: String!, seconds: Int!): String apart: String }
      type Council { code: String! name: String! since: Date kind: Kind! neighbours: [Council!]! }
      type Region { name: String! }
      type CouncilConnection { edges: [CouncilEdge!]! }
      type CouncilEdge { node: Council! }
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
  GraphQLSchema schema(
      BeanProvider<Connection> connection, BeanProvider<ViewerTransactions> transactions) {
    return SchemaAssembly.assemble(
        Map.of(
            "tiny.graphqls",
            TEXT,
            DIRECTIVES,
            Objects.requireNonNull(SchemaTexts.in("sightline/schema").get(DIRECTIVES))),
        List.of(new TinyFields(connection, transactions)));
  }

  @Singleton
  RoomLoaders loaders() {
    return registry ->
        registry.register(
            "links",
            DataLoaderFactory.<Integer, Link>newDataLoader(
                keys ->
                    CompletableFuture.completedFuture(
                        keys.stream()
                            .map(key -> new Link(key, keys, Thread.currentThread().toString()))
                            .toList())));
  }

  /** One of a batch; it knows the whole batch, so that a test can see what came together. */
  public record Link(int key, List<Integer> batch, String thread) {}

  /** What stands behind the tiny schema. */
  public record Council(String code, String name, LocalDate since, String kind) {
    public List<Council> neighbours() {
      return List.of(this);
    }
  }

  /** One page of councils, of which a test asks as many as it likes. */
  public record CouncilConnection(List<CouncilEdge> edges) {}

  /** One council of a page. */
  public record CouncilEdge(Council node) {}

  /** What a council can be, asked for and answered. */
  private enum Kind {
    CITY,
    COUNTY,
    DISTRICT
  }

  /** The other thing that there could be. */
  public record Region(String name) {}

  private record TinyFields(
      BeanProvider<Connection> connection, BeanProvider<ViewerTransactions> transactions)
      implements RoomFields {
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
                      .dataFetcher("thing", environment -> HULL)
                      .dataFetcher("slow", this::sleep)
                      .dataFetcher("notes", environment -> notes())
                      .dataFetcher("dear", environment -> notes())
                      .dataFetcher(
                          "directory",
                          environment -> new CouncilConnection(List.of(new CouncilEdge(HULL))))
                      .dataFetcher(
                          "viewer", environment -> text("current_setting('sightline.viewer')"))
                      .dataFetcher("thread", environment -> Thread.currentThread().toString())
                      .dataFetcher("linked", TinyFields::linked))
          .type("Link", link -> link.dataFetcher("next", TinyFields::next))
          .type(
              "Mutation",
              mutation ->
                  mutation
                      .dataFetcher("rename", environment -> HULL)
                      .dataFetcher("note", this::note)
                      .dataFetcher(
                          "apart", environment -> transactions.get().writeApart(() -> "apart")))
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
      return Map.of(
          "Council", Council.class,
          "CouncilConnection", CouncilConnection.class,
          "CouncilEdge", CouncilEdge.class,
          "Link", Link.class,
          "Region", Region.class);
    }

    @Override
    public Map<String, Class<? extends Enum<?>>> enums() {
      return Map.of("Kind", Kind.class);
    }

    private Object sleep(DataFetchingEnvironment environment) {
      return text("pg_sleep(" + environment.<Integer>getArgument("seconds") + ")::text");
    }

    /** Writes something into the database, and then takes its time. */
    private Object note(DataFetchingEnvironment environment) {
      String text = Objects.requireNonNull(environment.<String>getArgument("text"));
      Connection open = connection.get();
      int _ = Sql.execute(open, "INSERT INTO note_of_a_test (text) VALUES (?)", text);
      Object _ = sleep(environment);
      return text;
    }

    private Integer notes() {
      return Sql.list(
              connection.get(),
              "SELECT count(*)::integer FROM note_of_a_test",
              row -> row.getInt(1))
          .getFirst();
    }

    private String text(String expression) {
      return Sql.list(connection.get(), "SELECT " + expression, row -> row.getString(1)).getFirst();
    }

    private static CompletableFuture<Link> linked(DataFetchingEnvironment environment) {
      Integer key = Objects.requireNonNull(environment.getArgument("key"));
      return link(environment, key);
    }

    private static CompletableFuture<Link> next(DataFetchingEnvironment environment) {
      Link link = Objects.requireNonNull(environment.getSource());
      return link(environment, link.key() + 1);
    }

    private static CompletableFuture<Link> link(DataFetchingEnvironment environment, Integer key) {
      DataLoader<Integer, Link> links = Objects.requireNonNull(environment.getDataLoader("links"));
      return links.load(key);
    }

    private static Object fail(DataFetchingEnvironment environment) {
      switch (environment.getArgumentOrDefault("by", "")) {
        case "stack" -> throw new StackOverflowError("secret");
        case "heap" -> throw new OutOfMemoryError("secret");
        default -> throw new IllegalStateException("select secret from table");
      }
    }

    private static Object refuse(Object environment) {
      throw new BadUserInput("There is no such period.", "period", List.of("2024", "2025"));
    }

    private static Object findNothing(Object environment) {
      throw new NotFound("There is nothing with that id.");
    }
  }
}
