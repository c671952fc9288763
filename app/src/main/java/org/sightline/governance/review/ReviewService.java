package org.sightline.governance.review;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.connection.Connection;
import org.sightline.graphql.connection.Cursor;
import org.sightline.graphql.connection.PageRequest;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Member;

/** The reviews in the viewer's sight. */
@Singleton
public class ReviewService {
  /** The root field of the list. */
  static final String LIST = "reviews";

  private final ReviewStore store;

  ReviewService(ReviewStore store) {
    this.store = store;
  }

  /**
   * One page, the one begun last first.
   *
   * @param councilKeys null for all
   */
  Connection<Review> page(@Nullable Collection<Integer> councilKeys, PageRequest page) {
    Member _ = BoundViewer.current().requireMember();
    @Nullable OffsetDateTime before = page.after().map(Cursor::at).orElse(null);
    int beforeKey = page.after().map(Cursor::number).orElse(Integer.MAX_VALUE);
    List<Review> read = store.page(councilKeys, before, beforeKey, page.toRead());
    return Connection.of(page, read, ReviewService::cursor, () -> store.count(councilKeys));
  }

  /** All of some councils, by the day on which they were held. */
  public List<Review> ofCouncils(Collection<Integer> councilKeys) {
    return store.ofCouncils(councilKeys);
  }

  /** Those out of sight are left out. */
  Map<Integer, Review> byKey(Collection<Integer> keys) {
    return store.byKey(keys).stream().collect(Collectors.toMap(Review::key, Function.identity()));
  }

  /** Nothing for one out of sight. */
  public Optional<Review> find(int key) {
    return store.find(key);
  }

  /** Points by review, in order. */
  Map<Integer, List<ReviewPoint>> points(Collection<Integer> reviewKeys) {
    return store.points(reviewKeys).stream().collect(Collectors.groupingBy(ReviewPoint::reviewKey));
  }

  private static Cursor cursor(Review review) {
    return new Cursor(LIST, review.createdAt(), String.valueOf(review.key()));
  }
}
