package org.sightline.graphql;

import org.jspecify.annotations.Nullable;

/**
 * What was wrong with a mutation's input, as its payload says it.
 *
 * @param field the input's field, dotted where it lies inside; null when no single one is wrong
 * @param code for programs, in capitals
 * @param message a sentence that says what is allowed
 */
public record UserError(@Nullable String field, String code, String message) {}
