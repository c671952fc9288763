package org.sightline.governance.review;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.sightline.graphql.NodeSource;
import org.sightline.graphql.NumberedNodes;

/** Reviews by their global ids. */
@Factory
class ReviewNodes {
  @Singleton
  NodeSource reviews(ReviewService reviews) {
    return new NumberedNodes(ReviewFields.REVIEW, reviews::byKey);
  }
}
