package org.sightline.governance.review;

import jakarta.inject.Singleton;
import java.util.List;
import org.dataloader.DataLoaderRegistry;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomLoaders;

/** What reviews say, one statement for all of an answer. */
@Singleton
class ReviewLoaders implements RoomLoaders {
  static final String POINTS = "reviewPoints";

  private final ReviewService reviews;

  ReviewLoaders(ReviewService reviews) {
    this.reviews = reviews;
  }

  @Override
  public void register(DataLoaderRegistry registry) {
    registry.register(
        POINTS, Loaders.<Integer, List<ReviewPoint>>batch(reviews::points, List.of()));
  }
}
