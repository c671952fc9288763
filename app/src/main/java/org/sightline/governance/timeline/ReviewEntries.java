package org.sightline.governance.timeline;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.sightline.governance.StatedDay;
import org.sightline.governance.review.Review;
import org.sightline.governance.review.ReviewService;

/** Formal reviews on the timeline. */
@Singleton
class ReviewEntries implements TimelineSource {
  private final ReviewService reviews;

  ReviewEntries(ReviewService reviews) {
    this.reviews = reviews;
  }

  @Override
  public Set<TimelineKind> kinds() {
    return Set.of(TimelineKind.REVIEW);
  }

  @Override
  public List<TimelineEntry> entries(Collection<Integer> councilKeys, Set<TimelineKind> kinds) {
    return reviews.ofCouncils(councilKeys).stream().map(ReviewEntries::entry).toList();
  }

  private static TimelineEntry entry(Review one) {
    return TimelineEntry.onDay(
        "review-" + one.key(),
        one.councilKey(),
        TimelineKind.REVIEW,
        StatedDay.of(one.heldOn()),
        one.title(),
        one.conclusion(),
        new TimelineEntry.Cited(
            one.issuedAt() == null
                ? "A draft by " + one.writtenBy()
                : "The review as %s issued it".formatted(one.writtenBy()),
            null),
        one);
  }
}
