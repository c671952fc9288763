/**
 * GraphQL over HTTP: {@code POST /graphql} and {@code GET /graphql} by the GraphQL-over-HTTP
 * specification.
 *
 * <p>Whatever is refused, at whatever layer, is answered in GraphQL's shape: {@code errors}, each
 * with a code; but not under {@code /imports} and {@code /mappings}, where the intake answers in a
 * shape of its own. Reads bodies, negotiates media types, says who asks; runs nothing itself.
 */
@NullMarked
package org.sightline.graphql.http;

import org.jspecify.annotations.NullMarked;
