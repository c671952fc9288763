package org.sightline.migrations.invented;

import java.util.Arrays;
import java.util.stream.Stream;

/** Which status of a scheme a council declares for a state. */
enum Colours {
  RAG("rag", "G", "G", "A", "R", "G", "G"),
  BRAG("brag", "G", "G", "A", "R", "B", "B"),
  RAGP("ragp", "A", "A", "A", "R", "G", "P"),
  RAGP_AT_RISK("ragp-at-risk", "G", "G", "A", "R", "B", "P"),
  EASTMOOR_STEPS("eastmoor-steps", "0", "1", "2", "3", "4", "5");

  private final String scheme;
  private final String notStarted;
  private final String onTrack;
  private final String atRisk;
  private final String overdue;
  private final String completed;
  private final String withImpact;

  Colours(
      String scheme,
      String notStarted,
      String onTrack,
      String atRisk,
      String overdue,
      String completed,
      String withImpact) {
    this.scheme = scheme;
    this.notStarted = notStarted;
    this.onTrack = onTrack;
    this.atRisk = atRisk;
    this.overdue = overdue;
    this.completed = completed;
    this.withImpact = withImpact;
  }

  String scheme() {
    return scheme;
  }

  String of(State state) {
    return switch (state) {
      case NOT_STARTED -> notStarted;
      case ON_TRACK -> onTrack;
      case AT_RISK -> atRisk;
      case OVERDUE -> overdue;
      case COMPLETED -> completed;
      case COMPLETED_WITH_IMPACT -> withImpact;
    };
  }

  /** Each status once. */
  Stream<String> all() {
    return Arrays.stream(State.values()).map(this::of).distinct();
  }
}
