package org.sightline.governance.review;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sightline.access.organisation.OrganisationLoaders;
import org.sightline.council.AreaLoaders;
import org.sightline.council.AreaService;
import org.sightline.council.Council;
import org.sightline.council.CouncilGroupService;
import org.sightline.council.GroupArgument;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Input;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;
import org.sightline.graphql.connection.Connection;
import org.sightline.graphql.connection.PageRequest;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Member;

/** The schema's questions about reviews, and their changes. */
@Singleton
class ReviewFields implements RoomFields {
  static final String REVIEW = "Review";

  private final ReviewService reviews;
  private final ReviewChanges changes;
  private final CouncilGroupService groups;
  private final AreaService areas;

  ReviewFields(
      ReviewService reviews, ReviewChanges changes, CouncilGroupService groups, AreaService areas) {
    this.reviews = reviews;
    this.changes = changes;
    this.groups = groups;
    this.areas = areas;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Query").dataFetcher(ReviewService.LIST, this::reviews))
        .type(
            TypeRuntimeWiring.newTypeWiring("Mutation")
                .dataFetcher("recordReview", Input.to(changes::record))
                .dataFetcher("amendReview", Input.to(changes::amend))
                .dataFetcher("issueReview", Input.to(changes::issue)))
        .type(review().wiring());
    Connection.wire(wiring, REVIEW);
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    Map<String, Class<? extends Record>> records = new HashMap<>(Connection.records(REVIEW));
    records.put(REVIEW, Review.class);
    records.put("ReviewPoint", ReviewPoint.class);
    records.put("RecordReviewPayload", ReviewPayload.class);
    records.put("AmendReviewPayload", ReviewPayload.class);
    records.put("IssueReviewPayload", ReviewPayload.class);
    return records;
  }

  private Connection<Review> reviews(DataFetchingEnvironment environment) {
    PageRequest page = PageRequest.of(environment, ReviewService.LIST);
    Member _ = BoundViewer.current().requireMember();
    @Nullable Map<String, Object> among = environment.getArgument("among");
    @Nullable List<Integer> councilKeys =
        among == null
            ? null
            : groups.members(GroupArgument.read(among), areas.all(), null).stream()
                .map(Council::key)
                .toList();
    return reviews.page(councilKeys, page);
  }

  private static TypeFields<Review> review() {
    return TypeFields.of(REVIEW, Review.class)
        .field("id", one -> new GlobalId(REVIEW, String.valueOf(one.key())).encoded())
        .link("council", (one, environment) -> AreaLoaders.council(environment, one.councilKey()))
        .link(
            "organisation",
            (one, environment) ->
                OrganisationLoaders.organisation(environment, one.organisationKey()))
        .link("points", ReviewFields::points);
  }

  private static CompletableFuture<List<ReviewPoint>> points(
      Review review, DataFetchingEnvironment environment) {
    @Nullable String kind = environment.getArgument("kind");
    @Nullable String theme = environment.getArgument("theme");
    CompletableFuture<List<ReviewPoint>> all =
        Loaders.load(environment, ReviewLoaders.POINTS, review.key());
    return all.thenApply(
        points ->
            points.stream()
                .filter(point -> kind == null || point.kind().name().equals(kind))
                .filter(point -> theme == null || theme.equals(point.themeCode()))
                .toList());
  }
}
