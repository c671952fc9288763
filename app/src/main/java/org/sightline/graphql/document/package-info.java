/**
 * A document before it runs: parsed, held to the limits, validated, and remembered.
 *
 * <p>Nothing here touches a database. What is refused is refused with a sentence that says what the
 * schema has instead.
 */
@NullMarked
package org.sightline.graphql.document;

import org.jspecify.annotations.NullMarked;
