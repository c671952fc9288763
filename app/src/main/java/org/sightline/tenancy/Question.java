package org.sightline.tenancy;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer asks, as the access log keeps it.
 *
 * @param requestId of the request, as its answer's header says it
 * @param operationName the operation's name, null where it has none
 * @param text the GraphQL operation without what its asker has filled in (variables, literals), or
 *     the method and address; made only where something is logged
 */
public record Question(String requestId, @Nullable String operationName, Supplier<String> text) {
  /** A question whose text is known. */
  public Question(String requestId, @Nullable String operationName, String text) {
    this(requestId, operationName, () -> text);
  }
}
