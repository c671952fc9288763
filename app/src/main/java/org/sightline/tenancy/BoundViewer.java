package org.sightline.tenancy;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The viewer of the transaction that runs on this thread: who the database says it is, and what it
 * has read so far.
 */
public final class BoundViewer {
  private static final ScopedValue<BoundViewer> CURRENT = ScopedValue.newInstance();

  private final Viewer viewer;
  private final Optional<Member> member;
  private final Question question;
  private final Reads reads = new Reads();

  BoundViewer(Viewer viewer, Optional<Member> member, Question question) {
    this.viewer = viewer;
    this.member = member;
    this.question = question;
  }

  /**
   * The viewer of this thread's transaction.
   *
   * @throws IllegalStateException outside a viewer's transaction
   */
  public static BoundViewer current() {
    if (!CURRENT.isBound()) {
      throw new IllegalStateException("No viewer's transaction runs on this thread.");
    }
    return CURRENT.get();
  }

  /** The member; nobody for an anonymous viewer. */
  public Optional<Member> member() {
    return member;
  }

  /**
   * The member, for what only members may ask.
   *
   * @throws Forbidden when nobody has signed in
   */
  public Member requireMember() {
    return member.orElseThrow(() -> new Forbidden("Sign in: this is for members only."));
  }

  /**
   * The member, who has a role.
   *
   * @throws Forbidden when nobody has signed in, or without that role
   */
  public Member require(Role role) {
    Member found = requireMember();
    if (!found.has(role)) {
      throw new Forbidden(
          "This needs the role %s, which you do not have. %s".formatted(role, whoGives(role)));
    }
    return found;
  }

  private static String whoGives(Role role) {
    return role == Role.OPERATOR
        ? "Only those who run the platform have it."
        : "Ask your organisation's data owner.";
  }

  /** Whether an organisation is the viewer's own. */
  public boolean owns(int organisationId) {
    return member.filter(one -> one.organisationId() == organisationId).isPresent();
  }

  /** What is read in this transaction, for the access log. */
  public Reads reads() {
    return reads;
  }

  /** Who the token says it is. */
  Viewer viewer() {
    return viewer;
  }

  /** What is asked. */
  Question question() {
    return question;
  }

  <T> T call(Supplier<T> work) {
    return ScopedValue.where(CURRENT, this).call(work::get);
  }
}
