package org.sightline.tenancy;

import org.jspecify.annotations.Nullable;

/**
 * What a viewer asks, as the access log keeps it.
 *
 * @param requestId of the request, as its answer's header says it
 * @param operationName the operation's name, null where it has none
 * @param text the GraphQL document without its variables, or the address and method
 */
public record Question(String requestId, @Nullable String operationName, String text) {}
