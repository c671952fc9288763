package org.sightline.graphql.operation;

/** Is told of each request when it has its answer. Every bean of this type is. */
@FunctionalInterface
public interface OperationObserver {
  /** On the request's thread, before its answer is written: what takes long keeps it waiting. */
  void ended(Observed observed);
}
