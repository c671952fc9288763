package org.sightline.search;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Map;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;
import org.sightline.graphql.connection.Edge;
import org.sightline.graphql.connection.PageRequest;
import org.sightline.search.SearchService.SearchArguments;

/** The schema's searches. */
@Singleton
class SearchFields implements RoomFields {
  private final SearchService search;

  SearchFields(SearchService search) {
    this.search = search;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Query")
                .dataFetcher(SearchService.FINDINGS, this::findings)
                .dataFetcher(SearchService.ACTIONS, this::actions))
        .type(found("FindingConnection").wiring())
        .type(found("ActionSearchConnection").wiring())
        .type(edge("FindingEdge").wiring())
        .type(edge("ActionSearchEdge").wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.ofEntries(
        Map.entry("FindingConnection", Found.class),
        Map.entry("ActionSearchConnection", Found.class),
        Map.entry("FindingEdge", Edge.class),
        Map.entry("ActionSearchEdge", Edge.class),
        Map.entry("HighlightFragment", HighlightFragment.class),
        Map.entry("HighlightPart", HighlightPart.class),
        Map.entry("FindingFacets", Facets.OfFindings.class),
        Map.entry("ActionFacets", Facets.OfActions.class),
        Map.entry("CouncilFacet", Facets.CouncilFacet.class),
        Map.entry("FrameworkFacet", Facets.FrameworkFacet.class),
        Map.entry("ThemeFacet", Facets.ThemeFacet.class),
        Map.entry("FindingKindFacet", Facets.KindFacet.class),
        Map.entry("YearFacet", Facets.YearFacet.class),
        Map.entry("ActionStateFacet", Facets.StateFacet.class));
  }

  private Found<?, ?> findings(DataFetchingEnvironment environment) {
    return search.findings(
        arguments(environment),
        PageRequest.of(environment, SearchService.FINDINGS),
        environment.getSelectionSet().contains("facets"));
  }

  private Found<?, ?> actions(DataFetchingEnvironment environment) {
    return search.actions(
        arguments(environment),
        PageRequest.of(environment, SearchService.ACTIONS),
        environment.getSelectionSet().contains("facets"));
  }

  private static SearchArguments arguments(DataFetchingEnvironment environment) {
    return new SearchArguments(
        environment.getArgument("search"),
        environment.getArgument("among"),
        environment.getArgument("frameworks"),
        environment.getArgument("themes"),
        environment.getArgument("kinds"),
        environment.getArgument("states"),
        environment.getArgument("years"));
  }

  private static TypeFields<Found<?, ?>> found(String type) {
    return SearchFields.<Found<?, ?>>of(type)
        .field("edges", found -> found.page().edges())
        .field("pageInfo", found -> found.page().pageInfo())
        .field("totalCount", found -> found.page().total().getAsLong())
        .field("facets", Found::facetsOfTally);
  }

  private static TypeFields<Edge<Hit<?>>> edge(String type) {
    return SearchFields.<Edge<Hit<?>>>of(type)
        .field("node", edge -> edge.node().found())
        .field("rank", edge -> edge.node().place().rank())
        .field("highlight", edge -> edge.node().place().highlight());
  }

  /** The fields of a type whose class has parameters. */
  @SuppressWarnings("unchecked")
  static <S> TypeFields<S> of(String type) {
    return TypeFields.of(type, (Class<S>) Object.class);
  }
}
