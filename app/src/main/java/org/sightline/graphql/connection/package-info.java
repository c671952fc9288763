/**
 * Lists that grow, page by page, as Relay has it.
 *
 * <p>A page goes on after the position of its last item, never after a count, so that what is added
 * meanwhile moves nothing. A room reads one item more than a page holds; the rest is done here.
 * Cursors are encrypted, and hold for the question that they were given for.
 */
@NullMarked
package org.sightline.graphql.connection;

import org.jspecify.annotations.NullMarked;
