package org.sightline.graphql.operation;

/** Is told of each request when it has its answer. Every bean of this type is. */
public interface OperationObserver {
  /** On the request's thread, before its answer is written: what takes long keeps it waiting. */
  void ended(Observed observed);

  /** A request was sent away before anything of it was read: its sender's budget is used up. */
  default void refusedAtTheDoor() {}
}
