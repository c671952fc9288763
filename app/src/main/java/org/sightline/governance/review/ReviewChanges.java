package org.sightline.governance.review;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.sightline.council.AreaService;
import org.sightline.council.Council;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserErrors;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Role;

/** Begins, changes and issues reviews, for advisers. */
@Singleton
class ReviewChanges {
  private static final String ID = "id";
  private static final String COUNCIL = "council";

  private final ReviewStore store;
  private final AreaService areas;

  ReviewChanges(ReviewStore store, AreaService areas) {
    this.store = store;
    this.areas = areas;
  }

  ReviewPayload record(Input input) {
    Member writer = BoundViewer.current().require(Role.ADVISER);
    UserErrors errors = new UserErrors();
    Optional<Council> council = council(input.required(COUNCIL), errors);
    Draft draft = new DraftReader(store.themes(), errors).read(input, Optional.empty());
    if (council.isEmpty() || !errors.isEmpty()) {
      return ReviewPayload.wrong(errors);
    }
    return done(store.record(council.get().key(), draft, writer));
  }

  ReviewPayload amend(Input input) {
    Member writer = BoundViewer.current().require(Role.ADVISER);
    Optional<Review> review = find(input);
    UserErrors errors = new UserErrors();
    check(review, errors);
    if (!errors.isEmpty()) {
      return ReviewPayload.wrong(errors);
    }
    Draft draft = new DraftReader(store.themes(), errors).read(input, review);
    if (!errors.isEmpty()) {
      return ReviewPayload.wrong(errors);
    }
    int key = review.orElseThrow().key();
    return store.amend(key, input.number("version"), draft, writer) ? done(key) : changedSince(key);
  }

  ReviewPayload issue(Input input) {
    Member _ = BoundViewer.current().require(Role.ADVISER);
    Optional<Review> review = find(input);
    UserErrors errors = new UserErrors();
    check(review, errors);
    if (!errors.isEmpty()) {
      return ReviewPayload.wrong(errors);
    }
    int key = review.orElseThrow().key();
    return store.issue(key, input.number("version")) ? done(key) : changedSince(key);
  }

  /** The same for a council that shares nothing with the adviser and for one that takes no part. */
  private Optional<Council> council(String code, UserErrors errors) {
    try {
      Council council = areas.getByCode(areas.all(), code);
      errors.addIf(
          !store.isAgreed(council.key()),
          COUNCIL,
          "NOT_ALLOWED",
          "You can review councils that share something with you by an agreement that holds now; %s is none of them."
              .formatted(council.name()));
      return Optional.of(council);
    } catch (BadUserInput e) {
      errors.add(COUNCIL, "UNKNOWN_COUNCIL", e.message());
      return Optional.empty();
    }
  }

  private static void check(Optional<Review> found, UserErrors errors) {
    if (found.isEmpty()) {
      errors.add(ID, "NOT_FOUND", "There is no review of that id.");
      return;
    }
    Review review = found.get();
    errors.addIf(
        review.issuedAt() != null,
        ID,
        "ISSUED",
        "This review was issued, and nothing changes it any more: write another one.");
    errors.addIf(
        !review.isWriter(),
        ID,
        "NOT_ALLOWED",
        "%s wrote this review: you can read it, and nobody else changes or issues it."
            .formatted(review.writtenBy()));
    errors.addIf(
        !review.isAgreed(),
        ID,
        "NO_AGREEMENT",
        "The council shares nothing with you by an agreement any more: you can go on reading this review, and neither change nor issue it.");
  }

  private Optional<Review> find(Input input) {
    return GlobalId.number(ReviewFields.REVIEW, input.required(ID)).flatMap(store::find);
  }

  private ReviewPayload changedSince(int key) {
    return ReviewPayload.wrong(
        "version",
        "VERSION_CHANGED",
        "It was changed since: read it again, now it is version %d."
            .formatted(store.find(key).orElseThrow().version()));
  }

  private ReviewPayload done(int key) {
    return ReviewPayload.done(store.find(key).orElseThrow());
  }
}
