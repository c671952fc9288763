package org.sightline.graphql.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came, whatever the transport.
 *
 * @param query the document's text
 * @param operationName which of the document's operations to run; null when it has only one
 * @param variables by name; a value may be null
 */
public record GraphQlRequest(
    String query, @Nullable String operationName, Map<String, @Nullable Object> variables) {}
